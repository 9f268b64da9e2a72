/// The first occurrence of each kind on the line that a scan has reached.
///
/// Occurrences come in the order of their windows. That is not quite the order of their offsets, but
/// it is the order of their lines, as no anchor has a newline.
struct LineHits {
  private let range: Range<Int>
  private let longestAnchor: Int
  /// Up to here the hits below are on one line; half-open.
  private var end: Int
  /// Offsets by kind; `none` where the line has no hit of the kind yet.
  private var first: InlineArray<4, Int>

  /// Larger than any offset, and small enough to have an anchor's length added.
  private static let none = Int.max / 2

  init(range: Range<Int>, longestAnchor: Int) {
    self.range = range
    self.longestAnchor = longestAnchor
    self.end = range.lowerBound
    self.first = InlineArray(repeating: Self.none)
  }

  /// Whether an occurrence of the kind whose window ends at `last` would change the line's hits.
  ///
  /// Where the line has an earlier hit, it cannot: this keeps a storm of failures cheap.
  func wants(_ kind: Anchor.Kind, windowEndingAt last: Int) -> Bool {
    last >= end || last < first[Int(kind.rawValue)] + longestAnchor
  }

  /// Takes an occurrence, if it begins in the range; the line before it goes to `hits`.
  mutating func add(_ hit: Hit, in bytes: Span<UInt8>, into hits: inout [Hit]) {
    guard range.contains(hit.offset) else { return }
    if hit.offset >= end {
      finish(into: &hits)
      end = firstNewline(in: bytes, from: hit.offset, before: range.upperBound) ?? range.upperBound
    }
    let kind = Int(hit.kind.rawValue)
    first[kind] = min(first[kind], hit.offset)
  }

  /// Appends the line's hits, if it has any, and forgets them: by offset, at the same one by kind.
  mutating func finish(into hits: inout [Hit]) {
    for _ in Anchor.Kind.allCases {
      var next: Hit?
      for kind in Anchor.Kind.allCases where first[Int(kind.rawValue)] < next?.offset ?? Self.none {
        next = Hit(offset: first[Int(kind.rawValue)], kind: kind)
      }
      guard let next else { return }
      hits.append(next)
      first[Int(next.kind.rawValue)] = Self.none
    }
  }
}
