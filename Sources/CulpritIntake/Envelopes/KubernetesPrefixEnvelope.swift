import CulpritRegex

/// `kubectl logs --prefix`: `[pod/shop-web-7c9f6d5b8-kx2lp/web] text`.
enum KubernetesPrefixEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^\[pod/(?<pod>[^/\]\s]+)/(?<container>[^\]\s]+)\] ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "["), let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = match["pod"]
    peeled.origin.service = match["container"]
    return peeled
  }
}
