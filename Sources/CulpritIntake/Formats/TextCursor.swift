/// A position in the bytes of a line, for parsers of headers. Reading beyond the end gives zero.
struct TextCursor {
  let bytes: [UInt8]
  var position: Int

  /// Of the first `limit` bytes of the text from UTF-8 offset `start` on.
  init(_ text: String, from start: Int = 0, limit: Int = 512) {
    bytes = Array(text.utf8.dropFirst(start).prefix(limit))
    position = 0
  }

  var isAtEnd: Bool { position >= bytes.count }
  var current: UInt8 { peek(0) }

  func peek(_ distance: Int) -> UInt8 {
    let index = position + distance
    return index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  mutating func advance(_ count: Int = 1) { position = min(position + count, bytes.count) }

  /// Steps over `byte` if it stands here.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard !isAtEnd, current == byte else { return false }
    position += 1
    return true
  }

  @discardableResult
  mutating func skipBlanks() -> Int {
    let start = position
    while current == 0x20 || current == 0x09 { position += 1 }
    return position - start
  }

  /// The digits from here on, `limit` at most; nil if there is none. Leaves the cursor behind them.
  mutating func digits(_ range: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < range.upperBound, peek(count).isDigit {
      let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, exceeds) = tenfold.addingReportingOverflow(Int(peek(count) - 0x30))
      guard !overflows, !exceeds else { return nil }
      value = sum
      count += 1
    }
    guard range.contains(count) else { return nil }
    position += count
    return value
  }

  /// Length of the run of digits from here on.
  var digitRun: Int {
    var count = 0
    while peek(count).isDigit { count += 1 }
    return count
  }

  /// The text between two positions.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isLetter: Bool { isUpper || isLower }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}
