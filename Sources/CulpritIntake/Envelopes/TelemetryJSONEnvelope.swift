import CulpritJSON

/// OTLP in JSON, as the collector's file exporter writes it: a batch a line, of one resource.
///
/// Batches of several resources stay as they are: their lines are of several processes.
/// https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/
enum TelemetryJSONEnvelope: Envelope {
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let object = line.object, let resources = object["resourceLogs"]?.elements, resources.count == 1,
      let scopes = (resources[0]["scopeLogs"] ?? resources[0]["instrumentationLibraryLogs"])?.elements
    else { return nil }
    let records = scopes.prefix(100).flatMap { $0["logRecords"]?.elements ?? [] }
    let bodies = records.prefix(1_000).compactMap { text(of: $0) }
    guard !bodies.isEmpty else { return nil }
    var peeled = PeeledLine(text: bodies.joined(separator: "\n"))
    let attributes = resources[0]["resource"]?["attributes"]
    peeled.origin.service = attribute("service.name", of: attributes)?.string
    peeled.origin.host = attribute("host.name", of: attributes)?.string
    peeled.origin.container = (attribute("k8s.pod.name", of: attributes) ?? attribute("container.id", of: attributes))?.string
    peeled.origin.pid = attribute("process.pid", of: attributes)?.integer
    if records.count == 1 { peeled.level = records[0]["severityText"]?.string.flatMap { LevelWord.any($0) } }
    let stamp = records.first.flatMap { $0["timeUnixNano"] ?? $0["observedTimeUnixNano"] }
    let digits: String? = if case .number(let number)? = stamp { number } else { stamp?.string }
    PrefixPattern.readTime(digits, line, into: &peeled)
    return peeled
  }

  /// The body, and below it the stack that an exception's attributes carry.
  private static func text(of record: JSONValue) -> String? {
    guard var text = record["body"]?["stringValue"]?.string else { return nil }
    if let stack = attribute("exception.stacktrace", of: record["attributes"])?.string, !text.containsText(stack) { text += "\n" + stack }
    return text
  }

  private static func attribute(_ name: String, of attributes: JSONValue?) -> JSONValue? {
    let found = attributes?.elements?.first { $0["key"]?.string == name }?["value"]
    return found?["stringValue"] ?? found?["intValue"]
  }
}
