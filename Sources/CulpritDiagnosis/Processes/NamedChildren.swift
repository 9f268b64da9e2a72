import CulpritIntake
import CulpritSignals

/// Children that are named with a number, in whatever words: `lane-south runs as 13417`, `room north given to 15189`,
/// `exec /srv/app/north pid=15189`.
///
/// The line is short, has one number of a pid's size and a name under which somebody else writes. The number lies
/// shortly above a pid that was announced in the source, or several names have numbers close to each other.
struct NamedChildren {
  private(set) var announcements: [Announcement] = []

  /// Pids of children lie so far behind the parent's at most: they are started one after the other.
  private static let reach = 2_000
  /// Pids of programs that were started together lie so close to each other.
  private static let closeness = 100

  /// A line that tells a name and a number.
  private struct Candidate {
    var announcement: Announcement
    var pid: Int
    var names: Set<String>
  }

  init(_ ledger: Ledger) {
    let names = Self.names(in: ledger)
    guard !names.isEmpty else { return }
    var parents: [String: Set<Int>] = [:]
    var candidates: [String: [Candidate]] = [:]
    for announcement in ledger.announcements.values.flatMap(\.kept) where announcement.subject == .itself {
      let stem = SourceName.stem(of: announcement.origin.writer)
      if announcement.origin.writer.pid == nil, let candidate = Self.candidate(announcement, names) {
        candidates[stem, default: []].append(candidate)
      } else if let pid = announcement.pid ?? announcement.origin.writer.pid, pid > 99 {
        parents[stem, default: []].insert(pid)
      }
    }
    for mark in ledger.work.values.flatMap(\.kept) {
      let numbers = Self.numbers(of: mark.work.text.description)
      guard let known = parents[SourceName.stem(of: mark.origin.writer)] ?? (numbers.isEmpty ? nil : []), Self.mayBeChild(numbers, of: known)
      else { continue }
      let announcement = Announcement(origin: mark.origin, subject: .another, text: mark.work.text)
      guard let candidate = Self.candidate(announcement, names) else { continue }
      candidates[SourceName.stem(of: mark.origin.writer), default: []].append(candidate)
    }
    for (stem, here) in candidates { add(here, parents: parents[stem] ?? []) }
    announcements.sort { $0.origin < $1.origin }
  }

  private mutating func add(_ candidates: [Candidate], parents: Set<Int>) {
    var places: Set<Place> = []
    for candidate in candidates where !parents.contains(candidate.pid) {
      let isChild = parents.contains { candidate.pid > $0 && candidate.pid - $0 <= Self.reach }
      guard isChild || parents.isEmpty && Self.hasSibling(candidate, in: candidates), places.insert(candidate.announcement.origin.place).inserted
      else { continue }
      var announcement = candidate.announcement
      announcement.subject = .another
      announcement.pid = candidate.pid
      announcements.append(announcement)
    }
  }

  /// Another name with another number close by, told in the same words.
  private static func hasSibling(_ candidate: Candidate, in candidates: [Candidate]) -> Bool {
    candidates.prefix(256).contains { other in
      other.pid != candidate.pid && abs(other.pid - candidate.pid) <= closeness && other.names != candidate.names
        && shape(of: other) == shape(of: candidate)
    }
  }

  /// The words of the line without its name and number.
  private static func shape(of candidate: Candidate) -> [String] {
    words(of: candidate.announcement.text.description).filter { !candidate.names.contains($0) && Int($0) == nil }
  }

  /// nil where the line tells no name of somebody else, or not one number.
  private static func candidate(_ announcement: Announcement, _ names: Set<String>) -> Candidate? {
    guard !numbers(of: announcement.text.description).isEmpty else { return nil }
    let words = words(of: announcement.text.description)
    let numbers = Set(words.compactMap { (3...7).contains($0.utf8.count) ? Int($0) : nil })
    guard (2...10).contains(words.count), numbers.count == 1, let pid = numbers.first, pid > 99 else { return nil }
    let writer = announcement.origin.writer
    let own = Set([writer.thread, writer.logger, writer.program, writer.service].compactMap { $0?.lowercased() })
    let told = Set(words).intersection(names).subtracting(own)
    return told.isEmpty ? nil : Candidate(announcement: announcement, pid: pid, names: told)
  }

  /// Whether one of the numbers lies shortly above a parent's pid; of no parents anything may be a child.
  private static func mayBeChild(_ numbers: [Int], of parents: Set<Int>) -> Bool {
    numbers.contains { number in parents.isEmpty || parents.contains { number > $0 && number - $0 <= reach } }
  }

  /// The one or two numbers of a pid's size of a short line; none of other lines: most lines of a log have none, and are
  /// not split.
  private static func numbers(of line: String) -> [Int] {
    guard line.utf8.count <= 120 else { return [] }
    var numbers: [Int] = []
    var (run, value) = (0, 0)
    for byte in line.utf8 {
      if UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") {
        run += 1
        if run < 8 { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
      } else {
        if (3...7).contains(run) { numbers.append(value) }
        (run, value) = (0, 0)
      }
    }
    if (3...7).contains(run) { numbers.append(value) }
    return numbers.count < 3 ? numbers : []
  }

  /// In lower case; a number is a word where nothing joins it to letters but a sign that pairs.
  private static func words(of line: String) -> [String] {
    // Bytes, as characters cost ten times as much.
    line.lowercased().utf8.split(whereSeparator: isSeparator).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case " ", "\t", ",", ":", ";", "(", ")", "[", "]", "{", "}", "'", "\"", "=", "#", "@", "/", ">", "|": true
    default: false
    }
  }

  /// Under which threads, loggers and tags anybody fails, and which constants and first words tell whose a failure is.
  private static func names(in ledger: Ledger) -> Set<String> {
    var names: Set<String> = []
    for failure in (ledger.failures.values.flatMap(\.first) + ledger.bareChains.values.flatMap(\.first)) {
      let writer = failure.origin.writer
      for name in [writer.thread, writer.logger, writer.program, writer.service] { if let name { names.insert(name.lowercased()) } }
      for constant in writer.constants where constant.value.contains(where: \.isLetter) { names.insert(constant.value.lowercased()) }
      for value in failure.values where !value.contains("=") { names.insert(value) }
      if let first = failure.head?.description.split(separator: " ").first, first.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) {
        names.insert(first.lowercased())
      }
    }
    return names.filter { $0.utf8.count > 1 && !SharedValues.isGeneral($0) }
  }
}
