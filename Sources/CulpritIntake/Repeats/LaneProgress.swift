/// How far a lane is in its automaton, and the lines of its open records.
struct LaneProgress: Sendable {
  /// An open record.
  struct Open: Sendable {
    /// Index of its first line among the lane's lines.
    var line: Int
    var offset: Int
    /// State of the lane before that line, without what it ended.
    var before: Int32
    var clocks: (first: Int32, last: Int32)
  }

  /// -1 where it is not known.
  private(set) var state: Int32
  /// Oldest first.
  private(set) var open: [Open] = []
  /// From the first line of the oldest open record on.
  private(set) var lines: [LaneLine] = []
  /// The framer has the lane as it is; else only the state is right.
  var isReal = true
  /// It stands in the framer's list of lanes that may hold an open record.
  var isBusy = false

  init(state: Int32) { self.state = state }

  /// Nothing is open, and that is known.
  var isResting: Bool { state >= 0 && open.isEmpty }

  mutating func forget() {
    state = -1
    open = []
    lines = []
    isReal = true
  }

  // MARK: counting

  /// Takes a line whose effect is known; false, and nothing done, where a record would end that has to be
  /// read, or times matter.
  mutating func take(
    _ line: SourceLine, _ step: KnownStep, _ cell: CellPlace, _ repeats: inout Repeats
  ) -> Bool {
    let (number, token) = (step.transition, step.token)
    // Asked for field by field: a copy of the whole would count references.
    let (ended, kept) = (repeats.transitions[number].ended.count, repeats.transitions[number].kept.count)
    for index in 0..<ended where !repeats.shapes.isCounted(repeats.transitions[number].ended[index].shape) {
      return false
    }
    if repeats.transitions[number].goesOn, token.hasOwnTime, open.contains(where: { !Self.areNear($0.clocks, line.clocks) }) {
      return false
    }
    for index in 0..<ended {
      let end = repeats.transitions[number].ended[index]
      let record = open[end.open]
      guard cell.owned.contains(record.offset) else { continue }
      let origin = CountedRecord.Origin(
        lane: Int(token.lane), before: record.before, reference: cell.reference)
      repeats.shapes.count(end.shape, lines[record.line...], origin)
    }
    let before = kept == 0 ? repeats.states[Int(state)].resting : state
    if kept < open.count { keep(repeats.transitions[number].kept) }
    if repeats.transitions[number].begins { begin(line, before: before) }
    append(line, step.signature)
    state = repeats.transitions[number].next
    isReal = false
    return true
  }

  /// Takes a line that its open record goes on with.
  mutating func takeMore(_ line: SourceLine, _ signature: UInt64, next: Int32) {
    append(line, signature)
    state = next
    isReal = false
  }

  /// Takes lines that its open record goes on with.
  mutating func take(_ run: LineRuns.Run, at offset: Int, newlinesInCell: Int) {
    if !open.isEmpty {
      var line = LaneLine(offset: offset, length: 0, newlinesInCell: Int32(newlinesInCell), signature: 0)
      for next in run.lines {
        (line.length, line.signature) = (next.length, next.signature)
        lines.append(line)
        line.offset += Int(next.length)
        line.newlinesInCell += 1
      }
    }
    state = run.next
    isReal = false
  }

  private mutating func begin(_ line: SourceLine, before: Int32) {
    open.append(Open(line: lines.count, offset: line.bytes.lowerBound, before: before, clocks: line.clocks))
  }

  private mutating func append(_ line: SourceLine, _ signature: UInt64?) {
    guard !open.isEmpty else { return }
    lines.append(
      LaneLine(
        offset: line.bytes.lowerBound, length: Int32(line.bytes.count),
        newlinesInCell: Int32(line.newlinesInCell), signature: signature ?? 0))
  }

  /// Of the open records only those stay.
  private mutating func keep(_ kept: [Int]) {
    if kept.isEmpty {
      open.removeAll(keepingCapacity: true)
      lines.removeAll(keepingCapacity: true)
    } else if kept.count < open.count {
      open = kept.map { open[$0] }
      let first = open[0].line
      if first > 0 {
        lines.removeFirst(first)
        for index in open.indices { open[index].line -= first }
      }
    }
  }

  /// Within three seconds of each other by the clocks that they print: no record's limit lies between.
  private static func areNear(_ a: (first: Int32, last: Int32), _ b: (first: Int32, last: Int32)) -> Bool {
    guard a.first >= 0, b.first >= 0 else { return false }
    return abs(a.first - b.first) <= 3 && abs(a.last - b.last) <= 3
  }

  // MARK: following

  /// Takes note of what a framed line did, and says what to remember; nil where nothing can be.
  mutating func follow(
    _ change: LaneChange, number: Int, _ repeats: inout Repeats
  ) -> (from: Int32, made: Repeats.Transition)? {
    let from = state
    let before = open.map(\.offset)
    let after = change.lane.openOffsets
    let offset = change.line.bytes.lowerBound
    let begins = after.last == offset && before.last != offset
    let kept = after.compactMap { before.firstIndex(of: $0) }
    let isFollowed = kept.count + (begins ? 1 : 0) == after.count
    guard isFollowed, from >= 0 || kept.isEmpty else {
      forget()
      return nil
    }
    keep(kept)
    if begins {
      let base = kept.isEmpty ? repeats.state(of: change.before, number: number) ?? -1 : from
      begin(change.line, before: base)
    }
    append(change.line, change.signature)
    isReal = true
    state = open.contains { $0.before < 0 } ? -1 : repeats.state(of: change.lane, number: number) ?? -1
    guard from >= 0, state >= 0, let ended = Self.ended(change.closed, before, repeats) else { return nil }
    return (
      from,
      Repeats.Transition(next: state, goesOn: change.goesOn, ended: ended, kept: kept, begins: begins)
    )
  }

  /// Places and shapes of the records that ended; nil where one of them has no shape.
  private static func ended(
    _ closed: [ClosedRecord], _ before: [Int], _ repeats: Repeats
  ) -> [(open: Int, shape: Int)]? {
    var result: [(open: Int, shape: Int)] = []
    for record in closed {
      guard let open = before.firstIndex(of: record.offset), let shape = record.shape,
        let number = repeats.shapes.number(shape)
      else { return nil }
      result.append((open, number))
    }
    return result
  }

  // MARK: gaps

  /// Ends what is open; false, and nothing done, where it has to be read.
  mutating func countGap(_ cell: CellPlace, lane: Int, _ repeats: inout Repeats) -> Bool {
    guard state >= 0, open.count == 1 else { return false }
    let gap = repeats.gaps[Int(state)]
    guard gap.next >= 0, repeats.shapes.isCounted(gap.shape) else { return false }
    let record = open[0]
    if cell.owned.contains(record.offset) {
      let origin = CountedRecord.Origin(lane: lane, before: record.before, reference: cell.reference)
      repeats.shapes.count(gap.shape, lines[record.line...], origin)
    }
    keep([])
    state = gap.next
    isReal = false
    return true
  }

  /// Takes note of what a gap did.
  mutating func followGap(_ closed: [ClosedRecord], _ lane: Lane, number: Int, _ repeats: inout Repeats) {
    let from = state
    let before = open.map(\.offset)
    keep([])
    isReal = true
    state = repeats.state(of: lane, number: number) ?? -1
    guard from >= 0, state >= 0, let ended = Self.ended(closed, before, repeats),
      before.count == 1, let record = ended.first, ended.count == 1
    else { return }
    repeats.gaps[Int(from)] = Repeats.Gap(next: state, shape: record.shape)
  }
}

/// A line whose effect on its lane is known.
struct KnownStep {
  var signature: UInt64
  var transition: Int
  var token: Repeats.Token
}

/// Of the cell that is framed: what it owns, and the last full date before its current line.
struct CellPlace {
  var owned: Range<Int>
  var reference: CalendarDay
}

/// What a framed line did to its lane.
struct LaneChange {
  var line: SourceLine
  var signature: UInt64?
  /// As it was, with nothing open.
  var before: Lane
  /// As it is now.
  var lane: Lane
  var closed: [ClosedRecord]
  /// The line was added to an open record.
  var goesOn: Bool
}
