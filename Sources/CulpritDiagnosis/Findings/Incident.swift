public import CulpritSignals

/// What one repair would end: a credential failure with its cause, its evidence and its fix.
public struct Incident: Hashable, Sendable {
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    case missingEnv = "missing-env"
    case wrongProvider = "wrong-provider"
    case staleCredential = "stale-credential"
    /// Nothing reaches one half; see `alternatives`.
    case undetermined
  }

  /// Fingerprint of deployment, cause, provider, credential or variable, and services.
  public var id: String
  public var deployment: String?
  public var cause: Cause
  public var subcause: String?
  /// 0 to 1; from 0.8 on: act on it. For `undetermined` that of the likeliest alternative.
  public var confidence: Double
  /// Of the subcause, a part of `confidence`; nil where none is named.
  public var subcauseConfidence: Double?
  /// Id of a provider of `Patterns/providers`.
  public var provider: String?
  public var variable: String?
  /// HTTP status of the provider's answer.
  public var status: Int?
  /// Failures, not lines.
  public var count: Int
  public var firstSeen: LogTime?
  public var lastSeen: LogTime?
  public var recovered: Bool
  /// Those to blame.
  public var processes: [Member]
  /// Peers that use the same credential or variable and work.
  public var healthy: [Member]
  /// Those that print this failure of others.
  public var relayedBy: [Member]
  /// Depth first from the outermost; empty where the log prints no type.
  public var chain: [ChainLink]
  /// Errors of the chain that the log prints and `chain` leaves out, because there are too many.
  public var chainOmitted: Int
  /// Strongest first.
  public var evidence: [Evidence]
  /// Every cause that is not excluded, likeliest first.
  public var alternatives: [Alternative]
  /// One sentence that a person reads first.
  public var explanation: RedactedText
  /// What would settle it, where confidence is below 0.8.
  public var question: Question?
  public var fix: Fix?
  /// What the confidence was made of; for those who fit the weights.
  package var weighing: [Weighing]

  package init(id: String, cause: Cause, confidence: Double, count: Int) {
    self.id = id
    self.cause = cause
    self.confidence = confidence
    self.count = count
    recovered = false
    processes = []
    healthy = []
    relayedBy = []
    chain = []
    chainOmitted = 0
    evidence = []
    alternatives = []
    explanation = .empty
    weighing = []
  }

  /// Log-odds that the strongest argument of a class adds for a subcause.
  package struct Weighing: Hashable, Sendable {
    package var cause: Cause
    package var subcause: String
    package var kind: String
    package var odds: Double

    package init(cause: Cause, subcause: String, kind: String, odds: Double) {
      self.cause = cause
      self.subcause = subcause
      self.kind = kind
      self.odds = odds
    }
  }

  /// A process in its part in an incident.
  public struct Member: Hashable, Sendable {
    /// Of a process in the report's `processes`.
    public var id: String
    public var pid: Int?
    public var service: String?
    public var name: String?
    public var entrypoint: String?
    /// Failures of it; of a healthy one 0.
    public var count: Int
    public var firstSeen: LogTime?
    public var lastSeen: LogTime?
    /// Nil where the log does not tell.
    public var lastSuccess: LastSuccess?

    /// When a process last used such a credential with success.
    public enum LastSuccess: Hashable, Sendable {
      /// The log shows the process from its start, and no success.
      case never
      /// Nil where the log tells no time.
      case at(LogTime?)
    }

    package init(id: String, count: Int) {
      self.id = id
      self.count = count
    }
  }

  public struct Alternative: Hashable, Sendable {
    public var cause: Cause
    public var subcause: String?
    public var confidence: Double
    /// What speaks against it, as half a sentence; nil where nothing in particular does.
    public var objection: String?

    package init(cause: Cause, subcause: String?, confidence: Double, objection: String? = nil) {
      self.cause = cause
      self.subcause = subcause
      self.confidence = confidence
      self.objection = objection
    }
  }

  public struct Question: Hashable, Sendable {
    public var text: String
    /// Runtime whose probe answers it (`node`, `python`).
    public var probe: String?

    package init(text: String, probe: String?) {
      self.text = text
      self.probe = probe
    }
  }

  public struct Fix: Hashable, Sendable {
    public var summary: String
    public var steps: [String]
    public var snippet: Snippet?
    public var verify: String?

    package init(summary: String, steps: [String], snippet: Snippet?, verify: String?) {
      self.summary = summary
      self.steps = steps
      self.snippet = snippet
      self.verify = verify
    }

    public struct Snippet: Hashable, Sendable {
      public var language: String
      public var code: String

      package init(language: String, code: String) {
        self.language = language
        self.code = code
      }
    }
  }
}
