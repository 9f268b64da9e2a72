package import CulpritIntake

/// Makes line numbers of places: adds the newlines of the cells before a place to those within its cell.
package struct LineNumbers: Hashable, Sendable {
  /// Bytes; every source is cut on the same grid.
  package var cellSize: Int
  /// Newlines of each cell, by source and by index of the cell.
  package var newlines: [String: [Int: Int]] = [:]
  /// Of sources that are several files one behind the other: what a report calls the file that begins at
  /// an offset of the source, which is the start of a cell.
  package var files: [String: [Int: String]] = [:]

  package init(cellSize: Int) {
    self.cellSize = cellSize
  }

  package mutating func add(source: String, newlinesOfCells cells: [Int: Int]) {
    newlines[source, default: [:]].merge(cells) { $0 + $1 }
  }

  package mutating func merge(_ other: LineNumbers) {
    for (source, cells) in other.newlines { add(source: source, newlinesOfCells: cells) }
    for (source, names) in other.files { files[source, default: [:]].merge(names) { min($0, $1) } }
  }

  /// Cost: the number of cells and files of the place's source.
  package func resolve(_ place: Place) -> SourcePlace {
    let cell = place.offset / cellSize
    let begin = files[place.source]?.keys.reduce(0) { $1 <= place.offset ? max($0, $1) : $0 } ?? 0
    let first = begin / cellSize
    let before = newlines[place.source]?.reduce(0) { first <= $1.key && $1.key < cell ? $0 + $1.value : $0 } ?? 0
    return SourcePlace(
      source: files[place.source]?[begin] ?? place.source, line: before + place.newlinesInCell + 1,
      offset: place.offset - begin)
  }

  /// Adds up the newlines of cells in which none of these places stands, and forgets files without any:
  /// what `resolve` says of the places, and of places behind all cells, stays the same.
  ///
  /// - Parameter wanted: cells of the places that can still be asked for, by source.
  package mutating func keepOnly(_ wanted: [String: Set<Int>]) {
    for (source, counts) in newlines {
      newlines[source] = summed(counts, of: source, wanted: wanted[source, default: []])
    }
    for (source, names) in files {
      let begins = names.keys.sorted()
      // The last one is still read.
      for (begin, end) in zip(begins, begins.dropFirst()) {
        let cells = begin / cellSize..<end / cellSize
        if !wanted[source, default: []].contains(where: cells.contains) { files[source]?[begin] = nil }
      }
    }
  }

  /// A count moves up to the cell before the next one that matters: a wanted one, or the first of a file.
  private func summed(_ counts: [Int: Int], of source: String, wanted: Set<Int>) -> [Int: Int] {
    guard let last = counts.keys.max() else { return counts }
    let begins = files[source, default: [:]].keys.map { $0 / cellSize }
    let borders = wanted.union(wanted.map { $0 + 1 }).union(begins).sorted()
    var sums: [Int: Int] = [:]
    var next = 0
    for (cell, count) in counts.sorted(by: { $0.key < $1.key }) {
      while next < borders.count && borders[next] <= cell { next += 1 }
      let target = next < borders.count ? min(borders[next] - 1, last) : last
      sums[target, default: 0] += count
    }
    return sums
  }
}
