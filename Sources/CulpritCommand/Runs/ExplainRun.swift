import Culprit
import CulpritRules
import CulpritSources

/// `culprit explain ID`: what a pattern, cause, signal or provider is, on a page.
struct ExplainRun {
  let arguments: Arguments
  /// As the user calls it.
  let name: String
  var console: Console

  init(_ arguments: Arguments, name: String, console: Console) {
    self.arguments = arguments
    self.name = name
    self.console = console
  }

  mutating func run() -> ExitCode {
    let knowledge = Knowledge(for: arguments, console: console)
    let width = arguments.width ?? FileDescriptor.standardOutput.terminalWidth ?? 80
    guard let page = Explanation(knowledge, width: width).page(of: name) else {
      console.tell(
        "culprit", "nothing is called '\(name)'\(Knowledge.remedy(for: name, among: knowledge.names))")
      return .problems
    }
    console.print(page)
    return knowledge.hasBadRules || console.hasFailed ? .problems : .nothingFound
  }
}
