/// A wording of the field: a regex, what it means when it is found, and where it comes from.
///
/// Examples, near misses, versions and source stay in the rule files: a running Culprit does not need them.
package struct Pattern: Hashable, Sendable {
  /// Unique among all rule files; never reused or renamed.
  package var id: String
  package var signal: SignalName
  /// PCRE2. Named groups are values: `variable`, `echo`, `pid`, `script`, `service`, `status`, `code`, `host`, …
  package var regex: String
  /// In lower case: the record holds at least one of them, or the pattern cannot match. Never empty.
  package var literals: [String]
  /// Whose failure it is, an id of `providers`; nil where the words do not tell.
  package var provider: String?
  /// The client library that prints it (`openai-python`, `openai-node`, `litellm`); nil where several do.
  package var sdk: String?
  /// Values that the pattern knows without a group, such as the default variable of an SDK.
  package var values: [String: String]
  /// Many systems say the same: it needs a second attribution (host, SDK, slot) to name a provider.
  package var isAmbiguous: Bool

  package init(
    id: String, signal: SignalName, regex: String, literals: [String], provider: String? = nil,
    sdk: String? = nil, values: [String: String] = [:], isAmbiguous: Bool = false
  ) {
    self.id = id
    self.signal = signal
    self.regex = regex
    self.literals = literals
    self.provider = provider
    self.sdk = sdk
    self.values = values
    self.isAmbiguous = isAmbiguous
  }
}
