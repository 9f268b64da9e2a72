import Culprit
import CulpritDiagnosis

/// An incident of a report beside the label that it answers: what a fit of weights learns from.
struct WeighedAnswer: Sendable {
  /// The application, or several that wrote into one case: none of them may be in both parts of a fit.
  var families: Set<String>
  /// Cause that is right; nil where there is none to find.
  var truth: String?
  /// Log-odds by subcause and class, before factors.
  var weighing: [Incident.Weighing]

  /// Probability of each cause with these factors, as a verdict has it.
  func probabilities(_ weights: ClassWeights) -> [String: Double] {
    var odds: [String: (cause: String, sum: Double)] = [:]
    for item in weighing {
      odds[item.subcause, default: (item.cause.rawValue, 0)].sum += item.odds * weights[item.kind]
    }
    var sums: [String: Double] = [:]
    var total = weights.unknown
    for (_, entry) in odds.sorted(by: { $0.key < $1.key }) {
      let value = ClassWeights.exponential(max(-40, min(40, entry.sum)))
      sums[entry.cause, default: 0] += value
      total += value
    }
    return sums.mapValues { $0 / total }
  }

  /// The cause that is named, how surely, and whether that is right.
  func answer(_ weights: ClassWeights) -> (confidence: Double, isRight: Bool)? {
    let best = probabilities(weights).max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { ($0.value, $0.key == truth) }
  }

  /// Logarithmic, of what is given to the right cause; two in a hundred are taken for something else.
  ///
  /// A log may always be of something that no label knows: without that share, cases without a fault teach that
  /// nothing can be wrong.
  func loss(_ weights: ClassWeights) -> Double {
    let all = probabilities(weights)
    let right = truth.map { all[$0] ?? 0 } ?? 1 - all.values.sorted().reduce(0, +)
    let bounded = max(0.001, min(0.999, right))
    return -(1 - Self.doubt) * ClassWeights.logarithm(bounded) - Self.doubt * ClassWeights.logarithm(1 - bounded)
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
      return WeighedAnswer(families: families, truth: expectation.cause, weighing: incident.weighing)
    }
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
