/// The outputs that a report can be rendered as.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// For people, in a terminal or a log.
  case text
  /// One document (`culprit.report/1`).
  case json
  /// One event a line (`culprit.event/1`), the last one `summary`.
  case ndjson

  /// The whole output, with a line ending at its end; only `text` has a style.
  public func render(_ report: Report, style: TextStyle = TextStyle()) -> String {
    switch self {
    case .text: TextReport.text(report, style: style)
    case .json: JSONReport.text(report)
    case .ndjson: NDJSONReport.text(report)
    }
  }
}
