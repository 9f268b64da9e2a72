/// Reads a line that is one JSON object; the fast way for loggers that write nothing else.
struct StrictObject {
  private var position = 0
  private var valuesLeft = JSONReader.valueLimit

  /// The object; nil where the bytes hold anything else, or more than the reader's limits allow.
  static func read(_ bytes: Span<UInt8>) -> JSONValue? {
    var reader = StrictObject()
    reader.skipBlanks(bytes)
    guard reader.position < bytes.count, bytes[reader.position] == UInt8(ascii: "{") else { return nil }
    guard let value = reader.value(bytes, depth: 0) else { return nil }
    reader.skipBlanks(bytes)
    return reader.position == bytes.count ? value : nil
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    position = bytes.firstNonBlank(from: position)
  }

  /// Whether the next byte that is no blank is this one; moves behind it then.
  private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(_ bytes: Span<UInt8>, depth: Int) -> JSONValue? {
    skipBlanks(bytes)
    valuesLeft -= 1
    guard position < bytes.count, depth < JSONReader.depthLimit, valuesLeft > 0 else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return string(bytes).map(JSONValue.string)
    case UInt8(ascii: "{"): return object(bytes, depth: depth)
    case UInt8(ascii: "["): return array(bytes, depth: depth)
    case UInt8(ascii: "t"): return word("true", .bool(true), bytes)
    case UInt8(ascii: "f"): return word("false", .bool(false), bytes)
    case UInt8(ascii: "n"): return word("null", .null, bytes)
    default: return number(bytes)
    }
  }

  private mutating func object(_ bytes: Span<UInt8>, depth: Int) -> JSONValue? {
    position += 1
    var members: [JSONValue.Member] = []
    if take(UInt8(ascii: "}"), bytes) { return .object(members) }
    repeat {
      skipBlanks(bytes)
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\""), let name = string(bytes),
        take(UInt8(ascii: ":"), bytes), let value = value(bytes, depth: depth + 1)
      else { return nil }
      members.append(JSONValue.Member(name: name, value: value))
    } while take(UInt8(ascii: ","), bytes)
    return take(UInt8(ascii: "}"), bytes) ? .object(members) : nil
  }

  private mutating func array(_ bytes: Span<UInt8>, depth: Int) -> JSONValue? {
    position += 1
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]"), bytes) { return .array(elements) }
    repeat {
      guard let value = value(bytes, depth: depth + 1) else { return nil }
      elements.append(value)
    } while take(UInt8(ascii: ","), bytes)
    return take(UInt8(ascii: "]"), bytes) ? .array(elements) : nil
  }

  private mutating func word(_ word: String, _ value: JSONValue, _ bytes: Span<UInt8>) -> JSONValue? {
    guard bytes.has(word, at: position) else { return nil }
    position += word.utf8.count
    return value
  }

  private mutating func number(_ bytes: Span<UInt8>) -> JSONValue? {
    let start = position
    while position < bytes.count, bytes[position].isNamePart { position += 1 }
    guard NumberGrammar.accepts(bytes, start..<position) else { return nil }
    return .number(bytes.text(start..<position))
  }

  /// The string whose opening quote stands at `position`.
  private mutating func string(_ bytes: Span<UInt8>) -> String? {
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return bytes.text(start..<(position - 1))
      }
      if byte == UInt8(ascii: "\\") { return escapedString(bytes, from: start) }
      position += 1
    }
    return nil
  }

  /// The rest of a string with escapes; `position` is at the first one.
  private mutating func escapedString(_ bytes: Span<UInt8>, from start: Int) -> String? {
    var text = bytes.bytes(start..<position)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        EscapeSequence.decode(bytes, at: &position, unit: .character, into: &text)
      } else {
        text.append(byte)
        position += 1
      }
    }
    return nil
  }
}
