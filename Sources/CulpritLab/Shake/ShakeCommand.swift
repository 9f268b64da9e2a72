import Culprit
import CulpritDiagnosis
import CulpritReport
import Foundation

/// `culprit-lab shake`: whether an answer stays right where logs are worse than they were.
struct ShakeCommand {
  static let usage = """
    culprit-lab shake CORPUS [--building] [--list] [--only node,python] [--keep FOLDER]
                      changes the logs of every case in many ways, and counts which answers stay right, are left
                      open, or become wrong
      --list          the cases that become wrong, but for those that are held back
      --keep          writes the logs that made them wrong, a folder each
    """

  /// What became of the answer to a case.
  enum Outcome: Sendable {
    /// Every labelled cause is named, and nothing else.
    case right
    /// Something is left open or not seen, and nothing wrong is said.
    case open
    /// Another cause is thought likelier, below 0.8, and the labelled one stands among the alternatives.
    case unsure
    /// A cause is named that no label of the case has, or a process is accused that works.
    case wrong
  }

  private let arguments: Arguments
  private let folder: String

  init(_ words: [String]) throws {
    arguments = try Arguments(words, options: ["--only", "--keep"], flags: ["--building", "--list"])
    guard arguments.paths.count == 1 else { throw Arguments.Problem(message: "give one corpus") }
    folder = arguments.paths[0]
  }

  /// The exit code.
  func run() async throws -> Int32 {
    let areas = arguments.value("--only")?.split(separator: ",").map(String.init)
    let cases = try Corpus(at: folder).cases.filter { corpusCase in
      !(arguments.has("--building") && corpusCase.isHeldBack) && areas?.contains(corpusCase.area) ?? true
    }
    let outcomes = await Self.outcomes(of: cases)
    print("\(outcomes.count { $0 != nil }) cases of plain text\n")
    print("| change | right | open | unsure | wrong | wrong by it |\n|---|---:|---:|---:|---:|---:|")
    for (number, shaking) in Shaking.allCases.enumerated() {
      let all = outcomes.compactMap { $0?[number] }
      let wrong = outcomes.compactMap(\.self).count { $0[number] == .wrong && $0[0] != .wrong }
      let counts = [Outcome.right, .open, .unsure, .wrong].map { outcome in all.count { $0 == outcome } } + [wrong]
      print("| \(shaking.rawValue) | \(counts.map(String.init).joined(separator: " | ")) |")
    }
    if arguments.has("--list") || arguments.value("--keep") != nil { try list(cases, outcomes) }
    return 0
  }

  private func list(_ cases: [CorpusCase], _ outcomes: [[Outcome]?]) throws {
    for (corpusCase, outcome) in zip(cases, outcomes) where !corpusCase.isHeldBack {
      for (number, shaking) in Shaking.allCases.enumerated() where outcome?[number] == .wrong && outcome?[0] != .wrong {
        print("\(corpusCase)  \(shaking.rawValue)")
        if let folder = arguments.value("--keep") { try Self.keep(corpusCase, shaking, in: folder) }
      }
    }
  }

  /// By case; nil for one that is not plain text.
  private static func outcomes(of cases: [CorpusCase]) async -> [[Outcome]?] {
    let rules = Rules.builtIn
    return await withTaskGroup(of: (Int, [Outcome]?).self) { group in
      for (index, corpusCase) in cases.enumerated() { group.addTask { (index, outcomes(of: corpusCase, rules: rules)) } }
      return await group.reduce(into: Array(repeating: nil, count: cases.count)) { $0[$1.0] = $1.1 }
    }
  }

  private static func outcomes(of corpusCase: CorpusCase, rules: Rules) -> [Outcome]? {
    guard let texts = texts(of: corpusCase) else { return nil }
    let report = Respondent.analyzer(of: corpusCase, rules: rules).report()
    return Shaking.allCases.map { shaking in
      var analyzer = Analyzer(rules: rules)
      for (name, text) in shaken(texts, of: corpusCase, shaking, report) { analyzer.feed(text, from: name) }
      return outcome(of: analyzer.report(), label: corpusCase.label)
    }
  }

  /// Each text is changed by chances of its own, the same in every run.
  private static func shaken(
    _ texts: [(String, String)], of corpusCase: CorpusCase, _ shaking: Shaking, _ report: Report
  ) -> [(String, String)] {
    texts.map { name, text in
      (name, shaking.shaken(text, source: name, report: report, seed: Chance.seed(of: "\(corpusCase)/\(name)")))
    }
  }

  private static func keep(_ corpusCase: CorpusCase, _ shaking: Shaking, in folder: String) throws {
    let report = Respondent.analyzer(of: corpusCase, rules: .builtIn).report()
    let place = "\(folder)/\(corpusCase.area)-\(corpusCase.name)-\(shaking)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for (name, text) in shaken(texts(of: corpusCase) ?? [], of: corpusCase, shaking, report) {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(place)/\(name)"))
    }
  }

  /// Names and texts of the sources; nil where one is packed, a folder, or too long to be changed line by line.
  private static func texts(of corpusCase: CorpusCase) -> [(String, String)]? {
    var texts: [(String, String)] = []
    for name in corpusCase.files {
      guard let data = FileManager.default.contents(atPath: "\(corpusCase.folder)/\(name)"), data.count < 4 << 20,
        !data.contains(0), let text = String(data: data, encoding: .utf8)
      else { return nil }
      texts.append((name, text))
    }
    return texts
  }

  static func outcome(of report: Report, label: Label) -> Outcome {
    let wanted = Set(label.incidents.map(\.cause))
    let healthy = label.incidents.reduce(into: Set<Int>()) { $0.formUnion($1.healthyPids) }
      .subtracting(label.incidents.flatMap(\.blamedPids))
    if report.incidents.contains(where: { $0.processes.contains { $0.pid.map(healthy.contains) ?? false } }) { return .wrong }
    let named = report.incidents.filter { $0.cause != .undetermined }
    let others = named.filter { !wanted.contains($0.cause.rawValue) }
    let isHedged = others.allSatisfy { incident in
      incident.confidence < 0.8 && incident.alternatives.contains { wanted.contains($0.cause.rawValue) }
    }
    guard isHedged else { return .wrong }
    guard others.isEmpty else { return .unsure }
    return Set(named.map(\.cause.rawValue)) == wanted ? .right : .open
  }
}
