import Culprit
import CulpritRuleFiles
import CulpritRules

/// Which rules a run uses.
enum RuleChoice {
  /// Those that are built in, and those of folders that the user names; problems are told.
  ///
  /// - Returns: also whether some could not be used.
  static func rules(for arguments: Arguments, console: Console) -> (rules: Rules, hasBadOnes: Bool) {
    let builtIn = Rules.builtIn
    guard !arguments.patternFolders.isEmpty else { return (builtIn, false) }
    var rules = builtIn.set
    var hasBadOnes = false
    for folder in arguments.patternFolders {
      do throws(RuleFileError) {
        let loaded = try RuleLoader.load(RuleFolder.files(in: folder), over: rules)
        rules = rules.merging(loaded.rules)
      } catch {
        hasBadOnes = true
        console.note(error.description)
      }
    }
    return (Rules(rules), hasBadOnes)
  }
}
