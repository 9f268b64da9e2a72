import CulpritRegex

/// php-fpm: `[23-Nov-2026 06:20:52] WARNING: [pool www] child 29 said into stderr: "text"`.
///
/// https://www.php.net/manual/en/install.fpm.configuration.php (catch_workers_output)
enum PHPPoolEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^\[(?<time>\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})?)\] (?<level>[A-Z]{4,7}): (?:pid \d{1,7}, \w{1,40}\(\), line \d{1,5}: )?"#
      + #"\[pool (?<pool>[\w.-]{1,60})\] child (?<pid>\d{1,7}) said into (?<stream>stderr|stdout): ""#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "["), line.text.containsBytes("said into"),
      let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: Self.unquoted(rest))
    peeled.origin.service = match["pool"]
    peeled.origin.pid = match["pid"].flatMap { Int($0) }
    peeled.origin.stream = match["stream"]
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }

  private static let message = "NOTICE: PHP message: "

  /// The text up to its last quote: what follows says that the pipe was closed.
  private static func unquoted(_ text: String) -> String {
    let quote = text.utf8.lastIndex(of: UInt8(ascii: "\"")) ?? text.utf8.endIndex
    let inner = String(text[..<quote])
    return inner.hasPrefix(Self.message) ? String(inner.dropFirst(Self.message.count)) : inner
  }
}
