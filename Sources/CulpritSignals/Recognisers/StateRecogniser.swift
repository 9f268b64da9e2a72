import CulpritIntake
package import CulpritJSON
import CulpritRegex
import CulpritRules

/// Finds what an application says of its credentials, in whatever sentence: a name, a relation, a state.
package struct StateRecogniser: Sendable {
  private let lexicon: Lexicon
  private let fragments: KeyFragmentReader
  private let redactor: Redactor
  private let shapes: ShapeReader
  private let parts: KeyPartReader

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

  private func finding(_ name: CredentialName, _ fragment: KeyFragment, at offset: Int) -> Finding {
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

  // MARK: - In structured records

  private func findings(in structure: JSONValue) -> [Finding] {
    var found: [Finding] = []
    collect(structure, path: [], depth: 0, into: &found)
    return found
  }

  private func collect(_ value: JSONValue, path: [String], depth: Int, into found: inout [Finding]) {
    guard depth < 4, found.count < 64 else { return }
    if case .object(let members) = value {
      if let fragment = fieldsOfOneKey(members, isKey: path.last.map(Self.namesKey) ?? false) {
        found.append(finding(nameOfKey(members, path: path), fragment, at: 0))
      }
      let first = found.count
      for member in members.prefix(200) {
        collect(member.value, path: path + [member.name], depth: depth + 1, into: &found)
      }
      lendOwner(members, to: &found, from: first)
      return
    }
    if let leaf = path.last, let names = environment(value, called: leaf) {
      for name in names {
        guard let credential = CredentialName(name, lexicon: lexicon), credential.variable != nil else { continue }
        append(Finding(name: credential, state: .present, offset: 0), to: &found)
      }
      return
    }
    guard let leaf = path.last, let name = name(ofPath: path, leaf: leaf) else { return }
    guard let (state, fragment) = state(of: value, words: Identifier.words(of: leaf)) else { return }
    append(Finding(name: name, state: state, fragment: fragment, offset: 0), to: &found)
  }

  /// Names of variables in a field that lists them. Settings may be of any kind: where all are spelled as variables
  /// are, they are the environment's.
  private func environment(_ value: JSONValue, called leaf: String) -> [String]? {
    guard let names = value.elements?.prefix(64).compactMap(\.string) else { return nil }
    if Self.environmentField.matches(leaf) { return names }
    return Self.settingsField.matches(leaf) && names.allSatisfy { Self.variable.matches($0) } ? names : nil
  }

  /// `openaiKeyPresent`, `keys.groq`, `OPENAI_API_KEY`, `credential.openai`.
  private func name(ofPath path: [String], leaf: String) -> CredentialName? {
    let name = CredentialName(leaf, lexicon: lexicon)
    guard path.count >= 2 else { return name }
    let parent = Identifier.words(of: path[path.count - 2])
    if let name {
      guard name.provider == nil, name.variable == nil else { return name }
      // `{"openai": {"key": true}}`; what stands under a name of something else is that one's.
      if let provider = lexicon.provider(amongWords: parent) { return CredentialName(variable: nil, provider: provider, isMisnomer: false) }
      return Self.ownerlessLeaves.contains(leaf.lowercased()) && !parent.allSatisfy { CredentialName.general.contains($0) } ? nil : name
    }
    guard parent.contains(where: { Identifier.keyWords.contains($0) }),
      let provider = lexicon.provider(amongWords: Identifier.words(of: leaf))
    else { return nil }
    return CredentialName(variable: nil, provider: provider, isMisnomer: false)
  }

  /// Names that mean any system's secret, and whose by what they stand under.
  private static let ownerlessLeaves: Set<String> = ["token", "secret", "key"]

  /// `{"provider": "azure", "credential": "04fc… (32)"}`: a credential without an owner is that of the provider beside.
  private func lendOwner(_ members: [JSONValue.Member], to found: inout [Finding], from first: Int) {
    let said = members.first { Self.owners.contains($0.name.lowercased()) }?.value.string
    guard let said, let owner = lexicon.provider(amongWords: Identifier.words(of: said) + [said.lowercased()]) else { return }
    let own = CredentialName(variable: nil, provider: owner, isMisnomer: false)
    for member in members.prefix(60) where Self.ownerlessLeaves.contains(member.name.lowercased()) {
      guard let (state, fragment) = state(of: member.value, words: []) else { continue }
      append(Finding(name: own, state: state, fragment: fragment, offset: 0), to: &found)
    }
    for index in found.indices[first...] where found[index].name.provider == nil && found[index].name.variable == nil {
      found[index].name = own
    }
  }

  private static let owners: Set<String> = ["provider", "vendor", "llm_provider", "llmprovider", "model_provider", "modelprovider", "backend"]

  private func state(of value: JSONValue, words: [String]) -> (CredentialClaim.State, KeyFragment?)? {
    switch value {
    case .bool(let flag): return (flag ? .present : .absent, nil)
    case .null: return (.absent, nil)
    case .number(let text):
      guard let number = Int(text), words.contains(where: { ["len", "length", "chars", "size"].contains($0) }) else { return nil }
      return (number == 0 ? .empty : .present, fragments.fragment(ofLength: number))
    case .string(let text):
      if text.isEmpty { return (.empty, nil) }
      if Self.wholeState.matches(text) { return (Self.state(text), nil) }
      guard Self.shownValue.matches(text) else { return nil }
      return (.present, fragments.fragment(of: text))
    case .array, .object: return nil
    }
  }

  /// Head, tail and length of one key in fields of their own: `starts_with`, `key_prefix`, `keyLength`, `last4`;
  /// a bare `length` only beside another of them, or in an object that is named after a key.
  private func fieldsOfOneKey(_ members: [JSONValue.Member], isKey: Bool) -> KeyFragment? {
    var head: String?
    var tail: String?
    var length: Int?
    for member in members.prefix(60) {
      let words = Identifier.words(of: member.name)
      let isNamed = isKey || words.count == 1 || words.contains { Identifier.keyWords.contains($0) } || words.contains("with")
      guard isNamed, let part = words.first(where: { Self.parts[$0] != nil }).flatMap({ Self.parts[$0] }) else { continue }
      switch part {
      case .head: head = head ?? member.value.string
      case .tail: tail = tail ?? member.value.string
      case .length: length = length ?? member.value.integer
      }
    }
    guard head != nil || tail != nil || isKey && length != nil else { return nil }
    if head == nil, tail == nil { return length.map { fragments.fragment(ofLength: $0) } }
    return fragments.fragment(of: (head ?? "") + "..." + (tail ?? ""), statedLength: length)
  }

  private enum Part { case head, tail, length }
  private static let parts: [String: Part] = [
    "prefix": .head, "starts": .head, "begins": .head, "head": .head, "suffix": .tail, "ends": .tail, "tail": .tail,
    "last4": .tail, "length": .length, "len": .length, "chars": .length,
  ]

  private static func namesKey(_ name: String) -> Bool {
    Identifier.words(of: name).contains { Identifier.keyWords.contains($0) }
  }

  /// Whose key an object shows: by a `provider` beside, or by the names on the way to it.
  private func nameOfKey(_ members: [JSONValue.Member], path: [String]) -> CredentialName {
    let said = members.first { ["provider", "vendor", "service", "for"].contains($0.name.lowercased()) }?.value.string
    let words = (path + [said ?? ""]).flatMap { Identifier.words(of: $0) }
    return CredentialName(variable: nil, provider: lexicon.provider(amongWords: words), isMisnomer: false)
  }

  // MARK: - Helpers

  /// Of two statements of one name in one record the one that shows more counts; a variable is the name of what
  /// its provider's word stands beside.
  private func append(_ finding: Finding, to found: inout [Finding]) {
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

  private static func state(_ word: String) -> CredentialClaim.State {
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

  private static let settingsField = CompiledPattern.constant(#"(?i)^(?:settings|config(?:uration)?|(?:setting|config)_?(?:keys|names)|options)$"#)
  private static let variable = CompiledPattern.constant(#"^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$"#)
  private static let environmentField = CompiledPattern.constant(#"(?i)^(?:env|environment|env_?vars|env_?keys|variables)$"#)

  private static let wholeState = CompiledPattern.constant(
    "^[<\\[(]?(?:\(stateWords))[>\\])]?$", [.ignoresCase, .extended])

  private static let shownValue = CompiledPattern.constant(#"\*{3,}|…|[•●]{3,}|\.{3}\w|^(?:sk-|gsk_|AIza|xai-)|^(?=[A-Za-z_\-]{0,15}\d)[A-Za-z0-9_\-]{3,16}\.{2,3}$"#)

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
