import CulpritIntake

/// How one family of runtimes prints an error and its causes.
protocol ChainGrammar: Sendable {
  /// The chain that begins at a line of `text`, and the first line behind it; nil where none begins
  /// there.
  ///
  /// Called for every line that no earlier chain has taken: the first test has to be cheap.
  func chain(in text: ChainText, at start: Int) -> ReadChain?
}

/// A chain as a grammar read it.
struct ReadChain {
  var root: ErrorNode
  var outcome = Outcome.handled
  /// First line behind it; greater than the line where it began.
  var end: Int

  /// Whether the process ended with the error.
  enum Outcome: Int, Comparable {
    case handled
    /// It did, unless a logger wrote the record: the runtime's own print and a logger's look alike.
    case uncaughtUnlessLogged
    case uncaught

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
}

/// The grammars in the order in which a line is offered to them: the more a form says, the earlier.
enum ChainGrammars {
  static let all: [any ChainGrammar] = [
    PythonTraceback(),
    GoPanic(),
    MonologTrace(),
    PHPTrace(),
    PrettyObject(),
    BulletTrace(),
    RustReport(),
    BunTrace(),
    RubyTrace(),
    ElixirReport(),
    TerminateReport(),
    PrintedValue(),
    DotNetTrace(),
    StackTrace(),
    OneLineFailure(),
  ]
}
