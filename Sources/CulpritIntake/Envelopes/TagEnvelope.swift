import CulpritRegex

/// A name in brackets before a line: concurrently (`[api] `, `[0] `), consola's tag, a program's own
/// prefix.
///
/// Words that open an entry of a dump or name a level are no tags, nor are ids of requests; and `[job
/// 17]` has no pid.
enum TagEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^\[(?:(?<name>[A-Za-z][\w.:/@-]{0,39})(?: (?:pid[ :=]?)?(?<number>\d{2,7}))?|(?<index>\d{1,2}))\](?: |$)"#
  )
  private static let noTags: Set<String> = [
    "stacktrace", "cause", "errors", "object", "array", "previous", "function", "circular", "tasks",
    "queues",
    "config", "symbol", "gin", "nest", "tailing", "output", "input", "internal", "redacted", "truncated",
  ]
  /// What is counted: a number behind them names a piece of work.
  private static let units: Set<String> = [
    "attempt", "batch", "build", "chunk", "cycle", "day", "doc", "epoch", "id", "invoice", "item",
    "iteration",
    "job", "line", "mail", "message", "note", "order", "page", "part", "port", "request", "req", "retry",
    "round",
    "row", "run", "shard", "slot", "stage", "step", "task", "ticket", "try", "turn", "user", "week",
  ]

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "["), let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    let name = match["name"] ?? match["index"] ?? ""
    guard LevelWord.level(name) == nil, !noTags.contains(name.lowercased()), !name.hasPrefix("log_"),
      !name.hasPrefix("GIN-"), !isRequestID(name),
      match["number"] == nil || !units.contains(name.lowercased())
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.tag = name
    peeled.origin.pid = match["number"].flatMap { Int($0) }
    return peeled
  }

  /// `4f1c9a02-…`, `req_8304a6730022`: Rails and others tag lines with what they work on.
  private static func isRequestID(_ name: String) -> Bool {
    name.utf8.count >= 8 && name.utf8.count(where: \.isDigit) >= 4
  }
}
