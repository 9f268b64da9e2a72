public import CulpritSignals

/// A failure that looks alike and is not a credential's fault.
public struct Neighbour: Hashable, Sendable {
  /// quota-exhausted, rate-limited, permission-denied, model-not-found, region-blocked, context-length,
  /// network, server-error, own-auth, other-auth.
  public var kind: String
  public var provider: String?
  public var status: Int?
  /// Id of its process.
  public var process: String?
  public var count: Int
  public var firstSeen: LogTime?
  public var lastSeen: LogTime?
  /// Of the first one.
  public var place: SourcePlace
  public var text: RedactedText
  /// What to do instead of looking at a key; nil where no rule says it.
  public var remedy: String?

  package init(kind: String, count: Int, place: SourcePlace, text: RedactedText) {
    self.kind = kind
    self.count = count
    self.place = place
    self.text = text
  }
}

/// Looks like a credential failure, and no rule explains it; one entry a template.
public struct Unexplained: Hashable, Sendable {
  public var count: Int
  public var place: SourcePlace
  public var text: RedactedText

  package init(count: Int, place: SourcePlace, text: RedactedText) {
    self.count = count
    self.place = place
    self.text = text
  }
}
