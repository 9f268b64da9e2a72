import CulpritIntake
import CulpritSignals

/// The rules by which a record becomes that of a process; the first one that holds.
extension Binder {
  /// `head`: of a fact that keeps no values of its own.
  func resolve(
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
  func byPrefix(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
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
  func byOwnName(_ writer: Writer) -> Process.Key? {
    guard let here = named[Self.stem(writer)], here.count > 1 else { return nil }
    let keys = Self.names(of: writer).compactMap { here[$0] }
    guard let first = keys.first, first.count == 1, keys.allSatisfy({ $0 == first }) else { return nil }
    return first.first
  }

  /// A source that is called as a program is that a runner told of elsewhere, and in which nobody names a pid:
  /// `worker.log` beside `spawned: 'worker' with pid 4312`.
  func bySource(_ origin: Origin) -> Process.Key? {
    let stem = Self.stem(origin)
    guard !programs.isEmpty, speakers[stem] == nil, let told = programs[SourceName.program(of: origin.writer.source)],
      !told.contains(where: { Self.stem($0.origin) == stem })
    else { return nil }
    return latest(of: told, before: origin)
  }

  /// A header format in which only one process announced itself.
  func byFormat(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
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
  func byBanner(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
    let able = banners.filter { Self.mayBeOne($0.origin.writer, origin.writer) }
    guard !able.isEmpty else { return nil }
    if Set(banners.map { $0.script ?? "" }).count == 1, banners[0].script != nil { return latest(of: able, before: origin) }
    let before = able.filter { Order.isBefore($0.origin, origin) ?? false }
    guard Set(able.map(\.key)).count > 1 else { return nil }
    return before.isEmpty || Self.namesItsOwn(origin.writer, banners) || !endedBeforeEachOther(able) ? nil : before.max { Order.precedes($0.origin, $1.origin) }?.key
  }

  /// The only process that had announced itself, where all others of the source say their first word behind the record.
  func onlyOneYet(_ origin: Origin, _ banners: [Banner]) -> Process.Key? {
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
  func endedBeforeEachOther(_ banners: [Banner]) -> Bool {
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
  func latest(of banners: [Banner], before origin: Origin) -> Process.Key? {
    if Set(banners.map(\.key)).count == 1 { return banners[0].key }
    guard followEachOther(banners) else { return nil }
    let before = banners.filter { Order.isBefore($0.origin, origin) ?? false }
    return (before.max { Order.precedes($0.origin, $1.origin) } ?? banners.first)?.key
  }

  /// Whether each of these processes had said its last before the next one began.
  func followEachOther(_ banners: [Banner]) -> Bool {
    let ordered = banners.sorted { Order.precedes($0.origin, $1.origin) }
    return zip(ordered, ordered.dropFirst()).allSatisfy { earlier, later in
      guard earlier.key != later.key, let last = lastSeen[earlier.key] else { return true }
      return Order.isBefore(last, later.origin) ?? false
    }
  }

  /// Whether two records can be of one process: what envelopes say of both does not differ.
  static func mayBeOne(_ a: Writer, _ b: Writer) -> Bool {
    let isService = a.service == b.service || a.container == nil && (a.service == nil || b.service == nil)
    return a.container == b.container && isService && (a.host == b.host || a.host == nil || b.host == nil)
  }

  /// The record's header names a process that no banner does.
  static func namesItsOwn(_ writer: Writer, _ banners: [Banner]) -> Bool {
    if let thread = writer.thread, !banners.contains(where: { $0.origin.writer.thread == thread }), namedProcesses.contains(writer.format) {
      return writer.format == "celery" || thread != "MainProcess"
    }
    return writer.container != nil && !banners.contains { $0.origin.writer.container == writer.container }
      || writer.service != nil && !banners.contains { $0.origin.writer.service == writer.service }
  }

  /// Formats whose headers name processes where others name threads.
  static let namedProcesses: Set<String> = ["celery", "multiprocessing", "taskiq"]
}
