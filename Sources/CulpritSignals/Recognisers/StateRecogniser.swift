import CulpritIntake
package import CulpritJSON
import CulpritRegex
import CulpritRules

/// Finds what an application says of its credentials, in whatever sentence: a name, a relation, a state.
package struct StateRecogniser: Sendable {
  let lexicon: Lexicon
  let fragments: KeyFragmentReader
  private let redactor: Redactor
  private let shapes: ShapeReader
  let parts: KeyPartReader

  package init(lexicon: Lexicon, fragments: KeyFragmentReader, redactor: Redactor) {
    self.lexicon = lexicon
    self.fragments = fragments
    self.redactor = redactor
    shapes = ShapeReader(lexicon: lexicon, fragments: fragments)
    parts = KeyPartReader(lexicon: lexicon, fragments: fragments)
  }

  /// A statement before its origin and rank are known.
  package struct Finding: Sendable {
    package var name: CredentialName
    package var state: CredentialClaim.State
    package var fragment: KeyFragment?
    /// UTF-8 offset in the record's text.
    package var offset: Int
  }

  /// All statements of a record's text; a listing is what names five variables and more.
  package func claims(in text: RecordText, structure: JSONValue?, origin: Origin) -> [CredentialClaim] {
    if let probe = ProbeLine(in: text, structure: structure) { return claims(of: probe, origin: origin) }
    var found = findings(in: text.text)
    if let structure { for finding in self.findings(in: structure) { append(finding, to: &found) } }
    return claims(of: found, in: text, origin: origin)
  }

  private func claims(of found: [Finding], in text: RecordText, origin: Origin) -> [CredentialClaim] {
    let listing = Set(found.compactMap(\.name.variable)).count >= 5
    return found.map { finding in
      var origin = origin
      origin.place = text.place(of: finding.offset)
      var claim = CredentialClaim(
        origin: origin, state: finding.state, rank: finding.fragment == nil ? .application : .shown,
        text: redactor.redact(text.line(around: finding.offset), limit: 300))
      claim.variable = finding.name.variable
      claim.provider = finding.name.provider
      claim.fragment = finding.fragment
      claim.isMisnomer = finding.name.isMisnomer
      claim.isListing = listing
      return claim
    }
  }

  /// What a probe saw: certain, and nothing else in its line is read.
  private func claims(of probe: ProbeLine, origin: Origin) -> [CredentialClaim] {
    let isListing = probe.variables.count >= 5
    let who = "\(ProbeRule.marker) pid=\(probe.pid) entrypoint=\(redactor.redactedString(probe.entrypoint)) "
    return probe.variables.map { variable in
      var claim = CredentialClaim(
        origin: origin, state: variable.state, rank: .probed,
        text: redactor.composed(who + variable.text(among: lexicon.providers)))
      let name = CredentialName(variable.name, lexicon: lexicon)
      claim.variable = variable.name
      claim.provider = name?.provider
      claim.isMisnomer = name?.isMisnomer ?? false
      claim.isListing = isListing
      claim.pattern = "culprit-probe"
      if variable.state == .present {
        let fragment = variable.fragment(among: lexicon.providers)
        claim.fragment = fragment
        if fragment.reading == .missingValue { claim.state = .undefined }
      }
      return claim
    }
  }

  // MARK: - In text

  package func findings(in text: String) -> [Finding] {
    var found = Self.mayHold(text) ? stated(in: text) : []
    for shown in shapes.shapes(in: text) where shown.name.provider != nil || !found.contains(where: { $0.fragment == shown.fragment }) {
      append(finding(shown.name, shown.fragment, at: shown.offset), to: &found)
    }
    return found + unreadSettings(in: text)
  }

  /// An address in a variable that no client reads, `ANTHROPIC_API_BASE=https://…`: what is asked is the vendor's own host.
  private func unreadSettings(in text: String) -> [Finding] {
    guard text.containsBytes("://"), text.containsBytes("_") else { return [] }
    return Self.address.allMatches(in: text, limit: 8).compactMap { match in
      guard let name = match["name"], lexicon.isMisnomerOfSetting(name), let provider = lexicon.provider(ofMisnomer: name),
        let host = match["host"], lexicon.provider(ofHost: host.lowercased()) != provider
      else { return nil }
      return Finding(
        name: CredentialName(variable: name, provider: provider, isMisnomer: true), state: .present, offset: match.range.lowerBound)
    }
  }

  private static let address = CompiledPattern.constant(
    #"(?<![A-Za-z0-9_])(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)["'`]?\s*[=:]\s*["'`]?https?://(?<host>[A-Za-z0-9.\-]+)"#)

  private func stated(in text: String) -> [Finding] {
    var found: [Finding] = likenesses(in: text)
    for match in Self.statement.allMatches(in: text, limit: 64) {
      guard let name = match["name"], let word = match["state"],
        let credential = CredentialName(name, lexicon: lexicon) ?? bareProvider(name, in: match)
      else { continue }
      let before = text.slice(text.scalarBorder(before: max(0, match.range.lowerBound - 12))..<match.range.lowerBound)
      let state = Self.state(word)
      // `no API key found`: what is found not.
      let isDenied = state == .present && Self.denial.matches(before)
      append(Finding(name: credential, state: isDenied ? .absent : state, offset: match.range.lowerBound), to: &found)
    }
    for match in Self.stateFirst.allMatches(in: text, limit: 16) {
      guard let word = match["state"] else { continue }
      let name = CredentialName(nearby: text.slice(match.range), lexicon: lexicon, before: beginning(of: text, match.range.lowerBound))
      append(Finding(name: name, state: Self.state(word), offset: match.range.lowerBound), to: &found)
    }
    for match in Self.lacking.allMatches(in: text, limit: 8) {
      guard let name = match["name"], let credential = CredentialName(name, lexicon: lexicon), credential.provider != nil else { continue }
      append(Finding(name: credential, state: .absent, offset: match.range.lowerBound), to: &found)
    }
    for match in Self.dash.allMatches(in: text, limit: 8) {
      guard let name = match["name"], let credential = CredentialName(name, lexicon: lexicon), credential.provider != nil else { continue }
      append(Finding(name: credential, state: .absent, offset: match.range.lowerBound), to: &found)
    }
    for finding in displays(in: text) + dumps(in: text) { append(finding, to: &found) }
    for match in Self.blankLine.allMatches(in: text, limit: 8) {
      guard let name = match["name"], let credential = CredentialName(name, lexicon: lexicon), credential.provider != nil else { continue }
      append(Finding(name: credential, state: .empty, offset: match.range.lowerBound), to: &found)
    }
    for match in Self.nameList.allMatches(in: text, limit: 8) {
      for name in (match["names"] ?? "").split(whereSeparator: { ", \"'[]".contains($0) }).prefix(64) {
        guard let credential = CredentialName(String(name), lexicon: lexicon), credential.variable != nil else { continue }
        append(Finding(name: credential, state: .present, offset: match.range.lowerBound), to: &found)
      }
    }
    return found
  }

  /// `OPENAI_API_KEY looks like an Anthropic key`: whose it is, in words.
  private func likenesses(in text: String) -> [Finding] {
    Self.likeness.allMatches(in: text, limit: 8).compactMap { match in
      guard let name = match["name"].flatMap({ CredentialName($0, lexicon: lexicon) }), let word = match["owner"],
        let owner = lexicon.provider(amongWords: Identifier.words(of: word) + [word.lowercased()]),
        let shape = lexicon.provider(id: owner)?.keyShapes.first
      else { return nil }
      let fragment = KeyFragment(reading: .key(fits: [owner]), head: shape.prefix, isDistinctive: true)
      return Finding(name: name, state: .present, fragment: fragment, offset: match.range.lowerBound)
    }
  }

  private static let likeness = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_])(?<name>[A-Za-z][A-Za-z0-9]*(?:[_\-][A-Za-z0-9]+)+|[A-Za-z]{3,20}\s+(?:API\s+)?(?:key|credential|token))["'`]?\s+
      (?:looks\s+like|seems\s+to\s+be|appears\s+to\s+be|(?:really\s+|actually\s+)?(?:is|holds|contains|carries|has)(?:\s+(?:really|actually|set\s+to|in\s+fact))?)\s+
      (?:an?\s+|the\s+)(?:valid\s+)?(?<owner>[A-Za-z]{3,20})(?:['’]s)?\s+(?:project\s+|API\s+)?(?:key|credential|token)(?![A-Za-z])
      """#, [.ignoresCase, .extended])

  /// `anthropic=configured`: a provider's word alone means its credential where a sign and a plain state follow.
  private func bareProvider(_ name: String, in match: Match) -> CredentialName? {
    guard let end = match.range("name")?.upperBound, let provider = lexicon.provider(amongWords: [name.lowercased()]) else { return nil }
    let rest = match.text.slice(end..<match.range.upperBound).drop { $0 == " " || $0 == "\"" }
    guard rest.first == "=" || rest.first == ":", Self.plainState.matches(match["state"] ?? "") else { return nil }
    return CredentialName(variable: nil, provider: provider, isMisnomer: false)
  }

  private static let plainState = CompiledPattern.constant(
    #"(?i)^(?:configured|missing|set|unset|absent|present|true|false|yes|no|on|off|enabled|disabled|none|null|empty|undefined|not[ _]set|\*{3,}|[✓✔✅☑✗✘❌☐✖])$"#)

  /// What is shown of a key: `(key ...CQRV)`, `fingerprint=...DwYx`, `key of 61 chars`, `OPENAI_API_KEY=sk-pr…iyRU, 164 chars`.
  private func displays(in text: String) -> [Finding] {
    var found: [Finding] = []
    for match in Self.display.allMatches(in: text, limit: 16) {
      let shown = match["shown"] ?? match["tail"].map { "..." + $0 }
      let length = (match["length"] ?? match["length2"]).flatMap { Int($0) }
      guard shown != nil || length != nil else { continue }
      // What is shown of a key begins as its owner's keys do, whoever's slot it fills.
      let said = text.slice(match.range.lowerBound..<(match.range("shown")?.lowerBound ?? match.range.upperBound))
      let nearby = CredentialName(nearby: said, lexicon: lexicon, before: beginning(of: text, match.range.lowerBound))
      // A bare `key` is that of the provider beside it.
      let own = match["name"].flatMap { CredentialName($0, lexicon: lexicon) }
      let name = own.flatMap { $0.provider == nil && $0.variable == nil && nearby.provider != nil ? nil : $0 } ?? nearby
      let fragment = shown.map { fragments.fragment(of: $0, statedLength: length) }
        ?? fragments.fragment(ofLength: length ?? 0)
      found.append(finding(name, fragment, at: match.range.lowerBound))
    }
    // A banner says such things on its first line.
    let head = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? text
    for part in parts.parts(in: head) { append(finding(part.name, part.fragment, at: part.offset), to: &found) }
    return found
  }

  /// Values that stand in dumps: `OPENAI_API_KEY=sk-…` in a command line, `Authorization: Bearer …`, `x-api-key: …`.
  package func dumps(in text: String) -> [Finding] {
    var found: [Finding] = []
    for match in Self.assignment.allMatches(in: text, limit: 16) {
      guard let name = match["name"].flatMap({ CredentialName($0, lexicon: lexicon) }), name.provider != nil,
        let value = match["value"], !Self.wholeState.matches(value)
      else { continue }
      found.append(finding(name, fragments.fragment(of: value), at: match.range.lowerBound))
    }
    for match in Self.quotedValue.allMatches(in: text, limit: 8) {
      guard let name = match["name"].flatMap({ CredentialName($0, lexicon: lexicon) }), name.provider != nil,
        let value = match["value"], !Self.wholeState.matches(value)
      else { continue }
      append(finding(name, fragments.fragment(of: value), at: match.range.lowerBound), to: &found)
    }
    for match in Self.header.allMatches(in: text, limit: 4) {
      guard let value = match["value"], value.utf8.count < 400 else { continue }
      let name = CredentialName(variable: nil, provider: nil, isMisnomer: false)
      found.append(finding(name, fragments.fragment(of: value), at: match.range.lowerBound))
    }
    return found
  }

  func finding(_ name: CredentialName, _ fragment: KeyFragment, at offset: Int) -> Finding {
    let state: CredentialClaim.State =
      switch fragment.reading {
      case .empty: .empty
      case .missingValue: .undefined
      default: .present
      }
    return Finding(name: name, state: state, fragment: fragment, offset: offset)
  }

  /// Of a failing record: only what its dumps show; its sentences are wordings.
  package func dumpClaims(in text: RecordText, origin: Origin) -> [CredentialClaim] {
    var found = dumps(in: text.text)
    for shown in shapes.shapes(in: text.text) where Self.isShownInField(text.text, before: shown.offset) {
      append(finding(shown.name, shown.fragment, at: shown.offset), to: &found)
    }
    return claims(of: found, in: text, origin: origin)
  }

  // MARK: - Helpers

  /// Of two statements of one name in one record the one that shows more counts; a variable is the name of what
  /// its provider's word stands beside.
  func append(_ finding: Finding, to found: inout [Finding]) {
    if let known = found.firstIndex(where: { $0.name == finding.name || finding.name.isOf($0.name) }) {
      if found[known].fragment?.head.isEmpty ?? true, finding.fragment != nil {
        found[known].fragment = finding.fragment
        // A length of 0 beside a word that it is not set tells nothing new.
        if found[known].state != .absent || finding.state == .present { found[known].state = finding.state }
      }
      return
    }
    found.append(finding)
  }

  private func beginning(of text: String, _ offset: Int) -> String {
    text.slice(text.scalarBorder(before: max(0, offset - 40))..<offset)
  }

  private static func mayHold(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["key", "token", "secret", "credential", "fingerprint"].contains { lower.containsBytes($0) }
      || stateHint.matches(lower)
  }

  private static let stateHint = CompiledPattern.constant(#"[a-z]["']?[=:]\s?["']?(?:configured\b|missing\b|unset\b|absent\b|present\b|set\b|on\b|off\b|enabled\b|disabled\b|[✓✔✅☑✗✘❌☐✖])|(?:access|login)["']?\s*[=:]"#)

  static func state(_ word: String) -> CredentialClaim.State {
    let lower = word.lowercased()
    if ["undefined", "none", "null", "nil"].contains(lower) { return lower == "undefined" ? .undefined : .absent }
    if ["empty", "blank", "\"\"", "''"].contains(lower) { return .empty }
    return absence.matches(word) ? .absent : .present
  }

  private static let absence = CompiledPattern.constant(
    #"(?i)^(?:not\b.*|not_set|unset|missing|no|n|false|absent|required|must\b.*|is required|0|unavailable|off|disabled|nothing\b.*|[✗✘❌☐✖])$"#)

  private static let stateWords =
    #"""
    not\s+(?:been\s+|yet\s+)?(?:set|found|present|configured|available|defined|provided|loaded|there|in\s+env\w*)|NOT_SET|unset|missing|none|null|undefined|absent|
    empty|blank|nil|no|false|required|must\s+be\s+set|unavailable|yes|true|set|present|found|configured|available|loaded|defined|ok|provided|redacted|hidden|masked|filtered|censored|\*{3,}|
    nothing(?:\s+\w+){0,2}|on|off|enabled|disabled|[✓✔✅☑✗✘❌☐✖]
    """#

  static let wholeState = CompiledPattern.constant(
    "^[<\\[(]?(?:\(stateWords))[>\\])]?$", [.ignoresCase, .extended])

  private static let statement = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_$\-./])(?:(?:process\.|import\.meta\.)env\.)?
      (?<name>(?:[A-Za-z][A-Za-z]{2,20}\s+(?:API\s+)?(?:key|credentials?|token|access)|[A-Za-z][A-Za-z0-9]*(?:[_\-][A-Za-z0-9]+)*))["'`]?[)\]]?
      (?:\s+(?:environment\s+variable|env\s+var(?:iable)?|variable))?
      (?:\s*(?:=>|[=:])\s*|\s+(?:is|are|was|has\s+been|has(?=\s+not\s))\s+|\s+(?:in\s+env(?:ironment)?|in\s+process\.env|present|set|available|configured|loaded|found|defined)\s*(?:\?\s*[:=]?|[:=])\s*|\s+)
      (?:["'`<(\[]?(?<state>
      """# + stateWords + #"""
      )["'`>)\]]?(?![A-Za-z0-9_\-]|\s+or\s+empty)|(?<state>""|'')(?![^\s,;)}\]]))
      """#, [.ignoresCase, .extended])

  private static let stateFirst = CompiledPattern.constant(
    #"(?<![A-Za-z0-9_])(?<state>undefined|null|empty|blank)\s+(?:[A-Za-z]+\s+)?(?:api[ _-]?)?(?:key|credentials?|token)(?![A-Za-z0-9_])"#,
    [.ignoresCase])

  /// `missing OPENAI_API_KEY`, `no OPENAI_API_KEY in the environment`
  private static let lacking = CompiledPattern.constant(
    #"(?<![A-Za-z0-9_])(?i:no|missing|without)\s+(?:(?i:the|an?|env(?:ironment)?|variable)\s+){0,3}["'`]?(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![A-Za-z0-9_])"#)

  /// A line that is a variable's name and nothing behind it: how GitHub Actions lists a blank secret.
  private static let blankLine = CompiledPattern.constant(
    #"^\s*(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[:=][ \t]*$"#, [.multiline])

  /// `GROQ_API_KEY=-, MISTRAL_API_KEY=-`: how a table writes nothing.
  private static let dash = CompiledPattern.constant(
    #"(?<![A-Za-z0-9_])(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)["']?[=:]\s?["']?(?:-{1,3}|—|n/a)["']?(?=[,;\s)\]}]|$)"#)

  private static let assignment = CompiledPattern.constant(
    #"(?<![A-Za-z0-9_])(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)=["']?(?!<)(?<value>[^\s"',;)]{6,400})"#)
  /// `anthropic.key = "<paste key here>"`, `openai_token: 'changeme'`: names of settings, in small letters.
  private static let quotedValue = CompiledPattern.constant(
    #"(?<![A-Za-z0-9_.\-])(?<name>[a-z][A-Za-z0-9]{1,30}(?:[._\-][A-Za-z0-9]{1,30}){0,4}[._\-]?(?i:key|token|secret))["']?\s?[=:]\s?(?:"(?<value>[^"\n]{4,200})"|'(?<value>[^'\n]{4,200})')"#)
  private static let header = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_]|i\.e\.\ |e\.g\.\ )(?:authorization|x-api-key|api-key|x-goog-api-key)\\*["'`]?\s*[:=]\s*\[?\s*\\*["'`]?
      (?!\s*(?:\[|\{|null|redacted))(?:Bearer\s+)?(?<value>[^\s"'`\\,\]\[{}]{4,400})
      """#, [.ignoresCase, .extended])
  /// `key_prefix=sk-proj-`, `keyStart: "gsk_`: a field that is named after a part of a key.
  private static func isShownInField(_ text: String, before offset: Int) -> Bool {
    shownField.matches(text.slice(text.scalarBorder(before: max(0, offset - 40))..<offset))
  }

  private static let shownField = CompiledPattern.constant(
    #"(?i)(?:key|token|credential|secret)[A-Za-z]{0,8}[_.\-]?(?:prefix|head|start(?:s|swith)?|begin(?:s|ning)?)["'\\]*\s*[=:]\s*["'\\]*$"#)
  private static let denial = CompiledPattern.constant(#"(?i)(?<![a-z=:])(?<![=:] )(?:no|without|neither|any)\s+(?:valid\s+)?$"#)
  private static let nameList = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_])env(?:ironment)?(?:\s+(?:has|keys|names|variables|snapshot|of|for|in|[\w.\-]{1,40}(?=\s*[=:]))){0,3}["']?\s*[=:]?\s*(?:dict_keys\()?\[(?<names>[^\]]{3,2000})\]
      | (?<![A-Za-z0-9_])env(?:ironment)?(?:\s+(?:variables|vars|keys|names))?(?:\s+(?:of|for|in)\s+[\w.\-]{1,40})?(?:\s+(?:has|holds|contains|are|is|seen|here))?\s*[=:]?\s*
        (?<names>(?-i:[A-Z][A-Z0-9_]{2,60})(?:(?:,\s?|\s)(?-i:[A-Z][A-Z0-9_]{2,60})){1,60})(?![A-Za-z0-9_=])
      """#, [.ignoresCase, .extended])

  private static let display = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_$])(?<name>[A-Za-z][A-Za-z0-9_\-]*(?:key|token|secret|credential)[A-Za-z0-9_]*|[A-Za-z]*key|credentials?|token|fingerprint|[a-z]{4,12}(?=\s*[=:]\s*key\s+of))["'`]?
      (?:\s+(?:fingerprint|is|from|used|loaded|set|present|found|configured|in\s+use))*\s*[=:(]?\s*(?:key\s+)?["'`(<]?
      (?: (?<shown>[A-Za-z0-9_\-${}]{0,16}(?:\*{3,}|…|\[\.{3}\]|\.{3})[A-Za-z0-9_\-}"=]{0,6}) (?:[^\n]{0,16}?(?<length>\d{1,4})\s*(?:chars?|characters|bytes|long)|\s?[(\[](?:len(?:gth)?\s*[=:]?\s*)?(?<length>\d{2,3})[)\]])?
      | (?:(?:[a-z]+[ ]){0,3}[a-z]+,[ ])?(?:ends?|ending)\s+(?:in|with|on)\s+["'`]?(?<tail>[A-Za-z0-9_\-}>"]{2,4})(?![A-Za-z0-9_\-])
      | (?:of|with|has|,(?:\s*len(?:gth)?)?|len(?:gth)?\s*[=:]?)?\s*(?<length2>\d{1,4})\s*(?:chars?|characters|bytes\s+long)(?![a-z])
      )
      """#, [.ignoresCase, .extended])
}

extension String {
  /// The nearest border of a character at or before the UTF-8 offset; the end is one.
  func scalarBorder(before offset: Int) -> Int {
    var offset = min(offset, utf8.count)
    while offset > 0, offset < utf8.count, utf8[utf8.index(startIndex, offsetBy: offset)] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
