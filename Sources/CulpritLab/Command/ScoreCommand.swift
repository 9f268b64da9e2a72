import Culprit
import Foundation

/// `culprit-lab score`: how well the cases of a corpus are answered.
struct ScoreCommand {
  static let usage = """
    culprit-lab score CORPUS [--only node,python] [--building | --held-back] [--list] [--json FILE]
                      [--min METRIC=VALUE]... [--record] [--binary PROGRAM]
      --building      without the cases that are held back
      --held-back     only those; what fell short in them is not shown, so that nobody tunes to it
      --list          every case that fell short, also of those held back
      --min           ends with 1 where a figure is less: --min cause=0.95
      --record        writes what is right now into CORPUS/baseline.json
      --binary        asks that program instead of the library, once a case
    """

  private let arguments: Arguments
  private let folder: String

  init(_ words: [String]) throws {
    arguments = try Arguments(
      words, options: ["--only", "--json", "--min", "--binary"],
      flags: ["--building", "--held-back", "--list", "--record"])
    guard arguments.paths.count == 1 else { throw Arguments.Problem(message: "give one corpus") }
    folder = arguments.paths[0]
  }

  /// The exit code.
  func run() async throws -> Int32 {
    var corpus = try Corpus(at: folder)
    corpus.cases = corpus.cases.filter(isWanted)
    let respondent = try respondent()
    let scores = await Self.scores(of: corpus.cases, answeredBy: respondent)
    var sum = CaseScore()
    scores.forEach { sum.add($0) }
    print(ScoreTable(sum).text)
    printShortfalls(of: zip(corpus.cases, scores).filter { arguments.has("--list") || !$0.0.isHeldBack }.map(\.1))
    if let file = arguments.value("--json") { try write(sum, to: file) }
    if arguments.has("--record") { try record(corpus.cases, scores) }
    return try missedMinima(of: sum)
  }

  /// In the order of the cases, on all cores.
  private static func scores(
    of cases: [CorpusCase], answeredBy respondent: Respondent
  ) async -> [CaseScore] {
    await withTaskGroup(of: (Int, CaseScore).self) { group in
      for (index, corpusCase) in cases.enumerated() {
        group.addTask { (index, CaseScore.of(corpusCase, answeredBy: respondent)) }
      }
      return await group.reduce(into: Array(repeating: CaseScore(), count: cases.count)) { $0[$1.0] = $1.1 }
    }
  }

  private func isWanted(_ corpusCase: CorpusCase) -> Bool {
    let areas = arguments.value("--only")?.split(separator: ",").map(String.init)
    if let areas, !areas.contains(corpusCase.area) { return false }
    if arguments.has("--held-back") { return corpusCase.isHeldBack }
    return !(arguments.has("--building") && corpusCase.isHeldBack)
  }

  private func respondent() throws -> Respondent {
    guard let program = arguments.value("--binary") else { return .library(Rules.builtIn) }
    return .program(path: URL(fileURLWithPath: program).path)
  }

  private func printShortfalls(of scores: [CaseScore]) {
    var shown = CaseScore()
    scores.forEach { shown.add($0) }
    if !shown.shortfalls.isEmpty { print("\n" + ScoreTable(shown).shortfalls) }
  }

  private func write(_ score: CaseScore, to file: String) throws {
    let rows = score.shortfalls.map { [$0.corpusCase, $0.kind, $0.detail] }
    let document: [String: Any] = ["metrics": ScoreTable(score).figures, "rows": rows]
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try JSONSerialization.data(withJSONObject: document, options: options)
    try data.write(to: URL(fileURLWithPath: file))
  }

  private func record(_ cases: [CorpusCase], _ scores: [CaseScore]) throws {
    let file = folder + "/baseline.json"
    var baseline = (try? Baseline(readingFrom: file)) ?? Baseline(entries: [:])
    for (corpusCase, score) in zip(cases, scores) {
      baseline.entries[corpusCase.description] = Baseline.entry(for: score)
    }
    // Cases that were taken out of the corpus leave the baseline with them.
    let known = Set(try Corpus(at: folder).cases.map(\.description))
    baseline.entries = baseline.entries.filter { known.contains($0.key) }
    try Data(baseline.text.utf8).write(to: URL(fileURLWithPath: file))
  }

  private func missedMinima(of score: CaseScore) throws -> Int32 {
    let figures = ScoreTable(score).figures
    var code: Int32 = 0
    for minimum in arguments.all("--min") {
      let parts = minimum.split(separator: "=").map(String.init)
      guard parts.count == 2, let value = Double(parts[1]) else {
        throw Arguments.Problem(message: "--min wants METRIC=VALUE, not '\(minimum)'")
      }
      let figure = figures[parts[0]] ?? 0
      if figure < value {
        print("short of \(minimum): \(figure)")
        code = 1
      }
    }
    return code
  }
}
