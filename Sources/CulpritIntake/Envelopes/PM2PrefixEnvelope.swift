import CulpritRegex

/// `pm2 logs`: `0|worker  | text`, and `PM2        | text` of the daemon itself.
enum PM2PrefixEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?:(?<number>\d+)\|(?<name>[\w.@ -]+?)|(?<daemon>PM2)) *\| ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.service = match["name"] ?? match["daemon"]
    peeled.origin.constants = match["number"].map { [Writer.Constant(name: "pm_id", value: $0)] } ?? []
    return peeled
  }
}
