import CulpritRegex

/// stern and kubetail: `shop-web-7c9f6d5b8-kx2lp web text`, a pod of a deployment and its container; `web-0 web text`, one
/// that is called as its container; `[shop-web-7c9f6d5b8-kx2lp] text`.
///
/// https://github.com/stern/stern, https://github.com/johanhaleby/kubetail
enum SternEnvelope: Envelope {
  private static let pod = #"[a-z0-9][a-z0-9-]{0,200}-[a-f0-9]{8,10}-[a-z0-9]{5}"#
  private static let name = #"[a-z0-9][a-z0-9-]{0,62}"#
  private static let pattern = CompiledPattern.constant(
    #"^(?:\[(?<pod>\#(pod))(?: (?<container>\#(name)))?\]|(?<pod>\#(pod)) (?<container>\#(name))"#
      + #"|(?<pod>(?<base>\#(name)?)-(?:\d{1,3}|[bcdfghjklmnpqrstvwxz2-9]{5})) (?<container>\k<base>))(?: │)? "#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.depth == 0, let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = match["pod"]
    peeled.origin.service = match["container"]
    return peeled
  }
}
