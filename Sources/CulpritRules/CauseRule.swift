/// What speaks for a subcause, how it is explained, and how it is repaired.
package struct CauseRule: Hashable, Sendable {
  /// `missing-env`, `wrong-provider` or `stale-credential`.
  package var cause: String
  package var subcause: String
  /// Log-odds that each class of evidence adds, by the class's name (`fragment`, `host`, `comparison`,
  /// `wording`, `claim`, `frame`, `name`).
  package var weights: [String: Double]
  /// One sentence with `{placeholders}`: `{process}`, `{peer}`, `{variable}`, `{provider}`, `{other}`, `{fragment}`, `{host}`.
  package var explanation: String
  /// What the line of a probe shows where this is the cause, as half a sentence.
  package var sign: String?
  /// What speaks against it where its conditions hold; the first one counts.
  package var objections: [Objection]
  /// First one whose conditions all hold; the last one has none.
  package var fixes: [Fix]

  package struct Objection: Hashable, Sendable {
    /// See `Fix.conditions`.
    package var conditions: [String: String]
    /// Half a sentence with `{placeholders}`.
    package var text: String
    package init(conditions: [String: String], text: String) {
      self.conditions = conditions
      self.text = text
    }
  }

  package struct Fix: Hashable, Sendable {
    /// Values that must be known, by name: `runtime` (`node`, `python`, …), `runner` (`pm2`, `celery`, …),
    /// `framework`, and what the log shows (`sent`, `key`, `peers`, …). `|` stands between values of which any will
    /// do; empty: always.
    package var conditions: [String: String]
    package var summary: String
    package var steps: [String]
    package var snippet: Snippet?
    package var verify: String?
    package init(
      conditions: [String: String], summary: String, steps: [String], snippet: Snippet?, verify: String?
    ) {
      self.conditions = conditions
      self.summary = summary
      self.steps = steps
      self.snippet = snippet
      self.verify = verify
    }
  }

  package struct Snippet: Hashable, Sendable {
    package var language: String
    package var code: String
    package init(language: String, code: String) {
      self.language = language
      self.code = code
    }
  }

  package init(
    cause: String, subcause: String, weights: [String: Double], explanation: String, sign: String? = nil,
    objections: [Objection] = [], fixes: [Fix]
  ) {
    self.cause = cause
    self.subcause = subcause
    self.weights = weights
    self.explanation = explanation
    self.sign = sign
    self.objections = objections
    self.fixes = fixes
  }
}
