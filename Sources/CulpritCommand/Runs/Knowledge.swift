import Culprit
import CulpritPatterns
import CulpritRuleFiles
import CulpritRules

/// The rules of a run with what they say to people.
struct Knowledge {
  var rules: RuleSet
  var notes: RuleNotes
  /// Some folder of the user was refused; that was told.
  var hasBadRules = false

  /// Those that are built in, and those of folders that the user names.
  init(for arguments: Arguments, console: Console) {
    (rules, notes) = (Rules.builtIn.set, .builtIn)
    for folder in arguments.patternFolders {
      do throws(RuleFileError) {
        let loaded = try RuleLoader.load(RuleFolder.files(in: folder), over: rules)
        rules = rules.merging(loaded.rules)
        notes = notes.merging(loaded.notes)
      } catch {
        hasBadRules = true
        console.note(error.description)
      }
    }
  }

  /// Everything that can be asked for by name: patterns, causes, subcauses, signals, providers.
  var names: [String] {
    ["undetermined"] + rules.patterns.map(\.id) + notes.causes.map(\.id) + notes.causes.compactMap(\.subcause)
      + rules.signals.map(\.name.rawValue) + rules.providers.map(\.id)
  }

  func note(of pattern: Pattern) -> PatternNote? {
    notes.patterns.first { $0.id == pattern.id }
  }

  /// `; did you mean 'a' or 'b'?`
  static func remedy(for word: String, among names: [String]) -> String {
    let near = nearest(word, among: names, count: 4).map { "'\($0)'" }
    guard let last = near.last else { return "" }
    return "; did you mean \((near.count > 1 ? near.dropLast().joined(separator: ", ") + " or " : "") + last)?"
  }
}
