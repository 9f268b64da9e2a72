/// Writes values as JSON that every parser, terminal and script element can take.
///
/// Members keep their order. Control characters, DEL, C1 controls and U+2028/2029 are escaped, so that no
/// text of a log can act on a terminal or end a line.
package struct JSONWriter {
  package enum Layout: Hashable, Sendable {
    /// One line without blanks.
    case compact
    /// Two spaces a level; empty containers on one line.
    case pretty
  }

  private var bytes: [UInt8] = []
  private let layout: Layout

  private init(layout: Layout) {
    self.layout = layout
  }

  package static func text(_ value: JSONValue, layout: Layout = .compact) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(value, level: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .number(let text): writeNumber(text)
    case .string(let text): writeString(text)
    case .array(let elements):
      writeContainer(elements, "[", "]", level: level) { writer, element in
        writer.write(element, level: level + 1)
      }
    case .object(let members):
      writeContainer(members, "{", "}", level: level) { writer, member in
        writer.writeString(member.name)
        writer.bytes += (writer.layout == .pretty ? ": " : ":").utf8
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func writeContainer<Item>(
    _ items: [Item], _ opening: String, _ closing: String, level: Int, write: (inout Self, Item) -> Void
  ) {
    bytes += opening.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(level: level + 1)
      write(&self, item)
    }
    if !items.isEmpty { breakLine(level: level) }
    bytes += closing.utf8
  }

  private mutating func breakLine(level: Int) {
    guard layout == .pretty else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: 2 * level)
  }

  /// What JSON does not know as a number (`NaN`) is written as null, as `JSON.stringify` does.
  private mutating func writeNumber(_ text: String) {
    let digits = Array(text.utf8)
    bytes += NumberGrammar.accepts(digits.span, 0..<digits.count) ? digits : Array("null".utf8)
  }

  private mutating func writeString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default:
        bytes += scalar.utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
