/// What stands between two brackets: values with names, and values without.
struct LiteralItems {
  var members: [JSONValue.Member] = []
  var elements: [JSONValue] = []

  /// An object, unless only values without names were found: a set, an array.
  var value: JSONValue {
    members.isEmpty && !elements.isEmpty ? .array(elements) : .object(members)
  }

  /// An array, unless only values with names were found: PHP's arrays.
  var sequence: JSONValue {
    elements.isEmpty && !members.isEmpty ? .object(members) : .array(elements)
  }
}

extension LiteralCursor {
  /// In bytes; looking for a longer name again and again would cost too much.
  private static let plainNameLimit = 128

  /// The items of the container that opens at `position`, up to and with the closing bracket.
  ///
  /// In braces a name ends with `:`, `=` or `=>`; in parentheses with `=` or `=>`; in brackets with `=>`.
  mutating func items(_ bytes: Span<UInt8>, closing: UInt8) -> LiteralItems {
    position += 1
    depth += 1
    defer { depth -= 1 }
    var items = LiteralItems()
    while hasNextItem(bytes, closing: closing) {
      let start = position
      readItem(bytes, closing: closing, into: &items)
      if position == start {
        isDamaged = true
        position += 1
      }
    }
    return items
  }

  /// Moves to the next item; false behind the closing bracket, before one of another kind, and at a cut.
  private mutating func hasNextItem(_ bytes: Span<UInt8>, closing: UInt8) -> Bool {
    guard !isCut else { return false }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == closing {
        position += 1
        return false
      }
      if byte.isClosing {
        isDamaged = true
        return false
      }
      guard byte.isBlank || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") else { return true }
      position += 1
    }
    isCut = true
    return false
  }

  private mutating func readItem(_ bytes: Span<UInt8>, closing: UInt8, into items: inout LiteralItems) {
    if let name = plainName(bytes, closing: closing) {
      readMember(bytes, name: name, into: &items)
      return
    }
    let start = position
    guard let item = value(bytes) else { return }
    let end = position
    if !isCut, takeSeparator(bytes, closing: closing) {
      let name = item.string.map(Self.withoutBrackets) ?? bytes.trimmedText(start..<end)
      readMember(bytes, name: name, into: &items)
      return
    }
    // A name whose value was cut off is no value.
    let isCutName = closing == UInt8(ascii: "}") && bytes[start].isQuote
    if isCutName, bytes.firstNonBlank(from: position) == bytes.count { return }
    items.elements.append(item)
  }

  /// Reads the value of a member; a member whose value was cut off whole is left out.
  private mutating func readMember(_ bytes: Span<UInt8>, name: String, into items: inout LiteralItems) {
    if let value = value(bytes) {
      items.members.append(JSONValue.Member(name: name, value: value))
    } else if !isCut {
      items.members.append(JSONValue.Member(name: name, value: .null))
    }
  }

  /// A name without quotes and its separator; nil, and nothing read, where the item is no such pair.
  private mutating func plainName(_ bytes: Span<UInt8>, closing: UInt8) -> String? {
    let start = position
    let limit = min(bytes.count, start + Self.plainNameLimit)
    var end = position
    var open = 0
    while end < limit {
      let byte = bytes[end]
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") { open -= 1 }
      if open == 0, end > start, separatorLength(bytes, at: end, closing: closing) > 0 { break }
      let isInside = byte.isNamePart || byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ":")
      guard isInside || open > 0, open >= 0, byte != 0x0A else { break }
      // In brackets and parentheses a colon belongs to a value.
      if byte == UInt8(ascii: ":"), open == 0, end > start { break }
      end += 1
    }
    let length = separatorLength(bytes, at: end, closing: closing)
    guard length > 0, end > start else { return nil }
    position = end + length
    let name = bytes.trimmedText(start..<end)
    return name.hasPrefix(":") ? String(name.dropFirst()) : name
  }

  /// Moves behind the sign between a name and its value; false, and nothing moved, where there is none.
  private mutating func takeSeparator(_ bytes: Span<UInt8>, closing: UInt8) -> Bool {
    let offset = bytes.firstNonBlank(from: position)
    let length = separatorLength(bytes, at: offset, closing: closing)
    guard length > 0 else { return false }
    position = offset + length
    return true
  }

  private func separatorLength(_ bytes: Span<UInt8>, at offset: Int, closing: UInt8) -> Int {
    guard offset < bytes.count else { return 0 }
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    switch bytes[offset] {
    case UInt8(ascii: "=") where next == UInt8(ascii: ">"): return 2
    case UInt8(ascii: "=") where next != UInt8(ascii: "="): return closing == UInt8(ascii: "]") ? 0 : 1
    case UInt8(ascii: ":"): return closing == UInt8(ascii: "}") ? 1 : 0
    default: return 0
    }
  }

  /// `[cause]` and `[Symbol(x)]` as names.
  private static func withoutBrackets(_ name: String) -> String {
    guard name.hasPrefix("["), name.hasSuffix("]"), name.utf8.count > 2 else { return name }
    return String(name.dropFirst().dropLast())
  }

  /// An array, or one of the marks of `util.inspect`: `[Object]`, `[Circular *1]`, `[Error: …] {…}`.
  mutating func bracketed(_ bytes: Span<UInt8>) -> JSONValue? {
    guard let mark = inspectMark(bytes) else {
      return items(bytes, closing: UInt8(ascii: "]")).sequence
    }
    let brace = skipSpaces(bytes, from: position)
    guard !isCut, brace < bytes.count, bytes[brace] == UInt8(ascii: "{"), depth < JSONReader.depthLimit else {
      return .string(mark)
    }
    position = brace
    let properties = items(bytes, closing: UInt8(ascii: "}"))
    let isError = mark.contains(": ") && !mark.hasSuffix(" prototype]") && !mark.hasPrefix("[Function")
    guard isError else { return properties.value }
    let stack = JSONValue.Member(name: "stack", value: .string(Self.withoutBrackets(mark)))
    return .object([stack] + properties.members)
  }

  /// The text of a mark with its brackets, read; nil, and nothing read, at an array.
  ///
  /// Arrays begin with a blank or a literal; a mark is a name that ends with `]`, `:` or a blank.
  private mutating func inspectMark(_ bytes: Span<UInt8>) -> String? {
    let start = position
    var end = start + 1
    while end < bytes.count, bytes[end].isNamePart { end += 1 }
    guard end < bytes.count, end > start + 1, bytes[start + 1].isLetter,
      Self.literal(bytes.text((start + 1)..<end)) == nil
    else { return nil }
    let isSymbol = bytes.has("[Symbol(", at: start)
    guard isSymbol || [UInt8(ascii: "]"), UInt8(ascii: ":"), 0x20].contains(bytes[end]) else { return nil }
    var open = 0
    repeat {
      if bytes[position] == UInt8(ascii: "[") { open += 1 }
      if bytes[position] == UInt8(ascii: "]") { open -= 1 }
      position += 1
    } while open > 0 && position < bytes.count
    if open > 0 { isCut = true }
    return bytes.trimmedText(start..<position)
  }

  /// Offset of the first byte from an offset on that is no space; newlines are none.
  func skipSpaces(_ bytes: Span<UInt8>, from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset
  }
}
