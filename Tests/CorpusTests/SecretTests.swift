import Culprit
import CulpritLab
import CulpritPatterns
import CulpritReport
import CulpritRules
import CulpritSignals
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

  private static let redactor = Redactor(providers: RuleSet.builtIn.providers)

  @Test("a text in which no rule's sign stands needs none of the rules", arguments: AnsweredCorpus.cases)
  func signs(_ corpusCase: CorpusCase) {
    let redactor = Self.redactor
    let texts = CaseFiles(corpusCase).texts.merging(LeakyLogs(corpusCase).texts) { $0 + "\n" + $1 }.values
    for line in Set(texts.flatMap { $0.split(separator: "\n").prefix(400) }) where line.utf8.count < 1_900 {
      // A letter that regexes without case take for an `s`: all rules are asked.
      let asked = redactor.redact(line + " \u{017F}").description
      #expect(asked == redactor.redact(String(line)).description + " \u{017F}")
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
