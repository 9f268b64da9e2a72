import CulpritIntake
import CulpritSignals

/// Children that their parent names in words of its own: `lane-south runs as 13417`, `room north given to 15189`.
///
/// The number ends a short line of a source in which a process announced a pid shortly below it, and a word of the
/// line is the name under which somebody writes.
struct NamedChildren {
  private(set) var announcements: [Announcement] = []

  /// Pids of children lie so far behind the parent's at most: they are started one after the other.
  private static let reach = 2_000

  init(_ ledger: Ledger) {
    var parents: [String: Set<Int>] = [:]
    for announcement in ledger.announcements.values.flatMap(\.kept) where announcement.subject == .itself {
      guard let pid = announcement.pid ?? announcement.origin.writer.pid, pid > 99 else { continue }
      parents[Self.stem(announcement.origin), default: []].insert(pid)
    }
    guard !parents.isEmpty else { return }
    let names = Self.names(in: ledger)
    for mark in ledger.work.values.flatMap(\.kept) {
      guard let pid = Self.lastNumber(of: mark.work.text.description), let known = parents[Self.stem(mark.origin)],
        known.contains(where: { pid > $0 && pid - $0 <= Self.reach }), !known.contains(pid),
        Self.words(of: mark.work.text.description).contains(where: { names.contains($0) })
      else { continue }
      var announcement = Announcement(origin: mark.origin, subject: .another, text: mark.work.text)
      announcement.pid = pid
      announcements.append(announcement)
    }
    announcements.sort { $0.origin < $1.origin }
  }

  private static func stem(_ origin: Origin) -> String { SourceName.stem(of: origin.writer.source) }

  /// Three digits at least, behind eight words at most.
  private static func lastNumber(of line: String) -> Int? {
    let words = line.split(separator: " ", maxSplits: 9)
    guard (2...8).contains(words.count), let last = words.last, (3...7).contains(last.utf8.count) else { return nil }
    return Int(last)
  }

  private static func words(of line: String) -> [String] {
    line.lowercased().split(whereSeparator: { " ,:()[]'\"".contains($0) }).dropLast().map(String.init)
  }

  /// Under which threads, loggers and tags anybody fails.
  private static func names(in ledger: Ledger) -> Set<String> {
    var names: Set<String> = []
    for failure in (ledger.failures.values.flatMap(\.first) + ledger.bareChains.values.flatMap(\.first)) {
      let writer = failure.origin.writer
      for name in [writer.thread, writer.logger, writer.program, writer.service] { if let name { names.insert(name.lowercased()) } }
      for value in failure.values where !value.contains("=") { names.insert(value) }
    }
    return names
  }
}
