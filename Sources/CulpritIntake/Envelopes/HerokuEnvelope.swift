import CulpritRegex

/// Heroku: `2026-11-23T06:24:55.089974+00:00 app[web.1]: text`.
enum HerokuEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) (?<source>app|heroku)"#
      + #"\[(?<dyno>[a-z][\w-]*(?:\.\d+)?)\]: ?"#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.container = match["dyno"]
    peeled.origin.service = match["dyno"].map { String($0.prefix { $0 != "." }) }
    peeled.origin.program = match["source"] == "heroku" ? "heroku" : nil
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}
