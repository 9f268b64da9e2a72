import Culprit

/// How the program ends: a contract with scripts.
enum ExitCode: Int32, CaseIterable, Sendable {
  case nothingFound = 0
  case incidents = 1
  case problems = 2
  case incidentsAndProblems = 3

  /// For the help text.
  var meaning: String {
    switch self {
    case .nothingFound: "no incident; failures that are not a credential's fault do not count"
    case .incidents: "incidents were found, also undetermined ones"
    case .problems: "no incident, but something could not be read or done"
    case .incidentsAndProblems: "incidents were found, and something could not be read or done"
    }
  }

  init(hasIncidents: Bool, hasProblems: Bool) {
    self =
      switch (hasIncidents, hasProblems) {
      case (false, false): .nothingFound
      case (true, false): .incidents
      case (false, true): .problems
      case (true, true): .incidentsAndProblems
      }
  }
}

extension Report.Skipped {
  /// Somebody would have expected these bytes to be read.
  ///
  /// A picture or a hidden file in a folder is no problem, and an empty file never is one.
  func isProblem(inPaths paths: [String]) -> Bool {
    reason != .notText || (bytes != 0 && paths.contains(source))
  }
}
