import CulpritIntake
import CulpritJSON
import CulpritRegex

/// `key: value` on a line of a printed JavaScript object.
struct DumpEntry {
  /// Without quotes and brackets: `cause` of `[cause]`.
  let key: String
  /// `[cause]`, `[errors]`: Node prints hidden properties so.
  let isHidden: Bool
  let value: String

  private static let pattern = CompiledPattern.constant(
    #"^\s*(?:'(?<quoted>[^'\n]{1,100})'|"(?<quoted>[^"\n]{1,100})""#
      + #"|\[(?<hidden>[^\]\n]{1,60})\]|(?<bare>[A-Za-z_$][\w$.-]{0,80})):(?: (?<value>.*))?$"#
  )

  init?(_ line: String) {
    let line = line.firstBytes(ChainLimits.headBytes)
    guard line.utf8.contains(UInt8(ascii: ":")), let match = Self.pattern.firstMatch(in: line) else {
      return nil
    }
    guard let key = match["quoted"] ?? match["hidden"] ?? match["bare"] else { return nil }
    self.key = key
    isHidden = match["hidden"] != nil
    value = match["value"]?.trimmed ?? ""
  }

  /// Whether another entry follows; a line of a message looks like an entry that does not say so.
  var isFollowed: Bool { value.ends(",") || value.ends("{") || value.ends("[") }
}

/// Reads the properties that Node and Bun print behind a stack, errors among them, as far as the
/// closing brace.
struct ObjectDumpReader {
  /// Names of the containers that are open, outermost first; empty for an element of an array.
  private var path: [String] = []

  /// Reads up to the brace that closes the dump which the line before has opened.
  static func read(into node: inout ErrorNode, with reader: inout StackReader, indent: Int) {
    guard reader.level < ChainLimits.depth else { return }
    reader.level += 1
    var dump = ObjectDumpReader()
    while reader.at < reader.text.count, dump.line(into: &node, with: &reader, indent: indent) {}
    reader.level -= 1
  }

  /// Reads one entry; false behind the closing brace or where the dump breaks off.
  private mutating func line(into node: inout ErrorNode, with reader: inout StackReader, indent: Int)
    -> Bool
  {
    let line = reader.text[reader.at]
    let content = line.content
    if content.begins("}") || content.begins("]") {
      reader.at += 1
      guard path.popLast() != nil else { return false }
      return true
    }
    if line.kind == .blank {
      reader.at += 1
      return true
    }
    // What stands left of the dump is no part of it: it was cut.
    if path.isEmpty, line.indent <= indent { return false }
    let entry = DumpEntry(line.text)
    if let child = Self.error(entry, content, path.last ?? "", &reader) {
      if reader.level >= ChainLimits.depth, let last = node.children.indices.last {
        // Too deep to nest any further: of the errors below, the innermost stays.
        node.children[last] = child
        node.omitted += 1
      } else {
        node.children.append(child)
      }
      return true
    }
    reader.at += 1
    guard let entry else {
      if content == "{" || content == "[" { path.append("") }
      return path.count <= ChainLimits.depth
    }
    if Self.opens(entry.value) {
      path.append(entry.key)
    } else {
      add(entry, to: &node)
    }
    return path.count <= ChainLimits.depth
  }

  /// The properties that Bun prints between a head and its stack, without braces around them.
  static func readFlat(_ range: Range<Int>, of text: ChainText, into node: inout ErrorNode) {
    var dump = ObjectDumpReader()
    for index in range where text[index].kind != .blank {
      let content = text[index].content
      if content.begins("}") || content.begins("]") {
        _ = dump.path.popLast()
      } else if let entry = DumpEntry(text[index].text) {
        if opens(entry.value) { dump.path.append(entry.key) } else { dump.add(entry, to: &node) }
      }
      if dump.path.count > ChainLimits.depth { return }
    }
  }

  private static func opens(_ value: String) -> Bool {
    guard value.ends("{") || value.ends("[") else { return false }
    let first = value.utf8.first
    return first != UInt8(ascii: "'") && first != UInt8(ascii: "\"") && first != UInt8(ascii: "`")
  }

  /// A value that prints as an error: `[cause]: X: …`, `previous: [X]`, an element of `[errors]`.
  private static func error(
    _ entry: DumpEntry?, _ content: String, _ container: String, _ reader: inout StackReader
  ) -> ErrorNode? {
    // An element of an array looks like an entry whose key is a class.
    let isList = entry == nil || ErrorHead(startOf: content, .likely) != nil
    let value = isList ? content : entry?.value ?? content
    let relation: ParsedLink.Relation = isList ? .grouped : .cause
    if let head = bracketed(value) {
      var node = ErrorNode(head, relation: relation, place: reader.text[reader.at].place)
      let indent = reader.text[reader.at].indent
      reader.at += 1
      if value.ends("{") { read(into: &node, with: &reader, indent: indent) }
      return node
    }
    let position: ErrorHead.Position = entry?.isHidden == true ? .certain : .likely
    guard let head = ErrorHead(startOf: value, position), !isConstructor(value) else { return nil }
    return reader.error(from: head, relation: relation)
  }

  private static let brackets = CompiledPattern.constant(
    #"^\[(?<type>[A-Za-z_$][\w$.]*)(?:: (?<message>.*))?\](?:,| \{)?$"#)

  /// `[AuthenticationError]`: too deep to be printed in full; `[Error: text]`: without a stack, also
  /// before its own properties.
  static func bracketed(_ value: String) -> ErrorHead? {
    guard value.utf8.first == UInt8(ascii: "["),
      let match = brackets.firstMatch(in: value.firstBytes(4_000))
    else {
      return nil
    }
    let name = ErrorName(match["type"] ?? "")
    guard name.isFailureShaped else { return nil }
    return ErrorHead(name: name, message: match["message"] ?? "")
  }

  /// `Headers {`, `ClientRequest {`, `Map(1) {`: objects, not errors.
  private static func isConstructor(_ value: String) -> Bool {
    value.ends("{") && !value.containsBytes(":") && !value.containsBytes("Error")
      && !value.containsBytes("Exception")
  }

  private func add(_ entry: DumpEntry, to node: inout ErrorNode) {
    var value = entry.value
    if value.ends(",") { value.removeLast() }
    let path = self.path.filter { !$0.isEmpty } + [entry.key]
    if value.begins("{"), value.ends("}"), let object = JSONReader.read(value)?.value {
      return ProviderFacts.flatten(object, path, into: &node)
    }
    guard value != "undefined", value != "null", value != "[Object]", !value.isEmpty else { return }
    node.set(path.joined(separator: "."), value.repr)
  }
}

extension ErrorNode {
  /// Keeps a property within the limits; the first value of a name stays.
  mutating func set(_ name: String, _ value: String) {
    guard properties[name] == nil, properties.count < ChainLimits.properties, name.utf8.count < 200 else {
      return
    }
    let value = Self.unwrapped(value)
    guard value != "None" else { return }
    properties[name] = value.firstBytes(ChainLimits.propertyBytes)
  }

  /// Rust prints `Some(String("invalid_api_key"))`.
  private static func unwrapped(_ value: String) -> String {
    guard value.ends(")"), value.begins("Some(") || value.begins("String(") else { return value }
    var inner = value
    for wrapper in ["Some(", "String("] where inner.begins(wrapper) && inner.ends(")") {
      inner = String(inner.from(wrapper.utf8.count).dropLast())
    }
    return inner.repr
  }
}
