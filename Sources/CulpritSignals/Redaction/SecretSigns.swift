/// Rules of redaction, one for each regex.
struct SecretRules: OptionSet, Sendable {
  let rawValue: UInt16

  /// `Authorization: Bearer …`
  static let authorization = SecretRules(rawValue: 1 << 0)
  /// `Bearer …`, `token …`
  static let bearer = SecretRules(rawValue: 1 << 1)
  /// `x-api-key: …`, `OPENAI_API_KEY=…`
  static let named = SecretRules(rawValue: 1 << 2)
  /// `?key=…`
  static let query = SecretRules(rawValue: 1 << 3)
  /// `postgres://user:…@host`
  static let user = SecretRules(rawValue: 1 << 4)
  /// `Incorrect API key provided: …`
  static let provided = SecretRules(rawValue: 1 << 5)
  /// `-----BEGIN PRIVATE KEY-----`
  static let privateKey = SecretRules(rawValue: 1 << 6)
  /// A known public prefix.
  static let shape = SecretRules(rawValue: 1 << 7)
  /// `sk-****wq7A`
  static let masked = SecretRules(rawValue: 1 << 8)
  /// What looks drawn by lot.
  static let random = SecretRules(rawValue: 1 << 9)

  static let all = SecretRules(rawValue: (1 << 10) - 1)
}

/// Tells which rules of redaction may find something in a text: one pass, where their regexes would make ten.
struct SecretSigns: Sendable {
  /// Rules of which a beginning stands where four bytes, or three, have this hash; ASCII in lower case.
  private var rulesOfFour = [UInt16](repeating: 0, count: 1 << Self.bits)
  private var rulesOfThree = [UInt16](repeating: 0, count: 1 << Self.bits)
  private static let bits = 12
  /// The shortest run of letters and digits that redaction takes for a secret is longer.
  private static let longestWord = 27

  /// What has to stand in a text for a rule to find something: one of these four bytes.
  private static let beginnings: [(text: String, rules: SecretRules)] = [
    ("auth", [.authorization, .named]), ("bear", .bearer), ("basi", .bearer), ("toke", [.bearer, .query]),
    ("apik", [.bearer, .named, .query, .provided]), ("api_", [.named, .query, .provided]),
    ("api-", [.named, .provided]), ("api ", [.named, .provided]), ("_key", .named), ("_tok", .named),
    ("_sec", .named), ("pass", .named), ("secr", .named), ("acce", [.named, .query]), ("key=", .query),
    ("sig=", .query), ("sign", .query), ("----", .privateKey),
  ]

  init(prefixes: [String]) {
    precondition(prefixes.allSatisfy { $0.utf8.count >= 3 }, "a public prefix has three bytes and more")
    for (text, rules) in Self.beginnings { rulesOfFour[Self.slot(Self.gram(text.utf8))] |= rules.rawValue }
    for text in prefixes { rulesOfThree[Self.slot(Self.gram(text.utf8.prefix(3)))] |= SecretRules.shape.rawValue }
  }

  /// No rule but these finds anything in the text.
  func rules(for text: String) -> SecretRules {
    let bytes = text.utf8Span.span
    var found: UInt16 = 0
    var gram: UInt32 = 0
    var run = 0
    for index in bytes.indices {
      let byte = Self.folded(bytes[index])
      gram = gram << 8 | UInt32(byte)
      found |= rulesOfFour[Self.slot(gram)] | rulesOfThree[Self.slot(gram & 0xFF_FFFF)]
      run = Self.isWord(byte) ? run + 1 : 0
      if run > Self.longestWord { found |= SecretRules.random.rawValue }
      switch byte {
      case UInt8(ascii: "*"): found |= SecretRules.masked.rawValue
      case UInt8(ascii: "@"): found |= SecretRules.user.rawValue
      // An ellipsis, or what stands for one while a text is redacted; letters that regexes without case take
      // for an `s` (U+017F) and a `k` (U+212A).
      case 0xE2, 0xEE, 0xC5: return .all
      default: break
      }
    }
    return SecretRules(rawValue: found)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

  private static func gram(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32(folded($1)) }
  }

  private static func slot(_ gram: UInt32) -> Int { Int((gram &* 2_654_435_769) >> UInt32(32 - bits)) }
}
