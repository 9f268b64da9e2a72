import CulpritRegex

/// A time that a runner puts before each line: nine digits (docker, kubectl), seven (GitHub Actions).
enum StampEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(?:\d{9}|\d{7})Z)(?: |$)"#)
  private static let command = CompiledPattern.constant(#"^##\[(?<command>\w+)\]"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: rest)
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    if let command = command.firstMatch(in: rest)?["command"] { peeled.level = LevelWord.level(command) }
    return peeled
  }
}
