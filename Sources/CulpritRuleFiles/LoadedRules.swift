package import CulpritRules

/// What a folder of rules holds, checked.
package struct LoadedRules: Sendable {
  package var rules: RuleSet
  /// What the files say to people.
  package var notes: RuleNotes
  /// Lines that patterns must match, in file order: for the tests of those who run patterns.
  package var examples: [Line]
  package var nearMisses: [Line]
  package var samples: [Line]

  package struct Line: Sendable {
    /// The id of the pattern or format.
    package var id: String
    package var line: String
    /// Texts of named groups, as far as the file tells them.
    package var values: [String: String]
  }
}

extension LoadedRules.Line {
  init(_ example: RuleExample, of id: String) {
    self.init(id: id, line: example.line, values: example.values.mapValues(\.text))
  }
}
