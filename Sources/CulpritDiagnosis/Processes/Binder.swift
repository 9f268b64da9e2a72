import CulpritIntake
import CulpritSignals

/// Binds writers to processes, by the first rule that holds (never a guess).
///
/// Two passes: what the whole input knows (announced pids, columns, formats), then every fact.
struct Binder {
  private(set) var processes: [Process.Key: Process] = [:]
  var banners: [String: [Banner]] = [:]
  /// Whom others announced by script and pid, by the stem of their source.
  var spawned: [String: [Banner]] = [:]
  /// Where a record names the pid of its own process in its text.
  var announcedAt: [Place: Int] = [:]
  /// Whom runners told of by name and pid, by that name.
  var programs: [String: [Banner]] = [:]
  /// Who speaks in a source, by the source's stem.
  var speakers: [String: SourceSpeakers] = [:]
  /// Failed requests whose records name their process, by the stem of their source.
  var failedRequests: [String: [(origin: Origin, status: Int, key: Process.Key)]] = [:]
  /// The last record whose header names the process.
  var lastSeen: [Process.Key: Origin] = [:]
  /// The first such record.
  var firstSeen: [Process.Key: Origin] = [:]
  /// Who writes under a name (thread, program, service) and tells a pid, by the stem of the source.
  var named: [String: [String: Set<Process.Key>]] = [:]
  let pidColumns: PidColumns
  /// Pids that several hosts have: only there a host makes a process another, for its own log may not name it.
  let pidsOfHosts: Set<Int>
  var sharedValues = SharedValues()
  /// Lines in which a parent names its children without a word for it.
  let children: [Announcement]
  /// The pid of the child that is named there.
  var childrenAt: [Place: Int] = [:]
  /// Where somebody's life ends, by the stem of the source: a crash, an exit, the last of its work.
  var ends: [String: [Origin]] = [:]
  /// Where a runner tells by its pid that a process ended: `pid=16219 msg=process killed` is no banner of it.
  var toldOfOthers: [Place: Int] = [:]

  /// A process that named its pid, and in whose words.
  struct Banner {
    var origin: Origin
    var pid: Int
    var script: String?
    var service: String?
    var key: Process.Key
  }

  init(_ ledger: Ledger) {
    pidColumns = PidColumns(ledger)
    pidsOfHosts = Self.pidsOfHosts(in: ledger)
    children = NamedChildren(ledger).announcements
    for child in children { childrenAt[child.origin.place] = child.pid }
    for announcement in ledger.announcements.values.flatMap(\.kept) where announcement.subject == .ended {
      toldOfOthers[announcement.origin.place] = announcement.pid
    }
    collectBanners(of: ledger)
    for child in children { bind(announcement: Tally(child)) }
    for tally in Self.ordered(ledger.announcements.values) {
      for part in parts(of: tally, key: { resolve($0.origin, pid: subject(of: $0) == .itself ? $0.pid : nil, head: $0.text) }) {
        bind(announcement: part.tally)
      }
    }
    spread(ledger.claims.values, head: \.text) { $0.claims.append($1) }
    collectFailedRequests(of: ledger)
    spread(ledger.requests.values, head: \.text) { $0.requests.append($1) }
    spread(ledger.events.values, head: \.text) { $0.events.append($1) }
    spread(ledger.work.values, head: \.work.text) { $0.work.append($1) }
    for tally in Self.ordered(ledger.failures.values) { bind(failure: tally) { $0.failures.append($1) } }
    for tally in Self.ordered(ledger.bareChains.values) { bind(failure: tally) { $0.bareChains.append($1) } }
    nameByLoggers()
    for tally in Self.ordered(ledger.writers.values) where tally.first[0].origin.writer.pid != nil {
      change(resolve(tally.first[0].origin, pid: nil), tally.first[0].origin) { $0.see(tally.last.origin) }
    }
  }

  typealias Bound = (key: Process.Key, rule: Process.Binding?)

  /// Occurrences of one fact may be of several processes: each is bound by itself. What was only counted
  /// goes with the last one that was kept.
  func parts<Fact>(of tally: Tally<Fact>, key: (Fact) -> Bound) -> [(bound: Bound, tally: Tally<Fact>)] {
    var order: [Process.Key] = []
    var groups: [Process.Key: (rule: Process.Binding?, facts: [Fact])] = [:]
    for fact in tally.kept {
      let bound = key(fact)
      if groups[bound.key] == nil { order.append(bound.key) }
      groups[bound.key, default: (bound.rule, [])].facts.append(fact)
    }
    let uncounted = tally.count - tally.kept.count
    return order.map { process in
      let group = groups[process] ?? (nil, [])
      let isLast = group.facts.last == tally.last
      return ((process, group.rule), Tally(kept: group.facts, count: group.facts.count + (isLast ? uncounted : 0)))
    }
  }

  mutating func spread<Fact>(
    _ tallies: some Sequence<Tally<Fact>>, head: (Fact) -> RedactedText, _ add: (inout Process, Tally<Fact>) -> Void
  ) {
    for tally in Self.ordered(tallies) {
      for part in parts(of: tally, key: { resolve($0.origin, pid: nil, head: head($0)) }) {
        change(part.bound, part.tally.first[0].origin) { add(&$0, part.tally) }
      }
    }
  }

  static func ordered<Fact>(_ tallies: some Sequence<Tally<Fact>>) -> [Tally<Fact>] {
    tallies.sorted { a, b in
      if a.first[0].origin.place != b.first[0].origin.place { return a.first[0].origin < b.first[0].origin }
      return "\(a.first[0])" < "\(b.first[0])"
    }
  }

  /// Where every announced process of a source speaks under a logger of its own, that is its name.
  mutating func nameByLoggers() {
    for (_, banners) in banners.sorted(by: { $0.key < $1.key }) {
      let loggers = Dictionary(grouping: banners, by: \.key).mapValues { Set($0.map { $0.origin.writer.logger ?? "" }) }
      let names = loggers.values.compactMap { $0.count == 1 ? $0.first : nil }
      guard loggers.count > 1, names.count == loggers.count, Set(names).count == names.count, !names.contains("") else { continue }
      for (key, logger) in loggers where processes[key]?.name == nil {
        processes[key]?.name = logger.first?.split(separator: ".").last.map(String.init)
      }
    }
  }

  static func stem(_ origin: Origin) -> String { stem(origin.writer) }
  static func stem(_ writer: Writer) -> String { SourceName.stem(of: writer) }

  /// Who names another pid than its own header does speaks of another process.
  func subject(of announcement: Announcement) -> Announcement.Subject {
    guard announcement.subject == .itself, let pid = announcement.pid else { return announcement.subject }
    if toldOfOthers[announcement.origin.place] == pid { return .ended }
    if childrenAt[announcement.origin.place] == pid { return .another }
    guard announcement.origin.writer.pid == nil, let own = pidColumns.pid(of: announcement.origin), own != pid else { return .itself }
    return .another
  }

  mutating func bind(announcement tally: Tally<Announcement>) {
    let announcement = tally.first[0]
    let parent = announcement.parentPid.map { identity(of: announcement.origin.writer, pid: $0) }
    switch subject(of: announcement) {
    case .itself:
      change(resolve(announcement.origin, pid: announcement.pid), announcement.origin) { process in
        process.announcements.append(tally)
        if let script = announcement.script, !process.scripts.contains(script) { process.scripts.append(script) }
        process.announcedService = process.announcedService ?? announcement.service
        process.parent = process.parent ?? parent
        process.see(tally.last.origin)
      }
    case .another:
      let speaker = resolve(announcement.origin, pid: nil).key
      guard let pid = announcement.pid else { return }
      let key = identity(of: announcement.origin.writer, pid: pid)
      change((key, .spawn), announcement.origin) { process in
        process.announcements.append(tally)
        if speaker != key, speaker.pid != nil { process.parent = speaker }
        if announcement.pattern != nil { process.runnersName = process.runnersName ?? announcement.service }
        if let script = announcement.script, !process.scripts.contains(script) { process.scripts.append(script) }
        process.announcedService = process.announcedService ?? announcement.service
      }
    case .ended:
      guard let pid = announcement.pid else { return }
      let key = identity(of: announcement.origin.writer, pid: pid)
      if processes[key] != nil { change((key, .spawn), announcement.origin) { $0.announcements.append(tally) } }
    }
  }

  mutating func bind(failure tally: Tally<Failure>, _ add: (inout Process, Tally<Failure>) -> Void) {
    // Whose first failure stands before all that the only speaker says is somebody else, later too.
    let isOlder = tally.kept.contains { failure in
      let bound = resolve(failure.origin, pid: nil, values: failure.values)
      return bound.rule == .onlyWriter && beganLater(bound.key, than: failure.origin)
    }
    let key = { (failure: Failure) -> Bound in
      let bound = bound(of: failure)
      return isOlder && bound.rule == .onlyWriter ? (identity(of: failure.origin.writer, pid: nil), nil) : bound
    }
    for part in parts(of: tally, key: key) {
      change(part.bound, part.tally.first[0].origin) { process in
        // What a report is read for: by which rule the failures became its own.
        if process.failures.isEmpty, process.bareChains.isEmpty { process.boundBy = part.bound.rule }
        add(&process, part.tally)
        process.see(part.tally.last.origin)
      }
    }
  }

  mutating func change(_ bound: Bound, _ origin: Origin, _ add: (inout Process) -> Void) {
    // In place: a copy would bring all of its facts along, for every fact.
    Self.note(bound, origin, in: &processes[bound.key, default: Process(key: bound.key)], add)
  }

  static func note(
    _ bound: Bound, _ origin: Origin, in process: inout Process, _ add: (inout Process) -> Void
  ) {
    let writer = origin.writer
    process.see(origin)
    if bound.rule != .spawn { process.ownSources.insert(writer.source) }
    process.host = process.host ?? writer.host
    process.container = process.container ?? writer.container
    if bound.rule != .spawn { process.service = process.service ?? writer.service }
    // An error's own `name` field is no program's.
    if bound.rule != .spawn, let program = writer.program, !program.hasSuffix("Error"), !program.hasSuffix("Exception") {
      process.name = process.name ?? program
    }
    process.boundBy = process.boundBy ?? bound.rule
    if let thread = writer.thread { process.threads.insert(thread) }
    add(&process)
  }

  static func baseName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
