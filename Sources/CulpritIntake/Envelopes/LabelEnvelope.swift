import CulpritRegex

/// `logcli query`: `2026-11-23T03:00:00Z {app="worker", pod="worker-7c9f"} text`.
///
/// https://grafana.com/docs/loki/latest/query/logcli/
enum LabelEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)) \{(?<labels>[a-z_]\w{0,60}="[^"]{0,200}"(?:, ?[a-z_]\w{0,60}="[^"]{0,200}"){0,40})\} "#)
  private static let label = CompiledPattern.constant(#"(?<name>\w+)="(?<value>[^"]*)""#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first?.isDigit == true, let (match, rest) = PrefixPattern.match(pattern, line), let labels = match["labels"]
    else { return nil }
    var values: [String: String] = [:]
    for found in label.allMatches(in: labels, limit: 40) { if let name = found["name"] { values[name] = found["value"] } }
    var peeled = PeeledLine(text: rest)
    peeled.origin = StreamLabels.origin { values[$0] }
    PrefixPattern.readTime(match["time"], line, into: &peeled)
    return peeled
  }
}
