/// Where and when a line without a header came.
struct LineArrival {
  var place: Place
  /// Of its envelope.
  var time: Timestamp?
  var tag: String?
  var mark: LineMark
}

/// What stands behind a header that a failure's own may be.
struct HeadedLine {
  var writer: Writer
  var level: Level?
  var kind: LineKind
  var text: String
}

/// The open records of one origin: lines of several writers may interleave in it.
struct Lane: Sendable {
  /// Oldest first; the last one got the last header.
  private var open: [OpenRecord] = []
  /// Of the last record with a header: what prints boxes has none.
  private(set) var headed: (writer: Writer, offset: Int)?
  private(set) var lastTime: Timestamp?
  private var pieces: (text: String, place: Place)?
  /// Records that were closed since `takeClosed`.
  private var closed: [ClosedRecord] = []

  /// Records that wait for more while others write; the oldest gives way.
  private static let openLimit = 4
  /// An interrupted record gives up after that many lines of others.
  private static let patience = 200

  func holds(_ owned: Range<Int>) -> Bool {
    open.contains { owned.contains($0.place.offset) }
      || pieces.map { owned.contains($0.place.offset) } ?? false
  }

  // MARK: what repeats

  /// Says how the open records compare with those of other times, oldest first; nil where they cannot.
  var signature: UInt64? {
    guard pieces == nil else { return nil }
    var hash = headed.map { UInt64(truncatingIfNeeded: $0.writer.hashValue) } ?? 0
    for record in open {
      guard let shape = record.shape, record.waitingSince == nil else { return nil }
      hash = mixed(hash, mixed(shape, record.isExpecting ? UInt64(record.linesSinceOwn) : 0))
    }
    return mixed(hash, UInt64(open.count))
  }

  /// Offsets of the open records, oldest first.
  var openOffsets: [Int] { open.map(\.place.offset) }

  /// Lines of the open records.
  var openLines: Int { open.reduce(0) { $0 + $1.lines.count } }

  /// The lane with open records that no time ends and no cell owns: they were seen at another time.
  var untimed: Lane {
    var lane = self
    for index in lane.open.indices {
      lane.open[index].time = nil
      lane.open[index].place.offset = -1
    }
    return lane
  }

  /// The lane without what is open.
  var resting: Lane {
    var lane = self
    lane.open = []
    lane.pieces = nil
    lane.closed = []
    return lane
  }

  /// This lane with the pieces that another one keeps.
  func keepingPieces(of other: Lane?) -> Lane {
    var lane = self
    lane.pieces = other?.pieces
    return lane
  }

  /// Names the last record's last line.
  mutating func markLast(_ mark: LineMark) {
    if let last = open.indices.last { open[last].mark.add(mark) }
  }

  mutating func takeClosed() -> [ClosedRecord] {
    defer { closed = [] }
    return closed
  }

  /// Of the last record's header.
  var lastPadding: Int? { open.last?.padding }

  // MARK: pieces

  mutating func keepPiece(_ text: String, place: Place, limit: Int) {
    guard let kept = pieces else {
      pieces = (text, place)
      return
    }
    guard kept.text.utf8.count + text.utf8.count <= limit else { return }
    pieces = (kept.text + text, kept.place)
  }

  mutating func takePieces() -> (text: String, place: Place)? {
    defer { pieces = nil }
    return pieces
  }

  // MARK: records

  /// Whether the last record is the first line of a header of two: `amend` it then.
  mutating func amendLast(_ header: Header, place: Place) -> Bool {
    guard let last = open.indices.last, open[last].writer.format == "jul", open[last].lines.count == 1,
      header.format == "leading-level"
    else { return false }
    open[last].amend(header.level, header.message, place: place)
    return true
  }

  mutating func begin(_ record: OpenRecord, owned: Range<Int>, into records: inout [Record]) {
    var kept: [OpenRecord] = []
    for var other in open {
      other.linesSinceOwn += 1
      let isInterrupted =
        other.isExpecting && !other.isSameWriter(as: record) && other.linesSinceOwn < Self.patience
      if isInterrupted { kept.append(other) } else { close(other, owned: owned, into: &records) }
    }
    if kept.count >= Self.openLimit { close(kept.removeFirst(), owned: owned, into: &records) }
    open = kept + [record]
    if record.writer.format != "plain", record.writer.format != "tagged" || record.writer.pid != nil {
      headed = (record.writer, record.place.offset)
    }
    lastTime = record.time ?? lastTime
  }

  /// Adds a line without a header to the record that it goes on with; false if there is none.
  mutating func append(_ text: String, kind: LineKind, _ arrival: LineArrival, options: IntakeOptions)
    -> Bool
  {
    guard let index = target(kind, text, tag: arrival.tag) else { return false }
    // Two records waited for such a line: which one it belongs to is a guess.
    if open.count > 1, !isRow(text, of: open[index]), open.filter({ $0.isExpecting && $0.continues(with: kind, text) }).count > 1 {
      open[index].isUncertain = true
    }
    return append(text, kind: kind, arrival, to: index, options: options)
  }

  /// Adds a line to one of the open records; false where a limit ends it.
  mutating func append(_ text: String, kind: LineKind, _ arrival: LineArrival, to index: Int, options: IntakeOptions)
    -> Bool
  {
    if kind != .blank, open[index].exceeds(options, at: arrival.time) {
      open[index].isCut = true
      return false
    }
    open[index].append(text, kind: kind, place: arrival.place)
    open[index].mark.add(arrival.mark)
    return true
  }

  /// The open records of the same writer and level that tell a failure and go on with what stands behind a header
  /// like their own; none for the beginning of a record. Numbers in heads may be pids that nobody knows yet, and
  /// tell such records apart.
  func headed(_ line: HeadedLine) -> [Int] {
    open.indices.filter { index in
      let record = open[index]
      guard record.isError, record.level == line.level, record.writer == line.writer, record.panelTitle == nil else { return false }
      // A sentence goes on with nothing but a traceback, whose error it can be.
      if line.kind == .other || line.kind == .errorHead, record.expectation != .traceback { return false }
      return record.continues(with: line.kind, line.text)
    }
  }

  /// Whether an open record that waits for more has other numbers in its head, so that it may be another process's.
  func waitsBeside(_ numbers: [HeadNumber]) -> Bool {
    open.contains { $0.isExpecting && $0.differs(in: numbers) }
  }

  /// Whether a head has another number than the record's.
  func differs(_ numbers: [HeadNumber], from index: Int) -> Bool { open[index].differs(in: numbers) }

  /// The last record that goes on with the line; one that waits for it before one that merely allows it.
  private func target(_ kind: LineKind, _ text: String, tag: String?) -> Int? {
    let candidates = open.indices.filter { tag == nil || open[$0].tag == tag }
    guard let last = candidates.last else { return nil }
    if kind == .blank { return last }
    // A failure that was just told has its traceback below it, whoever else waits for more; the margin of a group is the
    // group's.
    if kind == .traceback, open[last].awaitsTraceback, !text.trimmed.hasPrefix("|"), !text.trimmed.hasPrefix("+") { return last }
    if open[last].isExpecting || candidates.count == 1 || isRow(text, of: open[last]) {
      return open[last].continues(with: kind, text) ? last : waiting(candidates, kind, text)
    }
    return waiting(candidates, kind, text) ?? (open[last].continues(with: kind, text) ? last : nil)
  }

  /// rich prints a record with all its rows at once: what stands below its columns goes on with the last one.
  private func isRow(_ text: String, of record: OpenRecord) -> Bool {
    record.writer.format == "rich" && text.utf8.prefix { $0.isBlank }.count > 10
  }

  /// Whether the last record is one of which more is to come, and the line can be that: the traceback below a
  /// failure, the error below a traceback.
  func waits(for kind: LineKind, _ text: String) -> Bool {
    guard let last = open.last, kind == .traceback || last.isExpecting else { return false }
    return last.continues(with: kind, text)
  }

  private func waiting(_ candidates: [Int], _ kind: LineKind, _ text: String) -> Int? {
    candidates.last { open[$0].isExpecting && open[$0].continues(with: kind, text) }
  }

  // MARK: closing

  /// Says of all open records that a limit ends them.
  mutating func markCut() {
    for index in open.indices { open[index].isCut = true }
  }

  mutating func closeAll(owned: Range<Int>, into records: inout [Record]) {
    for record in open { close(record, owned: owned, into: &records) }
    open = []
    pieces = nil
  }

  mutating func closeIdle(now: Timestamp, seconds: Double, owned: Range<Int>, into records: inout [Record])
  {
    var kept: [OpenRecord] = []
    for var record in open {
      if let since = record.waitingSince, now.seconds(since: since) >= seconds {
        close(record, owned: owned, into: &records)
      } else {
        record.waitingSince = record.waitingSince ?? now
        kept.append(record)
      }
    }
    open = kept
  }

  private mutating func close(_ record: OpenRecord, owned: Range<Int>, into records: inout [Record]) {
    closed.append(ClosedRecord(offset: record.place.offset, shape: record.shape))
    if owned.contains(record.place.offset) { records.append(record.finished()) }
  }
}

extension OpenRecord {
  func isSameWriter(as other: OpenRecord) -> Bool {
    // Without a pid other names tell two programs apart. A process of several loggers loses nothing: its records
    // are whole before it writes the next.
    if writer.pid == nil, (writer.logger, writer.program, writer.host, writer.service) != (other.writer.logger, other.writer.program, other.writer.host, other.writer.service) {
      return false
    }
    guard !differs(in: other.numbers) else { return false }
    return writer.pid == other.writer.pid && writer.thread == other.writer.thread && tag == other.tag
      && writer.format == other.writer.format && writer.constants == other.writer.constants
  }

  /// Whether a head has another number of four digits at a place of both.
  ///
  /// Smaller ones are lines of source files and counts as often as pids.
  func differs(in head: [HeadNumber]) -> Bool {
    guard !numbers.isEmpty, !head.isEmpty else { return false }
    return head.contains { number in
      number.value > 999 && numbers.contains { $0.value > 999 && $0.place == number.place && $0.value != number.value }
    }
  }

  /// Whether one more line at that time would break a limit.
  func exceeds(_ options: IntakeOptions, at arrival: Timestamp?) -> Bool {
    if lines.count >= options.recordLines || bytes >= options.recordBytes { return true }
    guard let arrival, let time, arrival.hasZone == time.hasZone else { return false }
    return arrival.seconds(since: time) > options.recordSeconds
  }
}
