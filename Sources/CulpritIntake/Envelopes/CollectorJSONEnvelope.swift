import CulpritJSON

/// What collectors (Fluent Bit, Filebeat, Vector, Cloud Logging, Loki, Azure) wrap around a program's line.
enum CollectorJSONEnvelope: Envelope {
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let object = line.object else { return nil }
    return stream(object, line) ?? searchHit(object, line) ?? collected(object, line)
  }

  private static func collected(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    for shape in CollectorShapes.all {
      guard var peeled = shape.peel(object, line) else { continue }
      peeled.isPartial = isPiece(object, peeled)
      return peeled
    }
    return nil
  }

  /// Whether a collector passed on a piece of a line: Fluent Bit hands down CRI's mark of one.
  ///
  /// Docker marks pieces by the newline that they lack, but most collectors take that away from whole lines too: then
  /// only the size of docker's pieces tells.
  private static func isPiece(_ object: JSONValue, _ peeled: PeeledLine) -> Bool {
    guard object["kubernetes"] != nil else { return false }
    if let tag = object["logtag"]?.string { return tag == "P" }
    return peeled.text.utf8.count >= 16 << 10 && (object["log"] ?? object["message"])?.string?.utf8.last != 0x0A
  }

  /// A stream of Loki's API: its labels, and its lines with their times.
  ///
  /// https://grafana.com/docs/loki/latest/reference/loki-http-api/#query-logs-within-a-range-of-time
  private static func stream(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    guard let labels = object["stream"], labels.members != nil, let values = object["values"]?.elements else { return nil }
    let lines = values.prefix(1_000).compactMap { $0.elements?.dropFirst().first?.string }
    guard !lines.isEmpty else { return nil }
    var peeled = PeeledLine(text: lines.joined(separator: "\n"))
    peeled.origin = StreamLabels.origin { StreamLabels.value($0, in: labels) }
    PrefixPattern.readTime(values.first?.elements?.first?.string, line, into: &peeled)
    return peeled
  }

  /// A hit of Elasticsearch or OpenSearch: the document is what the collector sent.
  private static func searchHit(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    guard object["_index"] != nil, let source = object["_source"], source.members != nil else { return nil }
    return collected(source, line) ?? CollectorShapes.document.peel(source, line)
  }
}
