package import CulpritRules

/// Looks up by name what the provider files know: whose variable, host, class, frame, model or word it is.
package struct Lexicon: Sendable {
  package let providers: [Provider]
  private let providerOfVariable: [String: String]
  private let providerOfMisnomer: [String: String]
  private let providerOfClient: [String: [String]]
  private let providerOfWord: [String: String]
  /// By the first two bytes of a word: whether a provider's word begins so.
  private let isBeginning: [Bool]
  /// The bytes around the first `_` of each variable's name.
  private let variableJoints: Set<UInt16>
  /// Numbers of the fragments of frames that stand in a file's path.
  private let frames: LiteralIndex
  private let frameFragments: [(length: Int, provider: String)]
  private let settings: Set<String>
  private let misnomersOfSettings: Set<String>
  private let sharedClientProviders: Set<String>

  package init(providers: [Provider]) {
    self.providers = providers
    var variables: [String: String] = [:]
    var misnomers: [String: String] = [:]
    var clients: [String: [String]] = [:]
    var words: [String: String] = [:]
    var settings: Set<String> = []
    var misnomersOfSettings: Set<String> = []
    for provider in providers {
      for variable in provider.variables {
        if variables[variable.name] == nil { variables[variable.name] = provider.id }
        if variable.isSetting {
          settings.insert(variable.name)
          misnomersOfSettings.formUnion(variable.misnomers)
        }
        for misnomer in variable.misnomers where misnomers[misnomer] == nil { misnomers[misnomer] = provider.id }
      }
      for client in provider.clients { clients[client, default: []].append(provider.id) }
      for word in provider.words where words[word] == nil { words[word] = provider.id }
    }
    providerOfVariable = variables
    variableJoints = Set(variables.keys.compactMap { name in
      let bytes = Array(name.utf8)
      return bytes.firstIndex(of: UInt8(ascii: "_")).flatMap { Self.joint(of: bytes.span, at: $0) }
    })
    providerOfMisnomer = misnomers.filter { variables[$0.key] == nil }
    providerOfClient = clients
    providerOfWord = words
    var isBeginning = [Bool](repeating: false, count: 1 << 16)
    for word in words.keys { isBeginning[Self.beginning(of: word)] = true }
    self.isBeginning = isBeginning
    let fragments = providers.flatMap { provider in provider.frames.map { (text: $0, provider: provider.id) } }
    frames = LiteralIndex(literals: fragments.enumerated().map { ($1.text, $0) })
    frameFragments = fragments.map { ($0.text.utf8.count, $0.provider) }
    self.settings = settings
    self.misnomersOfSettings = misnomersOfSettings.subtracting(variables.keys)
    sharedClientProviders = Set(providers.filter(\.hasSharedClients).map(\.id))
  }

  package func provider(id: String) -> Provider? { providers.first { $0.id == id } }

  package func hasSharedClients(_ provider: String) -> Bool { sharedClientProviders.contains(provider) }

  /// The provider whose SDK reads the variable.
  package func provider(ofVariable name: String) -> String? { providerOfVariable[name] }

  /// False where no variable of two words and more that has a provider can stand in the text; looks at each byte once.
  func mayHoldVariable(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices where bytes[index] == UInt8(ascii: "_") {
      if let joint = Self.joint(of: bytes, at: index), variableJoints.contains(joint) { return true }
    }
    return false
  }

  /// The bytes before and behind an index.
  private static func joint(of bytes: Span<UInt8>, at index: Int) -> UInt16? {
    guard index > 0, index + 1 < bytes.count else { return nil }
    return UInt16(bytes[index - 1]) << 8 | UInt16(bytes[index + 1])
  }

  package func isSetting(_ variable: String) -> Bool { settings.contains(variable) }

  /// Set by mistake for a setting of its provider, such as a base URL: `ANTHROPIC_API_BASE`.
  package func isMisnomerOfSetting(_ variable: String) -> Bool { misnomersOfSettings.contains(variable) }

  /// The provider for which people set this name by mistake: a listed one, or a whole identifier that has the
  /// provider's word and a word for keys, and that no SDK reads.
  package func provider(ofMisnomer name: String) -> String? {
    if let listed = providerOfMisnomer[name] { return listed }
    guard providerOfVariable[name] == nil else { return nil }
    let parts = Identifier.words(of: name)
    guard parts.contains(where: { Identifier.keyWords.contains($0) }) else { return nil }
    return provider(amongWords: parts)
  }

  /// The one provider that these lower-case words name; nil for none or several.
  package func provider(amongWords words: [String]) -> String? {
    let found = providers(amongWords: words)
    if found.count > 1, found.contains("azure-openai") { return "azure-openai" }
    return found.count == 1 ? found[0] : nil
  }

  /// All providers that the words name, in order of appearance; `open` and `ai` name what `openai` does.
  package func providers(amongWords words: [String]) -> [String] {
    var found: [String] = []
    for (index, word) in words.enumerated() where isBeginning[Self.beginning(of: word)] {
      let pair = index + 1 < words.count ? providerOfWord[word + words[index + 1]] : nil
      if let provider = pair ?? providerOfWord[word], !found.contains(provider) { found.append(provider) }
    }
    return found
  }

  /// The provider that is named last; in `azure openai` that is Azure.
  func lastProvider(amongWords words: [String]) -> String? {
    guard let last = providers(amongWords: words).last, last == "openai",
      let at = words.lastIndex(where: { $0 == "openai" || $0 == "open" }), at > 0
    else { return providers(amongWords: words).last }
    return providers(amongWords: [words[at - 1]]).last == "azure-openai" ? "azure-openai" : last
  }

  private static func beginning(of word: String) -> Int {
    var bytes = word.utf8.makeIterator()
    return Int(bytes.next() ?? 0) << 8 | Int(bytes.next() ?? 0)
  }

  package func providers(ofClient name: String) -> [String] { providerOfClient[name] ?? [] }

  /// `host` in lower case; the longest suffix wins.
  package func provider(ofHost host: String) -> String? {
    var best: (length: Int, provider: String)?
    for provider in providers {
      for suffix in provider.hosts where host.hasHostSuffix(suffix) && suffix.utf8.count > best?.length ?? 0 {
        best = (suffix.utf8.count, provider.id)
      }
    }
    return best?.provider
  }

  /// The provider whose SDK a frame's file belongs to; the longest fragment wins.
  package func provider(ofFrame file: String) -> String? {
    var best: (length: Int, provider: String)?
    for number in frames.candidates(in: file) where frameFragments[number].length > best?.length ?? 0 {
      best = frameFragments[number]
    }
    return best?.provider
  }

  /// `model` as printed, with or without a leading `provider/` or `provider:`.
  package func provider(ofModel model: String) -> String? {
    let name = model.lowercased()
    var best: (length: Int, provider: String)?
    for provider in providers {
      for prefix in provider.models where name.hasPrefix(prefix) && prefix.utf8.count > best?.length ?? 0 {
        best = (prefix.utf8.count, provider.id)
      }
    }
    return best?.provider
  }
}

extension String {
  func hasHostSuffix(_ suffix: String) -> Bool {
    guard hasSuffix(suffix) else { return false }
    return utf8.count == suffix.utf8.count || suffix.hasPrefix(".")
      || utf8[utf8.index(endIndex, offsetBy: 0 - suffix.utf8.count - 1, limitedBy: startIndex) ?? startIndex]
        == UInt8(ascii: ".")
  }
}
