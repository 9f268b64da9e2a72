public import CulpritDiagnosis

/// What became of an incident between two looks at a stream. Never taken back: a later event says so.
public struct Event: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case opened
    /// Says something else than before: another cause, other processes, surer or less sure.
    case updated
    /// The processes to blame work again.
    case recovered
    /// What came later shows that it was none, or it has been quiet for long.
    case closed
  }

  public var kind: Kind
  /// As it is now; with `closed` as it was last.
  public var incident: Incident
  /// As it was told before; nil with `opened`.
  public var previous: Incident?
  /// Closed because no failure came for long, not because it was none.
  public package(set) var isQuiet = false

  public init(kind: Kind, incident: Incident, previous: Incident?) {
    self.kind = kind
    self.incident = incident
    self.previous = previous
  }
}
