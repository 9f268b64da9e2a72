/// Tells logs from files that are none by how a file begins.
enum TextCheck {
  /// Bytes that are looked at.
  static let headSize = 8192

  /// Text, also with colours, with a few stray bytes, in UTF-16, or after the zeros that a log begins with
  /// when it was emptied while its writer kept its position (logrotate's `copytruncate`).
  static func isText(_ head: Span<UInt8>) -> Bool {
    var begin = 0
    while begin < head.count && head[begin] == 0 { begin += 1 }
    // UTF-16 with its high byte first begins with a zero of its own.
    if begin == 1 { begin = 0 }
    let looked = min(head.count, headSize) - begin
    guard looked > 0 else { return true }
    if isUTF16(head) { return true }
    var strange = 0
    for index in begin..<begin + looked where isStrange(head[index]) { strange += 1 }
    // Packed and compiled data has one control character in ten bytes, a log next to none.
    return strange * 64 <= looked
  }

  /// A byte order mark, or zeros that stand in every second place only.
  static func isUTF16(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 4 else { return false }
    if head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF { return true }
    let looked = min(head.count, headSize) & ~1
    var zeros = (even: 0, odd: 0)
    for index in 0..<looked where head[index] == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let (most, least) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
    return most * 2 > looked / 2 && least * 64 <= most
  }

  /// A control character that no log has a use for; tabs, line ends, escapes and backspaces are used.
  private static func isStrange(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B
  }
}
