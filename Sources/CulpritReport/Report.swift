public import CulpritDiagnosis

/// Everything that Culprit found in its input: what `--format json` prints.
public struct Report: Hashable, Sendable {
  public var input: Input
  public var processes: [ProcessSummary]
  /// By confidence, then first seen, then id.
  public var incidents: [Incident]
  public var neighbours: [Neighbour]
  public var unexplained: [Unexplained]

  /// What the answer rests on.
  public struct Input: Hashable, Sendable {
    public var sources: Int
    public var bytes: Int
    public var lines: Int
    /// Framed ones; the rest was scanned only.
    public var records: Int
    /// Format ids with the number of framed records of each.
    public var formats: [String: Int]
    public var skipped: [Skipped]
    /// Records that tell a credential failure and do not count, because of `Options.since` and `Options.until`.
    public var failuresOutside = 0

    public init(sources: Int, bytes: Int, lines: Int, records: Int, formats: [String: Int], skipped: [Skipped]) {
      self.sources = sources
      self.bytes = bytes
      self.lines = lines
      self.records = records
      self.formats = formats
      self.skipped = skipped
    }
  }

  /// Bytes that were not analysed, and why.
  public struct Skipped: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
      case missing, unreadable, notText = "not-text", corrupt, truncated, encrypted, limit
    }
    public var source: String
    /// Where the skipped bytes begin; nil: all of it.
    public var offset: Int?
    public var bytes: Int?
    public var reason: Reason
    public var detail: String

    public init(source: String, offset: Int?, bytes: Int?, reason: Reason, detail: String) {
      self.source = source
      self.offset = offset
      self.bytes = bytes
      self.reason = reason
      self.detail = detail
    }
  }

  package init(
    input: Input, processes: [ProcessSummary], incidents: [Incident], neighbours: [Neighbour],
    unexplained: [Unexplained]
  ) {
    self.input = input
    self.processes = processes
    self.incidents = incidents
    self.neighbours = neighbours
    self.unexplained = unexplained
  }
}
