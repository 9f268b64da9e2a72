import CulpritRegex

/// `gh run view --log`: `job<tab>step<tab>2026-11-23T06:19:41.9965792Z text`.
enum ActionsEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<job>[^\t]{1,120})\t(?<step>[^\t]{1,120})\t(?=\x{FEFF}?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z)"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.depth == 0, line.text.utf8.prefix(120).contains(0x09),
      let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: rest.withoutMark)
    peeled.origin.service = match["job"]
    return peeled
  }
}
