import Culprit
import CulpritLab
import Testing

@Suite struct DeploymentTests {
  @Test("deployments that are analysed together say what each says alone")
  func union() throws {
    let rules = Rules.builtIn
    var together = Analyzer(rules: rules)
    var alone: Set<Incident> = []
    for corpusCase in AnsweredCorpus.cases {
      let options = Options(deployment: corpusCase.description)
      let analyzer = Respondent.analyzer(of: corpusCase, rules: rules, options: options)
      alone.formUnion(analyzer.report().incidents)
      together.merge(analyzer)
    }
    let incidents = together.report().incidents
    #expect(!incidents.isEmpty)
    #expect(incidents.count == alone.count)
    #expect(Set(incidents) == alone)
  }
}
