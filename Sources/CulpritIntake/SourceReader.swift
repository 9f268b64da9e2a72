package import CulpritScan

/// Turns the bytes of one source, or of a part of it, into records.
///
/// A function of bytes and positions alone: how the bytes are cut when they are fed, and into which parts
/// the source is cut, changes nothing. Where no anchor stands there is no work per line.
package struct SourceReader: Sendable {
  private let source: String
  private let plan: ScanPlan
  private let recogniser: HeaderRecogniser
  private let options: IntakeOptions
  /// Offsets of the owned cells.
  private let part: Range<Int>

  private var ring: ByteRing
  private var newlines: NewlineCounts
  private var map = StretchMap()
  private var framers: [Framer] = []
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

  /// `part` is whole cells of the source; nil is all of it. Bytes are fed from `max(0, part.lowerBound -
  /// context)` on, up to `context` behind its end. A source in UTF-16 cannot be read in parts; its
  /// offsets are those of its UTF-8.
  package init(
    source: String, plan: ScanPlan, formats: FormatSet, options: IntakeOptions, part: Range<Int>? = nil
  ) {
    let part = part ?? 0..<Int.max
    precondition(part.lowerBound % options.cellSize == 0)
    precondition(part.upperBound == Int.max || part.upperBound % options.cellSize == 0)
    let start = max(0, part.lowerBound - Self.context(options))
    self.source = source
    self.plan = plan
    self.options = options
    self.part = part
    recogniser = HeaderRecogniser(formats: formats)
    ring = ByteRing(start: start)
    newlines = NewlineCounts(start: start, cellSize: options.cellSize)
    (scanned, decided, framedEnd) = (start, start, start)
    isInStep = start == 0
    firstBytes = start == 0 ? [] : nil
    if start == 0 { map.add(stretch: 0..<options.head) }
  }

  /// Bytes before and after a part that it has to be given.
  package static func context(_ options: IntakeOptions) -> Int {
    options.stretchBefore + options.stretchAfter + options.overrun + 4 * options.lineBytes
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
    let before = ring.end
    ring.append(bytes)
    let end = ring.end
    let owned = max(before, part.lowerBound)..<max(max(before, part.lowerBound), min(end, part.upperBound))
    counts.bytes += owned.count
    let first = firstNewline(in: ring.storage.span, from: ring.index(before)).map {
      before + $0 - ring.index(before)
    }
    breakLongLine(before: first ?? end)
    guard first != nil, let last = lastNewline(in: ring.storage.span, before: ring.index(end)) else {
      return frame(settled: settled, into: &records)
    }
    scan(to: end - (ring.index(end) - last) + 1)
    frame(settled: settled, into: &records)
  }

  package mutating func finish(into records: inout [Record]) {
    openEncoding(into: &records)
    if ring.end > scanned {
      scan(to: ring.end)
      if part.contains(ring.end - 1) { counts.lines += 1 }
    }
    frame(settled: scanned, into: &records)
    emit(into: &records) { framer, records in framer.closeAll(into: &records) }
    framers = []
  }

  /// Live: closes records that have waited without a new line since an earlier call.
  package mutating func advance(to now: Timestamp, into records: inout [Record]) {
    emit(into: &records) { framer, records in framer.advance(to: now, into: &records) }
  }

  // MARK: scanning

  /// Breaks the line that is not yet whole at multiples of `lineBytes` that lie at least that far behind
  /// its start.
  private mutating func breakLongLine(before limit: Int) {
    while true {
      let size = options.lineBytes
      let border = (scanned + size + size - 1) / size * size
      guard border <= limit, border < ring.end || border == limit else { return }
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
    var hits: [Hit] = []
    let index = ring.index(range.lowerBound)
    // A second reference, no copy: a span would keep all of `self` from changing.
    let bytes = ring.storage
    let count = plan.scan(bytes.span, in: index..<(index + range.count), into: &hits)
    newlines.add(range, newlines: count, in: bytes.span, at: index)
    getInStep(range)
    var sample = options.nextSample(from: range.lowerBound)
    for hit in hits {
      let offset = range.lowerBound + hit.offset - index
      while sample <= offset, sample < end {
        map.add(point: sample)
        sample = options.nextSample(from: sample + 1)
      }
      switch hit.kind {
      case .failure:
        map.add(stretch: max(0, offset - options.stretchBefore)..<(offset + options.stretchAfter))
      case .context: map.add(point: offset)
      }
    }
    while sample < end {
      map.add(point: sample)
      sample = options.nextSample(from: sample + 1)
    }
    scanned = end
  }

  /// A part is fed from the middle of a line: the first whole one begins behind the first newline, or where
  /// that line is broken.
  private mutating func getInStep(_ range: Range<Int>) {
    guard !isInStep else { return }
    let index = ring.index(range.lowerBound)
    guard let newline = firstNewline(in: ring.storage.span, from: index, before: index + range.count) else {
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

  /// A failure that is still to come reaches back to here; what ends before cannot become wanted any more.
  private var settled: Int { scanned - options.stretchBefore }

  /// Frames the lines that are known to be wanted, and passes over those before `settled` that are not.
  private mutating func frame(settled: Int, into records: inout [Record]) {
    guard isInStep else { return }
    while decided < scanned {
      let wanted = map.next(from: decided) ?? scanned
      let start = wanted < scanned ? lineStart(of: wanted) : scanned
      guard start == decided || start <= settled else {
        if settled > decided { decided = lineStart(of: settled) }
        break
      }
      decided = start
      guard start < scanned else { break }
      frameLine(into: &records)
    }
    if decided > framedEnd { closeGap(into: &records) }
    ring.drop(before: min(decided - 1, newlines.needed(for: decided)))
    let keep = breaks.firstIndex { $0 >= decided } ?? breaks.count
    if keep > 0 { breaks.removeFirst(keep) }
  }

  private mutating func closeGap(into records: inout [Record]) {
    emit(into: &records) { framer, records in framer.gap(into: &records) }
    framers.removeAll { decided >= $0.owned.upperBound }
  }

  /// Start of the scanned line that holds an offset, which is not before `decided`.
  private func lineStart(of offset: Int) -> Int {
    let index = ring.index(offset)
    let first = ring.index(decided)
    let newline =
      lastNewline(in: ring.storage.span, from: first, before: index).map { offset - (index - $0) + 1 }
      ?? decided
    let piece = breaks.last { $0 <= offset } ?? decided
    return max(newline, piece, decided)
  }

  /// End of the scanned line that begins at `decided`, behind its newline.
  private func lineEnd() -> Int {
    let index = ring.index(decided)
    let limit = breaks.first { $0 > decided } ?? scanned
    return firstNewline(in: ring.storage.span, from: index, before: index + limit - decided).map {
      decided + $0 - index + 1
    } ?? limit
  }

  private mutating func frameLine(into records: inout [Record]) {
    let start = decided
    let end = lineEnd()
    defer {
      decided = end
      framedEnd = end
    }
    if start > framedEnd { closeGap(into: &records) }
    openFramers(for: start)
    guard !framers.isEmpty else { return }
    let text = TerminalText.plain(ring[start..<end])
    let place = Place(
      source: source, offset: start, newlinesInCell: newlines.inCell(before: start, ring: ring))
    let isPiece = breaks.contains(start)
    emit(into: &records) { framer, records in
      if isPiece {
        framer.addPiece(text, at: place, into: &records)
      } else {
        framer.add(text, at: place, into: &records)
      }
    }
    if framers.contains(where: { start >= $0.owned.upperBound }) {
      retireFramers(at: start, into: &records)
    }
  }

  /// A framer for each owned cell that sees this line: its own, and those that begin within reach behind
  /// it.
  private mutating func openFramers(for start: Int) {
    let last = (start + options.stretchBefore) / options.cellSize
    let newest = framers.last.map { $0.owned.lowerBound / options.cellSize } ?? -1
    for cell in start / options.cellSize...last where cell > newest {
      let owned = cell * options.cellSize..<(cell + 1) * options.cellSize
      guard owned.lowerBound >= part.lowerBound, owned.lowerBound < part.upperBound else { continue }
      framers.append(Framer(source: source, owned: owned, recogniser: recogniser, options: options))
    }
  }

  /// Ends framers whose cell is behind and that hold nothing of it any more, or have read on for long
  /// enough.
  private mutating func retireFramers(at start: Int, into records: inout [Record]) {
    let overrun = options.overrun
    emit(into: &records) { framer, records in
      if start >= framer.owned.upperBound + overrun { framer.cutAll(into: &records) }
    }
    framers.removeAll { start >= $0.owned.upperBound && !$0.holdsOwned }
  }

  private mutating func emit(into records: inout [Record], _ body: (inout Framer, inout [Record]) -> Void) {
    let first = records.count
    for index in framers.indices { body(&framers[index], &records) }
    for record in records[first...] {
      counts.records += 1
      counts.formats[record.writer.format, default: 0] += 1
      if record.isCut { counts.cutRecords += 1 }
    }
  }

  // MARK: coverage

  /// Of the owned cells, as far as they were read.
  package var coverage: SourceCoverage {
    var coverage = counts
    let first = part.lowerBound / options.cellSize
    let last = min(part.upperBound, max(scanned, ring.end)) / options.cellSize
    for cell in first...max(first, last) where part.contains(cell * options.cellSize) {
      coverage.newlines[cell] = newlines.inCell(cell)
    }
    coverage.lines += coverage.newlines.values.reduce(0, +)
    return coverage
  }
}
