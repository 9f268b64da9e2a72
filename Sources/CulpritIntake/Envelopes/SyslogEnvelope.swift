import CulpritRegex

/// BSD syslog (RFC 3164) and `journalctl`'s short forms: `Nov 23 05:52:00 host program[12]: text`, with a weekday
/// and a zone in `short-full` and `with-unit`, seconds since 1970 in `short-unix`, since the start in `short-monotonic`
/// and `short-delta`.
///
/// https://www.freedesktop.org/software/systemd/man/latest/journalctl.html#-o
enum SyslogEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?:<(?<priority>\d{1,3})>)?(?<time>(?:[A-Z][a-z]{2} [ \d]\d(?: \d{4})? \d\d:\d\d:\d\d(?:\."#
      + #"\d+)?)|(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))|[A-Z][a-z]{2} "#
      + #"(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?) [A-Z]{2,5}|\d{10}\.\d{6}|\[ *\d{1,9}\.\d{3,6}(?: <[ \d.]{5,20}>)?\]) (?<host>[A-Za-z0-9][\w.:-]*) "#
      + #"(?<program>[A-Za-z_(][\w./@() -]{0,60}?)(?:\[(?<pid>\d+)\])?: ?"#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    // With an ISO time many formats look alike: then only a pid in brackets makes it syslog.
    guard match["pid"] != nil || match["time"]?.utf8.first?.isLetter == true else { return nil }
    // An ISO time before a level word is a program's own header.
    if let host = match["host"], LevelWord.level(host) != nil { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.host = match["host"]
    peeled.origin.program = match["program"]
    peeled.origin.pid = match["pid"].flatMap { Int($0) }
    peeled.level = match["priority"].flatMap { Int($0) }.flatMap { LevelWord.syslog($0 & 7) }
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}
