import Culprit
import CulpritDiagnosis

/// An incident of a report beside the label that it answers: what a fit of weights learns from.
struct WeighedAnswer: Sendable {
  /// The application, or several that wrote into one case: none of them may be in both parts of a fit.
  var families: Set<String>
  /// Cause that is right; nil where there is none to find.
  var truth: String?
  /// Subcauses that answer the label; empty where the log does not tell one, or none of them was argued for.
  var subcauses: Set<String> = []
  /// Log-odds by subcause and class, before factors.
  var weighing: [Incident.Weighing]

  /// Probability of each cause with these factors, as a verdict has it.
  func probabilities(_ weights: ClassWeights) -> [String: Double] {
    shares(weights).reduce(into: [:]) { $0[$1.cause, default: 0] += $1.probability }
  }

  /// Probability of each subcause, by name.
  private func shares(_ weights: ClassWeights) -> [(subcause: String, cause: String, probability: Double)] {
    var odds: [String: (cause: String, sum: Double)] = [:]
    for item in weighing {
      odds[item.subcause, default: (item.cause.rawValue, 0)].sum += item.odds * weights[item.kind]
    }
    let values = odds.sorted { $0.key < $1.key }.map { name, entry in
      (subcause: name, cause: entry.cause, value: ClassWeights.exponential(max(-40, min(40, entry.sum))))
    }
    let total = values.reduce(weights.unknown) { $0 + $1.value }
    return values.map { ($0.subcause, $0.cause, $0.value / total) }
  }

  /// The cause that is named, how surely, and whether that is right.
  func answer(_ weights: ClassWeights) -> (confidence: Double, isRight: Bool)? {
    let best = probabilities(weights).max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { ($0.value, $0.key == truth) }
  }

  /// Logarithmic, of what is given to the right cause, and within it to the right subcause; of the causes two in a
  /// hundred are taken for something else.
  ///
  /// A log may always be of something that no label knows: without that share, cases without a fault teach that
  /// nothing can be wrong.
  func loss(_ weights: ClassWeights) -> Double {
    let all = probabilities(weights)
    let right = truth.map { all[$0] ?? 0 } ?? 1 - all.values.sorted().reduce(0, +)
    let bounded = max(0.001, min(0.999, right))
    let within = shares(weights).filter { subcauses.contains($0.subcause) }.reduce(0) { $0 + $1.probability }
    let detail = subcauses.isEmpty || right < 0.001 ? 1 : max(0.01, within / right)
    return -(1 - Self.doubt) * ClassWeights.logarithm(bounded) - Self.doubt * ClassWeights.logarithm(1 - bounded)
      - ClassWeights.logarithm(detail)
  }

  private static let doubt = 0.02
}

extension WeighedAnswer {
  /// Of all incidents of a report that answer a label of the case; others are left out.
  static func all(of corpusCase: CorpusCase, in report: Report) -> [WeighedAnswer] {
    let families = Set((corpusCase.label.family ?? corpusCase.name).split(separator: "+").map(String.init))
    let wanted = corpusCase.label.incidents
    return report.incidents.compactMap { incident in
      guard !wanted.isEmpty else { return WeighedAnswer(families: families, truth: nil, weighing: incident.weighing) }
      guard let expectation = expectation(for: incident, among: wanted) else { return nil }
      return WeighedAnswer(
        families: families, truth: expectation.cause, subcauses: subcauses(of: expectation, in: incident.weighing),
        weighing: incident.weighing)
    }
  }

  private static func subcauses(of expectation: Expectation, in weighing: [Incident.Weighing]) -> Set<String> {
    guard let wanted = expectation.subcause, !wanted.isEmpty, expectation.isSubcauseInLog, expectation.isCauseInLog else { return [] }
    let own = weighing.filter { $0.cause.rawValue == expectation.cause }.map(\.subcause)
    return Set(own.filter { Vocabulary.subcause($0, answers: wanted, of: expectation.cause) })
  }

  /// The only one, else the only one with a pid or the provider of the incident.
  private static func expectation(for incident: Incident, among wanted: [Expectation]) -> Expectation? {
    if wanted.count == 1 { return wanted[0] }
    let pids = Set(incident.processes.compactMap(\.pid))
    let byPid = wanted.filter { !$0.blamedPids.isDisjoint(with: pids) }
    if byPid.count == 1 { return byPid[0] }
    let byProvider = (byPid.isEmpty ? wanted : byPid).filter { Vocabulary.provider(incident.provider, answers: $0.provider ?? "") }
    return byProvider.count == 1 ? byProvider[0] : nil
  }
}
