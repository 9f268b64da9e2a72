import CulpritReport
import CulpritSources

/// Arguments in, exit code out.
@main
struct Program {
  static func main() {
    Machine.ignoreBrokenPipes()
    let code = run(Array(CommandLine.arguments.dropFirst()))
    Machine.exit(code.rawValue)
  }

  private static func run(_ words: [String]) -> ExitCode {
    var console = Console()
    do throws(UsageProblem) {
      let arguments = try Arguments(parsing: words)
      switch arguments.action {
      case .analyse, .follow:
        var run = try AnalysisRun(arguments, console: console)
        return try run.run()
      case .explain(let name):
        var run = ExplainRun(arguments, name: name, console: console)
        return run.run()
      case .listPatterns(let words):
        var run = PatternsList(arguments: arguments, console: console)
        return run.list(holding: words)
      case .showPattern(let id):
        var run = PatternsList(arguments: arguments, console: console)
        return run.show(id)
      case .testPatterns(let folder):
        var test = PatternsTest(folder: folder, console: console)
        return test.run()
      case .lintPatterns(let folder):
        var lint = PatternsLint(folder: folder, console: console)
        return lint.run()
      case .measurePatterns:
        var stats = PatternsStats(arguments: arguments, console: console)
        return stats.run()
      case .probe(let runtime):
        var run = ProbeRun(arguments, runtime: runtime, console: console)
        return run.run()
      case .manual: console.print(ManualPage.text)
      case .completions(let shell): console.print(shell.completions)
      case .help: console.print(HelpText.text)
      case .version: console.print("culprit \(Report.softwareVersion)\n")
      }
      return console.hasFailed ? .problems : .nothingFound
    } catch {
      console.tell("culprit", error.message)
      return .problems
    }
  }
}
