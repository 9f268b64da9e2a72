import CulpritRules
import CulpritSignals

/// One piece of evidence for a subcause: within a class only the strongest counts.
struct Argument: Hashable {
  /// Classes of evidence, strongest first.
  enum Class: String, CaseIterable {
    /// What a probe of ours saw in the process itself.
    case probe
    /// Fragment or length of the key, echoed or logged.
    case fragment
    /// Host dialed or service that answered, against key shape, model and client.
    case host
    /// Comparison of processes, or of one process with its past.
    case comparison
    /// What SDK or provider says.
    case wording
    /// What the application says of the variable.
    case claim
    /// Where in the program it failed.
    case frame
    /// Names of classes.
    case name

    /// Log-odds of a piece of full strength, where the rules of a cause give none.
    var weight: Double {
      switch self {
      case .probe: 6.0
      case .fragment: 4.0
      case .host: 3.4
      case .comparison: 3.2
      case .wording: 2.6
      case .claim: 2.4
      case .frame: 2.0
      case .name: 0.8
      }
    }
  }

  /// A line that shows it.
  struct Exhibit: Hashable {
    var signal: SignalName
    var pattern: String?
    var process: Process.Key?
    var origin: Origin
    var text: RedactedText
    /// What it shows, in a few words; nil where the signal says it.
    var reason: String?
    /// Parts of the text of which the first that stands in it proves what is said.
    var signs: [String] = []
  }

  var subcause: Subcause
  var kind: Class
  /// 0 to 1 and a little more, of the class's weight; negative speaks against.
  var strength: Double
  var exhibits: [Exhibit]
}
