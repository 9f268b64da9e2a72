import Culprit
import CulpritRuleFiles
import CulpritRules

/// `culprit patterns lint DIR`: what of these patterns could be wrong unnoticed?
struct PatternsLint {
  let folder: String
  var console: Console

  /// Warns of parts of a pattern that no example and no near miss needs, and of patterns that say nothing of their own.
  mutating func run() -> ExitCode {
    do throws(RuleFileError) {
      let survivors = try MutationCheck(RuleFolder.files(in: folder), over: Rules.builtIn.set).survivors()
      console.print(
        survivors.map { "\($0.file):\($0.place.line):\($0.place.column): warning: \($0.message)\n" }.joined()
          + (survivors.isEmpty ? "\(folder): each part of each pattern has an example or a near miss\n" : ""))
      return console.hasFailed ? .problems : .nothingFound
    } catch {
      console.note(error.description)
      return .problems
    }
  }
}
