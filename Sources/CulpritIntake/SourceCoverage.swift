/// What of a source was read and framed; adds up over its parts.
package struct SourceCoverage: Hashable, Sendable {
  /// Of the owned cells.
  package var bytes = 0
  /// Lines that begin in the owned cells.
  package var lines = 0
  /// Bytes of lines that were framed.
  package var framed = 0
  /// Newlines of each owned cell, by its number.
  package var newlines: [Int: Int] = [:]
  /// Records that were framed.
  package var records = 0
  /// Framed records by the id of their format.
  package var formats: [String: Int] = [:]
  /// Records that a limit ended.
  package var cutRecords = 0
  /// Lines that were too long and were broken.
  package var longLines = 0

  package init() {}
}

extension SourceCoverage {
  /// Adds that of another part of the same source.
  package mutating func merge(_ other: SourceCoverage) {
    bytes += other.bytes
    lines += other.lines
    framed += other.framed
    newlines.merge(other.newlines, uniquingKeysWith: +)
    records += other.records
    formats.merge(other.formats, uniquingKeysWith: +)
    cutRecords += other.cutRecords
    longLines += other.longLines
  }
}
