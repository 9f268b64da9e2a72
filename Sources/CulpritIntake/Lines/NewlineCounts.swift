import CulpritScan

/// How many newlines stand before an offset, and in each cell.
struct NewlineCounts: Sendable {
  private let cellSize: Int
  /// Newlines from where reading began to the start of each cell that has been reached.
  private var atCellStart: [Int: Int] = [:]
  /// Offsets with their counts, in order; the first is not behind the last asked one.
  private var checkpoints: [(offset: Int, newlines: Int)] = []
  /// The last place that was asked for.
  private var cursor: (offset: Int, newlines: Int)
  /// Newlines so far, and up to where.
  private(set) var total = 0
  private var end: Int

  init(start: Int, cellSize: Int) {
    self.cellSize = cellSize
    cursor = (start, 0)
    end = start
    if start % cellSize == 0 { atCellStart[start / cellSize] = 0 }
  }

  /// Takes note of newlines in `range`, which follows the last one and lies in `bytes` from index `at` on.
  mutating func add(_ range: Range<Int>, newlines: Int, in bytes: Span<UInt8>, at index: Int) {
    checkpoints.append((range.lowerBound, total))
    var border = (range.lowerBound / cellSize + 1) * cellSize
    while border <= range.upperBound {
      let before = count(bytes, index..<(index + border - range.lowerBound))
      atCellStart[border / cellSize] = total + before
      border += cellSize
    }
    total += newlines
    end = range.upperBound
  }

  /// Makes an offset shortly before the end one that later ones are counted from, so that nothing before it is
  /// needed; `following` is the number of newlines between it and the end.
  mutating func mark(_ offset: Int, following: Int) {
    checkpoints.append((offset, total - following))
  }

  /// Newlines between the start of an offset's cell and the offset; offsets are asked for in order.
  mutating func inCell(before offset: Int, ring: borrowing ByteRing) -> Int {
    var passed = 0
    while passed < checkpoints.count, checkpoints[passed].offset <= offset {
      if checkpoints[passed].offset > cursor.offset { cursor = checkpoints[passed] }
      passed += 1
    }
    if passed > 0 { checkpoints.removeFirst(passed) }
    if offset > cursor.offset {
      let range = ring.index(cursor.offset)..<ring.index(offset)
      cursor = (offset, cursor.newlines + count(ring.storage.span, range))
    }
    return cursor.newlines - (atCellStart[offset / cellSize] ?? 0)
  }

  /// Bytes before this are not looked at again, whatever offset from `offset` on is asked for.
  func needed(for offset: Int) -> Int {
    let checkpoint = checkpoints.last { $0.offset <= offset }?.offset ?? 0
    return max(checkpoint, min(cursor.offset, offset))
  }

  /// Newlines of a cell, as far as it was read.
  func inCell(_ cell: Int) -> Int? {
    guard let first = atCellStart[cell] else { return nil }
    return (atCellStart[cell + 1] ?? total) - first
  }

  private func count(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int { countNewlines(in: bytes, range) }
}
