public import CulpritSignals

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

  package init(id: Int, parent: Int?, type: String, place: SourcePlace) {
    self.id = id
    self.parent = parent
    self.type = type
    self.place = place
    message = .empty
    relation = parent == nil ? "outermost" : "cause"
    isVerdict = false
  }

  public struct Frame: Hashable, Sendable {
    public var file: String
    public var line: Int?
    public var function: String?

    package init(file: String, line: Int?, function: String?) {
      self.file = file
      self.line = line
      self.function = function
    }
  }
}
