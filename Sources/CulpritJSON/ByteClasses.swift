/// What a byte can be in a literal; bytes of non-ASCII characters count as letters.
extension UInt8 {
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isLetter: Bool {
    let lower = self | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || self >= 0x80
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "$")
  }

  /// Part of a name, a number or a date: no delimiter, quote, bracket or blank.
  var isNamePart: Bool {
    if isLetter || isDigit { return true }
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "@"):
      return true
    default:
      return false
    }
  }

  var isQuote: Bool {
    self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`")
  }

  var isOpening: Bool {
    self == UInt8(ascii: "{") || self == UInt8(ascii: "[") || self == UInt8(ascii: "(")
  }

  var isClosing: Bool {
    self == UInt8(ascii: "}") || self == UInt8(ascii: "]") || self == UInt8(ascii: ")")
  }

  /// 0 to 15; nil for what is no hexadecimal digit.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// The text of a half-open range of bytes; what is not UTF-8 is repaired with U+FFFD.
  func text(_ range: Range<Int>) -> String {
    let part = extracting(range)
    if let valid = try? UTF8Span(validating: part) { return String(copying: valid) }
    return String(decoding: bytes(range), as: UTF8.self)
  }

  /// The text of a range without the blanks around it.
  func trimmedText(_ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return text(start..<end)
  }

  func bytes(_ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(self[index]) }
    return copy
  }

  /// Offset of the first byte that is no blank, from an offset on; `count` where all are.
  func firstNonBlank(from offset: Int) -> Int {
    var offset = offset
    while offset < count, self[offset].isBlank { offset += 1 }
    return offset
  }

  /// Offset of the first newline from an offset on; `count` where there is none.
  func endOfLine(from offset: Int) -> Int {
    var offset = offset
    while offset < count, self[offset] != 0x0A { offset += 1 }
    return offset
  }

  /// Whether these characters stand at an offset.
  func has(_ word: String, at offset: Int) -> Bool {
    var offset = offset
    for byte in word.utf8 {
      guard offset < count, self[offset] == byte else { return false }
      offset += 1
    }
    return true
  }
}
