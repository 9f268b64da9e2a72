import CulpritRegex

/// CloudWatch: `aws logs tail` (`time stream text`), and a stream's export (`time<tab>text`).
enum CloudWatchEnvelope: Envelope {
  private static let tail = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)) (?<stream>\d{4}/\d\d/"#
      + #"\d\d/\S*\[\S+\][0-9a-f]+|\S+/\S+/[0-9a-f]{8,}\S*) "#
  )
  private static let export = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\t(?=INIT_START|START |END |REPORT |EXTENSION"#
      + #"|\[[A-Z]+\]\s|\d{4}-\d\d-\d\dT[\d:.]+Z\t|Traceback|\{)"#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true else { return nil }
    guard let (match, rest) = PrefixPattern.match(tail, line) ?? PrefixPattern.match(export, line) else {
      return nil
    }
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
