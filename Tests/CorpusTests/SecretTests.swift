import Culprit
import CulpritLab
import CulpritReport
import Testing

@Suite struct SecretTests {
  private static let keys = KeyTokens(in: AnsweredCorpus.cases)
  private static let rules = Rules.builtIn

  @Test("the corpus holds keys to look for, whole and masked")
  func corpusHasKeys() {
    #expect(Self.keys.count >= 5)
    let masked = AnsweredCorpus.cases.filter { !LeakyLogs($0).secrets.isEmpty }
    #expect(masked.count >= 100)
  }

  @Test("no output shows more than eight characters of a key's secret part", arguments: AnsweredCorpus.cases)
  func noKey(_ corpusCase: CorpusCase) async throws {
    let report = try await AnsweredCorpus.report(on: corpusCase)
    for format in ReportFormat.allCases {
      #expect(Self.keys.firstRun(in: format.render(report)) == nil, "as \(format)")
    }
  }

  @Test("nor where providers and applications print keys whole", arguments: AnsweredCorpus.cases)
  func noLeak(_ corpusCase: CorpusCase) {
    let logs = LeakyLogs(corpusCase)
    var analyzer = Analyzer(rules: Self.rules)
    for (name, text) in logs.texts.sorted(by: { $0.key < $1.key }) { analyzer.feed(text, from: name) }
    let report = analyzer.report()
    let keys = KeyTokens(logs.secrets)
    for format in ReportFormat.allCases {
      #expect(keys.firstRun(in: format.render(report)) == nil, "as \(format)")
    }
  }
}
