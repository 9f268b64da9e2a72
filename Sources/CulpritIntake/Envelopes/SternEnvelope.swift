import CulpritRegex

/// stern and kubetail: `shop-web-7c9f6d5b8-kx2lp web text`, a pod of a deployment and its container.
enum SternEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<pod>[a-z0-9][a-z0-9-]{0,200}-[a-f0-9]{8,10}-[a-z0-9]{5}) (?<container>[a-z0-9][a-z0-9-]{0,62})(?: │)? "#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.depth == 0, let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = match["pod"]
    peeled.origin.service = match["container"]
    return peeled
  }
}
