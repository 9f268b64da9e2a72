import CulpritIntake
import CulpritSignals

/// Binds writers to processes, by the first rule that holds (never a guess).
///
/// Two passes: what the whole input knows (announced pids, columns, formats), then every fact.
struct Binder {
  private(set) var processes: [Process.Key: Process] = [:]
  private var banners: [String: [Banner]] = [:]
  /// Whom others announced by script and pid, by the stem of their source.
  private var spawned: [String: [Banner]] = [:]
  /// Where a record names the pid of its own process in its text.
  private var announcedAt: [Place: Int] = [:]
  /// Whom runners told of by name and pid, by that name.
  private var programs: [String: [Banner]] = [:]
  /// Who speaks in a source, by the source's stem.
  private var speakers: [String: SourceSpeakers] = [:]
  /// Failed requests whose records name their process, by the stem of their source.
  private var failedRequests: [String: [(origin: Origin, status: Int, key: Process.Key)]] = [:]
  /// The last record whose header names the process.
  private var lastSeen: [Process.Key: Origin] = [:]
  /// The first such record.
  private var firstSeen: [Process.Key: Origin] = [:]
  /// Who writes under a name (thread, program, service) and tells a pid, by the stem of the source.
  private var named: [String: [String: Set<Process.Key>]] = [:]
  private let pidColumns: PidColumns
  /// Pids that several hosts have: only there a host makes a process another, for its own log may not name it.
  private let pidsOfHosts: Set<Int>
  private var sharedValues = SharedValues()
  /// Lines in which a parent names its children without a word for it.
  private let children: [Announcement]
  /// The pid of the child that is named there.
  private var childrenAt: [Place: Int] = [:]
  /// Where somebody's life ends, by the stem of the source: a crash, an exit, the last of its work.
  private var ends: [String: [Origin]] = [:]
  /// Where a runner tells by its pid that a process ended: `pid=16219 msg=process killed` is no banner of it.
  private var toldOfOthers: [Place: Int] = [:]

  /// A process that named its pid, and in whose words.
  private struct Banner {
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

  private typealias Bound = (key: Process.Key, rule: Process.Binding?)

  /// Occurrences of one fact may be of several processes: each is bound by itself. What was only counted
  /// goes with the last one that was kept.
  private func parts<Fact>(of tally: Tally<Fact>, key: (Fact) -> Bound) -> [(bound: Bound, tally: Tally<Fact>)] {
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

  private mutating func spread<Fact>(
    _ tallies: some Sequence<Tally<Fact>>, head: (Fact) -> RedactedText, _ add: (inout Process, Tally<Fact>) -> Void
  ) {
    for tally in Self.ordered(tallies) {
      for part in parts(of: tally, key: { resolve($0.origin, pid: nil, head: head($0)) }) {
        change(part.bound, part.tally.first[0].origin) { add(&$0, part.tally) }
      }
    }
  }

  private static func ordered<Fact>(_ tallies: some Sequence<Tally<Fact>>) -> [Tally<Fact>] {
    tallies.sorted { a, b in
      if a.first[0].origin.place != b.first[0].origin.place { return a.first[0].origin < b.first[0].origin }
      return "\(a.first[0])" < "\(b.first[0])"
    }
  }

  // MARK: - What the whole input knows

  private mutating func collectBanners(of ledger: Ledger) {
    for tally in Self.ordered(ledger.announcements.values) {
      for announcement in tally.kept where subject(of: announcement) == .itself {
        let origin = announcement.origin
        guard let pid = origin.writer.pid ?? announcement.pid ?? pidColumns.pid(of: origin) else { continue }
        let banner = Banner(
          origin: origin, pid: pid, script: announcement.script, service: announcement.service ?? origin.writer.service,
          key: identity(of: origin.writer, pid: pid))
        banners[Self.stem(origin), default: []].append(banner)
        announcedAt[origin.place] = pid
      }
    }
    collectSpawned(of: ledger)
    collectValues(of: ledger)
    collectEnds(of: ledger)
    for origin in Self.ordered(ledger.writers.values).flatMap(\.kept).map(\.origin) {
      guard let pid = origin.writer.pid ?? pidColumns.pid(of: origin) else { continue }
      let key = identity(of: origin.writer, pid: pid)
      if firstSeen[key].map({ Order.precedes(origin, $0) }) ?? true { firstSeen[key] = origin }
      if lastSeen[key].map({ Order.precedes($0, origin) }) ?? true { lastSeen[key] = origin }
      speakers[Self.stem(origin), default: SourceSpeakers()].add(key, format: origin.writer.format)
      for name in Self.names(of: origin.writer) { named[Self.stem(origin), default: [:]][name, default: []].insert(key) }
    }
    for (stem, banners) in banners {
      for banner in banners where banner.origin.writer.pid == nil && pidColumns.pid(of: banner.origin) == nil {
        speakers[stem, default: SourceSpeakers()].add(banner: banner.key)
      }
      for banner in banners where banner.origin.writer.pid != nil || pidColumns.pid(of: banner.origin) != nil {
        speakers[stem, default: SourceSpeakers()].add(banner.key, format: banner.origin.writer.format)
      }
    }
  }

  /// Where every announced process of a source speaks under a logger of its own, that is its name.
  private mutating func nameByLoggers() {
    for (_, banners) in banners.sorted(by: { $0.key < $1.key }) {
      let loggers = Dictionary(grouping: banners, by: \.key).mapValues { Set($0.map { $0.origin.writer.logger ?? "" }) }
      let names = loggers.values.compactMap { $0.count == 1 ? $0.first : nil }
      guard loggers.count > 1, names.count == loggers.count, Set(names).count == names.count, !names.contains("") else { continue }
      for (key, logger) in loggers where processes[key]?.name == nil {
        processes[key]?.name = logger.first?.split(separator: ".").last.map(String.init)
      }
    }
  }

  private mutating func collectSpawned(of ledger: Ledger) {
    for announcement in Self.ordered(ledger.announcements.values).flatMap(\.kept) where subject(of: announcement) == .another {
      guard let pid = announcement.pid else { continue }
      let origin = announcement.origin
      if let service = announcement.service {
        programs[service, default: []].append(
          Banner(origin: origin, pid: pid, script: announcement.script, service: service, key: identity(of: origin.writer, pid: pid)))
      }
      guard let script = announcement.script else { continue }
      spawned[Self.stem(origin), default: []].append(
        Banner(origin: origin, pid: pid, script: script, service: announcement.service, key: identity(of: origin.writer, pid: pid)))
    }
  }

  private mutating func collectEnds(of ledger: Ledger) {
    guard banners.values.contains(where: { $0.count > 1 }) else { return }
    let failures = (Array(ledger.failures.values) + Array(ledger.bareChains.values)).flatMap(\.kept).filter(\.isFatal).map(\.origin)
    let exits = ledger.announcements.values.flatMap(\.kept).filter { $0.subject == .ended }.map(\.origin)
    let last = ledger.work.values.flatMap(\.kept).filter { Self.isLast($0.work.text.description) }.map(\.origin)
    ends = Dictionary(grouping: failures + exits + last, by: Self.stem)
  }

  /// `south done`, `bye`: a line of few words, the last of which ends a program.
  private static func isLast(_ line: String) -> Bool {
    let words = line.prefix(80).lowercased().split { !$0.isLetter }
    return words.count < 6 && words.last.map { ["done", "bye", "finished", "goodbye", "exiting", "shutdown", "stopped", "complete"].contains($0) } ?? false
  }

  private mutating func collectValues(of ledger: Ledger) {
    let told = (ledger.announcements.values.flatMap(\.kept) + children).filter { $0.pid != nil }
    for announcement in told.sorted(by: { Order.precedes($0.origin, $1.origin) }) {
      guard let pid = announcement.pid else { continue }
      sharedValues.add(announcement, of: subject(of: announcement), key: identity(of: announcement.origin.writer, pid: pid))
    }
  }

  private static func stem(_ origin: Origin) -> String { stem(origin.writer) }
  private static func stem(_ writer: Writer) -> String { SourceName.stem(of: writer) }

  // MARK: - Facts

  /// Who names another pid than its own header does speaks of another process.
  private func subject(of announcement: Announcement) -> Announcement.Subject {
    guard announcement.subject == .itself, let pid = announcement.pid else { return announcement.subject }
    if toldOfOthers[announcement.origin.place] == pid { return .ended }
    if childrenAt[announcement.origin.place] == pid { return .another }
    guard announcement.origin.writer.pid == nil, let own = pidColumns.pid(of: announcement.origin), own != pid else { return .itself }
    return .another
  }

  private mutating func bind(announcement tally: Tally<Announcement>) {
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

  private mutating func bind(failure tally: Tally<Failure>, _ add: (inout Process, Tally<Failure>) -> Void) {
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

  private func bound(of failure: Failure) -> Bound {
    let bound = resolve(failure.origin, pid: nil, values: failure.values)
    // What the record says of itself cannot be outdone; a guess by neighbourhood can, by frames.
    if bound.rule == .pid || bound.rule == .prefix || bound.rule == .value { return bound }
    if let key = byName(failure) { return (key, .value) }
    if failure.isInChild, ["plain", "multiprocessing"].contains(failure.origin.writer.format), let child = child(failure, beside: bound.key) { return (child, nil) }
    if let key = byFrames(failure) { return (key, .frame) }
    if bound.rule == .onlyWriter, let stranger = stranger(failure, to: bound.key) { return (stranger, nil) }
    if bound.key.pid == nil, let key = byRequest(failure) { return (key, .request) }
    if bound.key.pid == nil, let key = byState(failure) { return (key, .state) }
    return bound
  }

  /// Whether the process says its first word in this source after this: the log begins with the end of somebody
  /// else's.
  private func beganLater(_ key: Process.Key, than origin: Origin) -> Bool {
    let source = origin.writer.source
    let announced = (banners[Self.stem(origin)] ?? []).filter { $0.key == key && $0.origin.writer.source == source }.map(\.origin)
    let headed = firstSeen[key].flatMap { $0.writer.source == source ? $0 : nil }
    let own = announced + (headed.map { [$0] } ?? [])
    return !own.isEmpty && own.allSatisfy { Order.isBefore(origin, $0) ?? false }
  }

  /// The process whose pid or name stands in what the record says of the failure.
  private func byName(_ failure: Failure) -> Process.Key? {
    let pids = Set(failure.values.compactMap { $0.hasPrefix("pid=") ? Int($0.dropFirst(4)) : nil })
    if pids.count == 1, let pid = pids.first {
      let key = identity(of: failure.origin.writer, pid: pid)
      if speakers[Self.stem(failure.origin)]?.keys.contains(key) ?? false || processes[key] != nil { return key }
    }
    guard !sharedValues.isEmpty else { return nil }
    return sharedValues.child(namedIn: ([failure.head] + failure.links.prefix(4).map(\.message)).compactMap { $0?.description }, of: failure.origin)
  }

  /// A program of its own that nobody announced: its stack begins at the top level of another script than the
  /// only announced process has, and it lacks what that process says it has.
  private func stranger(_ failure: Failure, to key: Process.Key) -> Process.Key? {
    guard let script = failure.entryScript, !failure.isInThread, let process = processes[key],
      failure.origin.writer.format == "plain",
      !process.scripts.contains(where: { Self.baseName($0) == Self.baseName(script) }),
      process.claims.contains(where: { $0.first[0].state == .present }),
      !Attribution.wasSent(failure) || failure.wordings.first.map({ $0.rank == .className }) ?? true
    else { return nil }
    return Process.Key(host: "", home: "\(Self.stem(failure.origin))@\(Self.baseName(script))", pid: nil)
  }

  /// A child of `multiprocessing` that told nobody its pid: its stack names the script of its parent, and its words
  /// stand where the parent's do.
  private func child(_ failure: Failure, beside key: Process.Key) -> Process.Key? {
    guard let process = processes[key] else { return key.pid == nil ? key : nil }
    return process.parent == nil ? identity(of: failure.origin.writer, pid: nil) : nil
  }

  private mutating func collectFailedRequests(of ledger: Ledger) {
    for tally in Self.ordered(ledger.requests.values) {
      for request in tally.kept {
        guard let status = request.status, status >= 400 else { continue }
        let bound = resolve(request.origin, pid: nil)
        guard bound.key.pid != nil else { continue }
        failedRequests[Self.stem(request.origin), default: []].append((request.origin, status, bound.key))
      }
    }
  }

  /// The latest request line before it with the same status.
  private func byRequest(_ failure: Failure) -> Process.Key? {
    guard let status = failure.status else { return nil }
    let before = (failedRequests[Self.stem(failure.origin)] ?? []).filter { request in
      request.status == status && Order.isBefore(request.origin, failure.origin) ?? false
        && Self.mayBeOne(request.origin.writer, failure.origin.writer)
    }
    guard let last = before.max(by: { Order.precedes($0.origin, $1.origin) }) else { return nil }
    if let seconds = Order.seconds(from: last.origin, to: failure.origin), seconds > 5 { return nil }
    return last.key
  }

  private mutating func change(_ bound: Bound, _ origin: Origin, _ add: (inout Process) -> Void) {
    // In place: a copy would bring all of its facts along, for every fact.
    Self.note(bound, origin, in: &processes[bound.key, default: Process(key: bound.key)], add)
  }

  private static func note(
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

  // MARK: - Rules

  /// `head`: of a fact that keeps no values of its own.
  private func resolve(
    _ origin: Origin, pid announced: Int?, head: RedactedText? = nil, values: [String] = []
  ) -> Bound {
    var writer = origin.writer
    if let pid = writer.pid, toldOfOthers[origin.place] == pid { writer.pid = nil }
    if let pid = writer.pid ?? pidColumns.pid(of: origin) ?? announced ?? announcedAt[origin.place] {
      return (identity(of: writer, pid: pid), .pid)
    }
    let here = banners[Self.stem(origin)] ?? []
    if let key = byPrefix(origin, here) { return (key, .prefix) }
    if !sharedValues.isEmpty {
      let values = head.map { HeadValues.values(of: $0.description) } ?? values
      if let key = sharedValues.key(of: origin, values: values) { return (key, .value) }
    }
    if let key = byOwnName(writer) { return (key, .prefix) }
    if let key = byFormat(origin, here) { return (key, .format) }
    if let key = bySource(origin) { return (key, .prefix) }
    if let only = speakers[Self.stem(origin)]?.only(for: writer), !Self.namesItsOwn(writer, here) { return (only, .onlyWriter) }
    if let key = byBanner(origin, here) ?? onlyOneYet(origin, here) { return (key, .banner) }
    return (identity(of: writer, pid: nil), nil)
  }

  /// A prefix or a constant field that a banner ties to a pid.
  private func byPrefix(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
    let writer = origin.writer
    func tied(_ matches: (Banner) -> Bool) -> Process.Key? {
      let same = banners.filter(matches)
      guard !same.isEmpty else { return nil }
      if Set(same.map(\.key)).count == 1 { return same[0].key }
      return latest(of: same, before: origin)
    }
    if let container = writer.container, let key = tied({ $0.origin.writer.container == container }) { return key }
    if let service = writer.service, let key = tied({ $0.origin.writer.service == service }) { return key }
    for constant in writer.constants {
      let same = banners.filter { $0.origin.writer.constants.contains(constant) }
      if same.count < banners.count || Set(same.map(\.key)).count == 1, let key = tied({ $0.origin.writer.constants.contains(constant) }) {
        return key
      }
    }
    if let program = writer.program, let key = tied({ $0.origin.writer.program == program }) { return key }
    if let logger = writer.logger {
      let same = Set(banners.filter { $0.origin.writer.logger == logger }.map(\.key))
      if same.count == 1, let key = same.first, Set(banners.map(\.key)).count > 1 { return key }
    }
    return nil
  }

  /// The only process that writes under the record's name elsewhere and tells its pid there: `Process belt-1:` beside
  /// `belt-1(4312) `.
  private func byOwnName(_ writer: Writer) -> Process.Key? {
    guard let here = named[Self.stem(writer)], here.count > 1 else { return nil }
    let keys = Self.names(of: writer).compactMap { here[$0] }
    guard let first = keys.first, first.count == 1, keys.allSatisfy({ $0 == first }) else { return nil }
    return first.first
  }

  /// Under which a process, or a part of it, writes; not what many are called.
  private static func names(of writer: Writer) -> [String] {
    [writer.program, writer.thread, writer.service].compactMap(\.self).filter { !commonNames.contains($0.lowercased()) }
  }

  private static let commonNames: Set<String> = ["main", "mainthread", "mainprocess", "python", "node", "ruby", "php", "java", "app", "root"]

  /// A source that is called as a program is that a runner told of elsewhere, and in which nobody names a pid:
  /// `worker.log` beside `spawned: 'worker' with pid 4312`.
  private func bySource(_ origin: Origin) -> Process.Key? {
    let stem = Self.stem(origin)
    guard !programs.isEmpty, speakers[stem] == nil, let told = programs[SourceName.program(of: origin.writer.source)],
      !told.contains(where: { Self.stem($0.origin) == stem })
    else { return nil }
    return latest(of: told, before: origin)
  }

  /// A header format in which only one process announced itself.
  private func byFormat(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
    guard origin.writer.format != "plain", Set(banners.map(\.key)).count > 1 else { return nil }
    let alike = banners.filter { $0.origin.writer.format == origin.writer.format }
    let same = Set(alike.filter { $0.origin.writer.shape == origin.writer.shape }.map(\.key))
    if !same.isEmpty { return same.count == 1 ? same.first : nil }
    // Objects of one writer have differing fields: that of a failure is in no banner.
    guard origin.writer.shape.hasPrefix("{") else { return nil }
    let any = Set(alike.map(\.key))
    return any.count == 1 ? any.first : nil
  }

  /// The last banner before, where generations of one script follow each other.
  private func byBanner(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
    let able = banners.filter { Self.mayBeOne($0.origin.writer, origin.writer) }
    guard !able.isEmpty else { return nil }
    if Set(banners.map { $0.script ?? "" }).count == 1, banners[0].script != nil { return latest(of: able, before: origin) }
    let before = able.filter { Order.isBefore($0.origin, origin) ?? false }
    guard Set(able.map(\.key)).count > 1 else { return nil }
    return before.isEmpty || Self.namesItsOwn(origin.writer, banners) || !endedBeforeEachOther(able) ? nil : before.max { Order.precedes($0.origin, $1.origin) }?.key
  }

  /// The only process that had announced itself, where all others of the source say their first word behind the record.
  private func onlyOneYet(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
    let before = banners.filter { Order.isBefore($0.origin, origin) ?? true }
    guard let first = before.first, before.allSatisfy({ $0.key == first.key }), first.origin.writer.pid == nil,
      first.origin.writer.format == origin.writer.format, Self.mayBeOne(first.origin.writer, origin.writer)
    else { return nil }
    let others = speakers[Self.stem(origin)]?.keys.filter { $0 != first.key } ?? []
    guard !others.isEmpty, !Self.namesItsOwn(origin.writer, banners) else { return nil }
    let areLater = others.allSatisfy { key in
      firstSeen[key].map { Order.isBefore(origin, $0) ?? false } ?? banners.contains { $0.key == key }
    }
    return areLater ? first.key : nil
  }

  /// Whether one program after the other ran: between two banners somebody ended, and nobody speaks behind the banner
  /// that came after his own.
  private func endedBeforeEachOther(_ banners: [Banner]) -> Bool {
    guard let first = banners.first, let ends = ends[Self.stem(first.origin)] else { return false }
    let ordered = banners.sorted { Order.precedes($0.origin, $1.origin) }
    return followEachOther(banners)
      && zip(ordered, ordered.dropFirst()).allSatisfy { earlier, later in
        if earlier.key == later.key { return true }
        if let last = processes[earlier.key]?.last, !(Order.isBefore(last, later.origin) ?? false) { return false }
        return ends.contains { (Order.isBefore(earlier.origin, $0) ?? false) && (Order.isBefore($0, later.origin) ?? false) }
      }
  }

  /// Of generations that follow each other the one that had begun last; nil where several live side by side.
  private func latest(of banners: [Banner], before origin: Origin) -> Process.Key? {
    if Set(banners.map(\.key)).count == 1 { return banners[0].key }
    guard followEachOther(banners) else { return nil }
    let before = banners.filter { Order.isBefore($0.origin, origin) ?? false }
    return (before.max { Order.precedes($0.origin, $1.origin) } ?? banners.first)?.key
  }

  /// Whether each of these processes had said its last before the next one began.
  private func followEachOther(_ banners: [Banner]) -> Bool {
    let ordered = banners.sorted { Order.precedes($0.origin, $1.origin) }
    return zip(ordered, ordered.dropFirst()).allSatisfy { earlier, later in
      guard earlier.key != later.key, let last = lastSeen[earlier.key] else { return true }
      return Order.isBefore(last, later.origin) ?? false
    }
  }

  /// Whether two records can be of one process: what envelopes say of both does not differ.
  private static func mayBeOne(_ a: Writer, _ b: Writer) -> Bool {
    let isService = a.service == b.service || a.container == nil && (a.service == nil || b.service == nil)
    return a.container == b.container && isService && (a.host == b.host || a.host == nil || b.host == nil)
  }

  /// The script that the outermost application frame names.
  private func byFrames(_ failure: Failure) -> Process.Key? {
    let names = failure.scripts.map(Self.baseName) + [failure.moduleLoad?.importer, failure.moduleLoad?.module].compactMap { $0.map(Self.baseName) }
    let here = (banners[Self.stem(failure.origin)] ?? []) + (spawned[Self.stem(failure.origin)] ?? [])
    for name in names {
      let same = here.filter { banner in
        banner.script.map { Self.baseName($0) == name } ?? false && Self.mayBeOne(banner.origin.writer, failure.origin.writer)
      }
      if let key = latest(of: same, before: failure.origin) { return key }
    }
    return nil
  }

  /// The only process of the source whose own word explains the failure.
  private func byState(_ failure: Failure) -> Process.Key? {
    let here = (banners[Self.stem(failure.origin)] ?? []).filter { Self.mayBeOne($0.origin.writer, failure.origin.writer) }
    let keys = Set(here.map(\.key))
    guard keys.count > 1 else { return nil }
    let lacking = keys.filter { key in
      processes[key]?.claims.contains { $0.first[0].state != .present } ?? false
    }
    let having = keys.filter { key in processes[key]?.claims.contains { $0.first[0].state == .present } ?? false }
    guard lacking.count == 1, let only = lacking.first, !having.subtracting(lacking).isEmpty else { return nil }
    return only
  }

  /// The record's header names a process that no banner does.
  private static func namesItsOwn(_ writer: Writer, _ banners: [Banner]) -> Bool {
    if let thread = writer.thread, !banners.contains(where: { $0.origin.writer.thread == thread }), namedProcesses.contains(writer.format) {
      return writer.format == "celery" || thread != "MainProcess"
    }
    return writer.container != nil && !banners.contains { $0.origin.writer.container == writer.container }
      || writer.service != nil && !banners.contains { $0.origin.writer.service == writer.service }
  }

  /// Formats whose headers name processes where others name threads.
  private static let namedProcesses: Set<String> = ["celery", "multiprocessing", "taskiq"]

  static func baseName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Small pids are those of containers: they belong to the source or the container alone.
  private func identity(of writer: Writer, pid: Int?) -> Process.Key {
    let stem = SourceName.stem(of: writer.source)
    guard let pid else {
      return Process.Key(host: writer.host ?? "", home: [writer.container ?? writer.service ?? "", stem].joined(separator: "@"), pid: nil)
    }
    let home = writer.container ?? (pid < 100 ? writer.service ?? stem : "")
    return Process.Key(host: pid < 100 || pidsOfHosts.contains(pid) ? writer.host ?? "" : "", home: home, pid: pid)
  }

  private static func pidsOfHosts(in ledger: Ledger) -> Set<Int> {
    var hosts: [Int: String] = [:]
    var shared: Set<Int> = []
    for writer in ledger.writers.keys {
      guard let pid = writer.pid, let host = writer.host else { continue }
      if hosts.updateValue(host, forKey: pid) ?? host != host { shared.insert(pid) }
    }
    return shared
  }
}
