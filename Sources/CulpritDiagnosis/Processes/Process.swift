import CulpritIntake
import CulpritSignals

/// Who a writer was: host, container or service, program, pid, generation, thread.
struct Process {
  /// What makes it this process and no other.
  struct Key: Hashable, Comparable {
    var host: String
    /// Container or service that has pids of its own; the source where pids are small or unknown.
    var home: String
    var pid: Int?
    static func < (a: Self, b: Self) -> Bool { (a.host, a.home, a.pid ?? -1) < (b.host, b.home, b.pid ?? -1) }
  }

  /// The rule that bound a record, strongest first.
  enum Binding: String {
    case pid, prefix, value, frame, spawn, format, onlyWriter = "only-writer", banner, request, state
  }

  var key: Key
  var sources: Set<String> = []
  var host: String?
  var container: String?
  /// As envelopes and prefixes of its own records name it.
  var service: String?
  /// As its own banner or the one who started it names it.
  var announcedService: String?
  /// As the runner that started it calls it.
  var runnersName: String?
  /// Sources of its own records, without those where others speak of it.
  var ownSources: Set<String> = []
  var name: String?
  var pid: Int?
  var parent: Key?
  var boundBy: Binding?
  var threads: Set<String> = []
  var scripts: [String] = []
  var first: Origin?
  var last: Origin?

  var failures: [Tally<Failure>] = []
  var bareChains: [Tally<Failure>] = []
  var claims: [Tally<CredentialClaim>] = []
  var requests: [Tally<RequestLine>] = []
  var announcements: [Tally<Announcement>] = []
  var events: [Tally<RuntimeEvent>] = []
  var work: [Tally<WorkMark>] = []

  init(key: Key) {
    self.key = key
    pid = key.pid
  }

  mutating func see(_ origin: Origin) {
    if first.map({ Order.precedes(origin, $0) }) ?? true { first = origin }
    if last.map({ Order.precedes($0, origin) }) ?? true { last = origin }
    sources.insert(origin.writer.source)
  }

  /// Names its family: `worker` of `worker-1`.
  var family: String {
    if let service { return service }
    if let name { return name }
    if let runnersName { return runnersName }
    if let source = ownSources.sorted().first { return SourceName.service(of: source) }
    return announcedService ?? sources.sorted().first.map { SourceName.service(of: $0) } ?? "?"
  }
}
