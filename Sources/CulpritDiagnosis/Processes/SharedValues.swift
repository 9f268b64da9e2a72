import CulpritIntake
import CulpritSignals

/// Values that lines about a process share with its own: the parent's `lane=teal child=7742` and the child's
/// `lane=teal parcel 12 failed`; `forked reader.js as 512` and a writer called `reader`.
///
/// Ties no writer that prints its own pid, and none where two living processes share the value.
struct SharedValues {
  private struct Tie {
    var origin: Origin
    var key: Process.Key
    /// Somebody else told of it.
    var isChild: Bool
    /// The line that ends the process; nil where none was seen.
    var end: Origin?
  }

  /// By the stem of the source, then by the value or name.
  private var ties: [String: [String: [Tie]]] = [:]

  var isEmpty: Bool { ties.isEmpty }

  /// `key`: of the announced process. Called in order of the announcements.
  mutating func add(_ announcement: Announcement, of subject: Announcement.Subject, key: Process.Key) {
    let stem = SourceName.stem(of: announcement.origin.writer)
    for value in Self.values(of: announcement, subject) {
      var known = ties[stem, default: [:]][value] ?? []
      if let index = known.firstIndex(where: { $0.key == key }) {
        if subject == .ended { known[index].end = known[index].end ?? announcement.origin }
      } else {
        // Who was started again under its name is over.
        if Self.isReplacement(announcement, value) {
          for index in known.indices { known[index].end = known[index].end ?? announcement.origin }
        }
        known.append(Tie(origin: announcement.origin, key: key, isChild: subject == .another, end: subject == .ended ? announcement.origin : nil))
      }
      ties[stem, default: [:]][value] = known
    }
  }

  /// The process whose value the record shares; nil for none, and where its values speak of several.
  func key(of origin: Origin, values: [String]) -> Process.Key? {
    guard let here = ties[SourceName.stem(of: origin.writer)] else { return nil }
    let own = values + origin.writer.constants.map { "\($0.name)=\($0.value)".lowercased() }
    return only(own.compactMap { process(of: here[$0], for: origin) })
      ?? only(Self.names(of: origin.writer).compactMap { process(of: here[$0], for: origin) })
  }

  /// The child whose name stands in what a record says (`no forecast for wadi`), where several have names and no other
  /// one's stands there. `texts`: sentences of the record.
  func child(namedIn texts: [String], of origin: Origin) -> Process.Key? {
    guard let here = ties[SourceName.stem(of: origin.writer)] else { return nil }
    let words = texts.flatMap { $0.prefix(200).split(whereSeparator: { " \t,;:()[]{}'\"=<>./".contains($0) }).prefix(24).map { Self.plain($0) } }
    let told = Set(words.filter { $0.utf8.count > 2 && !Self.general.contains($0) }).compactMap { here[$0] }.filter { $0.contains { $0.isChild } }
    let keys = Set(told.compactMap { Self.process(of: $0, for: origin) })
    guard keys.count == 1, let only = keys.first else { return nil }
    // A word that is tied to all children names none; one child alone is told apart from nobody.
    let others = here.values.contains { $0.contains { $0.isChild && $0.key != only } }
    return others ? only : nil
  }

  /// A runner names each of its programs once; `restarted` says so itself.
  private static func isReplacement(_ announcement: Announcement, _ value: String) -> Bool {
    guard announcement.subject == .another else { return false }
    if let service = announcement.service, plain(Substring(service)) == value { return true }
    let text = announcement.text.description.lowercased()
    return ["restarted", "respawned", "relaunched", "replaced"].contains { text.containsBytes($0) }
  }

  private func only(_ keys: [Process.Key]) -> Process.Key? { Set(keys).count == 1 ? keys[0] : nil }

  /// Of processes that followed each other the last that had begun; the speaker is not whom it speaks of.
  private func process(of ties: [Tie]?, for origin: Origin) -> Process.Key? {
    Self.process(of: (ties ?? []).filter { !Self.isOne($0.origin.writer, origin.writer) }, for: origin)
  }

  private static func process(of others: [Tie], for origin: Origin) -> Process.Key? {
    guard let last = others.last else { return nil }
    if others.count == 1 { return last.key }
    let followEachOther = zip(others, others.dropFirst()).allSatisfy { earlier, later in
      earlier.end.map { $0.place == later.origin.place || Order.isBefore($0, later.origin) ?? false } ?? false
    }
    guard followEachOther else { return nil }
    return (others.last { Order.isBefore($0.origin, origin) ?? false } ?? others[0]).key
  }

  private static func isOne(_ a: Writer, _ b: Writer) -> Bool {
    let own = names(of: a)
    return !own.isEmpty && own == names(of: b)
  }

  // MARK: - Names

  /// What a line about a process ties to it. A process that speaks of itself ties its pairs alone: by its names
  /// its records are bound already.
  private static func values(of announcement: Announcement, _ subject: Announcement.Subject) -> [String] {
    let text = announcement.text.description
    let pairs = HeadValues.values(of: text).filter { !general.contains($0) } + announcement.origin.writer.constants.map { "\($0.name)=\($0.value)".lowercased() }
    // Under the name that a worker gives itself it writes, wherever that stands: `Worker 371a78: job 17 done`.
    guard subject != .itself else { return pairs + [announcement.service.map { plain(Substring($0)) }].compactMap { $0 }.filter { !general.contains($0) } }
    let words = text.split(whereSeparator: { " \t,;:()[]{}'\"=<>".contains($0) }).prefix(24).map { plain($0) }
    // `forked W2 as 4312`: of two letters or digits one of each makes a name.
    return pairs + words.filter { word in
      word.contains(where: \.isLetter) && (word.utf8.count > 2 || word.contains(where: \.isNumber)) && !general.contains(word)
    }
  }

  private static func names(of writer: Writer) -> [String] {
    let constants = writer.constants.map(\.value).filter { $0.contains(where: \.isLetter) }
    let told = [writer.thread, writer.logger, writer.program, writer.service].compactMap(\.self) + constants
    return told.map { plain(Substring($0)) }.filter { !general.contains($0) }
  }

  /// Whether the word names nobody.
  static func isGeneral(_ word: String) -> Bool { general.contains(word) }

  /// Without folders and ending, in lower case.
  private static func plain(_ name: Substring) -> String {
    let last = name.split(separator: "/").last ?? name
    for ending in [".py", ".js", ".mjs", ".cjs", ".ts", ".rb", ".php", ".jar"] where last.hasSuffix(ending) {
      return last.dropLast(ending.count).lowercased()
    }
    return last.lowercased()
  }

  /// Words of any line about a process, and names that say nothing.
  private static let general: Set<String> = [
    "main", "mainprocess", "mainthread", "root", "child", "parent", "process", "pid", "python", "python3", "node", "ruby", "php", "java",
    "spawned", "spawning", "forked", "started", "starting", "launched", "launching", "exited", "exit", "status", "code", "with", "the",
    "new", "died", "left", "ended", "stopped", "killed", "and", "for", "info", "error", "warning", "debug", "app", "index",
  ]
}
