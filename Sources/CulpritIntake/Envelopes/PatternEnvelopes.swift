import CulpritRegex

/// What pattern envelopes share: a regex at the start of the line, and its groups.
enum PrefixPattern {
  /// The match and the text behind it; nil where the prefix does not stand here.
  static func match(_ pattern: CompiledPattern, _ line: EnvelopedLine) -> (match: Match, rest: String)? {
    guard let match = pattern.firstMatch(in: line.text) else { return nil }
    return (match, line.text.slice(match.range.upperBound..<line.text.utf8.count))
  }

  static func readTime(_ text: String?, _ line: EnvelopedLine, into peeled: inout PeeledLine) {
    let reading = text.flatMap { TimestampParser(reference: line.reference).parse($0) }
    peeled.time = reading?.time
    peeled.day = reading?.day
  }
}

/// Kubernetes' CRI: `2026-11-23T05:51:57.231100226Z stdout F text`; `P` marks a piece that goes on.
///
/// https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md
enum ContainerRuntimeEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:Z|[+-]\d\d:\d\d)) (?<stream>stdout|stderr) (?<tags>[FP])\S* ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.stream = match["stream"]
    peeled.isPartial = match["tags"] == "P"
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}

/// `kubectl logs --prefix`: `[pod/shop-web-7c9f6d5b8-kx2lp/web] text`.
enum KubernetesPrefixEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(#"^\[pod/(?<pod>[^/\]\s]+)/(?<container>[^\]\s]+)\] ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "["), let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = match["pod"]
    peeled.origin.service = match["container"]
    return peeled
  }
}

/// BSD syslog (RFC 3164) and `journalctl`'s short forms: `Nov 23 05:52:00 host program[12]: text`.
enum SyslogEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?:<(?<priority>\d{1,3})>)?(?<time>(?:[A-Z][a-z]{2} [ \d]\d(?: \d{4})? \d\d:\d\d:\d\d(?:\.\d+)?)|(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))) (?<host>[A-Za-z0-9][\w.:-]*) (?<program>[A-Za-z_(][\w./@() -]{0,60}?)(?:\[(?<pid>\d+)\])?: ?"#)

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

/// Syslog of RFC 5424: `<134>1 2026-11-23T06:24:55.089974Z host program 123 msgid - text`.
enum StructuredSyslogEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^<(?<priority>\d{1,3})>1 (?<time>\S+) (?<host>\S+) (?<program>\S+) (?<pid>\S+) \S+ (?:-|(?:\[(?:[^\]"\\]|\\.|"(?:[^"\\]|\\.)*")*\])+)(?: (?:\x{FEFF})?|$)"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "<"), let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    func value(_ name: String) -> String? { match[name].flatMap { $0 == "-" ? nil : $0 } }
    var peeled = PeeledLine(text: rest)
    peeled.origin.host = value("host")
    peeled.origin.program = value("program")
    peeled.origin.pid = value("pid").flatMap { Int($0) }
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}

/// CloudWatch: `aws logs tail` (`time stream text`), and a stream's export (`time<tab>text`).
enum CloudWatchEnvelope: Envelope {
  private static let tail = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)) (?<stream>\d{4}/\d\d/\d\d/\S*\[\S+\][0-9a-f]+|\S+/\S+/[0-9a-f]{8,}\S*) "#)
  private static let export = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\t(?=INIT_START|START |END |REPORT |EXTENSION|\[[A-Z]+\]\s|\d{4}-\d\d-\d\dT[\d:.]+Z\t|Traceback|\{)"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true else { return nil }
    guard let (match, rest) = PrefixPattern.match(tail, line) ?? PrefixPattern.match(export, line) else { return nil }
    var peeled = PeeledLine(text: Self.unfolded(rest))
    peeled.origin.container = match["stream"]
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }

  /// Lambda keeps the newlines of a traceback as carriage returns, and its indentation as no-break spaces.
  private static func unfolded(_ text: String) -> String {
    guard text.utf8.contains(0x0D) || text.utf8.contains(0xA0) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\r": "\n"
          case "\u{A0}": " "
          default: scalar
          }
        }))
  }
}

/// foreman, honcho, overmind: `12:00:01 web.1     | text`.
enum ProcfileEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d\d:\d\d:\d\d) (?<name>[A-Za-z][\w-]*)(?<number>\.\d+)? +\| ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.service = match["name"]
    peeled.origin.container = (match["name"] ?? "") + (match["number"] ?? "")
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}

/// `pm2 logs`: `0|worker  | text`, and `PM2        | text` of the daemon itself.
enum PM2PrefixEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(#"^(?:(?<number>\d+)\|(?<name>[\w.@ -]+?)|(?<daemon>PM2)) *\| ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.service = match["name"] ?? match["daemon"]
    peeled.origin.constants = match["number"].map { [Writer.Constant(name: "pm_id", value: $0)] } ?? []
    return peeled
  }
}

/// `docker service logs`: `shop_web.1.k3v0a9@node-1    | text`.
enum SwarmEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<service>[A-Za-z0-9][\w.-]*?)\.(?<task>\d+\.[a-z0-9]+)@(?<host>[\w.-]+) +\| ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.service = match["service"]
    peeled.origin.container = (match["service"] ?? "") + "." + (match["task"] ?? "")
    peeled.origin.host = match["host"]
    return peeled
  }
}

/// Docker compose: `worker-1  | text` (v2), `worker_1  | text` (v1), or a container's own name.
enum ComposeEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<container>[A-Za-z][A-Za-z0-9_.-]*?)(?<number>[-_]\d+)? *\| (?! *\|)|^(?<container>[A-Za-z][A-Za-z0-9_.-]*?)(?<number>[-_]\d+)? *\|$"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.depth <= 1, line.text.utf8.first?.isLetter == true, line.text.utf8.prefix(80).contains(UInt8(ascii: "|")),
      let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    let printed = line.text.slice(0..<(line.text.utf8.count - rest.utf8.count))
    let container = String(printed.prefix { $0 != " " && $0 != "|" })
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = container
    peeled.origin.service = Self.service(container)
    _ = match
    return peeled
  }

  /// The name without the number of the container.
  private static func service(_ container: String) -> String {
    let bytes = Array(container.utf8)
    guard let last = bytes.lastIndex(where: { !$0.isDigit }), last > 0, last < bytes.count - 1,
      bytes[last] == UInt8(ascii: "-") || bytes[last] == UInt8(ascii: "_")
    else { return container }
    return String(decoding: bytes[..<last], as: UTF8.self)
  }
}

/// A time that a runner puts before each line: nine digits (docker, kubectl), seven (GitHub Actions).
enum StampEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(?:\d{9}|\d{7})Z)(?: |$)"#)
  private static let command = CompiledPattern.constant(#"^##\[(?<command>\w+)\]"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    if let command = command.firstMatch(in: rest)?["command"] { peeled.level = LevelWord.level(command) }
    return peeled
  }
}

/// Heroku: `2026-11-23T06:24:55.089974+00:00 app[web.1]: text`.
enum HerokuEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) (?<source>app|heroku)\[(?<dyno>[a-z][\w-]*(?:\.\d+)?)\]: ?"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = match["dyno"]
    peeled.origin.service = match["dyno"].map { String($0.prefix { $0 != "." }) }
    peeled.origin.program = match["source"] == "heroku" ? "heroku" : nil
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}

/// A name in brackets before a line: concurrently (`[api] `, `[0] `), consola's tag, a program's own prefix.
///
/// Words that open an entry of a dump or name a level are no tags; nor is a bracket with a time.
enum TagEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^\[(?:(?<name>[A-Za-z][\w.:/@-]{0,39})(?: (?<pid>\d{2,7}))?|(?<index>\d{1,2}))\](?: |$)"#)
  private static let noTags: Set<String> = [
    "stacktrace", "cause", "errors", "object", "array", "previous", "function", "circular", "tasks", "queues", "config",
    "symbol", "gin", "nest", "tailing", "output", "input", "internal",
  ]

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "["), let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    let name = match["name"] ?? match["index"] ?? ""
    guard LevelWord.level(name) == nil, !noTags.contains(name.lowercased()), !name.hasPrefix("log_"), !name.hasPrefix("GIN-")
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.tag = name
    peeled.origin.pid = match["pid"].flatMap { Int($0) }
    return peeled
  }
}
