import CulpritIntake
import CulpritRegex
import CulpritRules

/// Finds what an application shows of a key in whatever words, by the prefix that one provider alone gives to its
/// keys: `starts with gsk_`, `claude auth = sk-or-v1-3f29***`.
package struct ShapeReader: Sendable {
  private let lexicon: Lexicon
  private let fragments: KeyFragmentReader
  private let prefixes: [[UInt8]]
  /// Whether a prefix begins with the byte.
  private let begins: [Bool]
  /// nil where no provider has such a prefix.
  private let shown: CompiledPattern?

  struct Shown {
    var name: CredentialName
    var fragment: KeyFragment
    /// UTF-8 offset in the text.
    var offset: Int
  }

  package init(lexicon: Lexicon, fragments: KeyFragmentReader) {
    self.lexicon = lexicon
    self.fragments = fragments
    let shapes = lexicon.providers.flatMap(\.keyShapes).filter { $0.prefix.utf8.count > 2 && $0.prefix.utf8.allSatisfy(Self.isPlain) }
    // The longest first: `sk-or-v1-` before `sk-or-`.
    let known = Set(shapes.filter(\.isDistinctive).map(\.prefix)).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    // `sk-` alone may begin anything; before a mask it begins a key.
    let common = Set(shapes.filter { !$0.isDistinctive }.map(\.prefix)).subtracting(known).sorted()
    let prefixes = known + common
    self.prefixes = prefixes.map { Array($0.utf8) }
    var begins = [Bool](repeating: false, count: 256)
    for prefix in prefixes { if let first = prefix.utf8.first { begins[Int(first)] = true } }
    self.begins = begins
    shown = try? CompiledPattern(
      "(?<![A-Za-z0-9_\\-./])(?<shown>(?:\(known.joined(separator: "|")))[A-Za-z0-9_\\-]{0,200}"
        + "(?:\(Self.mask))?[A-Za-z0-9_\\-]{0,8}|(?:\((common.isEmpty ? known : common).joined(separator: "|")))[A-Za-z0-9_\\-]{0,16}"
        + "(?:\(Self.mask))[A-Za-z0-9_\\-]{0,8})")
  }

  private static let mask = #"\*{2,}|…|\.{2,}|[•●]{2,}|[\[<](?:redacted|masked|hidden|truncated|removed|filtered|omitted|censored|snip)[\]>]"#

  /// One pass over the text; a regex only where a prefix stands.
  func shapes(in text: String) -> [Shown] {
    guard let shown, text.utf8.count < 20_000, holdsPrefix(text) else { return [] }
    return shown.allMatches(in: text, limit: 8).compactMap { match in
      guard let value = match["shown"] else { return nil }
      let line = text.line(around: match.range.lowerBound)
      // What a key should look like is an instruction, and shows none.
      guard !Self.instruction.matches(line) else { return nil }
      return Shown(name: name(beside: value, in: line), fragment: fragment(of: value), offset: match.range.lowerBound)
    }
  }

  private func holdsPrefix(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for at in bytes.indices where begins[Int(bytes[at])] {
      for prefix in prefixes where prefix.count <= bytes.count - at && bytes[at] == prefix[0] {
        if prefix.indices.allSatisfy({ bytes[at + $0] == prefix[$0] }) { return true }
      }
    }
    return false
  }

  /// Whose slot it fills: by the one provider that the line names, the key's own prefix left out.
  private func name(beside value: String, in line: String) -> CredentialName {
    let at = line.utf8Index(of: value) ?? 0
    let before = line.slice(line.scalarBorder(before: max(0, at - 60))..<at)
    let rest = line.slice(min(line.utf8.count, at + value.utf8.count)..<line.utf8.count)
    let near = lexicon.lastProvider(amongWords: Identifier.words(of: before))
    let provider = near ?? lexicon.provider(amongWords: Identifier.words(of: String(rest.prefix(80))))
    return CredentialName(variable: nil, provider: provider, isMisnomer: false)
  }

  /// A prefix alone is a head whose rest was left out.
  private func fragment(of value: String) -> KeyFragment {
    let isCut = value.utf8.count < 30 && !value.contains("*") && !value.contains("…") && !value.contains("..")
    let text = value.split(separator: "[", maxSplits: 1).first.map(String.init) ?? value
    return fragments.fragment(of: isCut || text.utf8.count < value.utf8.count ? text + "…" : text)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
  }

  private static let instruction = CompiledPattern.constant(
    #"(?<![A-Za-z])(?:should|must|expect(?:ed|s)?|usually|normally|typically|e\.g\.|example|format|valid\s+keys?|keys\s+(?:start|begin|look)|invalid|instead\s+of|not\s+an?)(?![A-Za-z])"#,
    [.ignoresCase])
}

extension String {
  /// The line on which the UTF-8 offset stands.
  fileprivate func line(around offset: Int) -> String {
    let bytes = utf8
    let at = bytes.index(startIndex, offsetBy: min(offset, bytes.count))
    let start = self[..<at].utf8.lastIndex(of: UInt8(ascii: "\n")).map { bytes.index(after: $0) } ?? startIndex
    let end = self[at...].utf8.firstIndex(of: UInt8(ascii: "\n")) ?? endIndex
    return String(self[start..<end])
  }
}
