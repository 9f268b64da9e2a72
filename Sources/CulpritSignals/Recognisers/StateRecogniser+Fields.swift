import CulpritJSON
import CulpritRegex

/// What the fields of a structured record say of credentials: their names, and the values beside them.
extension StateRecogniser {
  func findings(in structure: JSONValue) -> [Finding] {
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

  private static let settingsField = CompiledPattern.constant(#"(?i)^(?:settings|config(?:uration)?|(?:setting|config)_?(?:keys|names)|options)$"#)
  private static let variable = CompiledPattern.constant(#"^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$"#)
  private static let environmentField = CompiledPattern.constant(#"(?i)^(?:env|environment|env_?vars|env_?keys|variables)$"#)
  private static let shownValue = CompiledPattern.constant(#"\*{3,}|…|[•●]{3,}|\.{3}\w|^(?:sk-|gsk_|AIza|xai-)|^(?=[A-Za-z_\-]{0,15}\d)[A-Za-z0-9_\-]{3,16}\.{2,3}$"#)
}
