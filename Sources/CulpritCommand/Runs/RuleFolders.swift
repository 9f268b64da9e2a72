import Culprit
import CulpritRuleFiles
import CulpritRules

/// The rules that are built in, with those of folders that the user names.
struct RuleFolders {
  let folders: [String]
  var console: Console
  /// Rules that were asked for and could not be used.
  private(set) var hasBadRules = false

  init(folders: [String], console: Console) {
    self.folders = folders
    self.console = console
  }

  /// A folder with a mistake in it is told of and left out.
  mutating func load() -> Rules {
    let builtIn = Rules.builtIn
    guard !folders.isEmpty else { return builtIn }
    var rules = builtIn.set
    for folder in folders {
      do throws(RuleFileError) {
        let loaded = try RuleLoader.load(RuleFolder.files(in: folder), over: rules)
        rules = rules.merging(loaded.rules)
      } catch {
        hasBadRules = true
        console.note(error.description)
      }
    }
    return Rules(rules)
  }
}
