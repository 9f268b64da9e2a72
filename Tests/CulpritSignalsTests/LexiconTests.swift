import CulpritPatterns
import CulpritRules
@testable import CulpritSignals
import Testing

@Suite struct LexiconTests {
  private static let lexicon = Lexicon(providers: RuleSet.builtIn.providers)

  @Test("a text that may hold a variable holds each that there is, anywhere")
  func variables() {
    let names = RuleSet.builtIn.providers.flatMap(\.variables).map(\.name).filter { $0.contains("_") }
    #expect(!names.isEmpty)
    for name in names {
      #expect(Self.lexicon.mayHoldVariable(name))
      #expect(Self.lexicon.mayHoldVariable("_x_ KeyError: '\(name)'"))
    }
  }

  @Test("a stack's names and paths are no variables", arguments: [
    "", "_", "__", "a_", "_a", "/usr/lib/python3.12/site-packages/openai/_base_client.py", "raise self._make_status_error(err)",
  ])
  func others(_ text: String) {
    #expect(!Self.lexicon.mayHoldVariable(text))
  }
}
