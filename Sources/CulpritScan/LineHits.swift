/// The first occurrence of each kind on the line that a scan has reached.
///
/// Occurrences come in the order of their windows. That is not quite the order of their offsets, but
/// it is the order of their lines, as no anchor has a newline.
struct LineHits {
  private let range: Range<Int>
  private let longestAnchor: Int
  /// Up to here the hits below are on one line; half-open.
  private var end: Int
  /// Offsets; `none` where the line has no hit of the kind yet.
  private var failure: Int
  private var context: Int

  /// Larger than any offset, and small enough to have an anchor's length added.
  private static let none = Int.max / 2

  init(range: Range<Int>, longestAnchor: Int) {
    self.range = range
    self.longestAnchor = longestAnchor
    self.end = range.lowerBound
    self.failure = Self.none
    self.context = Self.none
  }

  /// Whether an occurrence of the kind whose window ends at `last` would change the line's hits.
  ///
  /// Where the line has an earlier hit, it cannot: this keeps a storm of failures cheap.
  func wants(_ kind: Anchor.Kind, windowEndingAt last: Int) -> Bool {
    last >= end || last < (kind == .failure ? failure : context) + longestAnchor
  }

  /// Takes an occurrence, if it begins in the range; the line before it goes to `hits`.
  mutating func add(_ hit: Hit, in bytes: Span<UInt8>, into hits: inout [Hit]) {
    guard range.contains(hit.offset) else { return }
    if hit.offset >= end {
      finish(into: &hits)
      end = firstNewline(in: bytes, from: hit.offset, before: range.upperBound) ?? range.upperBound
    }
    switch hit.kind {
    case .failure: failure = min(failure, hit.offset)
    case .context: context = min(context, hit.offset)
    }
  }

  /// Appends the line's hits, if it has any, and forgets them.
  mutating func finish(into hits: inout [Hit]) {
    if context < failure { append(context, .context, to: &hits) }
    append(failure, .failure, to: &hits)
    if context >= failure { append(context, .context, to: &hits) }
    failure = Self.none
    context = Self.none
  }

  private func append(_ offset: Int, _ kind: Anchor.Kind, to hits: inout [Hit]) {
    if offset != Self.none { hits.append(Hit(offset: offset, kind: kind)) }
  }
}
