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

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">")
  }
}
