/// Integers of a header that no field claims: candidates for a pid column.
enum HeaderColumns {
  /// Whole integers of up to seven digits between blanks, brackets or commas, outside the claimed ranges.
  ///
  /// Never one behind a `-`, `.` or `:` (`pool-1-thread-4`, versions, times): those count members or parts.
  static func integers(of text: String, header: Range<Int>, claimed: [Range<Int>]) -> [Int] {
    let bytes = Array(text.utf8.prefix(header.upperBound + 1))
    var found: [Int] = []
    var position = header.lowerBound
    while position < header.upperBound {
      guard bytes[position].isDigit else {
        position += 1
        continue
      }
      var end = position
      while end < header.upperBound, bytes[end].isDigit { end += 1 }
      let before = position == 0 ? 0x20 : bytes[position - 1]
      let after = end < bytes.count ? bytes[end] : 0x20
      if end - position <= 7, isBorder(before), isBorder(after) || after == UInt8(ascii: ":"),
        !claimed.contains(where: { $0.overlaps(position..<end) }),
        let value = Int(String(decoding: bytes[position..<end], as: UTF8.self))
      {
        found.append(value)
      }
      position = max(end, position + 1)
    }
    return found
  }

  /// The end of a number in brackets that stands right behind a header (`INFO [31] started`), else `end` itself:
  /// a program's own column, which stays in the message too.
  static func bracket(of text: String, behind end: Int) -> Int {
    let bytes = Array(text.utf8.dropFirst(end).prefix(12))
    var position = 0
    while position < bytes.count, bytes[position].isBlank { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else { return end }
    let digits = bytes[(position + 1)...].prefix { $0.isDigit }
    guard (2...7).contains(digits.count), digits.endIndex < bytes.count, bytes[digits.endIndex] == UInt8(ascii: "]") else {
      return end
    }
    return end + digits.endIndex + 1
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">")
  }
}
