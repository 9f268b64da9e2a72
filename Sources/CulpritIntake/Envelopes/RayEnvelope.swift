import CulpritRegex

/// Ray's driver: `(worker pid=4711) text`, `(ServeReplica:app pid=4711, ip=10.0.0.7) text`.
///
/// https://docs.ray.io/en/latest/ray-observability/user-guides/configure-logging.html
enum RayEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^\((?:(?<name>[\w.:<>()-]{1,80}) )?pid=(?<pid>\d{1,9})(?:, ip=(?<host>[\w.:]{1,60}))?\) ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "("), let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.tag = match["name"]
    peeled.origin.pid = match["pid"].flatMap { Int($0) }
    peeled.origin.host = match["host"]
    return peeled
  }
}
