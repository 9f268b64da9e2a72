import CulpritJSON

/// What collectors (Fluent Bit, Filebeat, Vector, Cloud Logging, Loki, Azure) wrap around a program's line.
enum CollectorJSONEnvelope: Envelope {
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let object = line.object else { return nil }
    if let peeled = cloudLogging(object, line) ?? logStream(object, line) ?? azure(object, line) ?? loki(object, line) { return peeled }
    if let peeled = searchHit(object, line) { return peeled }
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

  /// Container Apps (`az containerapp logs show`, its table in Log Analytics), AKS's `ContainerLogV2`, and App
  /// Service's console logs.
  ///
  /// https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerlogv2
  private static func azure(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    let log = object["Log"] ?? object["Log_s"] ?? object["LogMessage"]
    let console = object["category"]?.string == "AppServiceConsoleLogs" ? object["resultDescription"] : nil
    let time = object["TimeStamp"] ?? object["TimeGenerated"] ?? object["time_t"] ?? object["time"]
    guard let text = (log ?? console)?.string, time != nil else { return nil }
    var peeled = PeeledLine(text: text)
    peeled.text.removeLastNewline()
    peeled.origin.service = (object["ContainerAppName"] ?? object["ContainerAppName_s"] ?? object["ContainerName"])?.string
    peeled.origin.container =
      (object["ContainerGroupName_s"] ?? object["ReplicaName"] ?? object["PodName"] ?? object["containerId"])?.string
    peeled.origin.stream = (object["Stream_s"] ?? object["LogSource"])?.string
    read(time, line, into: &peeled)
    return peeled
  }

  /// `logcli query -o jsonl`: the stream's labels, and the line.
  ///
  /// https://grafana.com/docs/loki/latest/query/logcli/
  private static func loki(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    guard let text = object["line"]?.string, let labels = object["labels"] ?? object["stream"], labels.members != nil,
      object["timestamp"] != nil || object["ts"] != nil
    else { return nil }
    var peeled = PeeledLine(text: text)
    peeled.text.removeLastNewline()
    peeled.origin.add(labelled(labels))
    read(object["timestamp"] ?? object["ts"], line, into: &peeled)
    return peeled
  }

  /// Labels as Promtail and Alloy set them.
  static func labelled(_ labels: JSONValue) -> Origin {
    var origin = Origin()
    origin.container = (labels["pod"] ?? labels["container_name"] ?? labels["instance"])?.string
    origin.service = (labels["container"] ?? labels["service_name"] ?? labels["app"] ?? labels["job"] ?? labels["unit"])?.string
    origin.host = (labels["node_name"] ?? labels["host"] ?? labels["hostname"])?.string
    return origin
  }

  /// A hit of Elasticsearch or OpenSearch: the document is what the collector sent.
  private static func searchHit(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    guard object["_index"] != nil, let source = object["_source"], source.members != nil else { return nil }
    if let inner = peel(EnvelopedLine(text: "", object: source, reference: line.reference, depth: line.depth)) { return inner }
    var peeled = PeeledLine(text: source["message"]?.string ?? source["log"]?.string ?? "")
    guard !peeled.text.isEmpty else { return nil }
    peeled.text.removeLastNewline()
    peeled.origin.host = (source["host"]?["name"] ?? source["host"])?.string
    peeled.origin.container = (source["container"]?["id"] ?? source["container"]?["name"])?.string
    peeled.origin.service = (source["service"]?["name"] ?? source["log"]?["file"]?["path"])?.string
    peeled.level = (source["log"]?["level"] ?? source["level"])?.string.flatMap { LevelWord.any($0) }
    read(source["@timestamp"], line, into: &peeled)
    return peeled
  }

  private static func read(_ time: JSONValue?, _ line: EnvelopedLine, into peeled: inout PeeledLine) {
    let printed: String? = if case .number(let digits)? = time { digits } else { time?.string }
    let reading = printed.flatMap { TimestampParser(reference: line.reference).parse($0) }
    peeled.time = reading?.time
    peeled.day = reading?.day
  }
}
