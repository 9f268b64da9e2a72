import CulpritIntake
import CulpritSignals

/// Which of two facts came first: by time where both have one of the same kind, else by place in one source.
enum Order {
  /// nil where the logs do not tell.
  static func isBefore(_ a: Origin, _ b: Origin) -> Bool? {
    if let timeA = a.time, let timeB = b.time, timeA.hasZone == timeB.hasZone, timeA.nanoseconds != timeB.nanoseconds {
      return timeA.nanoseconds < timeB.nanoseconds
    }
    if a.place.source == b.place.source, a.writer.source == b.writer.source { return a.place.offset < b.place.offset }
    return nil
  }

  /// Seconds from `a` to `b`; nil where one has no time.
  static func seconds(from a: Origin, to b: Origin) -> Double? {
    guard let timeA = a.time, let timeB = b.time else { return nil }
    return timeB.seconds(since: timeA)
  }

  /// Whether two records belong to one moment: so many seconds apart at most, or a few kilobytes of one source
  /// where one of them has no time.
  static func isNear(_ a: Origin, _ b: Origin, within limit: Double) -> Bool {
    if let seconds = seconds(from: a, to: b) { return abs(seconds) <= limit }
    return a.place.source == b.place.source && abs(a.place.offset - b.place.offset) < 8_192
  }

  /// By time, then by place; a total order for lists.
  static func precedes(_ a: Origin, _ b: Origin) -> Bool {
    isBefore(a, b) ?? (a.place < b.place)
  }
}
