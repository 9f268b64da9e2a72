import CulpritIntake
import CulpritSignals

/// What keeps the ledger of an endless stream bounded. A batch forgets nothing: there the ledger is a function
/// of what was read, in whatever order.
extension Ledger {
  /// Entries of a kind that are kept at least: a report shows some dozens, and a thousand processes have each
  /// a few.
  package static let kept = 2048

  /// There are many more entries of a kind than `kept`. Costs nothing.
  package var isFull: Bool {
    let most = 2 * Self.kept
    if writers.count > most || failures.count > most || work.count > most { return true }
    if bareChains.count > most || claims.count > most || requests.count > most { return true }
    if announcements.count > most || events.count > most { return true }
    return columns.count > 2 * most || mentions.count > 2 * most
  }

  /// Where there are many more entries of a kind than `kept`, forgets those whose writers have been silent
  /// longest, and of one writer those that were not seen for longest. What a living process said as it began
  /// is not forgotten before the entries of those that are gone.
  ///
  /// Costs nothing where there are fewer, and a sort of a kind's entries where there are more.
  /// - Returns: whether anything was forgotten.
  package mutating func forget(keeping kept: Int = Ledger.kept) -> Bool {
    let before = entryCount
    let writers = writers
    let age: (Origin) -> Age = { origin in
      Age(writer: Moment(writers[origin.writer]?.last.origin ?? origin), entry: Moment(origin))
    }
    Self.forget(in: &failures, keeping: kept, age)
    Self.forget(in: &bareChains, keeping: kept, age)
    Self.forget(in: &claims, keeping: kept, age)
    Self.forget(in: &requests, keeping: kept, age)
    Self.forget(in: &announcements, keeping: kept, age)
    Self.forget(in: &events, keeping: kept, age)
    Self.forget(in: &work, keeping: kept, age)
    Self.forget(in: &self.writers, keeping: kept, age)
    if columns.count > 4 * kept {
      // Rare values are times and counters; a pid comes again.
      let order = columns.sorted { a, b in
        (a.value.count, a.key.value, a.key.place, a.key.source, a.key.container ?? "")
          > (b.value.count, b.key.value, b.key.place, b.key.source, b.key.container ?? "")
      }
      columns = Dictionary(uniqueKeysWithValues: order.prefix(2 * kept).map { ($0.key, $0.value) })
    }
    if mentions.count > 4 * kept { mentions = Set(mentions.sorted().prefix(2 * kept)) }
    return entryCount < before
  }

  /// Entries of all kinds.
  package var entryCount: Int {
    let counts = [
      failures.count, bareChains.count, claims.count, requests.count, announcements.count, events.count,
      work.count, writers.count, columns.count, mentions.count,
    ]
    return counts.reduce(0, +)
  }

  /// When something was last seen: by the log's time, and where there is none by its place.
  private struct Moment: Comparable {
    var time: Int64
    var offset: Int

    init(_ origin: Origin) {
      time = origin.time?.nanoseconds ?? .min
      offset = origin.place.offset
    }

    static func < (a: Self, b: Self) -> Bool { (a.time, a.offset) < (b.time, b.offset) }
  }

  private struct Age: Comparable {
    var writer: Moment
    var entry: Moment

    static func < (a: Self, b: Self) -> Bool { (a.writer, a.entry) < (b.writer, b.entry) }
  }

  /// Down to half of the most, so that it is seldom done.
  private static func forget<Key: Hashable, Fact>(
    in table: inout [Key: Tally<Fact>], keeping kept: Int, _ age: (Origin) -> Age
  ) {
    guard table.count > 2 * kept else { return }
    let order = table.map { (age: age($0.value.last.origin), key: $0.key) }.sorted { $0.age > $1.age }
    for entry in order.dropFirst(kept) { table[entry.key] = nil }
  }

  /// Cells in which something stands that a report may show, by source.
  package func cells(ofSize cellSize: Int) -> [String: Set<Int>] {
    var cells: [String: Set<Int>] = [:]
    func add(_ place: Place) { cells[place.source, default: []].insert(place.offset / cellSize) }
    for tally in [failures, bareChains].flatMap(\.values) {
      for failure in tally.kept {
        add(failure.origin.place)
        for link in failure.links { add(link.place) }
        for wording in failure.wordings { add(wording.place) }
      }
    }
    for tally in claims.values { for fact in tally.kept { add(fact.origin.place) } }
    for tally in requests.values { for fact in tally.kept { add(fact.origin.place) } }
    for tally in announcements.values { for fact in tally.kept { add(fact.origin.place) } }
    for tally in events.values { for fact in tally.kept { add(fact.origin.place) } }
    for tally in work.values { for fact in tally.kept { add(fact.origin.place) } }
    for tally in writers.values { for fact in tally.kept { add(fact.origin.place) } }
    return cells
  }
}
