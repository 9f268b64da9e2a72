package import CulpritIntake

/// A time as the log prints it: in UTC where the log gives a zone, else in its own.
public struct LogTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var timestamp: Timestamp

  package init(_ timestamp: Timestamp) {
    self.timestamp = timestamp
  }

  /// nil where the log prints no date: a time of day alone is no point in time.
  package init?(dated timestamp: Timestamp?) {
    guard let timestamp, timestamp.nanoseconds >= 86_400_000_000_000 else { return nil }
    self.timestamp = timestamp
  }

  public static func < (a: Self, b: Self) -> Bool { a.timestamp < b.timestamp }

  /// RFC 3339, with `Z` where the log gives a zone and without where it does not.
  public var description: String {
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
