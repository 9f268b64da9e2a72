/// Knows when it is time to look at a stream again: when it pauses, or when something has waited.
struct StreamClock: Sendable {
  /// After so long without new bytes what was written is taken for complete.
  private static let pause: Int64 = 150_000_000
  /// So long a line waits at most while other lines keep coming.
  private static let patience: Int64 = 750_000_000
  /// Between two looks at a stream that keeps telling failures.
  private static let rest: Int64 = 25_000_000

  /// What the caller said last; nil until it says what time it is.
  private(set) var now: Moment?
  private var lastChange: Moment?
  /// The time of the first change since the last look.
  private var waitingSince: Moment?
  private var hasChanged = false
  /// A record was closed that may decide something.
  private var hasDecisiveChange = false
  private var lastLook: Moment?

  mutating func advance(to moment: Moment) {
    guard let before = now else { return now = moment }
    now = max(before, moment)
  }

  mutating func noteChange() {
    hasChanged = true
    lastChange = now
    if waitingSince == nil { waitingSince = now }
  }

  mutating func noteDecisiveChange() {
    hasDecisiveChange = true
  }

  /// Why a stream is to be looked at.
  enum Occasion: Hashable, Sendable {
    /// A record that another one has ended may decide something.
    case closedRecords
    /// Something has waited: records that are still open count as they are.
    case openRecords
  }

  /// Nil where nothing has changed since the last look, or not had its time. Without a clock all is due.
  var occasion: Occasion? {
    guard hasChanged else { return nil }
    guard let now else { return .closedRecords }
    guard let lastChange, let waitingSince else { return .openRecords }
    if now.nanoseconds - lastChange.nanoseconds >= Self.pause
      || now.nanoseconds - waitingSince.nanoseconds >= Self.patience
    {
      return .openRecords
    }
    let hasRested = lastLook.map { now.nanoseconds - $0.nanoseconds >= Self.rest } ?? true
    return hasDecisiveChange && hasRested ? .closedRecords : nil
  }

  mutating func noteLook(_ occasion: Occasion) {
    hasDecisiveChange = false
    lastLook = now
    // What was still open has not been looked at, and goes on waiting.
    guard occasion == .openRecords || now == nil else { return }
    hasChanged = false
    waitingSince = nil
  }
}
