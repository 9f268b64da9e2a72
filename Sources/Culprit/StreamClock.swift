/// Knows when it is time to look at a stream again: when it pauses, or when something has waited.
struct StreamClock: Sendable {
  /// After so long without new bytes what was written is taken for complete.
  private static let pause: Int64 = 150_000_000
  /// So long a line waits at most while other lines keep coming.
  private static let patience: Int64 = 750_000_000

  /// What the caller said last; nil until it says what time it is.
  private(set) var now: Moment?
  private var lastChange: Moment?
  /// The time of the first change since the last look.
  private var waitingSince: Moment?
  private var hasChanged = false

  mutating func advance(to moment: Moment) {
    guard let before = now else { return now = moment }
    now = max(before, moment)
  }

  mutating func noteChange() {
    hasChanged = true
    lastChange = now
    if waitingSince == nil { waitingSince = now }
  }

  /// Something has changed since the last look and has had its time. Without a clock every change is due.
  var isDue: Bool {
    guard hasChanged, let now else { return hasChanged }
    guard let lastChange, let waitingSince else { return true }
    return now.nanoseconds - lastChange.nanoseconds >= Self.pause
      || now.nanoseconds - waitingSince.nanoseconds >= Self.patience
  }

  mutating func noteLook() {
    hasChanged = false
    waitingSince = nil
  }
}
