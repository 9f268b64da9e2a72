package import CulpritRules

/// Providers × conditions, with the ids of patterns, as Markdown.
package struct CoverageTable {
  package static let start = "<!-- coverage: made by 'make coverage' -->"
  package static let end = "<!-- end of coverage -->"

  private let rules: RuleSet

  package init(_ rules: RuleSet) {
    self.rules = rules
  }

  /// What a log can say of a credential, and the signals that say it.
  private static let conditions: [(name: String, signals: [SignalName])] = [
    ("absent", [.credentialAbsent, .credentialNotSent]), ("blank, malformed", [.credentialBlank, .credentialMalformed]),
    ("refused", [.credentialRefused, .authenticationFailed]), ("of another", [.endpointMismatch]),
    ("revoked", [.credentialRevoked]), ("expired", [.credentialExpired]), ("scope", [.permissionDenied]),
    ("quota", [.quotaExhausted]), ("rate limit", [.rateLimited]), ("model", [.modelNotFound]),
    ("region", [.regionBlocked]),
  ]

  /// The document with the table between its marks; nil where it has none.
  package func written(into document: String) -> String? {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: Self.start), let end = lines[start...].firstIndex(of: Self.end) else {
      return nil
    }
    return (Array(lines[...start]) + rows + Array(lines[end...])).joined(separator: "\n")
  }

  private var rows: [String] {
    let names = Self.conditions.map(\.name)
    let head = ["", "| provider | " + names.joined(separator: " | ") + " |"]
    let rule = "| --- |" + String(repeating: " --- |", count: names.count)
    let providers = rules.providers.map { row("\($0.name)", of: $0.id, echo: hasEcho($0.id)) }
    return head + [rule, row("any", of: nil, echo: true)] + providers + [""]
  }

  private func row(_ title: String, of provider: String?, echo: Bool) -> String {
    let cells = Self.conditions.map { condition in
      var ids = rules.patterns.filter { $0.provider == provider && condition.signals.contains($0.signal) }
        .map { short($0, of: provider) }
      if condition.name == "of another" && echo { ids.append("*echo*") }
      return ids.isEmpty ? "–" : ids.joined(separator: ", ")
    }
    return "| \(title) | " + cells.joined(separator: " | ") + " |"
  }

  /// Its refusals show a part of the key that was sent: whose it is, is read from that.
  private func hasEcho(_ provider: String) -> Bool {
    rules.patterns.contains { $0.provider == provider && $0.regex.contains("(?<echo>") }
  }

  /// Without the provider, and without what the column says already.
  private func short(_ pattern: Pattern, of provider: String?) -> String {
    let parts = pattern.id.split(separator: ".").map(String.init)
    return "`" + (provider == nil ? pattern.id : parts.last ?? pattern.id) + "`"
  }
}
