/// A process that the logs show, and what they show of its credentials.
public struct ProcessSummary: Hashable, Sendable {
  /// Stable for the same input; `members` of incidents refer to it.
  public var id: String
  public var deployment: String?
  public var host: String?
  public var container: String?
  public var service: String?
  public var name: String?
  public var pid: Int?
  /// Counted from 1; a restart begins the next one.
  public var generation: Int
  public var thread: String?
  /// Id of the process that started it.
  public var parent: String?
  public var entrypoint: String?
  /// The rule that bound its records to it: pid, prefix, value, frame, spawn, format, only-writer, banner, request, state.
  public var boundBy: String?
  public var firstSeen: LogTime?
  public var lastSeen: LogTime?
  public var credentials: [CredentialSummary]

  package init(id: String, generation: Int = 1, credentials: [CredentialSummary] = []) {
    self.id = id
    self.generation = generation
    self.credentials = credentials
  }
}

/// What the logs show of one credential of a process: never more than its public prefix and last four.
public struct CredentialSummary: Hashable, Sendable {
  public enum State: String, Hashable, Sendable {
    case present, absent, empty, placeholder, unknown
  }
  public var variable: String?
  public var provider: String?
  public var state: State
  public var head: String?
  public var tail: String?
  /// In characters.
  public var length: Int?
  /// A probe saw it in the process itself.
  public var isProbed = false
  public var place: SourcePlace

  package init(
    variable: String?, provider: String?, state: State, head: String?, tail: String?, length: Int?, place: SourcePlace
  ) {
    self.variable = variable
    self.provider = provider
    self.state = state
    self.head = head
    self.tail = tail
    self.length = length
    self.place = place
  }
}
