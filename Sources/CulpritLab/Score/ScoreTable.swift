import Foundation

/// A score as text for people, and as figures to compare.
package struct ScoreTable: Sendable {
  private let score: CaseScore

  package init(_ score: CaseScore) {
    self.score = score
  }

  /// By cause first, then by what else was asked, then how often the answer was wrong.
  package var text: String {
    var lines = ["\(score.cases) cases", ""]
    lines.append(Self.row("cause", ["wanted", "right", "hedged", "missed", "wrong", "accused falsely"]))
    for cause in Label.causes {
      guard let count = score.causes[cause] else { continue }
      let wanted = count.right + count.hedged + count.missed + count.wrong
      let fields = [wanted, count.right, count.hedged, count.missed, count.wrong, count.accused]
      lines.append(Self.row(cause, fields.map(String.init)))
    }
    lines += ["", Self.row("asked", ["wanted", "right", "share"])]
    for metric in Metric.allCases {
      guard let count = score.counts[metric], let share = score.share(metric) else { continue }
      let percent = String(format: "%.1f %%", share * 100)
      lines.append(Self.row(Self.title(metric), [String(count.wanted), String(count.right), percent]))
    }
    let faults = Fault.allCases.map { "\($0.rawValue) \(score[$0])" }
    lines += ["", faults.joined(separator: " · ")]
    return lines.joined(separator: "\n")
  }

  /// Every figure by its name: shares, `.n` for how often each was asked, and faults.
  package var figures: [String: Double] {
    var figures = ["cases": Double(score.cases)]
    for fault in Fault.allCases { figures[fault.rawValue] = Double(score[fault]) }
    for metric in Metric.allCases {
      guard let count = score.counts[metric], let share = score.share(metric) else { continue }
      figures[metric.rawValue] = share
      if metric != .innermost { figures[metric.rawValue + ".n"] = Double(count.wanted) }
    }
    return figures
  }

  /// One line a shortfall, sorted by area and case.
  package var shortfalls: String {
    score.shortfalls.map { "\($0.corpusCase)  \($0.kind)  \($0.detail)" }.joined(separator: "\n")
  }

  private static func title(_ metric: Metric) -> String {
    switch metric {
    case .silent: "silence: no cause named"
    case .quiet: "silence: nothing reported"
    case .exitCode: "exit code"
    case .hedge: "left open"
    case .subcause: "subcause"
    case .entrypoint: "entrypoint"
    case .innermost: "innermost type"
    default: metric.rawValue
    }
  }

  private static func row(_ title: String, _ fields: [String]) -> String {
    let name = title.padding(toLength: 26, withPad: " ", startingAt: 0)
    return name + fields.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
  }
}
