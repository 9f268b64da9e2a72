import CulpritIntake
package import CulpritRules
import CulpritRegex

/// Cuts every secret out of a text: the only maker of `RedactedText`.
///
/// A secret is what has the shape of a known key, what stands where a secret stands (`*_KEY=`, `Authorization`,
/// `x-api-key`, the user part of a URL), and what looks drawn by lot (24 letters and digits of three kinds and
/// more). What is kept of it: its public prefix, and from twenty characters on its last four.
package struct Redactor: Sendable {
  /// Of a text with a public prefix.
  private let shape: CompiledPattern?
  private let signs: SecretSigns
  private let prefixes: [String]

  /// Compiles one regex for the shapes of all keys.
  package init(providers: [Provider]) {
    let all = providers.flatMap(\.keyShapes)
    // Only a prefix makes a shape certain enough to cut it wherever it stands.
    let certain = all.filter { $0.prefix.utf8.count >= 3 }
    prefixes = Array(Set(certain.map(\.prefix))).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    signs = SecretSigns(prefixes: prefixes)
    // Any length: a key that was cut short or grew by a quote is a secret all the same.
    let beginnings = prefixes.map(Self.quoted).joined(separator: "|")
    shape = prefixes.isEmpty ? nil : try? CompiledPattern("(?<![A-Za-z0-9])(?:\(beginnings))[A-Za-z0-9_\\-\\.+/=]{9,}")
  }

  /// At most `limit` characters, with an ellipsis where the text is cut; control characters become blanks.
  package func redact(_ text: String, limit: Int = 2_000) -> RedactedText {
    let isWhole = text.utf8.count <= limit
    let rules = isWhole ? signs.rules(for: text) : .all
    if isWhole, rules.isEmpty { return RedactedText(redacted: Self.printable(text)) }
    var text = Self.beginning(of: text, limit * 2)
    // What stands for a cut must not have been there before.
    if text.utf8.contains(Self.ellipsisBytes[0]) { text = Self.replacing(Self.ellipsisBytes, by: Array(" ".utf8), in: text) }
    for (rule, pattern) in Self.contexts where rules.contains(rule) {
      text = replace(in: text, pattern, group: "secret")
    }
    if let shape, rules.contains(.shape) { text = replace(in: text, shape, group: nil) }
    if rules.contains(.masked) { text = replace(in: text, Self.masked, group: nil) }
    if rules.contains(.random) { text = replace(in: text, Self.random, group: nil) }
    let beginning = Self.beginning(of: text, limit)
    let isCut = beginning.utf8.count < text.utf8.count
    let shown = Self.printable(isCut ? beginning + "…" : text)
    return RedactedText(redacted: Self.replacing(Self.ellipsisBytes, by: Array("…".utf8), in: shown))
  }

  /// Stands for what was cut until all is done, so that nothing is cut twice; of Unicode's private use.
  private static let ellipsis: Character = "\u{E000}"
  private static let ellipsisBytes = Array(String(ellipsis).utf8)

  /// At most so many characters. Those of plain ASCII are bytes, and need not be found.
  private static func beginning(of text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return String(text.prefix(limit)) }
    return String(Substring(text.utf8.prefix(limit)))
  }

  private static func replacing(_ part: [UInt8], by other: [UInt8], in text: String) -> String {
    guard text.utf8.contains(part[0]) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let first = rest.first {
      if first == part[0], rest.starts(with: part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A sentence of our own, put together of names and fragments that were redacted before.
  package func composed(_ sentence: String) -> RedactedText {
    RedactedText(redacted: Self.printable(String(sentence.prefix(1_000))))
  }

  /// A name that a log gives to a host, a service or a thread: mostly too short to hold a secret.
  package func name(_ text: String) -> String { text.utf8.count < 12 ? text : redactedString(text) }

  /// A short text such as a script or a name, redacted.
  package func redactedString(_ text: String) -> String { redact(text, limit: 300).description }

  /// Public prefix, `…`, and the last four from twenty characters on.
  private func shortened(_ secret: String) -> String {
    let count = secret.count
    let head = prefixes.first { secret.hasPrefix($0) } ?? ""
    let tail = count >= 20 ? String(secret.suffix(4)) : ""
    return "\(head)\(Self.ellipsis)\(Self.isPlainTail(tail) ? tail : "")"
  }

  /// The longest public prefix that a fragment's visible beginning has, or is the beginning of.
  package func publicPrefix(of visible: String) -> String {
    if let whole = prefixes.first(where: { visible.hasPrefix($0) }) { return whole }
    return prefixes.contains { $0.hasPrefix(visible) } ? visible : ""
  }

  private func replace(in text: String, _ pattern: CompiledPattern, group: String?) -> String {
    let matches = pattern.allMatches(in: text)
    guard !matches.isEmpty else { return text }
    var result = ""
    var end = 0
    for match in matches {
      guard let range = group.map({ match.range($0) }) ?? match.range, range.lowerBound >= end else { continue }
      let secret = text.slice(range)
      result += text.slice(end..<range.lowerBound)
      result += Self.isHarmless(secret) ? secret : kept(of: secret)
      end = range.upperBound
    }
    return result + text.slice(end..<text.utf8.count)
  }

  /// A mask keeps its public prefix and its last four; it was cut by the provider already.
  private func kept(of secret: String) -> String {
    guard let star = secret.firstIndex(where: { $0 == "*" || $0 == "…" }) ?? Self.dots(in: secret) else { return shortened(secret) }
    let head = publicPrefix(of: String(secret[..<star]))
    let tail = secret.reversed().prefix { $0 != "*" && $0 != "…" && $0 != "." }
    // Three dots hide any length: a public prefix tells that a key is meant.
    let isLong = secret.count >= 20 || !head.isEmpty
    return "\(head)\(Self.ellipsis)\(isLong ? String(String(tail.reversed()).suffix(4)) : "")"
  }

  private static func dots(in secret: String) -> String.Index? {
    secret.utf8Index(of: "...").map { secret.utf8.index(secret.startIndex, offsetBy: $0) }
  }

  private static func isPlainTail(_ tail: String) -> Bool { !tail.contains { $0.isWhitespace } }

  /// Placeholders and states are no secrets, and their text is the evidence.
  private static func isHarmless(_ text: String) -> Bool {
    text.utf8.count <= 3 || harmless.matches(text)
  }

  private static let harmless = CompiledPattern.constant(
    #"""
      ^(?:true|false|yes|no|none|null|nil|undefined|unset|set|present|absent|missing|empty|found|configured|\#
      loaded|available|required|redacted|bearer|basic|\*+|\.\.\.|<[^<>]{1,40}>|\$\{?\{?\s*\w{1,60}\s*\}*|\#
      (?-i:[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}|(?:invalid|expired|missing|incorrect|revoked|no|not)(?:_[a-z]+){1,5})|\#
      (?:sk-)?x{4,}|your[-_ ].{1,40}|(?:sk-)?(?:your|my|the|an|insert|replace|change|put|enter|add|fake|dummy|test|example|placeholder)[-_](?:[-_a-z]{0,40}(?:key|token|secret|here|me|value|it))|\#
      (?:changeme|placeholder|dummy|example|not[-_]needed|empty|ollama|lm-studio))$
      """#, [.ignoresCase])

  private static let contexts: [(SecretRules, CompiledPattern)] = [
    // `Authorization: Bearer …`, in any quoting
    (.authorization, .constant(#"authorization\W{1,6}(?:bearer|basic|token)\s+(?<secret>[^\s"'`,;\\]{4,})"#, [.ignoresCase])),
    // (a word behind `token` is prose; a secret has a digit, a sign or a length of its own)
    (.bearer, .constant(
      #"(?:bearer|basic|token|apikey)[ +]+(?=[^\s"'`]*[0-9=_*]|[^\s"'`]{20})(?<secret>[^\s"'`,;\\(){}<>]{6,})"#, [.ignoresCase])),
    // `x-api-key: …`, `OPENAI_API_KEY=…`, `"password": "…"`
    (.named, .constant(
      #"""
      (?:authorization|api[-_ ]?key|[a-z0-9_\-]*(?:_key|_token|_secret|password|passwd|secret|apikey|auth_token|access_token))\#
      (?:\\*["'`])?\s*(?:=>|[:=])\s*(?:b?\\*["'`])?(?!\s*(?:bearer|basic)\b)(?<secret>[^\s"'`,;\\(){}<>\[\]&]{6,})
      """#,
      [.ignoresCase])),
    (.query, .constant(#"[?&](?:key|token|api_key|apikey|access_token|sig|signature)=(?<secret>[^\s&"'`]{6,})"#, [.ignoresCase])),
    (.user, .constant(#"[a-z][a-z0-9+.\-]*://(?<secret>[^\s/@"'`]{4,})@"#, [.ignoresCase])),
    // `Incorrect API key provided: …`: an echo has no shape that its provider knows.
    (.provided, .constant(#"api[-_ ]?key(?:\s+\w+){1,3}\s*:\s*["'`]?(?=[^\s"'`,;]*[0-9])(?<secret>[^\s"'`,;\\(){}<>]{19,}[^\s"'`,;\\(){}<>.])"#, [.ignoresCase])),
    (.privateKey, .constant(#"-----BEGIN [A-Z ]*PRIVATE KEY-----(?<secret>[^-]{20,})"#)),
  ]

  private static let masked = CompiledPattern.constant(#"[A-Za-z0-9_\-]{3,}(?:\*{3,}|…)[A-Za-z0-9_\-+/=]{0,80}"#)

  /// Letters of both cases and digits, no word, path or id: request ids have a known prefix or only hex.
  private static let random = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_\-/.+])(?!req_|chatcmpl|resp_|msg_|task|run_|org-|proj_|[0-9a-f\-]{24,}(?![A-Za-z0-9]))\#
      (?=[A-Za-z0-9_\-+/]*[0-9])(?=[A-Za-z0-9_\-+/]*[a-z])(?=[A-Za-z0-9_\-+/]*[A-Z])(?![A-Za-z]*(?:/[A-Za-z]))\#
      [A-Za-z0-9_\-+]{28,}={0,2}(?![A-Za-z0-9_\-/(]|\.[A-Za-z0-9])
      """#)

  private static func printable(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 32 || $0 == 127 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 32 || (127..<160).contains(scalar.value)
      // Directional marks could turn what a person reads around.
      let isDirectional = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      result.append(isControl || isDirectional || scalar.value == 0x2028 || scalar.value == 0x2029 ? " " : scalar)
    }
    return String(result)
  }

  private static func quoted(_ text: String) -> String { "\\Q\(text)\\E" }
}
