/// A time that the caller of a stream read from a clock; the library reads none.
public struct Moment: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z, or since any other fixed time: only differences count.
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// From seconds as most clocks give them.
  public init(seconds: Double) {
    self.init(nanoseconds: Int64(seconds * 1e9))
  }

  public static func < (a: Self, b: Self) -> Bool { a.nanoseconds < b.nanoseconds }
}
