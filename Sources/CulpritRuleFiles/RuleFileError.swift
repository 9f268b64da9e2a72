/// Rule files were refused: everything that is wrong in them, in file and line order.
package struct RuleFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Never empty.
  package var problems: [RuleFileProblem]

  package init(problems: [RuleFileProblem]) {
    self.problems = problems
  }

  /// One problem a line.
  package var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}

/// One thing that is wrong in a rule file, and what to do about it.
package struct RuleFileProblem: Hashable, Sendable, CustomStringConvertible {
  /// As the caller named it.
  package var file: String
  package var place: FilePlace
  /// `what is wrong; what to do`, in lower case, without a full stop.
  package var message: String

  package init(file: String, place: FilePlace, message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  /// `file:line:column: error: message`, as editors and CI read it.
  package var description: String {
    "\(file):\(place.line):\(place.column): error: \(message)"
  }
}
