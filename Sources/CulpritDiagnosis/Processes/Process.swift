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
    /// Of the lives of one pid, from 1.
    var generation = 1
    /// Of a thread that has an environment of its own.
    var thread: String?

    static func < (a: Self, b: Self) -> Bool {
      if (a.host, a.home) != (b.host, b.home) { return (a.host, a.home) < (b.host, b.home) }
      return (a.pid ?? -1, a.generation, a.thread ?? "") < (b.pid ?? -1, b.generation, b.thread ?? "")
    }
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
  /// Counted from 1: of the lives of its pid, or of the program that was started again.
  var generation = 1
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

  /// The thread that the process is a part of, or in which alone it fails; nil for the main one.
  var thread: String? {
    if let thread = key.thread { return thread }
    var found: Set<String?> = []
    for tally in failures + bareChains { for failure in tally.first { found.insert(failure.origin.writer.thread) } }
    guard found.count == 1, let only = found.first.flatMap({ $0 }), Self.isThread(only) else { return nil }
    return Self.mainThreads.contains(only.lowercased()) ? nil : only
  }

  /// Functions name the request where others name the thread.
  static func isThread(_ name: String) -> Bool {
    name.utf8.count != 36 || name.utf8.count { $0 == UInt8(ascii: "-") } != 4
  }

  private static let mainThreads: Set<String> = ["main", "mainthread", "mainprocess", "0"]

  /// Names its family: `worker` of `worker-1`.
  var family: String {
    if let service { return service }
    if let name { return name }
    if let runnersName { return runnersName }
    if let source = ownSources.sorted().first { return SourceName.service(of: source) }
    return announcedService ?? sources.sorted().first.map { SourceName.service(of: $0) } ?? "?"
  }
}
