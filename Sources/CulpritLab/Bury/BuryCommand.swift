import Culprit
import Foundation

/// `culprit-lab bury`: whether a failure is understood as well among gigabytes as in a small file.
struct BuryCommand {
  static let usage = """
    culprit-lab bury CORPUS [--building] [--megabytes N] [--lines server|several] [--only NAME] [--list]
      puts N (3) MB of other programs' ordinary lines before and after each source, and before its first failure, and
      compares cause, pids, entrypoints and chain of each incident with those of the case alone
      --lines         those of a web server, which name no process; or of several programs with pids (default)
      --list          what differs, and which of the three places alone makes a difference
    """

  private let arguments: Arguments
  private let rules = Rules.builtIn
  private let bytes: Int
  private let writer: OrdinaryLines.Writer

  init(_ words: [String]) throws {
    arguments = try Arguments(words, options: ["--megabytes", "--lines", "--only"], flags: ["--building", "--list"])
    guard arguments.paths.count == 1 else { throw Arguments.Problem(message: "give one corpus") }
    guard let megabytes = Double(arguments.value("--megabytes") ?? "3") else {
      throw Arguments.Problem(message: "--megabytes wants a number")
    }
    guard let writer = OrdinaryLines.Writer(rawValue: arguments.value("--lines") ?? "several") else {
      throw Arguments.Problem(message: "--lines wants server or several")
    }
    self.writer = writer
    bytes = Int(megabytes * 1e6)
  }

  private struct Outcome {
    var name: String
    /// Nil: could not be buried.
    var differs: Bool?
    var text: String
  }

  /// 1 where a case differs.
  func run() async throws -> Int32 {
    let cases = try Corpus(at: arguments.paths[0]).cases.filter { corpusCase in
      !(arguments.has("--building") && corpusCase.isHeldBack)
        && arguments.value("--only").map { corpusCase.description.contains($0) } ?? true
    }
    var outcomes: [Outcome] = []
    for corpusCase in cases {
      let outcome = try outcome(of: corpusCase)
      outcomes.append(outcome)
      if outcome.differs != false && (arguments.has("--list") || outcome.differs == nil) {
        print("\(outcome.name): \(outcome.text)")
      }
    }
    let buried = outcomes.filter { $0.differs != nil }
    let different = buried.filter { $0.differs == true }
    print("\(buried.count) cases buried, \(different.count) differ, \(outcomes.count - buried.count) could not be buried")
    return different.isEmpty ? 0 : 1
  }

  private func outcome(of corpusCase: CorpusCase) throws -> Outcome {
    let name = corpusCase.description
    let buried: BuriedCase
    do {
      buried = try BuriedCase(corpusCase, rules: rules)
    } catch let unfit as BuriedCase.Unfit {
      return Outcome(name: name, differs: nil, text: "not buried: \(unfit.reason)")
    }
    let alone = try outlines(of: buried, at: [])
    let all = try outlines(of: buried, at: Set(BuriedCase.Spot.allCases))
    guard all != alone else { return Outcome(name: name, differs: false, text: "") }
    guard arguments.has("--list") else { return Outcome(name: name, differs: true, text: "") }
    let spots = try BuriedCase.Spot.allCases.filter { try outlines(of: buried, at: [$0]) != alone }
    let places = spots.isEmpty ? "only all three together" : spots.map(\.rawValue).joined(separator: ", ")
    let rows = alone.filter { !all.contains($0) }.map { "\n  - \($0)" } + all.filter { !alone.contains($0) }.map { "\n  + \($0)" }
    return Outcome(name: name, differs: true, text: places + rows.joined())
  }

  private func outlines(of buried: BuriedCase, at spots: Set<BuriedCase.Spot>) throws -> [String] {
    try buried.report(burying: bytes, at: spots, linesOf: writer).outlines
  }
}
