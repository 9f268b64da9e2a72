package import CulpritIntake

/// A time as the log prints it: in UTC where the log gives a zone, else in its own. Logs that print no year, or no
/// date at all, tell no point in time: `isDated` is false then.
public struct LogTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var timestamp: Timestamp

  package init(_ timestamp: Timestamp) {
    self.timestamp = timestamp
  }

  /// nil where a record has no time.
  package init?(_ timestamp: Timestamp?) {
    guard let timestamp else { return nil }
    self.timestamp = timestamp
  }

  /// How much of a date the log prints.
  package enum Precision: Int {
    case clock, day, date
  }

  private static let day: Int64 = 86_400_000_000_000

  /// Times without a year are read as of 1970, those without a day as of its first.
  package var precision: Precision {
    timestamp.nanoseconds >= 365 * Self.day ? .date : timestamp.nanoseconds >= Self.day ? .day : .clock
  }

  /// The log prints day, month and year.
  public var isDated: Bool { precision == .date }

  /// The first and the last of the times that say most.
  package static func span(of times: [Timestamp]) -> (first: LogTime?, last: LogTime?) {
    let all = times.map(LogTime.init)
    let best = all.map(\.precision.rawValue).max()
    let told = all.filter { $0.precision.rawValue == best }
    return (told.min(), told.max())
  }

  public static func < (a: Self, b: Self) -> Bool { a.timestamp < b.timestamp }

  /// RFC 3339, with `Z` where the log gives a zone and without where it does not; without the parts of a date that the
  /// log does not print: `03-02T10:00:01`, `10:00:01`.
  public var description: String {
    let text = full
    switch precision {
    case .date: return text
    case .day: return String(text.dropFirst(5))
    case .clock: return String(text.dropFirst(11))
    }
  }

  private var full: String {
    let (days, inDay) = timestamp.nanoseconds.quotientAndRemainder(flooringBy: 86_400_000_000_000)
    let (year, month, day) = Self.civil(daysSinceEpoch: days)
    let seconds = inDay / 1_000_000_000
    let fraction = inDay % 1_000_000_000
    var text = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T"
    text += "\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))"
    if fraction > 0 {
      var digits = Self.padded(fraction, 9)
      while digits.hasSuffix("0") { digits.removeLast() }
      text += "." + digits
    }
    return timestamp.hasZone ? text + "Z" : text
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Gregorian date of a day; the algorithm is Howard Hinnant's `civil_from_days`
  /// (https://howardhinnant.github.io/date_algorithms.html).
  private static func civil(daysSinceEpoch: Int64) -> (Int64, Int64, Int64) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Int64 {
  fileprivate func quotientAndRemainder(flooringBy divisor: Int64) -> (Int64, Int64) {
    let quotient = self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    return (quotient, self - quotient * divisor)
  }
}
