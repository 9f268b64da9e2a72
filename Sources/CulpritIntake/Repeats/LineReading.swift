import CulpritScan

/// A whole line of a source, and what is known of it at first sight.
struct SourceLine {
  var bytes: Range<Int>
  var newlinesInCell: Int
  /// Nil where it has none, or it is not known yet which of its fields count.
  var signature: UInt64?
  /// Number of the signature's token; -1 where it is not known.
  var token = -1
  /// The same bytes were a line before.
  var isRepeated = false
  /// Seconds of the day; -1 where it prints no time.
  var clocks: (first: Int32, last: Int32)
}

/// What a line is read with: what repeats in the source, and its bytes.
struct LineReading {
  var repeats = Repeats()
  var ring: ByteRing
  /// Whether lines are compared at all.
  let comparesLines: Bool
  private var shape = LineShape()
  private var hasShape = false
  /// Offset of the line whose shape is known.
  private var shaped = -1

  init(ring: ByteRing, comparesLines: Bool) {
    self.ring = ring
    self.comparesLines = comparesLines
  }

  /// What is known of a line at first sight.
  mutating func line(
    _ range: Range<Int>, hash: UInt64, newlinesInCell: Int, _ bytes: Span<UInt8>
  ) -> SourceLine {
    guard comparesLines else {
      return SourceLine(bytes: range, newlinesInCell: newlinesInCell, clocks: (-1, -1))
    }
    if let known = repeats.memo[hash] {
      return SourceLine(
        bytes: range, newlinesInCell: newlinesInCell, signature: known.signature, token: Int(known.token),
        isRepeated: true, clocks: known.clocks)
    }
    readShape(of: range, bytes)
    let start = ring.index(range.lowerBound)
    let signature = hasShape ? repeats.signature(of: shape, bytes, at: start) : nil
    var line = SourceLine(
      bytes: range, newlinesInCell: newlinesInCell, signature: signature,
      clocks: (shape.firstClock, shape.lastClock))
    if let signature, let token = repeats.token(signature) {
      line.token = token
      repeats.memo.keep(line, signature: signature, hash: hash)
    }
    return line
  }

  private mutating func readShape(of range: Range<Int>, _ bytes: Span<UInt8>) {
    let start = ring.index(range.lowerBound)
    hasShape = shape.read(bytes, start..<(start + range.count))
    shaped = range.lowerBound
  }

  /// The words of the line that may change.
  mutating func fields(of line: Range<Int>) -> LayoutFields? {
    guard comparesLines else { return nil }
    let bytes = ring.storage
    if shaped != line.lowerBound { readShape(of: line, bytes.span) }
    guard hasShape else { return nil }
    let texts = (0..<shape.fieldCount).map { number in
      let field = shape.field(number)
      let range = (line.lowerBound + field.lowerBound)..<(line.lowerBound + field.upperBound)
      return String(decoding: ring[range], as: UTF8.self)
    }
    return LayoutFields(layout: shape.hash, texts: texts)
  }
}
