/// One search for all anchors at once, ready to run over any number of texts.
///
/// Making one costs a fraction of a millisecond (without anchors, to count newlines, a microsecond); it
/// never changes and may be shared between tasks.
package struct ScanPlan: Sendable {
  /// Bytes of the longest anchor; 0 without anchors.
  package let longestAnchor: Int

  private let kernel: ScanKernel
  private let anchors: AnchorTable
  private let filter: FilterTables

  /// Takes anchors in any number and order; one may stand twice or inside of another.
  /// - Precondition: `Anchor.isSearchable` for the text of each.
  package init(anchors: [Anchor]) {
    // `!`: the scalar kernel is always available.
    self.init(anchors: anchors, kernel: ScanKernel.available.last!)
  }

  /// As `init(anchors:)`, with one of `ScanKernel.available`.
  package init(anchors: [Anchor], kernel: ScanKernel) {
    precondition(ScanKernel.available.contains(kernel))
    precondition(anchors.allSatisfy { Anchor.isSearchable($0.text) })
    let table = AnchorTable(anchors: anchors)
    self.kernel = kernel
    self.anchors = table
    self.filter = FilterTables(windows: table.windows)
    self.longestAnchor = anchors.map(\.text.utf8.count).max() ?? 0
  }

  /// Appends the hits of a range, sorted by offset, and returns its number of newlines.
  ///
  /// Of the occurrences of anchors that lie wholly in `bytes` and begin in `range`, the first of each
  /// kind on each line is a hit: at most one of a kind a line, and at the same offset in the order of kinds.
  /// A line is what stands between two newlines; its parts outside of `range` are not looked at for
  /// hits. So where a text is cut into ranges, each (line, kind) has its first hit at the same place,
  /// and each later range that has a part of the line may add one hit of the kind.
  ///
  /// To lose no anchor that stands across the end of `range`, have `longestAnchor - 1` bytes after it
  /// in `bytes`, unless the text ends before. Bytes before `range` are not needed. Time is linear in
  /// the range, and nothing is allocated but room in `hits`.
  package func scan(_ bytes: Span<UInt8>, in range: Range<Int>, into hits: inout [Hit]) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var line = LineHits(range: range, longestAnchor: longestAnchor)
    let newlines = search(bytes, in: range, line: &line, into: &hits)
    // Anchors that begin in the range may have their windows after it; newlines there do not count.
    let reach = min(bytes.count, range.upperBound + max(0, longestAnchor - 1))
    if !range.isEmpty {
      _ = search(bytes, in: range.upperBound..<reach, line: &line, into: &hits)
    }
    line.finish(into: &hits)
    return newlines
  }

  /// Verifies the windows that end in `range`, and returns its number of newlines.
  private func search(
    _ bytes: Span<UInt8>, in range: Range<Int>, line: inout LineHits, into hits: inout [Hit]
  ) -> Int {
    var found = InlineArray<512, Int>(repeating: 0)
    var newlines = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let progress = filter.candidates(
        of: bytes, in: position..<range.upperBound, with: kernel, into: &found)
      for index in 0..<progress.candidates {
        anchors.verify(found[index], in: bytes, line: &line, into: &hits)
      }
      newlines += progress.newlines
      position = progress.position
    }
    return newlines
  }
}
