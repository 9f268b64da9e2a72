import CulpritJSON

/// What collectors (Fluent Bit, Filebeat, Vector, Cloud Logging, Loki) wrap around a program's line.
enum CollectorJSONEnvelope: Envelope {
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let object = line.object else { return nil }
    if let peeled = cloudLogging(object, line) ?? logStream(object, line) { return peeled }
    guard let kubernetes = object["kubernetes"], let text = (object["log"] ?? object["message"])?.string
    else { return nil }
    var peeled = PeeledLine(text: text)
    peeled.text.removeLastNewline()
    // Fluent Bit passes on CRI's mark of a piece. Docker marks pieces by the newline that they lack, but most
    // collectors take that away from whole lines too: then only the size of docker's pieces tells.
    let isDockersPiece = object["logtag"] == nil && text.utf8.last != 0x0A && text.utf8.count >= 16 << 10
    peeled.isPartial = object["logtag"]?.string == "P" || isDockersPiece
    peeled.origin.container = kubernetes["pod_name"]?.string ?? kubernetes["pod"]?["name"]?.string
    peeled.origin.service = kubernetes["container_name"]?.string ?? kubernetes["container"]?["name"]?.string
    peeled.origin.host = kubernetes["host"]?.string ?? kubernetes["node"]?["name"]?.string
    peeled.origin.stream = object["stream"]?.string
    read(object["@timestamp"] ?? object["time"], line, into: &peeled)
    return peeled
  }

  /// Google's `LogEntry` with a text payload; one with a JSON payload stays a record with its fields.
  private static func cloudLogging(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    guard let text = object["textPayload"]?.string, let resource = object["resource"] else { return nil }
    var peeled = PeeledLine(text: text)
    peeled.text.removeLastNewline()
    let labels = resource["labels"]
    peeled.origin.service =
      (labels?["service_name"] ?? labels?["function_name"] ?? labels?["container_name"])?.string
    peeled.origin.container = (labels?["pod_name"] ?? labels?["revision_name"])?.string
    peeled.level = object["severity"]?.string.flatMap { LevelWord.any($0) }
    read(object["timestamp"], line, into: &peeled)
    return peeled
  }

  /// CloudWatch's events, as `filter-log-events` and subscriptions give them one a line.
  private static func logStream(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    guard let text = object["message"]?.string,
      let stream = (object["logStreamName"] ?? object["logStream"])?.string
    else { return nil }
    var peeled = PeeledLine(text: text)
    peeled.text.removeLastNewline()
    peeled.origin.container = stream
    peeled.origin.service = (object["logGroupName"] ?? object["logGroup"])?.string
    read(object["timestamp"], line, into: &peeled)
    return peeled
  }

  private static func read(_ time: JSONValue?, _ line: EnvelopedLine, into peeled: inout PeeledLine) {
    let printed: String? = if case .number(let digits)? = time { digits } else { time?.string }
    let reading = printed.flatMap { TimestampParser(reference: line.reference).parse($0) }
    peeled.time = reading?.time
    peeled.day = reading?.day
  }
}
