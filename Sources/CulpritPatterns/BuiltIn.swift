package import CulpritRules

extension RuleSet {
  /// The rules that come with Culprit, decoded anew with each call (well under 2 ms): keep them.
  package static var builtIn: RuleSet {
    do {
      return try RuleSet(encoded: builtInText)
    } catch {
      preconditionFailure("BuiltInRules.swift is damaged at rule \(error.line): run 'make rules'")
    }
  }
}

extension RuleNotes {
  /// What those rules say to people, decoded anew with each call: nothing that reads logs needs it.
  package static var builtIn: RuleNotes {
    do {
      return try RuleNotes(encoded: builtInText)
    } catch {
      preconditionFailure("BuiltInNotes.swift is damaged at line \(error.line): run 'make rules'")
    }
  }
}
