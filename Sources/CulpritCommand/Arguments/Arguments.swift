import Culprit
import CulpritReport
import CulpritSources

/// What the user asks for.
struct Arguments: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    case analyse, help, version, manual
    /// Reads files as they are written and rotated.
    case follow
    case completions(Shell)
    /// Says what a pattern, cause, signal or provider is.
    case explain(name: String)
    /// Patterns whose line holds all the words.
    case listPatterns(words: [String])
    case showPattern(id: String)
    /// Checks the rule files of a folder.
    case testPatterns(folder: String)
    /// Looks for parts of the patterns of a folder that its checks do not need.
    case lintPatterns(folder: String)
    /// Counts what rules do on the paths.
    case measurePatterns
    /// Prints the probe of a runtime, as its user calls it.
    case probe(runtime: String)
  }

  enum Shell: String, Hashable, Sendable, CaseIterable {
    case bash, zsh, fish
  }

  enum Colour: String, Hashable, Sendable, CaseIterable {
    case auto, always, never
  }

  var action = Action.analyse
  /// Files, folders and archives; `-` is standard input. Empty: standard input.
  var paths: [String] = []
  var format = ReportFormat.text
  var standardInputName = "-"
  /// Each path is a deployment of its own.
  var separatesPaths = false
  var patternFolders: [String] = []
  /// Records before it count for who a process is only.
  var since: LogMoment?
  /// Records behind it do not count.
  var until: LogMoment?
  var reading = ReadingOptions()
  /// Where a follower keeps how far it is.
  var stateFile: String?
  /// Those that a probe looks at; empty: all that the rules know.
  var variables: [String] = []
  var colour = Colour.auto
  /// In columns; nil: that of the terminal, or 80.
  var width: Int?
}

/// Why the arguments say nothing that can be done: lower case, no full stop, with what to do.
struct UsageProblem: Error, Hashable, Sendable {
  var message: String
}
