import CulpritRegex

/// Kubernetes' CRI: `2026-11-23T05:51:57.231100226Z stdout F text`; `P` marks a piece that goes on.
///
/// https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md
enum ContainerRuntimeEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:Z|[+-]\d\d:\d\d)) (?<stream>stdout|stderr) "#
      + #"(?<tags>[FP])\S* ?"#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.stream = match["stream"]
    peeled.isPartial = match["tags"] == "P"
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}
