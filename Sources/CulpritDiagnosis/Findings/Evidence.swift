public import CulpritSignals

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
  /// What the line shows, in a few words.
  public var reason: RedactedText
  /// The part of `text` that shows it; empty where none is known.
  package var focus: String

  /// It supports the cause where the weight is positive.
  package init(signal: String, weight: Double, place: SourcePlace, text: RedactedText) {
    self.signal = signal
    self.weight = weight
    self.place = place
    self.text = text
    reason = .empty
    focus = ""
    supports = weight >= 0
  }
}
