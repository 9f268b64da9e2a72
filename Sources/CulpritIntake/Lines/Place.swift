/// Where a line begins in a source. Line numbers are made by the report: a part of a source does not know
/// what came before it.
package struct Place: Hashable, Comparable, Sendable {
  /// Name of the source.
  package var source: String
  /// Bytes from the start of the source to the start of the line.
  package var offset: Int
  /// Newlines between the start of the cell that holds `offset` and `offset`.
  package var newlinesInCell: Int

  package init(source: String, offset: Int, newlinesInCell: Int) {
    self.source = source
    self.offset = offset
    self.newlinesInCell = newlinesInCell
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.source, a.offset) < (b.source, b.offset)
  }
}
