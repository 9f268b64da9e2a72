import Culprit
import CulpritDiagnosis
@testable import CulpritLab
import CulpritReport
import CulpritRules
import Testing

/// Fitting weights to invented answers, of which one knows what comes out.
@Suite struct CalibrationTests {
  private static func answer(_ family: String, truth: String?, _ odds: [(String, String, Double)]) -> WeighedAnswer {
    let causes: [String: Incident.Cause] = ["absent": .missingEnv, "rejected": .staleCredential, "foreign-key": .wrongProvider]
    return WeighedAnswer(
      families: [family], truth: truth,
      weighing: odds.map { Incident.Weighing(cause: causes[$0.0] ?? .undetermined, subcause: $0.0, kind: $0.1, odds: $0.2) })
  }

  @Test("a class that misleads becomes weaker, and one that is right stronger")
  func learns() {
    let answers = (0..<40).map { number in
      Self.answer("app\(number)", truth: "missing-env", [("absent", "wording", 2), ("rejected", "claim", 2)])
    }
    let fitted = ClassWeights.fitted(to: answers, penalty: 2)
    #expect(fitted["wording"] > 1.2 && fitted["claim"] < 0.8)
    #expect(fitted["host"] == 1)
  }

  @Test("a fit is the same each time, and of nothing nothing is learned")
  func reproducible() {
    let answers = [Self.answer("a", truth: "missing-env", [("absent", "wording", 1), ("rejected", "wording", 2)])]
    #expect(ClassWeights.fitted(to: answers, penalty: 1).lines == ClassWeights.fitted(to: answers, penalty: 1).lines)
    #expect(ClassWeights.fitted(to: [], penalty: 1).lines == ClassWeights().lines)
  }

  @Test("no application is in two parts, also where two of them share a case")
  func parts() {
    var shared = Self.answer("b", truth: nil, [])
    shared.families = ["a", "c"]
    let answers = ["a", "b", "c", "d", "a", "e"].map { Self.answer($0, truth: nil, []) } + [shared]
    let parts = CalibrateCommand.parts(of: answers, count: 3)
    #expect(parts.map(\.count).reduce(0, +) == answers.count)
    for family in ["a", "b", "c", "d", "e"] {
      #expect(parts.count { part in part.contains { $0.families.contains(family) } } == 1)
    }
    #expect(parts.count { part in part.contains { $0.families.contains("a") || $0.families.contains("c") } } == 1)
  }

  @Test("a report's confidence is what its weighing gives with the weights of the rules", arguments: AnsweredCorpus.cases.filter { !$0.isHeldBack })
  func sameNumbers(_ corpusCase: CorpusCase) async throws {
    var weights = ClassWeights()
    for (kind, factor) in ProbeRunner.rules.weights { weights = weights.moved(kind, by: ClassWeights.logarithm(factor)) }
    for incident in try await AnsweredCorpus.report(on: corpusCase).incidents {
      let answer = WeighedAnswer(families: [], truth: nil, weighing: incident.weighing)
      let confidence = try #require(answer.answer(weights)).confidence
      #expect(abs(confidence - incident.confidence) < 0.002, "\(confidence) and \(incident.confidence)")
    }
  }

  @Test("what is sure and right costs nothing, what is sure and wrong all")
  func reliability() {
    let good = Reliability([(1, true), (1, true)])
    #expect(good.brier == 0 && good.calibrationError == 0 && good.sureErrors == (0, 2))
    let bad = Reliability([(1, false), (0.5, true)])
    #expect(bad.brier == 0.625 && bad.calibrationError == 0.75 && bad.sureErrors == (1, 1))
  }
}
