import CulpritIntake
import CulpritRules
import CulpritSignals

/// A process with its credential failures at one provider: what a cause is looked for.
struct Suspect {
  var process: Process
  var provider: String?
  /// Ordered by place; never empty.
  var failures: [Tally<Failure>]
  /// Those that only print its failure: they asked it, or it is a worker of their pool.
  var relays: [Suspect] = []

  /// All occurrences that are kept, in order of time.
  var occurrences: [Failure] {
    failures.flatMap(\.kept).sorted { Order.precedes($0.origin, $1.origin) }
  }

  var first: Failure { occurrences[0] }
  var last: Failure { failures.map(\.last).max { Order.precedes($0.origin, $1.origin) } ?? first }
  /// Failures, not printings: what a logger prints once more, as a sentence, a stack or a crash, is one.
  var count: Int {
    guard failures.count > 1 else { return failures[0].count }
    let alike = Dictionary(grouping: failures) { $0.first[0].template }
    return alike.values.reduce(0) { $0 + Self.told($1) }
  }

  /// Printings are compared with so many others: a suspect may have thousands in the same words.
  private static let printings = 16

  private static func told(_ tallies: [Tally<Failure>]) -> Int {
    let fullest = tallies.sorted { ($0.first[0].links.count, $1.first[0].origin) > ($1.first[0].links.count, $0.first[0].origin) }
    var told: [Tally<Failure>] = []
    for tally in fullest where !told.prefix(printings).contains(where: { isPrinting(tally, of: $0) }) { told.append(tally) }
    return told.map(\.count).reduce(0, +)
  }

  /// Whether each of the kept occurrences stands within a second of the other tally's, in the same words, with
  /// no error that the other has not.
  private static func isPrinting(_ tally: Tally<Failure>, of fuller: Tally<Failure>) -> Bool {
    let (own, other) = (tally.first[0], fuller.first[0])
    guard tally.count <= fuller.count, own.isAlike(other), own.origin.writer.pid == other.origin.writer.pid,
      Set(own.links.map(\.type)).isSubset(of: other.links.map(\.type)), !isElsewhere(own, other)
    else { return false }
    return tally.kept.allSatisfy { one in fuller.kept.contains { Order.isNear($0.origin, one.origin, within: 1) } }
  }

  /// Of another thread, job or request: side by side they fail alike.
  private static func isElsewhere(_ a: Failure, _ b: Failure) -> Bool {
    let (left, right) = (a.origin.writer, b.origin.writer)
    if let one = left.thread, let other = right.thread, one != other { return true }
    if let one = a.requestID, let other = b.requestID, one != other { return true }
    return left.constants.contains { constant in right.constants.contains { $0.name == constant.name && $0.value != constant.value } }
  }

  /// No credential was at hand, by word of SDK, provider or runtime.
  var lacks: [Tally<Failure>] { failures.filter { Self.lackSignals.contains($0.first[0].signal) } }
  /// A credential was sent and refused.
  var refusals: [Tally<Failure>] { failures.filter { !Self.lackSignals.contains($0.first[0].signal) } }

  static let lackSignals: Set<SignalName> = [.credentialAbsent, .credentialNotSent, .credentialBlank]
  static let credentialSignals: Set<SignalName> = [
    .credentialAbsent, .credentialNotSent, .credentialBlank, .credentialMalformed, .credentialRefused,
    .credentialRevoked, .credentialExpired, .endpointMismatch, .authenticationFailed,
  ]

  /// What providers echoed, each once, the most frequent first.
  var echoes: [KeyFragment] {
    var counts: [KeyFragment: Int] = [:]
    for tally in failures {
      if let echo = tally.first[0].echo { counts[echo, default: 0] += tally.count }
    }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
  }

  var variable: String? {
    let named = failures.compactMap { tally in tally.first[0].variable.map { ($0, tally.count) } }
    return named.max { $0.1 < $1.1 }?.0
  }
}
