import CulpritIntake
import CulpritSignals

/// Tells the lives of processes apart: of one pid that was given out again, and of one program that was started again.
///
/// A pid begins a new life where its banner stands again and the life before it had come to an end, by word of
/// somebody, by a crash, or because another program announces itself; in a container, where all lives have one pid, the
/// same banner behind work is enough. A program that a runner, a prefix or a script names begins a new life with
/// a pid that came after the last one was gone.
struct Generations {
  private(set) var processes: [Process.Key: Process]

  init(_ bound: [Process.Key: Process]) {
    processes = bound
    for process in bound.values.sorted(by: { $0.key < $1.key }) where process.pid != nil { split(process) }
    number()
  }

  // MARK: - One pid

  private mutating func split(_ process: Process) {
    let starts = Self.starts(of: process)
    guard !starts.isEmpty else { return }
    let keys = (0...starts.count).map { index in
      var key = process.key
      key.generation = index + 1
      return key
    }
    let lives = process.parted(into: keys) { origin in
      starts.lastIndex { $0.place == origin.place || Order.isBefore($0, origin) ?? false }.map { $0 + 1 }
    }
    for life in lives where life.first != nil { processes[life.key] = life }
    let known = lives.filter { $0.first != nil }
    for child in processes.values where child.parent == process.key {
      let born = child.first
      let parent = known.last { life in born.flatMap { born in life.first.map { Order.isBefore($0, born) ?? false } } ?? false }
      processes[child.key]?.parent = parent?.key ?? process.key
    }
  }

  /// The banners with which a later life of the pid begins, in order.
  private static func starts(of process: Process) -> [Origin] {
    let banners = process.announcements.flatMap(\.kept).filter { $0.subject == .itself && $0.isStart }
      .sorted { Order.precedes($0.origin, $1.origin) }
    guard banners.count > 1 else { return [] }
    let failures: [Failure] = (process.failures + process.bareChains).flatMap(\.kept)
    var ends: [Origin] = failures.filter(\.isFatal).map(\.origin)
    for tally in process.announcements where tally.first[0].subject == .ended { ends += tally.kept.map(\.origin) }
    var doings: [Origin] = failures.map(\.origin)
    for tally in process.requests { doings += tally.kept.map(\.origin) }
    for tally in process.work where Scene.isFinished(tally.first[0].work.template) { doings += tally.kept.map(\.origin) }
    var starts: [Origin] = []
    var life: [Announcement] = [banners[0]]
    for banner in banners.dropFirst() {
      guard let last = life.last else { break }
      let isOther = isOther(banner, than: life)
      let hasEnded = ends.contains { Self.stands($0, between: last.origin, and: banner.origin) }
      let hasWorked = doings.contains { Self.stands($0, between: last.origin, and: banner.origin) }
      let isAgain = life.contains { $0.text == banner.text }
      // All lives of a container's program have its pid.
      let isContainer = (process.pid ?? 100) < 100
      if hasEnded && (isAgain || isOther) || hasWorked && (isOther || isAgain && isContainer) {
        starts.append(banner.origin)
        life = [banner]
      } else {
        life.append(banner)
      }
    }
    return starts
  }

  /// Another program: all banners before name a script, and none this one.
  private static func isOther(_ banner: Announcement, than life: [Announcement]) -> Bool {
    let known = life.compactMap(\.script).map(Binder.baseName)
    guard let script = banner.script.map(Binder.baseName), !known.isEmpty else { return false }
    return !known.contains(script)
  }

  private static func stands(_ origin: Origin, between start: Origin, and end: Origin) -> Bool {
    (Order.isBefore(start, origin) ?? false) && (Order.isBefore(origin, end) ?? false)
  }

  // MARK: - One program

  /// So many lives of a program are compared one by one.
  private static let counted = 512

  /// Counts the lives of each program that followed each other.
  private mutating func number() {
    let slots = Dictionary(grouping: processes.values.filter { $0.pid != nil && $0.first != nil }, by: Self.slot)
    for (slot, members) in slots where !slot.isEmpty && members.count > 1 {
      // Of lives side by side each goes on with one that had ended: as many rows as live at once.
      var rows: [(last: Origin, generation: Int)] = []
      for process in members.sorted(by: Self.began).prefix(Self.counted) {
        guard let first = process.first, let last = process.last else { continue }
        let free = rows.indices.filter { Order.isBefore(rows[$0].last, first) ?? false }
          .max { Order.precedes(rows[$0].last, rows[$1].last) }
        let generation = max(free.map { rows[$0].generation + 1 } ?? 1, process.key.generation)
        processes[process.key]?.generation = generation
        if let free { rows[free] = (last, generation) } else { rows.append((last, generation)) }
      }
    }
  }

  private static func began(_ a: Process, _ b: Process) -> Bool {
    guard let first = a.first, let second = b.first, first.place != second.place else { return a.key < b.key }
    return Order.precedes(first, second)
  }

  /// What names the program whose lives are counted; empty where nothing does.
  private static func slot(_ process: Process) -> String {
    let name = process.service ?? process.announcedService ?? process.name ?? process.scripts.first.map(Binder.baseName)
    guard let name else { return process.key.generation > 1 ? "\(process.key.pid ?? 0)" : "" }
    return [process.host ?? "", process.container ?? "", name].joined(separator: "\u{1F}")
  }
}
