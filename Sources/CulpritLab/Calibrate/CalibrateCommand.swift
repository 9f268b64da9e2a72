import Culprit
import CulpritDiagnosis
import CulpritRules
import Foundation

/// `culprit-lab calibrate`: fits the weights of the classes of evidence, and says how far confidence can be trusted.
struct CalibrateCommand {
  static let usage = """
    culprit-lab calibrate CORPUS [--penalty NUMBER] [--folds NUMBER] [--write FILE]
                      fits Patterns/weights.yaml, cross-validated by application, and prints how often answers are right
      --penalty       for a class's step from 1 (default 4): the more, the less is learned
      --folds         parts of which each is answered with weights that the others gave (default 8)
      --write         writes the weights of a fit to all cases
    """

  private let arguments: Arguments
  private let folder: String

  init(_ words: [String]) throws {
    arguments = try Arguments(words, options: ["--penalty", "--folds", "--write"], flags: [])
    guard arguments.paths.count == 1 else { throw Arguments.Problem(message: "give one corpus") }
    folder = arguments.paths[0]
  }

  /// The exit code.
  func run() async throws -> Int32 {
    let penalty = try number("--penalty", or: 4)
    let folds = Int(try number("--folds", or: 8))
    let cases = try Corpus(at: folder).cases
    let answers = await Self.answers(to: cases)
    let parts = Self.parts(of: answers, count: folds)
    print("\(answers.count) incidents of \(cases.count) cases and \(Set(answers.flatMap(\.families)).count) applications, \(folds) parts\n")
    show("weights set by hand (every factor 1)", answers.compactMap { $0.answer(ClassWeights()) })
    show("weights that ship", answers.compactMap { $0.answer(ClassWeights(Rules.builtIn.set.weights)) })
    var left: [(confidence: Double, isRight: Bool)] = []
    for index in parts.indices {
      let others = parts.indices.filter { $0 != index }.flatMap { parts[$0] }
      let weights = ClassWeights.fitted(to: others, penalty: penalty).rounded
      left += parts[index].compactMap { $0.answer(weights) }
    }
    show("fitted, each answer by weights that never saw its application", left)
    let weights = ClassWeights.fitted(to: answers, penalty: penalty).rounded
    print("fitted to all:\n\(weights.lines.joined(separator: "\n"))")
    if let file = arguments.value("--write") { try write(weights, to: file) }
    return 0
  }

  private func number(_ option: String, or standard: Double) throws -> Double {
    guard let text = arguments.value(option) else { return standard }
    guard let number = Double(text), number > 0 else {
      throw Arguments.Problem(message: "\(option) wants a number above 0, not '\(text)'")
    }
    return number
  }

  private func show(_ title: String, _ answers: [(confidence: Double, isRight: Bool)]) {
    let reliability = Reliability(answers)
    print("\(title)\n\n\(reliability.table)\n\n\(reliability.figures)\n")
  }

  /// In the order of the cases, on all cores; whatever the built-in factors are, they are left out.
  private static func answers(to cases: [CorpusCase]) async -> [WeighedAnswer] {
    let rules = Rules.builtIn
    return await withTaskGroup(of: (Int, [WeighedAnswer]).self) { group in
      for (index, corpusCase) in cases.enumerated() {
        group.addTask {
          (index, WeighedAnswer.all(of: corpusCase, in: Respondent.analyzer(of: corpusCase, rules: rules).report()))
        }
      }
      var all = Array(repeating: [WeighedAnswer](), count: cases.count)
      for await (index, found) in group { all[index] = found }
      return all.flatMap(\.self)
    }
  }

  /// Parts of about one size; applications that share a case stay together.
  static func parts(of answers: [WeighedAnswer], count: Int) -> [[WeighedAnswer]] {
    var groups: [Set<String>] = []
    for families in answers.map(\.families) {
      let touched = groups.filter { !$0.isDisjoint(with: families) }
      groups.removeAll { !$0.isDisjoint(with: families) }
      groups.append(touched.reduce(families) { $0.union($1) })
    }
    let sized = groups.map { group in (name: group.min() ?? "", answers: answers.filter { !$0.families.isDisjoint(with: group) }) }
    var parts = Array(repeating: [WeighedAnswer](), count: count)
    for group in sized.sorted(by: { ($1.answers.count, $0.name) < ($0.answers.count, $1.name) }) {
      let smallest = parts.indices.min { parts[$0].count < parts[$1].count } ?? 0
      parts[smallest] += group.answers
    }
    return parts
  }

  private func write(_ weights: ClassWeights, to file: String) throws {
    let old = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let head = old.split(separator: "\n").filter { $0.hasPrefix("#") }
    let text = (head.map(String.init) + weights.lines).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }
}
