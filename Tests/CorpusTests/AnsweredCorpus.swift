import Culprit
import CulpritLab
import CulpritReport
import Foundation
import Testing

/// The corpus, and what the library says of every case: asked once for all tests.
enum AnsweredCorpus {
  /// Of the package.
  static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  static let folder = root + "/Corpus"

  /// Empty where it cannot be read; a test tells.
  static let cases: [CorpusCase] = (try? Corpus(at: folder).cases) ?? []

  /// By `area/name`; made once, on all cores.
  private static let answering = Task {
    let rules = Rules.builtIn
    return await withTaskGroup(of: (String, Report).self) { group in
      for corpusCase in cases {
        group.addTask {
          (corpusCase.description, Respondent.analyzer(of: corpusCase, rules: rules).report())
        }
      }
      return await group.reduce(into: [String: Report]()) { $0[$1.0] = $1.1 }
    }
  }

  static var reports: [String: Report] {
    get async { await answering.value }
  }

  static func report(on corpusCase: CorpusCase) async throws -> Report {
    try #require(await reports[corpusCase.description])
  }

  static func score(of corpusCase: CorpusCase) async throws -> CaseScore {
    let json = Data(ReportFormat.json.render(try await report(on: corpusCase)).utf8)
    let answer = try JSONDecoder().decode(Answer.self, from: json)
    return CaseJudge.score(answer, exitCode: nil, to: corpusCase.label, named: corpusCase.description)
  }
}
