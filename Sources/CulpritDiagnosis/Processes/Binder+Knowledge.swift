import CulpritIntake
import CulpritSignals

/// What the whole input knows, before any fact is bound: who announced itself, whom others told of, and where lives end.
extension Binder {
  mutating func collectBanners(of ledger: Ledger) {
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

  mutating func collectSpawned(of ledger: Ledger) {
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

  mutating func collectEnds(of ledger: Ledger) {
    guard banners.values.contains(where: { $0.count > 1 }) else { return }
    let failures = (Array(ledger.failures.values) + Array(ledger.bareChains.values)).flatMap(\.kept).filter(\.isFatal).map(\.origin)
    let exits = ledger.announcements.values.flatMap(\.kept).filter { $0.subject == .ended }.map(\.origin)
    let last = ledger.work.values.flatMap(\.kept).filter { Self.isLast($0.work.text.description) }.map(\.origin)
    ends = Dictionary(grouping: failures + exits + last, by: Self.stem)
  }

  /// `south done`, `bye`: a line of few words, the last of which ends a program.
  static func isLast(_ line: String) -> Bool {
    let words = line.prefix(80).lowercased().split { !$0.isLetter }
    return words.count < 6 && words.last.map { ["done", "bye", "finished", "goodbye", "exiting", "shutdown", "stopped", "complete"].contains($0) } ?? false
  }

  mutating func collectValues(of ledger: Ledger) {
    let told = (ledger.announcements.values.flatMap(\.kept) + children).filter { $0.pid != nil }
    for announcement in told.sorted(by: { Order.precedes($0.origin, $1.origin) }) {
      guard let pid = announcement.pid else { continue }
      sharedValues.add(announcement, of: subject(of: announcement), key: identity(of: announcement.origin.writer, pid: pid))
    }
  }

  mutating func collectFailedRequests(of ledger: Ledger) {
    for tally in Self.ordered(ledger.requests.values) {
      for request in tally.kept {
        guard let status = request.status, status >= 400 else { continue }
        let bound = resolve(request.origin, pid: nil)
        guard bound.key.pid != nil else { continue }
        failedRequests[Self.stem(request.origin), default: []].append((request.origin, status, bound.key))
      }
    }
  }

  /// Under which a process, or a part of it, writes; not what many are called.
  static func names(of writer: Writer) -> [String] {
    [writer.program, writer.thread, writer.service].compactMap(\.self).filter { !commonNames.contains($0.lowercased()) }
  }

  static let commonNames: Set<String> = ["main", "mainthread", "mainprocess", "python", "node", "ruby", "php", "java", "app", "root"]

  /// Small pids are those of containers: they belong to the source or the container alone.
  func identity(of writer: Writer, pid: Int?) -> Process.Key {
    let stem = SourceName.stem(of: writer.source)
    guard let pid else {
      return Process.Key(host: writer.host ?? "", home: [writer.container ?? writer.service ?? "", stem].joined(separator: "@"), pid: nil)
    }
    let home = writer.container ?? (pid < 100 ? writer.service ?? stem : "")
    return Process.Key(host: pid < 100 || pidsOfHosts.contains(pid) ? writer.host ?? "" : "", home: home, pid: pid)
  }

  static func pidsOfHosts(in ledger: Ledger) -> Set<Int> {
    var hosts: [Int: String] = [:]
    var shared: Set<Int> = []
    for writer in ledger.writers.keys {
      guard let pid = writer.pid, let host = writer.host else { continue }
      if hosts.updateValue(host, forKey: pid) ?? host != host { shared.insert(pid) }
    }
    return shared
  }
}
