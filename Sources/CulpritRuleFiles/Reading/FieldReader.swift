import CulpritRegex

/// A text of a rule file with its place.
struct PlacedText: Sendable {
  var text: String
  var node: YAMLNode

  var place: FilePlace { node.place }
}

/// The fields of one mapping, read by key; what is wrong with them is reported as they are read.
struct FieldReader {
  /// What the mapping describes, in the words of a message: `pattern`, `key shape`.
  let what: String
  let place: FilePlace
  let file: String
  let problems: ProblemList
  private var values: [String: YAMLNode] = [:]

  /// Nil where `node` is no mapping; unknown keys and keys that stand twice are reported.
  init?(_ node: YAMLNode, of what: String, known: [String], in context: FileContext) {
    self.what = what
    place = node.place
    file = context.file
    problems = context.problems
    guard case .mapping(let entries) = node.content else {
      report("a \(what) is a mapping, not \(node.kindName); write 'key: value' lines", at: node.place)
      return nil
    }
    for entry in entries {
      guard case .text(let key, _) = entry.key.content else {
        report("a key is \(entry.key.kindName); keys are words", at: entry.key.place)
        continue
      }
      if let first = values[key] {
        report(
          "duplicate key '\(key)'; it has a value on line \(first.place.line) already", at: entry.key.place)
      } else if known.contains(key) {
        values[key] = entry.value
      } else {
        let remedy = remedy(for: key, among: known, called: "keys of a \(what)")
        report("unknown key '\(key)'\(remedy)", at: entry.key.place)
      }
    }
  }

  func report(_ message: String, at place: FilePlace) {
    problems.report(message, at: place, in: file)
  }

  /// Where the value of a key begins, or the mapping itself.
  func place(of key: String) -> FilePlace { values[key]?.place ?? place }

  /// Is the key there, with or without a value?
  func has(_ key: String) -> Bool { values[key] != nil }

  /// The value of a key, nil where it is missing or null.
  func node(_ key: String) -> YAMLNode? {
    values[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// A text that must be there and not be empty; nil where that was reported.
  func required(_ key: String) -> PlacedText? {
    guard let node = node(key) else {
      report("missing key '\(key)'; each \(what) needs it", at: values[key]?.place ?? place)
      return nil
    }
    return text(node, called: key)
  }

  func optional(_ key: String) -> PlacedText? {
    node(key).flatMap { text($0, called: key) }
  }

  /// `true` or `false`; false where the key is missing.
  func flag(_ key: String) -> Bool {
    guard let node = node(key) else { return false }
    if case .text("true", .plain) = node.content { return true }
    if case .text("false", .plain) = node.content { return false }
    report("'\(key)' is neither true nor false; write one of them without quotes", at: node.place)
    return false
  }

  func wholeNumber(_ key: String) -> Int? {
    guard let node = node(key) else { return nil }
    return wholeNumber(node, called: key)
  }

  func wholeNumbers(_ key: String) -> [Int] {
    items(key).compactMap { wholeNumber($0, called: key) }
  }

  /// The items of a list; empty where the key is missing.
  func items(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard case .list(let items) = node.content else {
      report(
        "'\(key)' is \(node.kindName), not a list; write '- ' before each item, or [a, b]", at: node.place)
      return []
    }
    return items
  }

  func texts(_ key: String) -> [PlacedText] {
    items(key).compactMap { text($0, called: key) }
  }

  /// Names with texts, for instance the named groups of a regex.
  func textsByName(_ key: String) -> [String: PlacedText] {
    guard let node = node(key) else { return [:] }
    guard case .mapping(let entries) = node.content else {
      report("'\(key)' is \(node.kindName), not a mapping; write {name: text}", at: node.place)
      return [:]
    }
    var texts: [String: PlacedText] = [:]
    for entry in entries {
      guard let name = text(entry.key, called: key), let value = text(entry.value, called: name.text) else {
        continue
      }
      if texts.updateValue(value, forKey: name.text) != nil {
        report("duplicate key '\(name.text)'; keep one", at: entry.key.place)
      }
    }
    return texts
  }

  /// A regex that must be there; its source stays with it for messages.
  func regex(_ key: String, options: CompiledPattern.Options = []) -> (
    text: PlacedText, regex: CompiledPattern
  )? {
    required(key).flatMap { text in compiled(text, options: options).map { (text, $0) } }
  }

  func compiled(_ text: PlacedText, options: CompiledPattern.Options = []) -> CompiledPattern? {
    do {
      return try CompiledPattern(text.text, options: options)
    } catch {
      report("bad regex: \(error.message); see 'man pcre2pattern'", at: text.node.place(ofByte: error.offset))
      return nil
    }
  }

  private func text(_ node: YAMLNode, called key: String) -> PlacedText? {
    guard case .text(let text, _) = node.content else {
      report("'\(key)' is \(node.kindName), not a text; write one text", at: node.place)
      return nil
    }
    guard !text.isEmpty else {
      report("'\(key)' is empty; write a text or leave the key out", at: node.place)
      return nil
    }
    return PlacedText(text: text, node: node)
  }

  private func wholeNumber(_ node: YAMLNode, called key: String) -> Int? {
    guard case .text(let text, .plain) = node.content, let number = Int(text), number >= 0 else {
      report("'\(key)' is no whole number; write digits without quotes", at: node.place)
      return nil
    }
    return number
  }
}

/// What every reader of one file needs: whose place it reports, and to whom.
struct FileContext {
  var file: String
  var problems: ProblemList
}
