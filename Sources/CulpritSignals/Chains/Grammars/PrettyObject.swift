import CulpritIntake
import CulpritJSON

/// pino-pretty's print of an error: `err: {`, quoted keys below, and the stack as bare lines under
/// `"stack":`.
struct PrettyObject: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start]
    guard line.text.ends("{"), line.indent > 0, let opening = DumpEntry(line.text), opening.value == "{",
      start + 1 < text.count, text[start + 1].content.begins("\"")
    else { return nil }
    var reader = PrettyReader(text: text, at: start + 1)
    let value = JSONValue.object(reader.members(depth: 0))
    guard let root = StructuredErrors(place: line.place).error(value, level: 1, in: .field) else {
      // A long object that is no error is not read again from each of its lines.
      let nothing = ErrorNode(ErrorHead(name: .none, message: ""), place: line.place)
      return reader.at - start > Self.rereadLimit ? ReadChain(root: nothing, end: reader.at) : nil
    }
    return ReadChain(root: root, end: reader.at)
  }

  private static let rereadLimit = 64
}

/// Reads members line by line up to the brace that closes them.
private struct PrettyReader {
  let text: ChainText
  var at: Int

  mutating func members(depth: Int) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    while at < text.count {
      let content = text[at].content
      if content.begins("}") {
        at += 1
        return members
      }
      guard let entry = DumpEntry(text[at].text) else { return members }
      let indent = text[at].indent
      at += 1
      members.append(.init(name: entry.key, value: value(entry.value, indent: indent, depth: depth)))
    }
    return members
  }

  private mutating func value(_ printed: String, indent: Int, depth: Int) -> JSONValue {
    if printed == "{", depth < ChainLimits.levels { return .object(members(depth: depth + 1)) }
    if printed == "[", depth < ChainLimits.levels { return .array(elements(depth: depth + 1)) }
    if printed.isEmpty { return .string(block(deeperThan: indent)) }
    guard !printed.ends("["), let reading = JSONReader.read(printed) else {
      return .string(printed.ends(",") ? String(printed.dropLast()) : printed)
    }
    return reading.value
  }

  /// Objects and plain values up to the bracket that closes them.
  private mutating func elements(depth: Int) -> [JSONValue] {
    var elements: [JSONValue] = []
    while at < text.count {
      let content = text[at].content
      let indent = text[at].indent
      at += 1
      if content.begins("]") { return elements }
      elements.append(value(content, indent: indent, depth: depth))
    }
    return elements
  }

  /// Bare lines that stand deeper than their key, without what they have in common of white space.
  private mutating func block(deeperThan indent: Int) -> String {
    var lines: [String] = []
    let base = at < text.count ? text[at].indent : 0
    while at < text.count, text[at].indent > indent || text[at].kind == .blank {
      lines.append(text[at].text.from(min(base, text[at].indent)))
      at += 1
    }
    return lines.joined(separator: "\n")
  }
}
