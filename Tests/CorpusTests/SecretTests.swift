import CulpritLab
import CulpritReport
import Testing

@Suite struct SecretTests {
  private static let keys = KeyTokens(in: AnsweredCorpus.cases)

  @Test("the corpus holds keys to look for")
  func corpusHasKeys() {
    #expect(Self.keys.count >= 50)
  }

  @Test("no output shows more than eight characters of a key's secret part", arguments: AnsweredCorpus.cases)
  func noKey(_ corpusCase: CorpusCase) throws {
    let report = try AnsweredCorpus.report(on: corpusCase)
    for format in ReportFormat.allCases {
      #expect(Self.keys.firstRun(in: format.render(report)) == nil, "as \(format)")
    }
  }
}
