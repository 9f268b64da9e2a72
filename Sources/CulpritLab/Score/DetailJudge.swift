/// Compares an incident whose cause is right with everything else that the label asks for.
struct DetailJudge {
  let expectation: Expectation
  let incident: Answer.Incident
  /// What is less than right, in words.
  private(set) var notes: [String] = []

  init(expectation: Expectation, incident: Answer.Incident) {
    self.expectation = expectation
    self.incident = incident
  }

  mutating func run(score: inout CaseScore) {
    judgeFacts(&score)
    judgeEvidence(&score)
    judgeProcesses(&score)
    judgeEntrypoint(&score)
    judgeChain(&score)
  }

  /// Fields that are one word or number.
  private mutating func judgeFacts(_ score: inout CaseScore) {
    if let wanted = expectation.subcause, !wanted.isEmpty, expectation.isSubcauseInLog {
      let isRight = Vocabulary.subcause(incident.subcause, answers: wanted, of: expectation.cause)
      ask(.subcause, isRight, "sub \(wanted) != \(incident.subcause ?? "-")", &score)
    }
    if let wanted = expectation.provider, !wanted.isEmpty {
      let isRight = Vocabulary.provider(incident.provider, answers: wanted)
      ask(.provider, isRight, "provider \(wanted) != \(incident.provider ?? "-")", &score)
    }
    if let wanted = expectation.status, wanted != 0 {
      let got = incident.status.map { String($0) } ?? "-"
      ask(.status, incident.status == wanted, "status \(wanted) != \(got)", &score)
    }
    if let wanted = expectation.variable, !wanted.isEmpty, expectation.cause == "missing-env" {
      let isRight = incident.variable.map(Vocabulary.alternatives(wanted).contains) ?? false
      ask(.variable, isRight, "variable \(wanted) != \(incident.variable ?? "-")", &score)
    }
  }

  /// Lines of context around a decisive one: an SDK prints its sentence some lines below the head.
  private static let reach = 12
  /// How much evidence a reader looks at.
  private static let looked = 8

  private mutating func judgeEvidence(_ score: inout CaseScore) {
    guard !expectation.decisiveLines.isEmpty else { return }
    let shown = incident.evidence.prefix(Self.looked)
    let isNear = expectation.decisiveLines.contains { decisive in
      let file = Self.fileName(decisive.file, separators: "!")
      return shown.contains {
        Self.fileName($0.source, separators: "!:") == file && abs($0.line - decisive.line) <= Self.reach
      }
    }
    ask(.evidence, isNear, "no evidence near a decisive line", &score)
  }

  /// The file's own name, without archive and folder.
  private static func fileName(_ source: String, separators: String) -> String {
    let member = source.split(omittingEmptySubsequences: false) { separators.contains($0) }.last
    return Vocabulary.basename(String(member ?? ""))
  }

  private mutating func judgeProcesses(_ score: inout CaseScore) {
    let named = incident.pids
    let blamed = expectation.healthyPids.intersection(named)
    if !blamed.isEmpty {
      score.faults[.blamed, default: 0] += 1
      notes.append("healthy \(blamed.sorted()) blamed")
    }
    let wanted = expectation.visiblePids
    guard !wanted.isEmpty else { return }
    ask(
      .pid, wanted.isSubset(of: named) && blamed.isEmpty, "pids \(wanted.sorted()) != \(named.sorted())", &score)
  }

  private mutating func judgeEntrypoint(_ score: inout CaseScore) {
    guard let wanted = expectation.entrypoint, !wanted.isEmpty else { return }
    let named = incident.processes.map { $0.entrypoint ?? "" }.joined(separator: " ")
    ask(
      .entrypoint, Vocabulary.entrypoint(named, answers: wanted), "entrypoint \(wanted) != '\(named)'", &score)
  }

  private mutating func judgeChain(_ score: inout CaseScore) {
    guard let innermost = expectation.chain.last else { return }
    let got = incident.chainThroughVerdict
    let isAlike =
      got.count == expectation.chain.count
      && zip(expectation.chain, got).allSatisfy { Vocabulary.type($1, answers: $0) }
    let wanted = expectation.chain.map(Vocabulary.withoutModule)
    ask(.chain, isAlike, "chain \(wanted) != \(got.map(Vocabulary.withoutModule))", &score)
    score.ask(.innermost, isRight: got.last.map { Vocabulary.type($0, answers: innermost) } ?? false)
  }

  private mutating func ask(_ metric: Metric, _ isRight: Bool, _ note: String, _ score: inout CaseScore) {
    score.ask(metric, isRight: isRight)
    if !isRight { notes.append(note) }
  }
}
