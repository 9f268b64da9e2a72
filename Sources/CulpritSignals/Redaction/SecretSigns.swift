/// Tells texts that surely hold no secret from those that may: one pass, where the regexes of redaction
/// would make thirty.
struct SecretSigns: Sendable {
  /// Beginnings of words and of public prefixes, by a hash of three bytes in lower case.
  private let isBeginning: [Bool]
  private static let bits = 12
  /// The shortest run of letters and digits that redaction takes for a secret is longer.
  private static let longestWord = 27

  /// Every rule of `Redactor` needs one of these, a mask, or a long run of letters and digits.
  private static let beginnings = [
    "aut", "bea", "bas", "tok", "api", "_ke", "_to", "_se", "pas", "sec", "key", "sig", "acc", "://", "---", "***",
  ]

  init(prefixes: [String]) {
    precondition(prefixes.allSatisfy { $0.utf8.count >= 3 }, "a public prefix has three bytes and more")
    var isBeginning = [Bool](repeating: false, count: 1 << Self.bits)
    for text in Self.beginnings + prefixes {
      let bytes = text.utf8.prefix(3).map(Self.folded)
      isBeginning[Self.slot(bytes[0], bytes[1], bytes[2])] = true
    }
    self.isBeginning = isBeginning
  }

  func mayStand(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    var (first, second): (UInt8, UInt8) = (0, 0)
    var run = 0
    for index in bytes.indices {
      let byte = Self.folded(bytes[index])
      // An ellipsis, or what stands for one while a text is redacted; letters that regexes without case take
      // for an `s` (U+017F) and a `k` (U+212A).
      if byte == 0xE2 || byte == 0xEE || byte == 0xC5 { return true }
      if isBeginning[Self.slot(first, second, byte)] { return true }
      run = Self.isWord(byte) ? run + 1 : 0
      if run > Self.longestWord { return true }
      (first, second) = (second, byte)
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

  private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    let gram = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
    return Int((gram &* 2_654_435_769) >> UInt32(32 - bits))
  }
}
