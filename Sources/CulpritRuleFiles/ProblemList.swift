/// Everything that is wrong so far; a class, so that the readers of all files share one.
final class ProblemList {
  private var problems: [(fileNumber: Int, problem: RuleFileProblem)] = []
  private var fileNumbers: [String: Int] = [:]

  /// Files are reported in the order in which they begin.
  func begin(_ file: String) {
    if fileNumbers[file] == nil { fileNumbers[file] = fileNumbers.count }
  }

  func report(_ message: String, at place: FilePlace, in file: String) {
    begin(file)
    problems.append((fileNumbers[file] ?? 0, RuleFileProblem(file: file, place: place, message: message)))
  }

  func report(_ message: String, at position: RulePosition) {
    report(message, at: position.place, in: position.file)
  }

  var isEmpty: Bool { problems.isEmpty }

  /// In file and line order; what was said twice of one place stands once.
  var sorted: [RuleFileProblem] {
    let ordered = problems.enumerated().sorted { a, b in
      (a.element.fileNumber, a.element.problem.place, a.offset)
        < (b.element.fileNumber, b.element.problem.place, b.offset)
    }
    var seen: Set<RuleFileProblem> = []
    return ordered.map(\.element.problem).filter { seen.insert($0).inserted }
  }
}

/// A place in one of the files.
struct RulePosition: Hashable, Sendable {
  var file: String
  var place: FilePlace
}
