import CulpritScan

/// Finds out which lines of a source are worth framing: those around failures, the head, samples, and those with
/// names that are looked for. Depends on positions alone.
struct WantedLines: Sendable {
  private let plan: ScanPlan
  private let options: IntakeOptions
  /// Offset at which the source's file begins.
  private let begin: Int
  private var map = StretchMap()
  private var names: NameLines
  /// The last hit, the last failure anchor, and the last hint that was lonely so far.
  private var hits: (last: Int, failure: Int, hint: Int?) = (-1 << 40, -1 << 40, nil)

  /// - Parameter hasHead: the file is read from its beginning.
  init(plan: ScanPlan, options: IntakeOptions, begin: Int, hasHead: Bool) {
    self.plan = plan
    self.options = options
    self.begin = begin
    names = NameLines(options.names)
    if hasHead { map.add(stretch: begin..<begin + options.head) }
  }

  /// The first wanted offset at or behind `offset`, and up to where all is wanted; nil if none is known yet.
  mutating func next(from offset: Int) -> Range<Int>? { map.next(from: offset) }

  /// A failure that is still to come, or a hint that is not lonely after all, reaches back to here; what ends
  /// before cannot become wanted any more. `scanned` is the end of what was searched.
  func settled(at scanned: Int) -> Int {
    let open = hits.hint.flatMap { scanned - $0 <= options.hintReach ? $0 : nil } ?? scanned
    return open - options.stretchBefore
  }

  /// Searches whole lines that follow the last ones, and returns their newlines; nil where one of them, or one from
  /// `undecided` on, is worth framing or may become so. Then nothing was taken note of.
  mutating func searchQuiet(
    _ range: Range<Int>, undecided: Int, in bytes: Span<UInt8>, at indices: Range<Int>
  ) -> Int? {
    let isHintOpen = hits.hint.map { range.lowerBound - $0 <= options.hintReach } ?? false
    guard !isHintOpen, map.next(from: undecided) == nil, nextSample(from: range.lowerBound) >= range.upperBound
    else { return nil }
    var found: [Hit] = []
    let count = plan.scan(bytes, in: indices, into: &found)
    return found.isEmpty ? count : nil
  }

  /// Takes note of what a range of whole lines makes worth framing, and returns its newlines.
  ///
  /// Where every few lines fail, only the end of each block is searched: a failure before it and one at its
  /// end want all between them, whatever stands there.
  mutating func search(_ range: Range<Int>, in ring: borrowing ByteRing) -> Int {
    let bytes = ring.storage.span
    // From an index in the bytes to an offset.
    let shift = range.lowerBound - ring.index(range.lowerBound)
    var count = 0
    var position = range.lowerBound
    while isStorm(at: position), let block = StormBlock(from: position, before: range.upperBound, options) {
      let start = lineStart(in: bytes, behind: block.tail - shift) + shift
      let end = lineStart(in: bytes, behind: block.end - shift) + shift
      guard start < end, end <= min(range.upperBound, block.end + StormBlock.tailSize) else { break }
      var hits: [Hit] = []
      count += plan.scan(bytes, in: (start - shift)..<(end - shift), into: &hits)
      if hits.contains(where: { $0.kind == .failure }) {
        count += countNewlines(in: bytes, (position - shift)..<(start - shift))
        want(hits, in: position..<end, ring)
      } else {
        count += searchAll(position..<start, in: ring)
        want(hits, in: start..<end, ring)
      }
      position = end
    }
    return count + searchAll(position..<range.upperBound, in: ring)
  }

  private mutating func searchAll(_ range: Range<Int>, in ring: borrowing ByteRing) -> Int {
    var hits: [Hit] = []
    let index = ring.index(range.lowerBound)
    let count = plan.scan(ring.storage.span, in: index..<(index + range.count), into: &hits)
    want(hits, in: range, ring)
    return count
  }

  /// Whether a failure stands so near before that all of the next block is wanted if its end has one too, and
  /// no hint waits, and no names are looked for.
  private func isStorm(at offset: Int) -> Bool {
    options.names.isEmpty && hits.hint == nil && offset - hits.failure <= StormBlock.tailSize
  }

  /// Behind the first newline from an index on.
  private func lineStart(in bytes: Span<UInt8>, behind index: Int) -> Int {
    firstNewline(in: bytes, from: index).map { $0 + 1 } ?? bytes.count
  }

  /// Takes note of hits and samples of a range.
  private mutating func want(_ found: [Hit], in range: Range<Int>, _ ring: borrowing ByteRing) {
    let shift = range.lowerBound - ring.index(range.lowerBound)
    var sample = nextSample(from: range.lowerBound)
    for hit in found {
      let offset = hit.offset + shift
      while sample <= offset, sample < range.upperBound {
        map.add(point: sample)
        sample = nextSample(from: sample + 1)
      }
      want(hit.kind, at: offset, ring)
    }
    while sample < range.upperBound {
      map.add(point: sample)
      sample = nextSample(from: sample + 1)
    }
  }

  /// Takes note of what a hit makes worth framing.
  private mutating func want(_ kind: Anchor.Kind, at offset: Int, _ ring: borrowing ByteRing) {
    let isNear = kind != .name && offset - hits.last <= options.hintReach
    if kind != .name, let hint = hits.hint, offset - hint <= options.hintReach {
      // A hint was not lonely after all.
      map.add(stretch: wide(around: hint))
      hits.hint = nil
    }
    switch kind {
    case .failure:
      map.add(stretch: wide(around: offset))
      hits.failure = offset
    case .context: map.add(point: offset)
    case .hint where isNear: map.add(stretch: wide(around: offset))
    case .hint:
      map.add(stretch: max(0, offset - options.hintBefore)..<(offset + options.hintAfter))
      hits.hint = offset
    case .name:
      if names.isWanted(lineOf: offset, in: ring, cell: offset / options.cellSize) { map.add(point: offset) }
      return
    }
    hits.last = offset
  }

  private func wide(around offset: Int) -> Range<Int> {
    max(0, offset - options.stretchBefore)..<(offset + options.stretchAfter)
  }

  private func nextSample(from offset: Int) -> Int {
    begin + options.nextSample(from: offset - begin)
  }
}

/// Lines that are all wanted where a failure stands shortly before them and another one at their end.
private struct StormBlock {
  /// Bytes at its end that are searched.
  static let tailSize = 2 << 10

  /// Offset where the end begins that is searched.
  let tail: Int
  let end: Int

  /// Nil where the lines to come are too few. Hits of the block are within reach of the failure before it,
  /// as hints ask, and the stretches around both failures touch.
  init?(from start: Int, before limit: Int, _ options: IntakeOptions) {
    let size = min(options.hintReach, options.stretchBefore + options.stretchAfter) - 2 * Self.tailSize
    guard size > 2 * Self.tailSize, start + size + Self.tailSize <= limit else { return nil }
    tail = start + size - Self.tailSize
    end = start + size
  }
}
