import CulpritJSON

/// Recognises lines of `key=value` pairs, as logrus, slog, go-kit and many Python programs write them.
enum LogfmtHeader {
  /// Nil where the text does not begin with pairs, or has neither time nor level nor message.
  static func header(of text: String, reference: CalendarDay) -> Header? {
    guard let members = pairs(text), members.count >= 2 else { return nil }
    let names = Set(members.prefix(8).map(\.name))
    guard
      names.contains("level") || names.contains("lvl") || names.contains("msg")
        || names.contains("severity")
    else {
      return nil
    }
    let known = [
      "time", "ts", "timestamp", "level", "lvl", "msg", "message", "severity", "event", "t", "at", "caller",
    ]
    guard known.contains(members[0].name) else { return nil }
    var header = StructuredHeader.header(of: .object(members), format: "logfmt", reference: reference)
    header?.shape = members.prefix(6).map { $0.name + "=" }.joined(separator: " ")
    return header
  }

  /// The pairs of a line; nil where something else stands between them.
  ///
  /// A quoted value ends at the quote that a blank, the end or a next pair follows: programs that build
  /// such lines by hand do not escape quotes inside of them.
  static func pairs(_ text: String, limit: Int = 64) -> [JSONValue.Member]? {
    let bytes = Array(text.utf8)
    var position = 0
    var members: [JSONValue.Member] = []
    while position < bytes.count, members.count < limit {
      while position < bytes.count, bytes[position].isBlank { position += 1 }
      guard position < bytes.count else { break }
      guard let (name, next) = key(bytes, position) else { return members.count >= 2 ? members : nil }
      position = next
      let value = value(bytes, &position)
      members.append(JSONValue.Member(name: name, value: .string(value)))
    }
    return members.isEmpty ? nil : members
  }

  private static func key(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    var end = start
    while end < bytes.count, end - start <= 60, isKeyByte(bytes[end]) { end += 1 }
    guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: "="),
      bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") || bytes[start] == UInt8(ascii: "@")
    else { return nil }
    return (String(decoding: bytes[start..<end], as: UTF8.self), end + 1)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "@")
  }

  private static func value(_ bytes: [UInt8], _ position: inout Int) -> String {
    let quote = position < bytes.count ? bytes[position] : 0
    if let end = endOfLiteral(bytes, position) {
      defer { position = end }
      return String(decoding: bytes[position..<end], as: UTF8.self)
    }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < bytes.count, !bytes[position].isBlank { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    position += 1
    var value: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
        let next = bytes[position + 1]
        value.append(next == UInt8(ascii: "n") ? 0x0A : next == UInt8(ascii: "t") ? 0x09 : next)
        position += 2
        continue
      }
      if byte == quote, endsValue(bytes, position + 1) {
        position += 1
        break
      }
      value.append(byte)
      position += 1
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// Behind a list or dictionary that structlog prints as Python does; nil where none begins or it does
  /// not end.
  private static func endOfLiteral(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count, "[{(".utf8.contains(bytes[start]) else { return nil }
    var depth = 0
    var quote: UInt8?
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { position += 1 } else if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if "[{(".utf8.contains(byte) {
        depth += 1
      } else if "]})".utf8.contains(byte) {
        depth -= 1
        if depth == 0 { return position + 1 }
      }
      position += 1
    }
    return nil
  }

  private static func endsValue(_ bytes: [UInt8], _ next: Int) -> Bool {
    guard next < bytes.count else { return true }
    guard bytes[next].isBlank else { return false }
    var start = next
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    return start == bytes.count || key(bytes, start) != nil
  }
}
