import Culprit
import CulpritRuleFiles
import CulpritRules

/// `culprit probe RUNTIME`: lines that log, at the start of a process, which credentials it has.
struct ProbeRun {
  let arguments: Arguments
  /// As the user calls it.
  let runtime: String
  var console: Console

  init(_ arguments: Arguments, runtime: String, console: Console) {
    self.arguments = arguments
    self.runtime = runtime
    self.console = console
  }

  mutating func run() -> ExitCode {
    let (chosen, hasBadOnes) = RuleChoice.rules(for: arguments, console: console)
    let rules = chosen.set
    let word = runtime.lowercased()
    guard let probe = rules.probes.first(where: { $0.id == word || $0.aliases.contains(word) }) else {
      let known = rules.probes.map(\.id)
      console.tell("culprit", "no probe for '\(runtime)'\(remedy(for: word, among: known, called: "runtimes"))")
      return .problems
    }
    let asked = arguments.variables.isEmpty ? rules.credentialVariables : arguments.variables
    console.print(probe.lines(variables: asked, prefixes: rules.publicPrefixes))
    return hasBadOnes || console.hasFailed ? .problems : .nothingFound
  }
}
