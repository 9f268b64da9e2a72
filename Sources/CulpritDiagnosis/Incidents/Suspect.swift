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
  var count: Int { failures.map(\.count).reduce(0, +) }

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
