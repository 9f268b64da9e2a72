import Culprit
import CulpritReport
import CulpritSources

/// Reads what the arguments name, prints what it means.
struct AnalysisRun {
  let arguments: Arguments
  var console: Console
  let style: TextStyle

  /// - Throws: where there is nothing to read but a terminal.
  init(_ arguments: Arguments, console: Console) throws(UsageProblem) {
    if arguments.paths.isEmpty && FileDescriptor.standardInput.isTerminal {
      throw UsageProblem(message: "nothing to read\n\(HelpText.usage)see 'culprit --help'")
    }
    self.arguments = arguments
    self.console = console
    style = TextStyle(
      colour: arguments.wantsColour ? .terminal : .none,
      width: arguments.width ?? FileDescriptor.standardOutput.terminalWidth ?? 80)
  }

  /// - Throws: where following cannot go on from its state file.
  mutating func run() throws(UsageProblem) -> ExitCode {
    let (rules, hasBadRules) = RuleChoice.rules(for: arguments, console: console)
    let isStream = arguments.paths.isEmpty || arguments.paths == ["-"]
    let report: Report
    if arguments.action == .follow {
      report = try followFiles(rules)
    } else if isStream && !FileDescriptor.standardInput.isRegularFile {
      report = followInput(rules)
    } else {
      report = readAll(rules).report()
      console.print(arguments.format.render(report, style: style))
    }
    let problems = report.input.skipped.filter { $0.isProblem(inPaths: arguments.paths) }
    // In a terminal the report has just said so.
    if arguments.format != .text || !FileDescriptor.standardOutput.isTerminal {
      for problem in problems { console.tell(problem.source, problem.detail) }
    }
    return ExitCode(
      hasIncidents: !report.incidents.isEmpty,
      hasProblems: !problems.isEmpty || hasBadRules || console.hasFailed)
  }
}
