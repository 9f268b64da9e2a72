import CulpritRegex

/// A name in brackets before a line: concurrently (`[api] `, `[0] `), consola's tag, a program's own
/// prefix.
///
/// Words that open an entry of a dump or name a level are no tags; nor is a bracket with a time.
enum TagEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^\[(?:(?<name>[A-Za-z][\w.:/@-]{0,39})(?: (?<pid>\d{2,7}))?|(?<index>\d{1,2}))\](?: |$)"#)
  private static let noTags: Set<String> = [
    "stacktrace", "cause", "errors", "object", "array", "previous", "function", "circular", "tasks",
    "queues", "config",
    "symbol", "gin", "nest", "tailing", "output", "input", "internal",
  ]

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "["), let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    let name = match["name"] ?? match["index"] ?? ""
    guard LevelWord.level(name) == nil, !noTags.contains(name.lowercased()), !name.hasPrefix("log_"),
      !name.hasPrefix("GIN-")
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.tag = name
    peeled.origin.pid = match["pid"].flatMap { Int($0) }
    return peeled
  }
}
