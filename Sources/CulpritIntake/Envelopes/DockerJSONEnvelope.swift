import CulpritJSON

/// Docker's `json-file` driver: `{"log":"…\n","stream":"stdout","time":"…"}`, pieces of 16 KiB without
/// the newline.
///
/// https://docs.docker.com/engine/logging/drivers/json-file/
enum DockerJSONEnvelope: Envelope {
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let object = line.object, let log = object["log"]?.string, let stream = object["stream"]?.string,
      object["time"] != nil, object["kubernetes"] == nil
    else { return nil }
    var peeled = PeeledLine(text: log)
    peeled.origin.stream = stream
    if log.utf8.last == 0x0A { peeled.text.removeLastNewline() } else { peeled.isPartial = true }
    let reading = object["time"]?.string.flatMap { TimestampParser(reference: line.reference).parse($0) }
    peeled.time = reading?.time
    peeled.day = reading?.day
    if let attributes = object["attrs"] {
      peeled.origin.service = attributes["com.docker.compose.service"]?.string
      peeled.origin.container = attributes["tag"]?.string ?? attributes["name"]?.string
    }
    return peeled
  }
}

extension String {
  /// Takes away one `\n` or `\r\n` at the end.
  mutating func removeLastNewline() {
    guard let last, last == "\n" || last == "\r\n" else { return }
    removeLast()
  }
}
