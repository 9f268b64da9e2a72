import CulpritRegex

/// Which words of a report answer which words of a label: labels are older than the contract, and freer.
package enum Vocabulary {
  /// Whether a reported subcause is what the label asks for.
  package static func subcause(_ reported: String?, answers wanted: String, of cause: String) -> Bool {
    guard let reported else { return false }
    if wanted.contains("|") { return alternatives(wanted).contains(reported) }
    if let answers = answersByLabel[wanted] { return answers.contains(reported) }
    if contract.contains(wanted) { return reported == wanted }
    return answersByCause[cause]?.contains(reported) ?? false
  }

  /// Whether a reported provider is one that the label names.
  package static func provider(_ reported: String?, answers wanted: String) -> Bool {
    guard let reported else { return false }
    return alternatives(wanted).map(providerID).contains(providerID(reported))
  }

  /// Whether a reported type name is one that the label names, without module paths.
  package static func type(_ reported: String, answers wanted: String) -> Bool {
    alternatives(wanted).map(withoutModule).contains(withoutModule(reported))
  }

  /// `openai.AuthenticationError` becomes `AuthenticationError`.
  package static func withoutModule(_ type: String) -> String {
    let end = type.lastIndex { $0 == "." || $0 == ":" }
    return String(type[(end.map(type.index(after:)) ?? type.startIndex)...].trimmingSpaces)
  }

  /// Whether the entrypoints of a report, joined, hold one that the label names: by the name of a script,
  /// else by any of the alternatives as it stands.
  package static func entrypoint(_ reported: String, answers wanted: String) -> Bool {
    script.allMatches(in: wanted).contains { reported.contains(basename($0[0] ?? "")) }
      || alternatives(wanted).contains { $0.isEmpty || reported.contains($0) }
  }

  package static func alternatives(_ words: String) -> [String] {
    words.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands behind the last slash.
  package static func basename(_ path: String) -> String {
    String(path.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
  }

  private static let script = CompiledPattern.constant(#"[\w./@-]+\.\w+"#)

  private static func providerID(_ name: String) -> String { providerSynonyms[name] ?? name }

  private static let providerSynonyms = [
    "azure": "azure-openai", "gemini": "google", "vertex": "google", "aws": "bedrock",
    "aws-bedrock": "bedrock", "litellm": "litellm-proxy",
  ]

  /// Free words of labels with the subcauses of the contract that answer them.
  private static let answersByLabel: [String: Set<String>] = [
    "absent": ["absent"], "empty": ["empty"], "placeholder": ["placeholder"], "mangled": ["mangled"],
    "misnamed": ["misnamed"], "misnamed-variable": ["misnamed"], "misnamed-option": ["misnamed", "absent"],
    "read-before-load": ["read-too-early"], "read-before-dotenv": ["read-too-early"],
    "read-too-early": ["read-too-early"], "not-inherited": ["not-inherited"], "secret-scope": ["secret-scope"],
    "undefined-string": ["placeholder"], "literal-undefined": ["placeholder"],
    "default-dummy-value": ["placeholder"], "unexpanded-placeholder": ["placeholder"],
    "placeholder-name-as-value": ["placeholder"], "malformed-value-url": ["mangled", "placeholder"],
    "empty-string-key": ["empty", "absent"], "compose-variable-not-set": ["empty", "absent"],
    "malformed": ["mangled"], "key-of-other-provider": ["foreign-key"], "foreign-key": ["foreign-key"],
    "wrong-client-class": ["wrong-client"], "wrong-client": ["wrong-client"],
    "wrong-endpoint": ["wrong-endpoint"], "wrong-base-url": ["wrong-endpoint"],
    "azure-vs-openai": ["wrong-client", "wrong-endpoint", "foreign-key"],
    "rotated": ["rotated"], "rotated-while-running": ["rotated"], "mixed-fleet": ["rotated"],
    "revoked": ["revoked", "rejected"], "expired": ["expired"], "rejected": ["rejected", "revoked"],
  ]

  /// What answers any other word of a cause.
  private static let answersByCause: [String: Set<String>] = [
    "missing-env": ["absent", "not-inherited", "secret-scope", "read-too-early", "empty"],
    "wrong-provider": ["foreign-key", "wrong-client", "wrong-endpoint"],
    "stale-credential": ["rotated", "revoked", "expired", "rejected"],
  ]

  private static let contract = answersByCause.values.reduce(into: Set<String>(["placeholder", "mangled", "misnamed"])) {
    $0.formUnion($1)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmingSpaces: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
