import CulpritRegex

/// A time that a runner puts before each line: nine digits (docker, kubectl, Railway), seven (GitHub Actions), five
/// (svlogd), none where the name of a container follows (a copy out of Docker Desktop), or TAI64N (svlogd, s6-log, multilog).
enum StampEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.(?:\d{9}|\d{7})Z|[T_]\d\d:\d\d:\d\d\.\d{5}"#
      + #"| \d\d:\d\d:\d\d(?= [A-Za-z][\w.-]{0,60}[-_]\d{1,4} {0,40}\| ))):?(?: (?:\[(?<level>inf|err|wrn|dbg)\] {1,2})?|$)"#)
  private static let command = CompiledPattern.constant(#"^##\[(?<command>\w+)\]"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let first = line.text.utf8.first else { return nil }
    if first == UInt8(ascii: "@") { return peelLabel(line) }
    guard first.isDigit, let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    PrefixPattern.readTime(match["time"]?.replacing("_", with: "T"), line, into: &peeled)
    peeled.level = match["level"].flatMap { LevelWord.level($0) }
    if let command = command.firstMatch(in: rest)?["command"] { peeled.level = LevelWord.level(command) }
    return peeled
  }

  /// `@400000005f3a1b2c0d4e6f80 `: sixteen digits of seconds, eight of nanoseconds.
  ///
  /// https://cr.yp.to/libtai/tai64.html; daemons add ten seconds to those of Unix.
  private static func peelLabel(_ line: EnvelopedLine) -> PeeledLine? {
    let label = line.text.utf8.dropFirst().prefix(24)
    let rest = line.text.utf8.dropFirst(25)
    guard label.count == 24, label.starts(with: "40000000".utf8), rest.first.map({ $0 == 0x20 }) ?? true,
      let seconds = Int64(String(decoding: label.prefix(16).dropFirst(), as: UTF8.self), radix: 16),
      let nanoseconds = Int64(String(decoding: label.suffix(8), as: UTF8.self), radix: 16)
    else { return nil }
    var peeled = PeeledLine(text: String(decoding: rest.dropFirst(), as: UTF8.self))
    peeled.time = Timestamp(nanoseconds: (seconds - 10) * 1_000_000_000 + nanoseconds, hasZone: true)
    return peeled
  }
}
