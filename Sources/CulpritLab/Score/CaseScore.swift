/// What is asked of an answer, one figure each, by the names under which figures are compared.
package enum Metric: String, CaseIterable, Sendable {
  /// A case without incidents: no cause is named.
  case silent
  /// A case without incidents: nothing is reported, not even something undetermined.
  case quiet
  case exitCode = "rc"
  /// A cause that the log cannot tell is left open.
  case hedge
  case cause
  case subcause = "sub"
  case provider, variable, status
  /// Every pid that the log shows, and no healthy one.
  case pid
  case entrypoint = "entry"
  case chain
  /// The innermost type alone.
  case innermost = "chain.last"
  /// One of the first eight lines of evidence stands near a decisive one.
  case evidence
}

/// What an answer can do wrong, counted.
package enum Fault: String, CaseIterable, Sendable {
  /// No answer at all.
  case broken
  /// A cause was to be named, and none was.
  case missed
  /// Another cause was named.
  case wrong
  /// A cause was named that no label of the case has.
  case extra
  /// A failure of the label was reported in several incidents.
  case split
  /// Incidents that blame a healthy process.
  case blamed
}

/// How one case was answered; scores of several cases add up.
package struct CaseScore: Sendable {
  package var cases = 0
  package var counts: [Metric: Count] = [:]
  package var faults: [Fault: Int] = [:]
  package var causes: [String: CauseCount] = [:]
  package var shortfalls: [Shortfall] = []

  package struct Count: Hashable, Sendable {
    package var right = 0
    package var wanted = 0
  }

  /// How the labelled incidents of one cause were answered, and how often it was named without reason.
  package struct CauseCount: Hashable, Sendable {
    package var right = 0
    package var hedged = 0
    package var missed = 0
    package var wrong = 0
    package var accused = 0
  }

  /// One thing that is less than right.
  package struct Shortfall: Hashable, Sendable {
    /// `area/name`.
    package var corpusCase: String
    package var kind: String
    package var detail: String
  }

  package init() {}
}

extension CaseScore {
  package mutating func ask(_ metric: Metric, isRight: Bool) {
    counts[metric, default: Count()].wanted += 1
    counts[metric, default: Count()].right += isRight ? 1 : 0
  }

  package mutating func add(_ other: CaseScore) {
    cases += other.cases
    for (metric, count) in other.counts {
      counts[metric, default: Count()].right += count.right
      counts[metric, default: Count()].wanted += count.wanted
    }
    faults.merge(other.faults, uniquingKeysWith: +)
    for (cause, count) in other.causes {
      var sum = causes[cause] ?? CauseCount()
      sum.right += count.right
      sum.hedged += count.hedged
      sum.missed += count.missed
      sum.wrong += count.wrong
      sum.accused += count.accused
      causes[cause] = sum
    }
    shortfalls += other.shortfalls
  }

  /// Share of the right answers, rounded to four digits; nil where nothing was asked.
  package func share(_ metric: Metric) -> Double? {
    guard let count = counts[metric], count.wanted > 0 else { return nil }
    return (Double(count.right) / Double(count.wanted) * 10_000).rounded(.toNearestOrEven) / 10_000
  }

  package subscript(_ fault: Fault) -> Int { faults[fault] ?? 0 }
}
