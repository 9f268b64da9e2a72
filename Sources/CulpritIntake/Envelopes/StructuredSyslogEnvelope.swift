import CulpritRegex

/// Syslog of RFC 5424: `<134>1 2026-11-23T06:24:55.089974Z host program 123 msgid - text`.
enum StructuredSyslogEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^<(?<priority>\d{1,3})>1 (?<time>\S+) (?<host>\S+) (?<program>\S+) (?<pid>\S+) \S+ (?:-|(?:"#
      + #"\[(?:[^\]"\\]|\\.|"(?:[^"\\]|\\.)*")*\])+)(?: (?:\x{FEFF})?|$)"#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "<"), let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    func value(_ name: String) -> String? { match[name].flatMap { $0 == "-" ? nil : $0 } }
    var peeled = PeeledLine(text: rest)
    peeled.origin.host = value("host")
    peeled.origin.program = value("program")
    peeled.origin.pid = value("pid").flatMap { Int($0) }
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}
