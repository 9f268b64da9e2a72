/// A value that stands escaped in a quoted text, as logfmt and Go's `%q` print it: `{\"error\":…}`.
enum EscapedLiteral {
  /// Quotings within quotings that are undone.
  private static let levelLimit = 4

  /// The value at an offset, if its first quote is an escaped one; nil for every other text.
  static func read(_ bytes: Span<UInt8>, at offset: Int, level: Int = 1) -> JSONReader.Reading? {
    guard level <= levelLimit, isEscaped(bytes, from: offset) else { return nil }
    let plain = unescape(bytes, from: offset)
    let span = plain.span
    guard let reading = read(span, at: 0, level: level + 1) ?? plainReading(span) else { return nil }
    return JSONReader.Reading(
      value: reading.value, end: sourceOffset(bytes, from: offset, plain: reading.end),
      isComplete: reading.isComplete)
  }

  private static func plainReading(_ bytes: Span<UInt8>) -> JSONReader.Reading? {
    var cursor = LiteralCursor(position: 0)
    guard let value = cursor.outermostValue(bytes) else { return nil }
    return JSONReader.Reading(
      value: value, end: cursor.position, isComplete: !cursor.isCut && !cursor.isDamaged)
  }

  /// Whether brackets and blanks, plain or escaped, lead to an escaped quote.
  private static func isEscaped(_ bytes: Span<UInt8>, from offset: Int) -> Bool {
    var offset = offset
    var hasBracket = false
    // A dump that is quoted has its first key within a few brackets and an indentation.
    let limit = min(bytes.count, offset + 256)
    while offset < limit {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        guard hasBracket, let next = firstBehindBackslashes(bytes, from: offset) else { return false }
        if bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") { return true }
        guard bytes[next] == UInt8(ascii: "n") || bytes[next] == UInt8(ascii: "t") else { return false }
        offset = next + 1
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte.isBlank {
        hasBracket = hasBracket || !byte.isBlank
        offset += 1
      } else {
        return false
      }
    }
    return false
  }

  private static func firstBehindBackslashes(_ bytes: Span<UInt8>, from offset: Int) -> Int? {
    var offset = offset
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "\\") { offset += 1 }
    return offset < bytes.count ? offset : nil
  }

  /// The bytes with one level of escapes undone, up to the quote that ends the text.
  private static func unescape(_ bytes: Span<UInt8>, from offset: Int) -> [UInt8] {
    var plain: [UInt8] = []
    var offset = offset
    while step(bytes, at: &offset, into: &plain) {}
    return plain
  }

  /// Offset in the escaped bytes of an offset in the plain ones.
  private static func sourceOffset(_ bytes: Span<UInt8>, from offset: Int, plain end: Int) -> Int {
    var offset = offset
    var length = 0
    var unit: [UInt8] = []
    while length < end, step(bytes, at: &offset, into: &unit) {
      length += unit.count
      unit.removeAll(keepingCapacity: true)
    }
    return offset
  }

  /// Undoes the next character; false at the end.
  private static func step(_ bytes: Span<UInt8>, at offset: inout Int, into plain: inout [UInt8]) -> Bool {
    guard offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") else { return false }
    if bytes[offset] == UInt8(ascii: "\\") {
      EscapeSequence.decode(bytes, at: &offset, unit: .character, into: &plain)
    } else {
      plain.append(bytes[offset])
      offset += 1
    }
    return true
  }
}
