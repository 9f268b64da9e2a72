import CulpritRegex

/// `fly logs`: `2026-11-23T03:00:00Z app[148ed190b66089] ams [info]text`, the runner's name for the
/// machine in brackets.
enum FlyEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z) (?<source>\w{1,20})\[(?<machine>[0-9a-f]{8,20})\] "#
      + #"(?<region>[a-z]{3}) ?\[(?<level>\w{1,10})\](?: (?! ))?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = match["machine"]
    peeled.origin.host = match["machine"]
    peeled.level = match["level"].flatMap { LevelWord.level($0) }
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}
