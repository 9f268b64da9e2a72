/// Which bytes of a source are worth framing, as far as it has been scanned. Depends on positions alone.
struct StretchMap: Sendable {
  /// Sorted, disjoint: around failures, and the head.
  private var stretches: [Range<Int>] = []
  /// Sorted: places whose line alone is framed.
  private var points: [Int] = []
  private var firstStretch = 0
  private var firstPoint = 0

  /// Appends a stretch; starts never go down by more than stretches overlap.
  mutating func add(stretch: Range<Int>) {
    guard let last = stretches.last, firstStretch < stretches.count, stretch.lowerBound <= last.upperBound
    else {
      stretches.append(stretch)
      return
    }
    stretches[stretches.count - 1] =
      min(last.lowerBound, stretch.lowerBound)..<max(last.upperBound, stretch.upperBound)
  }

  /// Appends a point; points come in order.
  mutating func add(point: Int) {
    if points.last != point { points.append(point) }
  }

  /// The first wanted offset at or behind `offset`, and up to where all is wanted; nil if none is known yet.
  mutating func next(from offset: Int) -> Range<Int>? {
    while firstStretch < stretches.count, stretches[firstStretch].upperBound <= offset { firstStretch += 1 }
    while firstPoint < points.count, points[firstPoint] < offset { firstPoint += 1 }
    tidy()
    let point = firstPoint < points.count ? points[firstPoint]..<points[firstPoint] + 1 : nil
    guard firstStretch < stretches.count else { return point }
    let stretch = max(stretches[firstStretch].lowerBound, offset)..<stretches[firstStretch].upperBound
    return point.map { $0.lowerBound < stretch.lowerBound ? $0 : stretch } ?? stretch
  }

  private mutating func tidy() {
    if firstStretch > 1_024 {
      stretches.removeFirst(firstStretch)
      firstStretch = 0
    }
    if firstPoint > 1_024 {
      points.removeFirst(firstPoint)
      firstPoint = 0
    }
  }
}
