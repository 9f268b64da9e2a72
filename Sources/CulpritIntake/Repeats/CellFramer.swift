/// Frames the lines of one cell, and only counts records whose like was framed before.
///
/// What comes out is what `Framer` alone would give: a lane that was carried on by its automaton is made
/// real again, from the lines of its open records, before anything else happens to it.
struct CellFramer: Sendable {
  private var framer: Framer
  /// By number of the lane.
  private var lanes: [LaneProgress] = []
  /// Numbers of lanes that may hold an open record; each once.
  private var busy: [Int] = []
  private var lastClock: Int32 = -1
  /// Of the section, to tell its lines from those of others; 0 outside of one.
  private var sectionHash: UInt64 = 0
  /// Where the last line went; origin -1 where the framer has it.
  private var last: (origin: Int32, lane: Int32, isBare: Bool) = (-1, -1, true)
  /// The framer has lanes, or pieces of lines, that `lanes` does not know.
  private var hasLooseEnds = false
  /// The last lines, as far as they only went on with an open record.
  private var growing: GrowingRun?
  private let source: String

  init(source: String, owned: Range<Int>, recogniser: HeaderRecogniser, options: IntakeOptions) {
    framer = Framer(source: source, owned: owned, recogniser: recogniser, options: options)
    self.source = source
  }

  var owned: Range<Int> { framer.owned }

  /// Whether a record that begins in its cell is still open.
  var holdsOwned: Bool {
    framer.holdsOwned || lanes.contains { !$0.isReal && $0.open.contains { owned.contains($0.offset) } }
  }

  /// Offset of the first line of an open record.
  var needed: Int {
    var first = Int.max
    for number in busy where !lanes[number].open.isEmpty { first = min(first, lanes[number].open[0].offset) }
    return first
  }

  // MARK: lines

  mutating func take(_ line: SourceLine, _ reading: inout LineReading, into records: inout [Record]) {
    var line = line
    if sectionHash != 0, let signature = line.signature {
      line.signature = mixed(signature, sectionHash)
      line.token = reading.repeats.token(mixed(signature, sectionHash)) ?? -1
    }
    if let signature = line.signature, line.token >= 0, count(line, signature, &reading) { return }
    read(line, line.signature, &reading, into: &records)
  }

  /// Takes lines that stood behind the state of the lane before: where they end, and how many they are. Nil
  /// where others stand there, or they end behind `limit`.
  mutating func takeRun(
    at offset: Int, before limit: Int, newlinesInCell: Int, _ reading: inout LineReading, _ bytes: Span<UInt8>
  ) -> (end: Int, count: Int)? {
    let lane = Int(last.lane)
    guard sectionHash == 0, lanes.indices.contains(lane), lanes[lane].state >= 0 else { return nil }
    let ring = reading.ring
    guard
      let run = reading.repeats.runs.run(
        behind: lanes[lane].state, in: bytes, at: ring.index(offset), before: ring.index(limit)),
      Int(run.token.lane) == lane, last.isBare || !run.token.isBare
    else { return nil }
    endRun(&reading)
    lanes[lane].take(run, at: offset, newlinesInCell: newlinesInCell)
    noteBusy(lane)
    return (offset + run.bytes.count, run.lines.count)
  }

  /// Notes a line that only went on with the open record of the last line's lane.
  private mutating func grow(_ line: SourceLine, _ step: KnownStep, from state: Int32, _ reading: inout LineReading) {
    guard line.isRepeated, sectionHash == 0, last.lane == step.token.lane, !step.token.tellsDay else { return endRun(&reading) }
    let fits = growing.map { run in
      run.end == line.bytes.lowerBound && run.next == state && LineRuns.hasRoom(for: line, in: run)
    }
    if fits != true {
      endRun(&reading)
      growing = GrowingRun(behind: state, at: line.bytes.lowerBound)
    }
    growing?.add(line, step, next: reading.repeats.moves[step.transition].next)
  }

  private mutating func endRun(_ reading: inout LineReading) {
    guard let run = growing else { return }
    growing = nil
    reading.repeats.runs.keep(run, in: reading.ring)
  }

  /// Carries the lane on by what is known; false where something is not.
  private mutating func count(_ line: SourceLine, _ signature: UInt64, _ reading: inout LineReading) -> Bool {
    let token = reading.repeats.tokens[line.token]
    let lane = Int(token.lane)
    knowLanes(upTo: lane, &reading.repeats)
    let state = lanes[lane].state
    guard state >= 0 else { return false }
    if token.isBare, !last.isBare { return false }
    // The cell's first date is read, and that after midnight: later times without a date are of that day.
    if token.tellsDay, lastClock < 0 || line.clocks.first + 3_600 < lastClock { return false }
    guard let transition = reading.repeats.transition(from: state, signature) else { return false }
    let step = KnownStep(signature: signature, transition: transition, token: token)
    let move = reading.repeats.moves[transition]
    if move.isOnlyMore, !token.hasOwnTime {
      lanes[lane].takeMore(line, signature, next: move.next)
      grow(line, step, from: state, &reading)
    } else {
      endRun(&reading)
      guard lanes[lane].take(line, step, place, &reading.repeats) else { return false }
    }
    noteBusy(lane)
    if token.tellsDay { lastClock = line.clocks.first }
    let begins = !move.isOnlyMore && reading.repeats.transitions[transition].begins
    let goesOn = move.isOnlyMore || reading.repeats.transitions[transition].goesOn
    if begins || goesOn && last.lane != token.lane { last = (token.origin, token.lane, token.isBare) }
    return true
  }

  /// Lanes that no line of the cell has gone to yet are as they begin.
  private mutating func knowLanes(upTo number: Int, _ repeats: inout Repeats) {
    while lanes.count <= number {
      let isFresh = framer.lanes[repeats.lanes[lanes.count]] == nil
      lanes.append(LaneProgress(state: isFresh ? repeats.freshState(ofLane: lanes.count) : -1))
    }
  }

  private mutating func noteBusy(_ lane: Int) {
    guard !lanes[lane].isBusy else { return }
    lanes[lane].isBusy = true
    busy.append(lane)
  }

  private var place: CellPlace { CellPlace(owned: owned, reference: framer.reference) }

  /// Frames the line.
  private mutating func read(
    _ line: SourceLine, _ signature: UInt64?, _ reading: inout LineReading, into records: inout [Record]
  ) {
    endRun(&reading)
    let text = TerminalText.plain(reading.ring[line.bytes])
    let place = Place(source: source, offset: line.bytes.lowerBound, newlinesInCell: line.newlinesInCell)
    if last.origin >= 0 { framer.lastOrigin = reading.repeats.origins[Int(last.origin)] }
    defer { noteLastOrigin(&reading) }
    let first = records.count
    if framer.isFull {
      makeAllReal(reading)
      framer.startOver(into: &records)
      forgetLanes()
    }
    if let name = Framer.sectionName(text) {
      makeAllReal(reading)
      framer.begin(section: name, into: &records)
      sectionHash = UInt64(truncatingIfNeeded: name.hashValue) | 1
      forgetLanes()
      return
    }
    framer.mark = LineMark(signature: signature, fields: reading.fields(of: line.bytes))
    guard let (peeled, start) = framer.peel(text, at: place) else {
      // A piece of a line, or of an entry of several: until it is whole no line's effect is known.
      makeAllReal(reading)
      forgetLanes()
      hasLooseEnds = true
      return
    }
    for origin in framer.neighbours(of: peeled) { makeReal(laneOf: origin, &reading) }
    let key = peeled.origin.untagged
    let lane = makeReal(laneOf: key, &reading)
    let before = framer.lanes[key]?.resting ?? Lane()
    framer.accept(peeled, at: start, into: &records)
    for record in records[first...] { reading.repeats.shapes.note(record) }
    if framer.notes.tellsDay { lastClock = line.clocks.first }
    follow(line, LineStep(signature: signature, origin: peeled.origin, lane: lane, before: before), &reading)
    for origin in lanesBeside(key) {
      lanes[lane].forget()
      follow(origin, &reading)
    }
  }

  private mutating func noteLastOrigin(_ reading: inout LineReading) {
    let lane = reading.repeats.number(ofLane: framer.lastOrigin.untagged)
    last = (-1, Int32(lane), framer.lastOrigin.isBare)
  }

  /// Other lanes that the line may have been added to.
  private func lanesBeside(_ key: Origin) -> [Origin] {
    framer.notes.isPlain || framer.lastOrigin.untagged == key ? [] : [framer.lastOrigin.untagged]
  }

  /// Finds out what the line did to its lane, and remembers it.
  private mutating func follow(_ line: SourceLine, _ step: LineStep, _ reading: inout LineReading) {
    let key = reading.repeats.lanes[step.lane]
    var lane = framer.lanes[key] ?? Lane()
    let closed = lane.takeClosed()
    framer.lanes[key] = lane
    let seen = LaneChange(
      line: line, signature: step.signature, before: step.before, lane: lane, closed: closed, goesOn: framer.notes.goesOn)
    let transition = lanes[step.lane].follow(seen, number: step.lane, &reading.repeats)
    guard framer.notes.isPlain, let signature = step.signature, let transition else { return }
    reading.repeats.addToken(signature, origin: step.origin, lane: step.lane, notes: framer.notes)
    reading.repeats.addTransition(from: transition.from, signature, transition.made)
  }

  /// Something happened to a lane that no automaton knows.
  private mutating func follow(_ key: Origin, _ reading: inout LineReading) {
    let number = reading.repeats.number(ofLane: key)
    _ = framer.lanes[key]?.takeClosed()
    if number < lanes.count { lanes[number].forget() }
  }

  // MARK: making real

  @discardableResult
  private mutating func makeReal(laneOf key: Origin, _ reading: inout LineReading) -> Int {
    let number = reading.repeats.number(ofLane: key)
    knowLanes(upTo: number, &reading.repeats)
    noteBusy(number)
    makeReal(number, reading)
    return number
  }

  private mutating func makeReal(_ number: Int, _ reading: borrowing LineReading) {
    guard !lanes[number].isReal else { return }
    let key = reading.repeats.lanes[number]
    let state = lanes[number].state
    lanes[number].isReal = true
    let current = framer.lanes[key]
    guard let first = lanes[number].open.first else {
      framer.lanes[key] = reading.repeats.states[Int(state)].lane.keepingPieces(of: current)
      return
    }
    let before = reading.repeats.states[Int(first.before)].lane
    var replay = framer.replaying(before, of: key, CellPlace(owned: 0..<0, reference: framer.reference))
    for line in lanes[number].lines[first.line...] {
      replay.add(line, reading.ring[line.offset..<line.offset + Int(line.length)], source: source)
    }
    framer.lanes[key] = replay.lanes[key]?.keepingPieces(of: current)
    _ = framer.lanes[key]?.takeClosed()
  }

  private mutating func makeAllReal(_ reading: borrowing LineReading) {
    for number in lanes.indices { makeReal(number, reading) }
  }

  /// Before bytes are forgotten: records that began there can be made real no more, so they are now, and not
  /// counted.
  mutating func forgetLines(before offset: Int, _ reading: borrowing LineReading) {
    for number in busy where !lanes[number].open.isEmpty && lanes[number].open[0].offset < offset {
      makeReal(number, reading)
      lanes[number].forget()
    }
  }

  /// What is known of the lanes is no longer true; the framer has what is.
  private mutating func forgetLanes() {
    growing = nil
    for key in framer.lanes.keys { _ = framer.lanes[key]?.takeClosed() }
    for number in lanes.indices { lanes[number].forget() }
  }

  /// Before everything that is known of repeats is forgotten.
  mutating func forgetRepeats(_ reading: borrowing LineReading) {
    makeAllReal(reading)
    if last.origin >= 0 { framer.lastOrigin = reading.repeats.origins[Int(last.origin)] }
    last = (-1, -1, framer.lastOrigin.isBare)
    forgetLanes()
    lanes = []
    busy = []
    growing = nil
    // The framer still has what is open.
    hasLooseEnds = true
  }

  // MARK: closing

  /// Between stretches nothing is known: whatever is open ends.
  mutating func gap(_ reading: inout LineReading, into records: inout [Record]) {
    framer.forgetEntry()
    if hasLooseEnds {
      makeAllReal(reading)
      framer.closeAll(into: &records)
      forgetLanes()
      hasLooseEnds = false
    }
    defer { forgetIdle() }
    for number in busy where !lanes[number].isResting {
      if lanes[number].countGap(place, lane: number, &reading.repeats) { continue }
      makeReal(number, reading)
      let key = reading.repeats.lanes[number]
      let first = records.count
      framer.close(lane: key, into: &records)
      for record in records[first...] { reading.repeats.shapes.note(record) }
      var lane = framer.lanes[key] ?? Lane()
      let closed = lane.takeClosed()
      framer.lanes[key] = lane
      lanes[number].followGap(closed, lane, number: number, &reading.repeats)
    }
  }

  private mutating func forgetIdle() {
    for number in busy where lanes[number].isResting { lanes[number].isBusy = false }
    let lanes = lanes
    busy.removeAll { lanes[$0].isResting }
  }

  /// More of a line that was too long.
  mutating func addPiece(_ text: String, at place: Place, _ reading: borrowing LineReading, into records: inout [Record]) {
    makeAllReal(reading)
    framer.addPiece(text, at: place, into: &records)
    forgetLanes()
    hasLooseEnds = true
    last = (-1, -1, true)
  }

  /// Ends what has been read on for too long behind the cell.
  mutating func cutAll(_ reading: borrowing LineReading, into records: inout [Record]) {
    makeAllReal(reading)
    framer.cutAll(into: &records)
    forgetLanes()
  }

  mutating func closeAll(_ reading: borrowing LineReading, into records: inout [Record]) {
    makeAllReal(reading)
    framer.closeAll(into: &records)
    forgetLanes()
  }

  mutating func advance(to now: Timestamp, _ reading: borrowing LineReading, into records: inout [Record]) {
    makeAllReal(reading)
    framer.advance(to: now, into: &records)
    forgetLanes()
  }

  // MARK: counted records

  /// Reads the last record of a shape that was counted.
  func record(_ counted: CountedRecord, _ reading: borrowing LineReading) -> Record? {
    let state = reading.repeats.states[Int(counted.origin.before)].lane
    let key = reading.repeats.lanes[counted.origin.lane]
    let owned = counted.offset..<counted.offset + 1
    var replay = framer.replaying(state, of: key, CellPlace(owned: owned, reference: counted.origin.reference))
    var records: [Record] = []
    for (line, bytes) in counted.text(in: reading.ring) {
      replay.add(line, bytes, source: source, into: &records)
    }
    replay.closeAll(into: &records)
    return records.first
  }
}

/// A line that was framed: what it is called, and the lane it went to.
private struct LineStep {
  var signature: UInt64?
  var origin: Origin
  var lane: Int
  /// The lane as it was, with nothing open.
  var before: Lane
}

extension Framer {
  /// Reads a line once more.
  fileprivate mutating func add(_ line: LaneLine, _ bytes: ArraySlice<UInt8>, source: String) {
    var none: [Record] = []
    add(line, bytes, source: source, into: &none)
  }

  fileprivate mutating func add(
    _ line: LaneLine, _ bytes: ArraySlice<UInt8>, source: String, into records: inout [Record]
  ) {
    mark = LineMark(signature: line.signature, fields: nil)
    let place = Place(source: source, offset: line.offset, newlinesInCell: Int(line.newlinesInCell))
    add(TerminalText.plain(bytes), at: place, into: &records)
  }
}
