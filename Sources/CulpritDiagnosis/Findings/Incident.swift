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
  /// Strongest first.
  public var evidence: [Evidence]
  /// Every cause that is not excluded, likeliest first.
  public var alternatives: [Alternative]
  /// One sentence that a person reads first.
  public var explanation: RedactedText
  /// What would settle it, where confidence is below 0.8.
  public var question: Question?
  public var fix: Fix?

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
  }

  public struct Alternative: Hashable, Sendable {
    public var cause: Cause
    public var subcause: String?
    public var confidence: Double
  }

  public struct Question: Hashable, Sendable {
    public var text: String
    /// Runtime whose probe answers it (`node`, `python`).
    public var probe: String?
  }

  public struct Fix: Hashable, Sendable {
    public var summary: String
    public var steps: [String]
    public var snippet: Snippet?
    public var verify: String?

    public struct Snippet: Hashable, Sendable {
      public var language: String
      public var code: String
    }
  }
}

/// One error of the chain in a report.
public struct ChainLink: Hashable, Sendable {
  public var id: Int
  /// Id of the link that it hangs on.
  public var parent: Int?
  /// Name as printed, without module path.
  public var type: String
  public var message: RedactedText
  /// outermost, cause, during, wrapped, suppressed, grouped.
  public var relation: String
  public var status: Int?
  public var code: String?
  public var requestID: String?
  public var frame: Frame?
  /// The one that carries the evidence.
  public var isVerdict: Bool
  public var place: SourcePlace

  public struct Frame: Hashable, Sendable {
    public var file: String
    public var line: Int?
    public var function: String?
  }
}

/// A line of a log that speaks for a cause or against it.
public struct Evidence: Hashable, Sendable {
  /// Name of a signal of `Patterns/signals.yaml`.
  public var signal: String
  /// Id of the pattern that found it; nil for a recogniser.
  public var pattern: String?
  /// Id of the process that it is about.
  public var process: String?
  public var supports: Bool
  /// Log-odds that it adds.
  public var weight: Double
  public var place: SourcePlace
  public var text: RedactedText
}
