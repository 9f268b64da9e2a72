import CulpritJSON

/// Events as lines of JSON (`culprit.event/1`): what a program reads from a stream.
package enum NDJSONReport {
  package static let schema = "culprit.event/1"

  /// A finished analysis: each incident as `opened`, then the summary.
  package static func text(_ report: Report) -> String {
    let opened = report.incidents.map { line(Event(kind: .opened, incident: $0, previous: nil)) }
    return opened.joined() + summary(report)
  }

  /// One event with its line ending.
  package static func line(_ event: Event) -> String {
    line(event.kind.rawValue, incident: JSONReport.value(event.incident), report: .null)
  }

  /// The last line: the whole report.
  package static func summary(_ report: Report) -> String {
    line("summary", incident: .null, report: JSONReport.value(report))
  }

  private static func line(_ event: String, incident: JSONValue, report: JSONValue) -> String {
    let value = JSONValue.fields(
      ("schema", .string(schema)), ("event", .string(event)), ("incident", incident), ("report", report))
    return JSONWriter.text(value) + "\n"
  }
}
