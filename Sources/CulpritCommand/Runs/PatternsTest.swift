import Culprit
import CulpritRuleFiles
import CulpritRules

/// `culprit patterns test DIR`: are these rule files good?
struct PatternsTest {
  let folder: String
  var console: Console

  /// Prints what was checked, or every problem at its place.
  mutating func run() -> ExitCode {
    do throws(RuleFileError) {
      let files = try RuleFolder.files(in: folder)
      let loaded = try RuleLoader.load(files, over: Rules.builtIn.set)
      console.print(
        "\(folder): \(loaded.rules.patterns.count) patterns and \(loaded.rules.formats.count) formats "
          + "hold on \(loaded.examples.count) examples, \(loaded.nearMisses.count) near misses and "
          + "\(loaded.samples.count) sample lines\n")
      return console.hasFailed ? .problems : .nothingFound
    } catch {
      console.note(error.description)
      return .problems
    }
  }
}
