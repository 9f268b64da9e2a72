import CulpritIntake
import CulpritRegex
package import CulpritRules

/// Reads what provider or application shows of a key: head, mask, tail, length.
package struct KeyFragmentReader: Sendable {
  private let providers: [Provider]
  private let redactor: Redactor

  package init(providers: [Provider], redactor: Redactor) {
    self.providers = providers
    self.redactor = redactor
  }

  /// What an application shows, without the quotes around it, as far as it is the key: `sk-proj… (164)` and
  /// `sk-proj… from .env` have a note behind it. `statedLength` where the log tells it elsewhere.
  package func fragment(of shown: String, statedLength: Int? = nil) -> KeyFragment {
    guard let note = Self.noted.firstMatch(in: shown), let value = note["shown"] else {
      return fragment(bare: shown, statedLength: statedLength)
    }
    let length = note["length"].flatMap { Int($0) }.flatMap { (8...400).contains($0) ? $0 : nil }
    return fragment(bare: value, statedLength: statedLength ?? length)
  }

  private func fragment(bare echo: String, statedLength: Int? = nil) -> KeyFragment {
    // A backslash before a quote belongs to the JSON around the sentence, not to the key.
    let text = echo.split(separator: "\\", omittingEmptySubsequences: true).joined()
    if text.isEmpty { return KeyFragment(reading: statedLength == nil || statedLength == 0 ? .empty : .unreadable) }
    let parts = Parts(of: text, statedLength: statedLength)
    if let reading = wordReading(text, parts) { return KeyFragment(reading: reading, length: parts.length) }
    return keyFragment(parts)
  }

  /// `echo` as a provider prints it: dots that an application shows are its mask, in an answer they are the
  /// value, copied from instructions that leave the key out.
  package func fragment(echoed echo: String) -> KeyFragment {
    let isLeftOut = echo.utf8.count >= 2 && echo.utf8.allSatisfy { $0 == UInt8(ascii: ".") } || echo == "…"
    return isLeftOut ? KeyFragment(reading: .placeholder, length: echo.count) : fragment(bare: echo)
  }

  /// Of an echo behind which the record ends: the log may have cut it, so what is missing tells nothing.
  package func fragment(cut echo: String) -> KeyFragment {
    let whole = fragment(echoed: echo)
    switch whole.reading {
    case .mangled(.length), .key(fits: []): break
    default: return whole
    }
    let head = String(echo.prefix { $0 != "*" && $0 != "…" && $0 != "." })
    return redactor.publicPrefix(of: head).isEmpty ? KeyFragment(reading: .unreadable) : fragment(bare: head + "…")
  }

  /// Whether keys of some provider can begin so: with a public prefix, or a part of it.
  package func isBeginning(_ head: String) -> Bool {
    providers.contains { provider in
      provider.keyShapes.contains { !$0.prefix.isEmpty && (head.hasPrefix($0.prefix) || $0.prefix.hasPrefix(head)) }
    }
  }

  /// Of a length alone.
  package func fragment(ofLength length: Int) -> KeyFragment {
    KeyFragment(reading: length == 0 ? .empty : .unreadable, length: length)
  }

  /// Whether keys of the provider can have this length; true where its lengths vary.
  package func length(_ length: Int, fits provider: String) -> Bool {
    let shapes = providers.first { $0.id == provider }?.keyShapes ?? []
    // A shape of open length, such as a session token's, tells nothing beside keys of a known one.
    let known = shapes.flatMap(\.lengths)
    return known.isEmpty || known.contains(length)
  }

  // MARK: - Words in the place of a key

  private func wordReading(_ text: String, _ parts: Parts) -> KeyFragment.Reading? {
    let lower = text.lowercased()
    if Self.missingValues.contains(lower) { return .missingValue }
    if Self.localDummies.contains(lower) { return .localDummy }
    // A mask is no placeholder's row of signs, unless a template's mark stands before it.
    let isTemplate = text.hasPrefix("$") || text.hasPrefix("{") || text.hasPrefix("<") || text.hasPrefix("%")
    if !parts.isMasked || isTemplate, Self.placeholder.matches(text) { return .placeholder }
    if let reading = manglingReading(text, parts) { return reading }
    return parts.isMasked ? tailReading(parts) : nil
  }

  private func manglingReading(_ text: String, _ parts: Parts) -> KeyFragment.Reading? {
    // `OPENAI_A**_KEY`: a variable's own name.
    if text.containsBytes("**"), Self.maskedName.matches(text) { return .placeholder }
    let quotes: Set<Character> = ["\"", "'", "`", "“", "”"]
    if lowerHasPrefix(text, ["http://", "https://", "http:*", "https:*"]) { return .mangled(.url) }
    if text.lowercased() == "bearer" || lowerHasPrefix(text, ["bearer ", "bearer%20", "bearer*"]) { return .mangled(.scheme) }
    if let first = text.first, quotes.contains(first) { return .mangled(.quoted) }
    if let last = text.last, quotes.contains(last) { return .mangled(.quoted) }
    if text.containsBytes("\n") || text.hasSuffix("\\n") { return .mangled(.newline) }
    if text.containsBytes(" ") { return .mangled(text.split(separator: " ").count > 1 ? .prose : .blank) }
    if text.containsBytes("=*") || text.hasPrefix("OPENAI") || Self.assignment.matches(text) { return .mangled(.prose) }
    return nil
  }

  /// The last characters of a masked value: of a placeholder, a variable's name, or a missing value's text.
  private func tailReading(_ parts: Parts) -> KeyFragment.Reading? {
    let tail = parts.tail
    if Self.missingTails.contains(tail) && parts.head.isEmpty { return .missingValue }
    if tail.hasSuffix("}") || tail.hasSuffix(">") || parts.head.hasPrefix("$") || parts.head.hasPrefix("{{") {
      return .placeholder
    }
    let ends = ["_KEY", "_key", "-key", "here", "HERE", "xxxx", "XXXX", "....", "_API"]
    if ends.contains(where: { tail.hasSuffix($0) }) { return .placeholder }
    if tail.hasSuffix("=") { return .mangled(.encoded) }
    return nil
  }

  private func lowerHasPrefix(_ text: String, _ prefixes: [String]) -> Bool {
    let lower = text.lowercased()
    return prefixes.contains { lower.hasPrefix($0) }
  }

  // MARK: - Keys

  private func keyFragment(_ parts: Parts) -> KeyFragment {
    if !parts.isMasked, parts.head.count < 20, parts.length ?? 0 < 20, !isKnownPrefix(parts.head) {
      // No vendor's key is that short; it may be a password, so none of it is kept.
      return KeyFragment(reading: .key(fits: []), length: parts.length)
    }
    var fits: [String] = []
    var isDistinctive = false
    for provider in providers {
      for shape in provider.keyShapes where fitsShape(parts, shape) {
        if !fits.contains(provider.id) { fits.append(provider.id) }
      }
    }
    if let owner = distinctiveOwner(parts.head) {
      isDistinctive = true
      fits = fits.filter { $0 == owner }
      if fits.isEmpty {
        return KeyFragment(
          reading: .mangled(.length), head: redactor.publicPrefix(of: parts.head), tail: parts.publicTail,
          length: parts.length, isDistinctive: true)
      }
    }
    return KeyFragment(
      reading: .key(fits: fits.sorted()), head: redactor.publicPrefix(of: parts.head), tail: parts.publicTail,
      length: parts.length, isDistinctive: isDistinctive)
  }

  private func isKnownPrefix(_ head: String) -> Bool {
    providers.contains { $0.keyShapes.contains { !$0.prefix.isEmpty && head.hasPrefix($0.prefix) } }
  }

  /// The provider whose distinctive prefix the visible head has whole, or shares from four characters on.
  private func distinctiveOwner(_ head: String) -> String? {
    var best: (length: Int, provider: String)?
    for provider in providers {
      for shape in provider.keyShapes where shape.isDistinctive && shape.prefix.utf8.count > best?.length ?? 0 {
        let isPartOfPrefix = head.count >= 6 && shape.prefix.hasPrefix(head)
        if head.hasPrefix(shape.prefix) || isPartOfPrefix { best = (shape.prefix.utf8.count, provider.id) }
      }
    }
    return best?.provider
  }

  private func fitsShape(_ parts: Parts, _ shape: Provider.KeyShape) -> Bool {
    let head = parts.head
    if !shape.prefix.isEmpty, !head.isEmpty, !head.hasPrefix(shape.prefix), !shape.prefix.hasPrefix(head) {
      return false
    }
    if shape.prefix.isEmpty, distinctiveOwner(head) != nil { return false }
    if let length = parts.length, !shape.lengths.isEmpty, !shape.lengths.contains(length) { return false }
    if !shape.suffix.isEmpty, !parts.tail.isEmpty, !parts.tail.hasSuffix(shape.suffix) { return false }
    let rest = head.hasPrefix(shape.prefix) ? String(head.dropFirst(shape.prefix.count)) : ""
    return alphabet(shape.alphabet, holds: rest + parts.tail)
  }

  /// `alphabet` is the inside of a regex class: ranges, single characters, a last `-`.
  private func alphabet(_ alphabet: String, holds text: String) -> Bool {
    guard !alphabet.isEmpty else { return true }
    var allowed: Set<UInt8> = []
    let bytes = Array(alphabet.utf8).filter { $0 != UInt8(ascii: "\\") }
    var at = 0
    while at < bytes.count {
      if at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "-"), bytes[at] <= bytes[at + 2] {
        allowed.formUnion(bytes[at]...bytes[at + 2])
        at += 3
      } else {
        allowed.insert(bytes[at])
        at += 1
      }
    }
    return text.utf8.allSatisfy { allowed.contains($0) }
  }

  private static let missingValues: Set<String> = ["undefined", "none", "null", "nil", "nan", "[object object]"]
  private static let localDummies: Set<String> = [
    "empty", "ollama", "lm-studio", "sk-no-key-required", "not-needed", "no-key-required", "na", "n/a", "local",
  ]
  /// The last four of `undefined`, `None`, `null`.
  private static let missingTails: Set<String> = ["ined", "None", "null"]

  /// A masked value beside its length, or before a word on where it came from. The mask stands whole in front of the
  /// note: an echo that was cut within a sentence has none. Grammar: `VALUE NOTE`, `LENGTH: VALUE`.
  private static let noted = CompiledPattern.constant(
    #"""
      ^(?: (?<shown>(?![$\{<%]) [A-Za-z0-9_\-]{0,24} (?:\*{2,}|…|\.{2,}|[•●]{2,}|\[\.{3}\]|\[[a-z]{3,12}\]|<[a-z]{3,12}>) [A-Za-z0-9_\-]{0,8} )
          (?: \s*[,;:/|@#~×]?\s*[(\[<{]?\s*(?:len(?:gth)?|size|n|of|total)?\s*[=:]?\s*(?<length>\d{1,4})\s*
              (?:c|ch|chars?|characters|bytes|B|long|symbols|letters)?(?:\s+long)?\s*[)\]>}]?
            | \s+[(\[]?(?:from|in|via|by|of|out\s+of|source|src|set|env|loaded|redacted|masked|hidden|truncated|project|key|ok|used)(?![A-Za-z]).{0,80} )
        | (?:len(?:gth)?\s*[=:]?\s*)?(?<length>\d{2,3})\s*(?:c|ch|chars?|characters|bytes)?\s*[:,;/|]\s*
          (?<shown>[A-Za-z0-9_\-]{2,24}(?:\*{2,}|…|\.{2,}|[•●]{2,})[A-Za-z0-9_\-]{0,8}) )$
      """#, [.extended])

  private static let maskedName = CompiledPattern.constant(#"^[A-Z][A-Z0-9_]*_?\*+[A-Z0-9_]*(?:_KEY|TOKEN|SECRET)$"#)
  private static let assignment = CompiledPattern.constant(#"^[A-Z][A-Z0-9_]{3,}="#)

  /// Text that somebody should have replaced. Grammar: a template that nothing expanded; the name of a variable;
  /// words of instruction; one repeated character.
  private static let placeholder = CompiledPattern.constant(
    #"""
      ^(?:\$\(?\{?.*|\{\{?.*\}?\}?|<[^>]*>?|%[A-Z_]+%?|\#
      (?:sk-|gsk_|AIza|key-)?(?:proj-|ant-)?(?:[x*.X]{3,}[-_x*.X]*|0{6,}|1234\w*)|\#
      [A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_?(?:API_?KEY|KEY|TOKEN|SECRET)|api[-_]?key|\#
      (?:.*[-_ ])?(?:your|my|insert|replace|change|put|enter|add|todo|fixme|placeholder|example|sample|dummy|fake|secret|\#
      demo|default|test|no[-_]token|changeme|replaceme|goes)(?:[-_ ].*|me|here)?|.*[-_ ]here|change_?me|dummy[-_]?key?|to[-_]?be[-_].*)$
      """#,
    [.ignoresCase])
}

extension KeyFragmentReader {
  /// A shown value, taken apart at its mask.
  struct Parts {
    var head: String
    var tail: String
    /// Of the whole value; nil where the mask has a fixed width or no mask is shown.
    var length: Int?
    var isMasked: Bool

    init(of text: String, statedLength: Int?) {
      guard let (before, mask, after) = Self.cut(text) else {
        head = text
        tail = text.count >= 8 ? String(text.suffix(4)) : ""
        length = statedLength ?? text.count
        isMasked = false
        return
      }
      head = before
      tail = after
      isMasked = true
      // Masks of up to six signs have a fixed width, longer ones one sign a character.
      length = statedLength ?? (mask.count > 6 && mask.allSatisfy { $0 == "*" } ? text.count : nil)
    }

    private static func cut(_ text: String) -> (String, String, String)? {
      guard let match = mask.firstMatch(in: text), let range = match.range(0) else { return nil }
      return (
        text.slice(0..<range.lowerBound), text.slice(range), text.slice(range.upperBound..<text.utf8.count)
      )
    }

    private static let mask = CompiledPattern.constant(#"\*{3,}|…|\.{3,}|[•●]{3,}|\[\.{3}\]|(?<=[A-Za-z0-9_\-]{2})[\[<](?:redacted|masked|hidden|truncated|removed|filtered|omitted|censored|snip)[\]>]|(?<=[_\-])[xX]{5,}+(?=[A-Za-z0-9]{2,4}$)"#)

    /// At most four, and only of values that can be keys.
    var publicTail: String {
      let isLong = (length ?? 20) >= 20
      return isLong ? String(tail.suffix(4)) : ""
    }
  }
}
