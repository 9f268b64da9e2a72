/// Tells what JSON accepts as a number (RFC 8259, section 6).
enum NumberGrammar {
  static func accepts(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    let end = range.upperBound
    if offset < end, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    let whole = digits(bytes, &offset, end)
    guard whole > 0, whole == 1 || bytes[first] != UInt8(ascii: "0") else { return false }
    if offset < end, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      guard digits(bytes, &offset, end) > 0 else { return false }
    }
    if offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < end, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      guard digits(bytes, &offset, end) > 0 else { return false }
    }
    return offset == end
  }

  /// How many digits stand at the offset; moves behind them.
  private static func digits(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) -> Int {
    let start = offset
    while offset < end, bytes[offset].isDigit { offset += 1 }
    return offset - start
  }
}
