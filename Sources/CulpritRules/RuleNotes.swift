/// What rule files say to people beside what a running Culprit needs: where a wording comes from, what it looks
/// like, what it means and what to do.
package struct RuleNotes: Hashable, Sendable {
  /// In the order of their files.
  package var patterns: [PatternNote]
  package var signals: [SignalNote]
  /// Each cause before its subcauses.
  package var causes: [CauseNote]

  package init(patterns: [PatternNote] = [], signals: [SignalNote] = [], causes: [CauseNote] = []) {
    self.patterns = patterns
    self.signals = signals
    self.causes = causes
  }

  /// These notes with those of a user, whose patterns take the place of others of the same id.
  package func merging(_ user: RuleNotes) -> RuleNotes {
    let known = Set(user.patterns.map(\.id))
    let knownCauses = Set(user.causes.map(\.id))
    return RuleNotes(
      patterns: patterns.filter { !known.contains($0.id) } + user.patterns, signals: signals + user.signals,
      causes: causes.filter { !knownCauses.contains($0.id) } + user.causes)
  }
}

/// Where a pattern comes from and what it takes.
package struct PatternNote: Hashable, Sendable {
  package var id: String
  /// Inside the folder of rules: `providers/openai.yaml`.
  package var file: String
  /// A link, `docs: …` or `observed: …`.
  package var source: String
  /// Of the library that prints it, in words.
  package var versions: String?
  package var examples: [String]
  package var nearMisses: [String]
  /// Ids of other providers' patterns for the same lines.
  package var sharedWith: [String]

  package init(
    id: String, file: String, source: String, versions: String? = nil, examples: [String] = [],
    nearMisses: [String] = [], sharedWith: [String] = []
  ) {
    self.id = id
    self.file = file
    self.source = source
    self.versions = versions
    self.examples = examples
    self.nearMisses = nearMisses
    self.sharedWith = sharedWith
  }
}

/// What follows where a signal was found.
package struct SignalNote: Hashable, Sendable {
  package var name: SignalName
  /// Causes or `cause/subcause` that it can be a sign of; empty where it is no credential's fault.
  package var speaksFor: [String]
  /// What of the system does not work, in one sentence.
  package var impact: String?
  /// What to do first, in one sentence.
  package var remedy: String?

  package init(name: SignalName, speaksFor: [String] = [], impact: String? = nil, remedy: String? = nil) {
    self.name = name
    self.speaksFor = speaksFor
    self.impact = impact
    self.remedy = remedy
  }
}

/// What a cause or subcause is, without a log.
package struct CauseNote: Hashable, Sendable {
  package var cause: String
  /// Nil for the cause as a whole.
  package var subcause: String?
  package var meaning: String
  /// Lines of logs that show it.
  package var shows: [String]

  /// `missing-env` or `missing-env/absent`.
  package var id: String { subcause.map { "\(cause)/\($0)" } ?? cause }

  package init(cause: String, subcause: String? = nil, meaning: String, shows: [String] = []) {
    self.cause = cause
    self.subcause = subcause
    self.meaning = meaning
    self.shows = shows
  }
}
