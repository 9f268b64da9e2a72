import CulpritRegex

/// A program's name and pid before every line, without a time: `worker[3311]: text`, as wrappers and
/// `logger -s -i` write it.
enum ProgramPrefixEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(#"^(?<program>[A-Za-z][\w.@/-]{0,39})\[(?<pid>\d{2,7})\]: ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.program = match["program"]
    peeled.origin.pid = match["pid"].flatMap { Int($0) }
    return peeled
  }
}
