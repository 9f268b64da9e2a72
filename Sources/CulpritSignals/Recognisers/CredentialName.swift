/// A name that means a credential: a whole variable, or a provider beside key, credential or token.
package struct CredentialName: Hashable, Sendable {
  /// The identifier as printed, where it is written as a variable is.
  package var variable: String?
  package var provider: String?
  /// Nothing reads it: set by mistake for a variable of `provider`.
  package var isMisnomer: Bool

  init(variable: String?, provider: String?, isMisnomer: Bool) {
    self.variable = variable
    self.provider = provider
    self.isMisnomer = isMisnomer
  }

  /// nil where the name means no credential of a provider: settings, other systems' secrets, prose.
  init?(_ name: String, lexicon: Lexicon) {
    if let provider = lexicon.provider(ofVariable: name) {
      guard !lexicon.isSetting(name) else { return nil }
      self.init(variable: name, provider: provider, isMisnomer: false)
      return
    }
    let isVariable = name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
      && name.utf8.contains(95)
    guard !lexicon.isMisnomerOfSetting(name) else { return nil }
    let words = Identifier.words(of: name)
    if isVariable, let provider = lexicon.provider(ofMisnomer: name) {
      self.init(variable: name, provider: provider, isMisnomer: true)
      return
    }
    // `gemini access`: what a key gives.
    let isMeant = words.contains { Identifier.keyWords.contains($0) } || words.count > 1 && words.last == "access"
    guard isMeant, !words.contains("invalid") else { return nil }
    if let provider = lexicon.provider(amongWords: words) {
      self.init(variable: nil, provider: provider, isMisnomer: false)
      return
    }
    guard words.allSatisfy({ Self.general.contains($0) }) else { return nil }
    self.init(variable: isVariable ? name : nil, provider: nil, isMisnomer: false)
  }

  /// Of a statement without an identifier: the provider whose word stands in it, or nearest before it.
  init(nearby statement: String, lexicon: Lexicon, before: String) {
    let provider = lexicon.provider(amongWords: Identifier.words(of: statement))
      ?? lexicon.lastProvider(amongWords: Identifier.words(of: before))
    self.init(variable: nil, provider: provider, isMisnomer: false)
  }

  /// Whether it says less of the same credential: a provider's, or any, beside a variable.
  func isOf(_ other: CredentialName) -> Bool {
    variable == nil && other.variable != nil && (provider == nil || provider == other.provider)
  }

  /// Words of names that mean the application's one credential without naming whose it is.
  static let general: Set<String> = [
    "api", "key", "keys", "apikey", "credential", "credentials", "llm", "ai", "model", "present", "set", "has", "is", "fingerprint",
    "len", "length", "env", "token", "loaded", "configured", "my",
  ]
}
