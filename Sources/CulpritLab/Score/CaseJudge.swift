/// Compares the answer to one case with its label.
package struct CaseJudge: Sendable {
  /// `area/name`, for the shortfalls.
  private let name: String
  private let label: Label
  private let incidents: [Answer.Incident]
  /// Indices of incidents that answer an expectation.
  private var used: Set<Int> = []
  private var score = CaseScore()

  /// Of a case that was answered; `exitCode` nil where no program ran.
  package static func score(_ answer: Answer, exitCode: Int?, to label: Label, named name: String) -> CaseScore {
    var judge = CaseJudge(name: name, label: label, incidents: answer.incidents)
    judge.run(exitCode: exitCode)
    return judge.score
  }

  /// Of a case that got no answer: it counts against the answer.
  package static func scoreWithoutAnswer(to label: Label, named name: String, reason: String) -> CaseScore {
    var judge = CaseJudge(name: name, label: label, incidents: [])
    judge.score.cases = 1
    judge.fault(.broken, kind: "BROKEN", reason)
    for expectation in label.incidents {
      judge.score.ask(.cause, isRight: false)
      judge.score.faults[.missed, default: 0] += 1
      judge.count(expectation.cause, \.missed)
    }
    if label.incidents.isEmpty { judge.score.ask(.silent, isRight: false) }
    return judge.score
  }

  private init(name: String, label: Label, incidents: [Answer.Incident]) {
    self.name = name
    self.label = label
    self.incidents = incidents
  }

  private mutating func run(exitCode: Int?) {
    score.cases = 1
    if let exitCode { score.ask(.exitCode, isRight: (exitCode & 1 == 1) == !incidents.isEmpty) }
    guard let first = label.incidents.first else { return judgeSilence() }
    guard label.isDecidable else { return judgeUndecidable(first) }
    for expectation in label.incidents where expectation.isCauseInLog { judge(expectation) }
    for expectation in label.incidents where !expectation.isCauseInLog { judgeHedge(expectation) }
    judgeRest()
  }

  private mutating func judgeSilence() {
    let named = incidents.filter(\.isNamed)
    score.ask(.quiet, isRight: incidents.isEmpty)
    score.ask(.silent, isRight: named.isEmpty)
    for incident in named { count(incident.cause, \.accused) }
    if !named.isEmpty {
      fall("FALSE ACCUSATION", named.map(\.summary).joined(separator: ","))
    } else if !incidents.isEmpty {
      fall("NOT QUIET", "\(incidents.count) undetermined")
    }
  }

  /// A log that cannot tell its cause as a whole: the surest named incident is right, or unsure.
  private mutating func judgeUndecidable(_ expectation: Expectation) {
    // The first of equals, as the order of a report has it.
    let surest = incidents.filter(\.isNamed).reduce(nil as Answer.Incident?) { best, next in
      (best?.confidence ?? -1) >= next.confidence ? best : next
    }
    let isHedged =
      if let surest {
        surest.cause == expectation.cause
          || surest.confidence < 0.8 && surest.alternatives.contains { $0.cause == expectation.cause }
      } else {
        !incidents.isEmpty
      }
    settleHedge(expectation, isHedged: isHedged)
  }

  private mutating func judge(_ expectation: Expectation) {
    guard let index = bestAnswer(to: expectation) else {
      score.ask(.cause, isRight: false)
      let isMissed = !incidents.contains(where: \.isNamed)
      count(expectation.cause, isMissed ? \.missed : \.wrong)
      fault(
        isMissed ? .missed : .wrong, kind: isMissed ? "MISSED" : "WRONG",
        "want \(expectation.cause)/\(expectation.subcause ?? "-"), got \(gotten)")
      return
    }
    used.insert(index)
    score.ask(.cause, isRight: true)
    count(expectation.cause, \.right)
    var details = DetailJudge(expectation: expectation, incident: incidents[index])
    details.run(score: &score)
    if !details.notes.isEmpty { fall("partly", details.notes.joined(separator: "; ")) }
  }

  /// An unused incident of the same cause: one that blames a process of the label first, then the surest.
  private func bestAnswer(to expectation: Expectation) -> Int? {
    let candidates = incidents.indices.filter {
      !used.contains($0) && incidents[$0].cause == expectation.cause
    }
    let blamed = expectation.blamedPids
    return candidates.max {
      (rank(of: incidents[$0], against: blamed), $0) < (rank(of: incidents[$1], against: blamed), $1)
    }
  }

  private func rank(of incident: Answer.Incident, against pids: Set<Int>) -> Double {
    (incident.pids.isDisjoint(with: pids) ? 0 : 2) + incident.confidence
  }

  private mutating func judgeHedge(_ expectation: Expectation) {
    let candidates = incidents.indices.filter { !used.contains($0) && incidents[$0].hedges(expectation.cause) }
    let best = candidates.max { hedgeRank($0, expectation) < hedgeRank($1, expectation) }
    if let best { used.insert(best) }
    settleHedge(expectation, isHedged: best != nil)
  }

  private func hedgeRank(_ index: Int, _ expectation: Expectation) -> (Int, Int, Int, Int) {
    let incident = incidents[index]
    let pids = Set((expectation.processes ?? []).compactMap(\.pid))
    let isSameProvider = Vocabulary.provider(incident.provider, answers: expectation.provider ?? "")
    return (
      incident.cause == expectation.cause ? 1 : 0, incident.pids.isDisjoint(with: pids) ? 0 : 1,
      isSameProvider ? 1 : 0, index
    )
  }

  private mutating func settleHedge(_ expectation: Expectation, isHedged: Bool) {
    score.ask(.hedge, isRight: isHedged)
    count(expectation.cause, isHedged ? \.hedged : incidents.contains(where: \.isNamed) ? \.wrong : \.missed)
    if !isHedged { fall("NOT HEDGED", "want \(expectation.cause), got \(gotten)") }
  }

  /// Incidents that answer nothing: accusations of other causes, and parts of what is one incident.
  private mutating func judgeRest() {
    let labelled = Set(label.incidents.map(\.cause))
    for index in incidents.indices where !used.contains(index) {
      let incident = incidents[index]
      if incident.isNamed, !labelled.contains(incident.cause) {
        count(incident.cause, \.accused)
        fault(.extra, kind: "EXTRA", incident.summary)
      } else {
        fault(.split, kind: "SPLIT", incident.summary)
      }
    }
  }

  private var gotten: String {
    incidents.isEmpty ? "nothing" : incidents.map(\.summary).joined(separator: ", ")
  }

  private mutating func count(_ cause: String, _ field: WritableKeyPath<CaseScore.CauseCount, Int>) {
    score.causes[cause, default: CaseScore.CauseCount()][keyPath: field] += 1
  }

  private mutating func fault(_ fault: Fault, kind: String, _ detail: String) {
    score.faults[fault, default: 0] += 1
    fall(kind, detail)
  }

  private mutating func fall(_ kind: String, _ detail: String) {
    score.shortfalls.append(CaseScore.Shortfall(corpusCase: name, kind: kind, detail: detail))
  }
}
