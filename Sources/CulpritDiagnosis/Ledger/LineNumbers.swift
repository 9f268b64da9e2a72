package import CulpritIntake

/// Makes line numbers of places: adds the newlines of the cells before a place to those within its cell.
package struct LineNumbers: Hashable, Sendable {
  /// Bytes; every source is cut on the same grid.
  package var cellSize: Int
  /// Newlines of each cell, by source and by index of the cell.
  package var newlines: [String: [Int: Int]] = [:]

  package init(cellSize: Int) {
    self.cellSize = cellSize
  }

  package mutating func add(source: String, newlinesOfCells cells: [Int: Int]) {
    newlines[source, default: [:]].merge(cells) { $0 + $1 }
  }

  package mutating func merge(_ other: LineNumbers) {
    for (source, cells) in other.newlines { add(source: source, newlinesOfCells: cells) }
  }

  /// Cost: the number of cells before the place.
  package func resolve(_ place: Place) -> SourcePlace {
    let cell = place.offset / cellSize
    let before = newlines[place.source]?.reduce(0) { $1.key < cell ? $0 + $1.value : $0 } ?? 0
    return SourcePlace(source: place.source, line: before + place.newlinesInCell + 1, offset: place.offset)
  }
}
