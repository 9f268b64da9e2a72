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
