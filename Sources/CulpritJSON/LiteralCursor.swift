/// A place in the bytes of a literal that may be JSON, Python or JavaScript, and cut short.
///
/// It gets the bytes with each call. Every byte is looked at a bounded number of times: what looks ahead
/// in vain sets `isCut`, and a cut ends the whole reading.
struct LiteralCursor {
  var position: Int
  /// The text ends within the value: nothing more is read.
  var isCut = false
  /// Something was passed over; reading goes on.
  var isDamaged = false
  var depth = 0
  var valuesLeft = JSONReader.valueLimit
  /// Where the line ends whose next lines were searched for frames last, and the frame found.
  var searchedLine: (end: Int, firstFrame: Int?) = (-1, nil)

  init(position: Int) {
    self.position = position
  }

  /// The value at `position`, outside of any container; nil where none begins.
  mutating func outermostValue(_ bytes: Span<UInt8>) -> JSONValue? {
    position = bytes.firstNonBlank(from: position)
    guard position < bytes.count else { return nil }
    return value(bytes)
  }

  /// The value at `position`; nil at a delimiter or the end of the text.
  mutating func value(_ bytes: Span<UInt8>) -> JSONValue? {
    position = bytes.firstNonBlank(from: position)
    guard position < bytes.count, valuesLeft > 0 else {
      isCut = true
      return nil
    }
    valuesLeft -= 1
    let byte = bytes[position]
    if byte.isOpening, depth >= JSONReader.depthLimit { return passOver(bytes) }
    switch byte {
    case UInt8(ascii: "{"): return items(bytes, closing: UInt8(ascii: "}")).value
    case UInt8(ascii: "["): return bracketed(bytes)
    case UInt8(ascii: "("): return items(bytes, closing: UInt8(ascii: ")")).sequence
    case UInt8(ascii: "<"): return angled(bytes)
    case _ where byte.isQuote: return .string(concatenatedString(bytes, unit: .character))
    case _ where byte.isClosing || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\\"): return nil
    default: return word(bytes)
    }
  }

  /// Moves behind a value that is nested too deep, without recursion.
  private mutating func passOver(_ bytes: Span<UInt8>) -> JSONValue {
    isDamaged = true
    var open = 0
    repeat {
      let byte = bytes[position]
      if byte.isQuote {
        _ = string(bytes, unit: .character)
      } else {
        if byte.isOpening { open += 1 }
        if byte.isClosing { open -= 1 }
        position += 1
      }
    } while open > 0 && position < bytes.count && !isCut
    if open > 0 { isCut = true }
    return .string("…")
  }

  /// `<Foo object at 0x7f…>`, `<Buffer 7b 22>` as strings; `<ref *1>` stands before a value.
  mutating func angled(_ bytes: Span<UInt8>) -> JSONValue? {
    let start = position
    var open = 0
    repeat {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<") { open += 1 }
      if byte == UInt8(ascii: ">"), !isArrow(bytes, headAt: position) { open -= 1 }
      position += 1
    } while open > 0 && position < bytes.count && bytes[position] != 0x0A
    if open > 0 {
      if position < bytes.count { isDamaged = true } else { isCut = true }
    } else if bytes.has("<ref *", at: start) {
      guard depth < JSONReader.depthLimit else {
        isDamaged = true
        return .string("…")
      }
      depth += 1
      defer { depth -= 1 }
      return value(bytes)
    }
    return .string(bytes.trimmedText(start..<position))
  }

  /// The `>` of `->` or `=>`.
  private func isArrow(_ bytes: Span<UInt8>, headAt offset: Int) -> Bool {
    guard offset > 0 else { return false }
    return bytes[offset - 1] == UInt8(ascii: "-") || bytes[offset - 1] == UInt8(ascii: "=")
  }
}
