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

  /// By `area/name`.
  static let reports: [String: Report] = {
    var reports: [String: Report] = [:]
    let rules = Rules.builtIn
    for corpusCase in cases {
      reports[corpusCase.description] = Respondent.analyzer(of: corpusCase, rules: rules).report()
    }
    return reports
  }()

  static func report(on corpusCase: CorpusCase) throws -> Report {
    try #require(reports[corpusCase.description])
  }

  static func score(of corpusCase: CorpusCase) throws -> CaseScore {
    let json = Data(ReportFormat.json.render(try report(on: corpusCase)).utf8)
    let answer = try JSONDecoder().decode(Answer.self, from: json)
    return CaseJudge.score(answer, exitCode: nil, to: corpusCase.label, named: corpusCase.description)
  }
}
