import CulpritRegex

/// foreman, honcho, overmind: `12:00:01 web.1     | text`.
enum ProcfileEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d\d:\d\d:\d\d) (?<name>[A-Za-z][\w-]*)(?<number>\.\d+)? +\| ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.service = (match["name"] ?? "") + (match["number"] ?? "")
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}
