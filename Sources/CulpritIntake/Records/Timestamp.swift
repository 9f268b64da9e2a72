/// A time as a record prints it.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00, in UTC where `hasZone`, else in the log's own unknown zone.
  package var nanoseconds: Int64
  package var hasZone: Bool

  package init(nanoseconds: Int64, hasZone: Bool) {
    self.nanoseconds = nanoseconds
    self.hasZone = hasZone
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.nanoseconds, a.hasZone ? 1 : 0) < (b.nanoseconds, b.hasZone ? 1 : 0)
  }

  /// `b` minus `a`, in seconds.
  package func seconds(since earlier: Timestamp) -> Double {
    Double(nanoseconds - earlier.nanoseconds) / 1e9
  }
}
