/// Which bytes of a source are worth framing, as far as it has been scanned. Depends on positions alone.
struct StretchMap: Sendable {
  /// Sorted, disjoint: around failures, and the head.
  private var stretches: [Range<Int>] = []
  /// Sorted: places whose line alone is framed.
  private var points: [Int] = []
  private var firstStretch = 0
  private var firstPoint = 0

  /// Adds a stretch, which may reach back over earlier ones.
  mutating func add(stretch: Range<Int>) {
    var whole = stretch
    while let last = stretches.last, firstStretch < stretches.count, whole.lowerBound <= last.upperBound {
      whole = min(last.lowerBound, whole.lowerBound)..<max(last.upperBound, whole.upperBound)
      stretches.removeLast()
    }
    stretches.append(whole)
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
