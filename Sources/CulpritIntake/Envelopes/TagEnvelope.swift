import CulpritRegex

/// A name in brackets before a line: concurrently and npm-run-all (`[api] `, `[0] `, `[api   ] `), yarn's workspaces
/// (`[@shop/api]: `), nx (`[...op-api] `, `[nx run api:serve] `), consola's tag, a program's own prefix.
///
/// Words that open an entry of a dump or name a level are no tags, nor are ids of requests; and `[job
/// 17]` has no pid.
enum TagEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^\[(?:(?:(?i:pid|proc|process)[ :=]{1,2})(?<number>\d{1,7})"#
      + #"|(?i:(?:worker[_ -]?)?thread|tid)[ :=#-]{0,2}(?<thread>\d{1,6}(?:[ :/][\w.-]{1,40})?)"#
      + #"|(?:nx run )?(?<name>@?[A-Za-z][\w.:/@#-]{0,39}|\.{3}[\w.:/@#-]{1,39})(?: (?:pid[ :=]?)?(?<number>\d{2,7}))?|(?<index>\d{1,7})(?!\] [*!+-] ))[ \t]{0,30}\]:?(?: |$)"#
      + #"|^[({](?<index>\d{4,7})[)}] |^<(?<index>\d{4,7})> "#
  )
  private static let noTags: Set<String> = [
    "stacktrace", "cause", "errors", "object", "array", "previous", "function", "circular", "tasks",
    "queues", "config", "symbol", "gin", "nest", "tailing", "output", "input", "internal", "redacted", "truncated",
  ]
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let first = line.text.utf8.first, "[({<".utf8.contains(first), let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    if let thread = match["thread"] { return peelThread(thread, rest) }
    let name = match["name"] ?? match["index"] ?? ""
    guard LevelWord.level(name.prefix { $0 != "/" }) == nil, !noTags.contains(name.lowercased()), !name.hasPrefix("log_"),
      !name.hasPrefix("GIN-"), !isRequestID(name),
      !Unit.isOne(name) || match["number"] == nil && !isNumbered(name)
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.tag = name.isEmpty ? match["number"] : name
    peeled.origin.pid = match["number"].flatMap { Int($0) }
    return peeled
  }

  /// `[thread 2] `, `[worker-thread 2 resize] `: a part of its process.
  private static func peelThread(_ thread: String, _ rest: String) -> PeeledLine {
    var peeled = PeeledLine(text: rest)
    peeled.origin.tag = "thread \(thread)"
    peeled.origin.thread = thread
    return peeled
  }

  /// `job:17`, `ticket#4`.
  private static func isNumbered(_ name: String) -> Bool {
    guard let joint = name.utf8.last(where: { !$0.isDigit }), name.utf8.last?.isDigit == true else { return false }
    return ":#/@".utf8.contains(joint)
  }

  /// `4f1c9a02-…`, `req_8304a6730022`: Rails and others tag lines with what they work on.
  private static func isRequestID(_ name: String) -> Bool {
    guard name.utf8.count >= 8, name.utf8.count(where: \.isDigit) >= 4 else { return false }
    // `worker:4312`, `worker@app-1:4312`: a name and a number.
    let digits = name.utf8.reversed().prefix { $0.isDigit }.count
    guard (3...7).contains(digits), digits < name.utf8.count else { return true }
    let joint = name.utf8[name.utf8.index(name.utf8.endIndex, offsetBy: -digits - 1)]
    return !":#/@".utf8.contains(joint)
  }
}
