import CulpritRegex

/// `docker service logs`: `shop_web.1.k3v0a9@node-1    | text`.
enum SwarmEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<service>[A-Za-z0-9][\w.-]*?)\.(?<task>\d+\.[a-z0-9]+)@(?<host>[\w.-]+) +\| ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.service = match["service"]
    peeled.origin.container = (match["service"] ?? "") + "." + (match["task"] ?? "")
    peeled.origin.host = match["host"]
    return peeled
  }
}
