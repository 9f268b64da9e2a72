import CulpritDiagnosis
package import CulpritJSON
import CulpritSignals

/// The document of `Documentation/report.schema.json` (`culprit.report/1`).
///
/// Every field is always there, null where the log does not tell. Keys stand in the order of the schema.
package enum JSONReport {
  package static let schema = "culprit.report/1"

  package static func text(_ report: Report, layout: JSONWriter.Layout = .pretty) -> String {
    JSONWriter.text(value(report), layout: layout) + "\n"
  }

  package static func value(_ report: Report) -> JSONValue {
    .fields(
      ("schema", .string(schema)), ("version", .string(Report.softwareVersion)), ("input", value(report.input)),
      ("processes", .list(report.processes, value)), ("incidents", .list(report.incidents, value)),
      ("neighbours", .list(report.neighbours, value)), ("unexplained", .list(report.unexplained, value)))
  }

  private static func value(_ input: Report.Input) -> JSONValue {
    let formats = input.orderedFormats.map { JSONValue.Member(name: $0.id, value: .integer($0.records)) }
    return .fields(
      ("sources", .integer(input.sources)), ("bytes", .integer(input.bytes)), ("lines", .integer(input.lines)),
      ("records", .integer(input.records)), ("formats", .object(formats)), ("skipped", .list(input.skipped, value)),
      ("failures_outside", .integer(input.failuresOutside)))
  }

  private static func value(_ skipped: Report.Skipped) -> JSONValue {
    .fields(
      ("source", .string(skipped.source)), ("offset", .optional(skipped.offset)),
      ("bytes", .optional(skipped.bytes)), ("reason", .string(skipped.reason.rawValue)),
      ("detail", .string(skipped.detail)))
  }

  private static func value(_ process: ProcessSummary) -> JSONValue {
    .fields(
      ("id", .string(process.id)), ("deployment", .optional(process.deployment)),
      ("host", .optional(process.host)), ("container", .optional(process.container)),
      ("service", .optional(process.service)), ("name", .optional(process.name)), ("pid", .optional(process.pid)),
      ("generation", .integer(process.generation)), ("thread", .optional(process.thread)),
      ("parent", .optional(process.parent)), ("entrypoint", .optional(process.entrypoint)),
      ("bound_by", .optional(process.boundBy)), ("first_seen", .time(process.firstSeen)),
      ("last_seen", .time(process.lastSeen)), ("credentials", .list(process.credentials, value)))
  }

  private static func value(_ credential: CredentialSummary) -> JSONValue {
    .fields(
      ("variable", .optional(credential.variable)), ("provider", .optional(credential.provider)),
      ("state", .string(credential.state.rawValue)), ("head", .optional(credential.head)),
      ("tail", .optional(credential.tail)), ("length", .optional(credential.length)),
      ("probed", .bool(credential.isProbed)),
      (
        "place",
        .fields(
          ("source", .string(credential.place.source)), ("line", .integer(credential.place.line)),
          ("offset", .integer(credential.place.offset)))
      ))
  }

  private static func value(_ neighbour: Neighbour) -> JSONValue {
    .fields(
      ("kind", .string(neighbour.kind)), ("provider", .optional(neighbour.provider)),
      ("status", .optional(neighbour.status)), ("process", .optional(neighbour.process)),
      ("count", .integer(neighbour.count)), ("first_seen", .time(neighbour.firstSeen)),
      ("last_seen", .time(neighbour.lastSeen)), ("source", .string(neighbour.place.source)),
      ("line", .integer(neighbour.place.line)), ("text", .string(neighbour.text.description)),
      ("remedy", .optional(neighbour.remedy)))
  }

  private static func value(_ unexplained: Unexplained) -> JSONValue {
    .fields(
      ("count", .integer(unexplained.count)), ("source", .string(unexplained.place.source)),
      ("line", .integer(unexplained.place.line)), ("text", .string(unexplained.text.description)))
  }
}

extension Report.Input {
  /// Most records first, then by id.
  var orderedFormats: [(id: String, records: Int)] {
    formats.map { (id: $0.key, records: $0.value) }
      .sorted { ($1.records, $0.id) < ($0.records, $1.id) }
  }
}
