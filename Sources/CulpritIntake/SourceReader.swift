package import CulpritScan

/// Turns the bytes of one source, or of a part of it, into records.
///
/// A function of bytes and positions alone: how the bytes are cut when they are fed, and into which parts
/// the source is cut, changes nothing. Where no anchor stands there is no work per line.
package struct SourceReader: Sendable {
  private let source: String
  private let recogniser: HeaderRecogniser
  private let options: IntakeOptions
  /// Offsets of the owned cells.
  private let part: Range<Int>
  /// Offset at which its file begins.
  private let begin: Int

  private var reading: LineReading
  private var newlines: NewlineCounts
  private var wanted: WantedLines
  private var framers: [CellFramer] = []
  /// From this offset on a line needs a framer that is not there yet.
  private var needsFramer = Int.min
  /// Lines before this are scanned; the start of the line that is not yet whole.
  private var scanned: Int
  /// Lines before this are framed or passed over; always the start of a line.
  private var decided: Int
  /// End of the last line that was framed.
  private var framedEnd: Int
  /// Starts of pieces of lines that were too long.
  private var breaks: [Int] = []
  /// The first line has been found: a part is fed from the middle of one.
  private var isInStep: Bool
  private var transcoder: UTF16Transcoder?
  /// The first bytes, until they tell the encoding; nil afterwards.
  private var firstBytes: [UInt8]?
  private var counts = SourceCoverage()
  /// The line that was framed last, as far as newlines are counted from it.
  private var lastLine = (cellEnd: 0, newlinesInCell: 0, isWhole: false)

  /// `part` is whole cells of the source; nil is all of it. Bytes are fed from `max(0, part.lowerBound -
  /// context)` on, up to `context` behind its end. A source in UTF-16 cannot be read in parts; its
  /// offsets are those of its UTF-8.
  ///
  /// `begin` is the offset at which the source's file begins, on the grid: not 0 where the source is a set
  /// of rotated files one behind the other. Nothing before it is fed.
  package init(
    source: String, plan: ScanPlan, formats: FormatSet, options: IntakeOptions, part: Range<Int>? = nil,
    begin: Int = 0
  ) {
    let part = part ?? 0..<Int.max
    precondition(part.lowerBound % options.cellSize == 0)
    precondition(part.upperBound == Int.max || part.upperBound % options.cellSize == 0)
    precondition(begin % options.cellSize == 0 && begin <= part.lowerBound)
    let start = max(begin, part.lowerBound - Self.context(options))
    self.source = source
    self.options = options
    self.part = part
    self.begin = begin
    recogniser = HeaderRecogniser(formats: formats)
    wanted = WantedLines(plan: plan, options: options, begin: begin, hasHead: start == begin)
    reading = LineReading(ring: ByteRing(start: start), comparesLines: options.countsRepeats)
    newlines = NewlineCounts(start: start, cellSize: options.cellSize)
    (scanned, decided, framedEnd) = (start, start, start)
    isInStep = start == begin
    firstBytes = start == begin ? [] : nil
  }

  /// Bytes before and after a part that it has to be given.
  package static func context(_ options: IntakeOptions) -> Int {
    options.stretchBefore + options.stretchAfter + options.hintReach + options.overrun + 4 * options.lineBytes
  }

  /// Whether all that the part owns is out: feeding more changes nothing.
  package var isComplete: Bool { decided >= part.upperBound && framers.isEmpty }

  // MARK: feeding

  package mutating func feed(_ bytes: Span<UInt8>, into records: inout [Record]) {
    guard var first = firstBytes else {
      decode(bytes, into: &records)
      return
    }
    // The first bytes tell UTF-16 from everything else.
    var index = 0
    while index < bytes.count, first.count < UTF16Transcoder.prefixLength {
      first.append(bytes[index])
      index += 1
    }
    firstBytes = first
    guard first.count == UTF16Transcoder.prefixLength else { return }
    openEncoding(into: &records)
    decode(bytes.extracting(index...), into: &records)
  }

  /// Takes whole lines from the start of `bytes` of which none is worth framing, and returns how many bytes they
  /// have. What `feed` would do with them, without a copy of them; worth its while for many bytes.
  package mutating func passOver(_ bytes: Span<UInt8>, into records: inout [Record]) -> Int {
    guard firstBytes == nil, transcoder == nil, isInStep, framers.isEmpty, breaks.isEmpty,
      bytes.count > options.stretchBefore
    else { return 0 }
    var start = 0
    if reading.ring.end > scanned {
      // The line that is not yet whole.
      guard let newline = firstNewline(in: bytes, from: 0, before: min(Self.passOverStep, bytes.count)) else { return 0 }
      start = newline + 1
      take(bytes.extracting(..<start), into: &records)
      guard framers.isEmpty, breaks.isEmpty, reading.ring.end == scanned else { return start }
    }
    var end = start
    while let next = quietEnd(in: bytes, from: end) { end = next }
    keep(bytes.extracting(start..<end))
    return end
  }

  /// Bytes that are searched at once: in the processor's cache, and below the length at which lines are broken.
  private static let passOverStep = 64 << 10

  /// Searches the whole lines of a step, and returns their end; nil where they are not passed over.
  private mutating func quietEnd(in bytes: Span<UInt8>, from start: Int) -> Int? {
    let limit = min(start + min(Self.passOverStep, options.lineBytes), bytes.count)
    guard start < limit, let newline = lastNewline(in: bytes, from: start, before: limit) else { return nil }
    let range = scanned..<scanned + newline + 1 - start
    guard range.lowerBound >= part.lowerBound, range.upperBound <= part.upperBound,
      let count = wanted.searchQuiet(range, undecided: decided, in: bytes, at: start..<newline + 1)
    else { return nil }
    newlines.add(range, newlines: count, in: bytes, at: start)
    scanned = range.upperBound
    return newline + 1
  }

  /// Keeps of lines that were passed over, and end at `scanned`, what a failure may still reach back to.
  private mutating func keep(_ bytes: Span<UInt8>) {
    guard bytes.count > 0 else { return }
    counts.bytes += bytes.count
    guard bytes.count > options.stretchBefore, breaks.isEmpty else { return reading.ring.append(bytes) }
    let settled = bytes.count - options.stretchBefore
    let first = lastNewline(in: bytes, from: 0, before: settled).map { $0 + 1 } ?? 0
    decided = scanned - (bytes.count - first)
    newlines.mark(decided, following: countNewlines(in: bytes, first..<bytes.count))
    let kept = max(first - 1, 0)
    reading.repeats.shapes.keepBytes(before: scanned, of: reading.ring)
    reading.ring.restart(at: scanned - (bytes.count - kept), with: bytes.extracting(kept...))
  }

  private mutating func openEncoding(into records: inout [Record]) {
    guard let first = firstBytes else { return }
    firstBytes = nil
    transcoder = UTF16Transcoder.detect(first)
    decode(first.span, into: &records)
  }

  private mutating func decode(_ bytes: Span<UInt8>, into records: inout [Record]) {
    guard transcoder != nil else {
      take(bytes, into: &records)
      return
    }
    let text = transcoder?.transcode(bytes) ?? []
    take(text.span, into: &records)
  }

  /// In steps that stay in the processor's cache, and below the length at which lines are broken.
  private mutating func take(_ bytes: Span<UInt8>, into records: inout [Record]) {
    let step = min(128 << 10, options.lineBytes)
    var position = 0
    while position < bytes.count {
      let end = min(position + step, bytes.count)
      takeStep(bytes.extracting(position..<end), into: &records)
      position = end
    }
  }

  private mutating func takeStep(_ bytes: Span<UInt8>, into records: inout [Record]) {
    let before = reading.ring.end
    reading.ring.append(bytes)
    let end = reading.ring.end
    let owned = max(before, part.lowerBound)..<max(max(before, part.lowerBound), min(end, part.upperBound))
    counts.bytes += owned.count
    let first = firstNewline(in: reading.ring.storage.span, from: reading.ring.index(before)).map {
      before + $0 - reading.ring.index(before)
    }
    breakLongLine(before: first ?? end)
    guard first != nil, let last = lastNewline(in: reading.ring.storage.span, before: reading.ring.index(end)) else {
      return frame(settled: settled, into: &records)
    }
    scan(to: end - (reading.ring.index(end) - last) + 1)
    frame(settled: settled, into: &records)
  }

  package mutating func finish(into records: inout [Record]) {
    openEncoding(into: &records)
    if reading.ring.end > scanned {
      scan(to: reading.ring.end)
      if part.contains(reading.ring.end - 1) { counts.lines += 1 }
    }
    frame(settled: scanned, into: &records)
    let first = records.count
    for index in framers.indices { framers[index].closeAll(reading, into: &records) }
    count(records[first...])
    framers = []
    tellCounted(into: &records)
  }

  /// Live: closes records that have waited without a new line since an earlier call.
  package mutating func advance(to now: Timestamp, into records: inout [Record]) {
    let first = records.count
    for index in framers.indices { framers[index].advance(to: now, reading, into: &records) }
    count(records[first...])
  }

  // MARK: scanning

  /// Breaks the line that is not yet whole at multiples of `lineBytes` that lie at least that far behind
  /// its start.
  private mutating func breakLongLine(before limit: Int) {
    while true {
      let size = options.lineBytes
      let border = (scanned + size + size - 1) / size * size
      guard border <= limit, border < reading.ring.end || border == limit else { return }
      guard border > scanned else { return }
      scan(to: border)
      breaks.append(border)
      if !isInStep { start(at: border) }
      if part.contains(border) { counts.longLines += 1 }
    }
  }

  /// Scans whole lines, from where the last scan ended.
  private mutating func scan(to end: Int) {
    let range = scanned..<end
    guard !range.isEmpty else { return }
    let index = reading.ring.index(range.lowerBound)
    // A second reference, no copy: a span would keep all of `self` from changing.
    let bytes = reading.ring.storage
    getInStep(range)
    let count = wanted.search(range, in: reading.ring)
    newlines.add(range, newlines: count, in: bytes.span, at: index)
    scanned = end
  }

  /// A part is fed from the middle of a line: the first whole one begins behind the first newline, or where
  /// that line is broken.
  private mutating func getInStep(_ range: Range<Int>) {
    guard !isInStep else { return }
    let index = reading.ring.index(range.lowerBound)
    guard let newline = firstNewline(in: reading.ring.storage.span, from: index, before: index + range.count) else {
      return
    }
    start(at: range.lowerBound + newline - index + 1)
  }

  private mutating func start(at offset: Int) {
    isInStep = true
    decided = offset
    framedEnd = offset
  }

  // MARK: framing

  private var settled: Int { wanted.settled(at: scanned) }

  /// Frames the lines that are known to be wanted, and passes over those before `settled` that are not.
  private mutating func frame(settled: Int, into records: inout [Record]) {
    guard isInStep else { return }
    frameWanted(settled: settled, into: &records)
    if decided > framedEnd { closeGap(into: &records) }
    forgetBytes()
    let keep = breaks.firstIndex { $0 >= decided } ?? breaks.count
    if keep > 0 { breaks.removeFirst(keep) }
    if reading.repeats.isFull { forgetRepeats(into: &records) }
  }

  private mutating func frameWanted(settled: Int, into records: inout [Record]) {
    // A second reference, no copy: a span would keep all of `self` from changing.
    let bytes = reading.ring.storage
    while decided < scanned {
      let next = wanted.next(from: decided) ?? scanned..<scanned
      let start = next.lowerBound < scanned ? lineStart(of: next.lowerBound) : scanned
      guard start == decided || start <= settled else {
        if settled > decided { decided = lineStart(of: settled) }
        break
      }
      decided = start
      let end = min(scanned, next.upperBound)
      while decided < end {
        if !frameRun(before: end, bytes.span) { frameLine(bytes.span, into: &records) }
      }
    }
  }

  /// Lets go of what nobody looks at again. Open records are kept for a while, then made real.
  private mutating func forgetBytes() {
    let limit = min(decided - 1, newlines.needed(for: decided))
    let kept = max(reading.ring.start, limit - Self.keptForRecords)
    for index in framers.indices where framers[index].needed < kept {
      framers[index].forgetLines(before: kept, reading)
    }
    let needed = framers.reduce(limit) { min($0, $1.needed) }
    reading.repeats.shapes.keepBytes(before: needed, of: reading.ring)
    reading.ring.drop(before: needed)
  }

  /// Bytes of lines that open records may keep from being forgotten.
  private static let keptForRecords = 64 << 10

  private mutating func closeGap(into records: inout [Record]) {
    let first = records.count
    for index in framers.indices { framers[index].gap(&reading, into: &records) }
    count(records[first...])
    framers.removeAll { decided >= $0.owned.upperBound }
  }

  /// Start of the scanned line that holds an offset, which is not before `decided`; changes nothing, as `lineEnd`.
  private mutating func lineStart(of offset: Int) -> Int {
    if offset == decided { return offset }
    let index = reading.ring.index(offset)
    let first = reading.ring.index(decided)
    let newline =
      lastNewline(in: reading.ring.storage.span, from: first, before: index).map { offset - (index - $0) + 1 }
      ?? decided
    let piece = breaks.last { $0 <= offset } ?? decided
    return max(newline, piece, decided)
  }

  /// End of the scanned line that begins at `decided`, behind its newline, and a hash of it.
  ///
  /// Changes nothing; a method that could not would be given a copy of the whole reader for each line.
  private mutating func lineEnd(_ bytes: Span<UInt8>) -> (end: Int, hash: UInt64) {
    let shift = reading.ring.index(decided) - decided
    let limit = breaks.isEmpty ? scanned : breaks.first { $0 > decided } ?? scanned
    let line = CulpritScan.lineEnd(in: bytes, from: decided + shift, before: limit + shift)
    return (line.end - shift, line.hash)
  }

  /// Frames lines at once that stood behind each other before; false where none do.
  private mutating func frameRun(before limit: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = decided
    guard framers.count == 1, breaks.isEmpty, start == framedEnd, lastLine.isWhole, start < lastLine.cellEnd,
      part.contains(start)
    else { return false }
    let end = min(limit, min(lastLine.cellEnd, needsFramer), min(framers[0].owned.upperBound, part.upperBound))
    guard
      let run = framers[0].takeRun(
        at: start, before: end, newlinesInCell: lastLine.newlinesInCell + 1, &reading, bytes)
    else { return false }
    lastLine.newlinesInCell += run.count
    decided = run.end
    framedEnd = run.end
    counts.framed += run.end - start
    return true
  }

  private mutating func frameLine(_ bytes: Span<UInt8>, into records: inout [Record]) {
    let start = decided
    let (end, hash) = lineEnd(bytes)
    if start > framedEnd { closeGap(into: &records) }
    let newlinesInCell = newlines(before: start)
    defer {
      decided = end
      framedEnd = end
    }
    openFramers(for: start)
    if part.contains(start) { counts.framed += end - start }
    guard !framers.isEmpty else { return }
    let first = records.count
    if !breaks.isEmpty, breaks.contains(start) {
      let text = TerminalText.plain(reading.ring[start..<end])
      let place = Place(source: source, offset: start, newlinesInCell: newlinesInCell)
      for index in framers.indices { framers[index].addPiece(text, at: place, reading, into: &records) }
    } else {
      let line = reading.line(start..<end, hash: hash, newlinesInCell: newlinesInCell, bytes)
      for index in framers.indices { framers[index].take(line, &reading, into: &records) }
    }
    count(records[first...])
    if framers.indices.contains(where: { start >= framers[$0].owned.upperBound }) {
      retireFramers(at: start, into: &records)
    }
  }

  /// Newlines between the start of its cell and a line; one more than before the line that was framed last,
  /// where it follows that.
  private mutating func newlines(before start: Int) -> Int {
    if start == framedEnd, start < lastLine.cellEnd, lastLine.isWhole {
      lastLine.newlinesInCell += 1
    } else {
      lastLine.newlinesInCell = newlines.inCell(before: start, ring: reading.ring)
      lastLine.cellEnd = (start / options.cellSize + 1) * options.cellSize
    }
    lastLine.isWhole = breaks.isEmpty
    return lastLine.newlinesInCell
  }

  /// A framer for each owned cell that sees this line: its own, and those that begin within reach behind
  /// it.
  private mutating func openFramers(for start: Int) {
    guard start >= needsFramer else { return }
    let last = (start + options.stretchBefore) / options.cellSize
    needsFramer = (last + 1) * options.cellSize - options.stretchBefore
    let newest = framers.last.map { $0.owned.lowerBound / options.cellSize } ?? -1
    guard last > newest else { return }
    for cell in start / options.cellSize...last where cell > newest {
      let owned = cell * options.cellSize..<(cell + 1) * options.cellSize
      guard owned.lowerBound >= part.lowerBound, owned.lowerBound < part.upperBound else { continue }
      framers.append(CellFramer(source: source, owned: owned, recogniser: recogniser, options: options))
    }
  }

  /// Ends framers whose cell is behind and that hold nothing of it any more, or have read on for long
  /// enough.
  private mutating func retireFramers(at start: Int, into records: inout [Record]) {
    let first = records.count
    for index in framers.indices where start >= framers[index].owned.upperBound + options.overrun {
      framers[index].cutAll(reading, into: &records)
    }
    count(records[first...])
    // By index: a framer is big, and a closure would be given a copy.
    for index in framers.indices.reversed() where start >= framers[index].owned.upperBound && !framers[index].holdsOwned {
      framers.remove(at: index)
    }
  }

  private mutating func count(_ records: ArraySlice<Record>) {
    for record in records {
      counts.records += record.occurrences
      counts.formats[record.writer.format, default: 0] += record.occurrences
      if record.isCut { counts.cutRecords += 1 }
    }
  }

  // MARK: repeats

  /// Takes note of which words of lines count: those that stand in what a record told.
  package mutating func learn(_ fields: LayoutFields, counting: UInt32) {
    reading.repeats.learn(fields.layout, counting: counting)
  }

  /// What is known of the source's repeats, for the reader of a later part of it.
  package var repeats: Repeats {
    get { reading.repeats }
    set { reading.repeats = newValue }
  }

  /// Gives the records that were counted without being read, as the last one of each kind.
  private mutating func tellCounted(into records: inout [Record]) {
    let reader = CellFramer(source: source, owned: 0..<0, recogniser: recogniser, options: options)
    let first = records.count
    for shape in reading.repeats.shapes.takeCounted() {
      var record = shape.last.flatMap { reader.record($0, reading) } ?? shape.sample
      record.occurrences = shape.counted
      record.fields = []
      records.append(record)
    }
    count(records[first...])
  }

  /// Begins anew to learn what repeats.
  private mutating func forgetRepeats(into records: inout [Record]) {
    tellCounted(into: &records)
    for index in framers.indices { framers[index].forgetRepeats(reading) }
    reading.repeats = Repeats()
  }

  // MARK: coverage

  /// Of the owned cells, as far as they were read.
  package var coverage: SourceCoverage {
    var coverage = counts
    let first = part.lowerBound / options.cellSize
    let last = min(part.upperBound, max(scanned, reading.ring.end)) / options.cellSize
    for cell in first...max(first, last) where part.contains(cell * options.cellSize) {
      coverage.newlines[cell] = newlines.inCell(cell)
    }
    coverage.lines += coverage.newlines.values.reduce(0, +)
    return coverage
  }
}
