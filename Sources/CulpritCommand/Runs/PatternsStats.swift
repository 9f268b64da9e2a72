import Culprit
import CulpritRules
import CulpritSources

/// `culprit patterns stats LOG…`: what the rules do on these logs, and what each of them costs.
struct PatternsStats {
  let arguments: Arguments
  var console: Console

  mutating func run() -> ExitCode {
    let (rules, hasBadRules) = RuleChoice.rules(for: arguments, console: console)
    var meter = LogMeter(rules: rules) { Machine.steadyClock }
    let list = SourceList(paths: arguments.paths, standardInputName: arguments.standardInputName)
    let problems = SourceMetering.measure(list, with: &meter)
    console.print(Self.text(of: meter, rules: rules.set))
    for problem in problems { console.tell(problem.source, problem.detail) }
    return problems.isEmpty && !hasBadRules && !console.hasFailed ? .nothingFound : .problems
  }

  private static func text(of meter: LogMeter, rules: RuleSet) -> String {
    let share = meter.bytes == 0 ? 0 : Double(meter.readBytes) / Double(meter.bytes) * 100
    var rows = [
      "\(meter.bytes) bytes in \(meter.lines) lines",
      "\(meter.readBytes) bytes (\(decimals(share)) %) in \(meter.readRecords) records read closely, "
        + "\(meter.countedRecords) records counted only",
      "", cells("lines", "a MB") + "  anchor",
    ]
    for anchor in meter.anchors.filter({ $0.lines > 0 }).sorted(by: { $0.lines > $1.lines }) {
      let rate = Double(anchor.lines) / Double(max(1, meter.bytes)) * 1e6
      rows.append(cells("\(anchor.lines)", decimals(rate)) + "  \(anchor.text) (\(anchor.kind))")
    }
    rows += ["", cells("matches", "runs", "µs a run", "ms") + "  pattern"]
    let uses = zip(rules.patterns, meter.uses).filter { $0.1.runs > 0 }.sorted { $0.1.time > $1.1.time }
    for (pattern, use) in uses {
      let time = Double(use.time)
      let each = decimals(time / Double(use.runs) / 1e3)
      rows.append(cells("\(use.matches)", "\(use.runs)", each, decimals(time / 1e6)) + "  \(pattern.id)")
    }
    return rows.joined(separator: "\n") + "\n"
  }

  /// Columns of ten characters, the texts at their right ends.
  private static func cells(_ texts: String...) -> String {
    texts.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }

  /// With two decimals: Foundation, which formats numbers, is not here.
  private static func decimals(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
