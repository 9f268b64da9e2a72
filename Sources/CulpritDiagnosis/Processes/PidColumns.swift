import CulpritIntake
import CulpritSignals

/// Which numbers in the heads of lines are pids.
///
/// A place of heads holds pids where a pid that somebody announced stands in it. Where no pid is announced it has
/// few values, each before many lines and several sentences: a line of a source file stands before one, a port,
/// a status and the number of a job are told apart by what they are, by their names, and by how they repeat.
struct PidColumns {
  private struct Column: Hashable {
    var stem: String
    var place: UInt64
  }

  /// How many announced pids stand in the column.
  private var columns: [Column: Int] = [:]

  init(_ ledger: Ledger) {
    let announced = Self.announced(in: ledger)
    let everywhere = announced.values.reduce(into: Set<Int>()) { $0.formUnion($1.filter { $0 > 99 }) }
    var values: [Column: [Int: ColumnTally]] = [:]
    for (key, tally) in ledger.columns {
      let column = Column(stem: SourceName.stem(of: key.source, in: key.container), place: key.place)
      values[column, default: [:]][key.value, default: ColumnTally()].merge(tally)
    }
    let others = Self.namedOthers(in: ledger)
    let heads = Self.heads(in: ledger)
    for (column, counts) in values {
      // Whoever begins lines with the pids of its children is none of them.
      if let told = others[column], 3 * told >= counts.values.reduce(0, { $0 + $1.count }) { continue }
      let here = announced[column.stem] ?? []
      let hits = counts.keys.count { here.contains($0) || everywhere.contains($0) }
      let isHit = hits > 0 && (counts.count <= 16 || 4 * hits >= counts.count)
      let isPid = isHit || Self.areNamed(counts) || here.isEmpty && (Self.holdsPids(counts) || Self.isEveryHead(counts, heads[column.stem]))
      if isPid { columns[column] = hits }
    }
  }

  /// The pid in the record's head; the first one where several stand there.
  func pid(of origin: Origin) -> Int? {
    guard !origin.numbers.isEmpty, origin.writer.pid == nil else { return nil }
    let stem = SourceName.stem(of: origin.writer)
    var best: (hits: Int, value: Int)?
    for number in origin.numbers {
      guard let hits = columns[Column(stem: stem, place: number.place)], hits > best?.hits ?? -1 else { continue }
      best = (hits, number.value)
    }
    return best?.value
  }

  /// Records of a source, and those of them that have a header.
  private struct Heads {
    var records = 0
    var headed = 0
  }

  private static func heads(in ledger: Ledger) -> [String: Heads] {
    var heads: [String: Heads] = [:]
    for (writer, tally) in ledger.writers {
      let isHeaded = writer.format != "plain"
      let stem = SourceName.stem(of: writer)
      heads[stem, default: Heads()].records += tally.count
      if isHeaded { heads[stem, default: Heads()].headed += tally.count }
    }
    return heads
  }

  /// A short log: one number in the head of every record, or of every one that has a header, before different sentences.
  private static func isEveryHead(_ values: [Int: ColumnTally], _ heads: Heads?) -> Bool {
    guard let heads, values.count == 1, let (value, tally) = values.first, value > 999, value < 4_194_304, !isOther(values.keys) else { return false }
    return tally.count > 1 && tally.sentences.count > 1 && (tally.count == heads.records || tally.count == heads.headed)
  }

  /// How often a column's number is the pid of somebody else that the line speaks of: `reader-2 (20915) left`.
  private static func namedOthers(in ledger: Ledger) -> [Column: Int] {
    var told: [Column: Int] = [:]
    for tally in ledger.announcements.values where tally.first[0].subject != .itself {
      let announcement = tally.first[0]
      guard let number = announcement.origin.numbers.first(where: { $0.value == announcement.pid }) else { continue }
      told[Column(stem: SourceName.stem(of: announcement.origin.writer), place: number.place), default: 0] += tally.count
    }
    return told
  }

  private static func announced(in ledger: Ledger) -> [String: Set<Int>] {
    var announced: [String: Set<Int>] = [:]
    for announcement in ledger.announcements.values.flatMap(\.first) {
      guard let pid = announcement.pid else { continue }
      // That a head names another does not make it a column of pids.
      if announcement.subject != .itself, announcement.origin.numbers.contains(where: { $0.value == pid }) { continue }
      announced[SourceName.stem(of: announcement.origin.writer), default: []].insert(pid)
    }
    return announced
  }

  // MARK: - Without a word

  private static func holdsPids(_ values: [Int: ColumnTally]) -> Bool {
    guard values.count <= 16, values.keys.allSatisfy({ $0 < 4_194_304 }) else { return false }
    let total = values.values.reduce(0) { $0 + $1.count }
    let isNamed = values.values.contains { !$0.names.isEmpty }
    // In containers the first process has the pid 1, and is the only one.
    let isFirst = values.count == 1 && values.keys.first == 1
    if !isNamed, total >= 3 * values.count, isFirst || values.keys.allSatisfy({ $0 > 1 }), !isOther(values.keys), !isOneSentence(values) {
      return true
    }
    guard values.keys.allSatisfy({ $0 > 99 }), !isOther(values.keys) else { return false }
    return isSpoken(values, total: total)
  }

  /// Each number stands before one sentence, again and again: lines of source files.
  private static func isOneSentence(_ values: [Int: ColumnTally]) -> Bool {
    values.count > 1 && values.values.allSatisfy { $0.sentences.count < 2 && $0.count > 2 }
  }

  /// Numbers that are joined to names, each before several sentences.
  private static func areNamed(_ values: [Int: ColumnTally]) -> Bool {
    guard values.keys.allSatisfy({ $0 > 1 && $0 < 4_194_304 }), !isOther(values.keys), values.values.allSatisfy({ !$0.names.isEmpty })
    else { return false }
    let sentences = values.values.reduce(0) { $0 + $1.sentences.count }
    let names = values.values.map(\.names)
    let isOneEach = names.allSatisfy { $0.count == 1 } && Set(names.flatMap(\.self)).count == values.count
    // Each name keeps its number, line after line.
    if isOneEach, values.count > 1, values.keys.allSatisfy({ $0 > 999 }), values.values.allSatisfy({ $0.count > 2 }) { return true }
    return sentences >= 3 && (sentences >= 2 * values.count || isOneEach && values.count > 1 && sentences > values.count && values.keys.allSatisfy { $0 > 999 })
  }

  private static func isSpoken(_ values: [Int: ColumnTally], total: Int) -> Bool {
    let sentences = values.values.reduce(0) { $0 + $1.sentences.count }
    let areLarge = values.keys.allSatisfy { $0 > 999 }
    if values.count == 1 { return total >= 3 && sentences >= 2 }
    guard sentences > values.count, total >= 3 else { return false }
    // Numbers of jobs come with the same few sentences, each once.
    let repeats = total >= 2 * sentences && sentences >= 2 * values.count
    let different = Set(values.values.flatMap(\.sentences)).count
    let isOwn = different == sentences && (sentences >= 2 * values.count || areLarge && total >= 3 * values.count)
    return repeats || isOwn
  }

  /// Statuses of HTTP, and ports that servers use: whatever stands before many sentences as pids do.
  private static func isOther(_ values: some Collection<Int>) -> Bool {
    values.allSatisfy { statuses.contains($0) } || values.allSatisfy { ports.contains($0) }
  }

  private static let statuses: Set<Int> = [
    100, 101, 200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415,
    418, 422, 429, 500, 501, 502, 503, 504,
  ]
  private static let ports: Set<Int> = [
    443, 3000, 3001, 3002, 3003, 3306, 4000, 4200, 4318, 5000, 5001, 5173, 5432, 5672, 6379, 7860, 8000, 8001, 8080, 8081, 8443,
    8501, 8787, 8888, 9000, 9090, 9092, 9200, 11434, 27017,
  ]
}
