import CulpritScan

/// Chooses, of the lines in which names of processes stand, those that are worth framing: in each cell the
/// first ones of each name. Depends on positions alone.
struct NameLines: Sendable {
  private let names: [[UInt8]]
  private var cell = -1
  /// By name: lines of the cell that are still wanted.
  private var wanted: [Int] = []
  /// Lines of the cell that may still be looked at.
  private var looks = 0

  /// A banner, and one more line.
  private static let linesOfName = 2
  /// Where a name stands in every line, the first ones have to do.
  private static let looksOfCell = 128
  /// Bytes before and after a name's place in which its line is looked at.
  private static let reach = 400

  init(_ names: [String]) { self.names = names.map { Array($0.utf8) } }

  /// Whether the line that holds `offset` has a name of which no lines were taken in the cell yet.
  mutating func isWanted(lineOf offset: Int, in ring: borrowing ByteRing, cell: Int) -> Bool {
    if cell != self.cell {
      self.cell = cell
      wanted = [Int](repeating: Self.linesOfName, count: names.count)
      looks = Self.looksOfCell
    }
    guard looks > 0, wanted.contains(where: { $0 > 0 }) else { return false }
    let line = Self.line(around: offset, in: ring)
    var isWanted = false
    for number in names.indices where wanted[number] > 0 && Self.stands(names[number], in: line) {
      wanted[number] -= 1
      isWanted = true
    }
    if !isWanted { looks -= 1 }
    return isWanted
  }

  /// In lower case.
  private static func line(around offset: Int, in ring: borrowing ByteRing) -> [UInt8] {
    var start = offset
    while start > max(ring.start, offset - reach), ring[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < min(ring.end, offset + reach), ring[end] != 0x0A { end += 1 }
    return ring[start..<end].map { (65...90).contains($0) ? $0 + 32 : $0 }
  }

  /// A number within a longer one is another.
  private static func stands(_ name: [UInt8], in line: [UInt8]) -> Bool {
    guard line.count >= name.count else { return false }
    for start in 0...(line.count - name.count) where line[start] == name[0] {
      guard line[start..<start + name.count].elementsEqual(name) else { continue }
      let before = start > 0 && line[start - 1].isDigit && name[0].isDigit
      let end = start + name.count
      let after = end < line.count && line[end].isDigit && name[name.count - 1].isDigit
      if !before, !after { return true }
    }
    return false
  }
}
