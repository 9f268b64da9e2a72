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
