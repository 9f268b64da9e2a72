import CulpritDiagnosis
import CulpritIntake

/// Small pieces of sentences: amounts, times, names of processes, places.
enum Phrase {
  /// `1 failure`, `12 failures`; nouns that form their plural with an s.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : noun.hasSuffix("s") ? "es" : "s")"
  }

  /// `80,211`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `512 bytes`, `9.4 kB`, `10 MB`: powers of 1000, two digits where they tell something.
  static func bytes(_ number: Int) -> String {
    guard number >= 1000 else { return count(number, "byte") }
    var scaled = Double(number)
    for unit in ["kB", "MB", "GB"] {
      scaled /= 1000
      if scaled < 999.5 { return decimal(scaled) + " " + unit }
    }
    return decimal(scaled / 1000) + " TB"
  }

  private static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    guard tenths < 100, !tenths.isMultiple(of: 10) else { return grouped(Int(number.rounded())) }
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `97 %`; never 100 or 0: a log proves nothing.
  static func percent(_ confidence: Double) -> String {
    guard confidence.isFinite else { return "? %" }
    return "\(Int((min(0.99, max(0.01, confidence)) * 100).rounded())) %"
  }

  /// ` (57 of the 99 %)`: a subcause's part of what its cause has.
  static func share(_ part: Double, of whole: Double) -> String {
    guard part.isFinite, whole.isFinite else { return "" }
    return " (\(percent(min(part, whole)).dropLast(2)) of the \(percent(whole)))"
  }

  /// `missing-env / not-inherited`.
  static func cause(_ cause: Incident.Cause, _ subcause: String?) -> String {
    subcause.map { "\(cause.rawValue) / \($0)" } ?? cause.rawValue
  }

  /// `openai 401`; nil where both are unknown.
  static func service(_ provider: String?, _ status: Int?) -> String? {
    let parts = [provider, status.map(String.init)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// `worker.log:118`.
  static func place(_ place: SourcePlace) -> String {
    let source = place.source == "-" ? "stdin" : place.source
    return "\(source):\(place.line)"
  }

  /// `from 03:14:00 to 03:14:41 UTC on 2026-11-23`, without what the log does not print; nil where it tells no times.
  static func span(_ first: LogTime?, _ last: LogTime?) -> String? {
    guard let first = first ?? last, let last = last ?? first as LogTime? else { return nil }
    let zone = first.timestamp.hasZone ? " UTC" : ""
    guard first.date == last.date, let date = first.date else {
      return first.date == last.date && first.clock == last.clock
        ? "at \(first.clock)\(zone)"
        : "from \(pointInTime(first)) to \(pointInTime(last))\(zone)"
    }
    return first.clock == last.clock
      ? "at \(first.clock)\(zone) on \(date)"
      : "from \(first.clock) to \(last.clock)\(zone) on \(date)"
  }

  /// A time, with month and day where it is not that of another one.
  static func time(_ time: LogTime, near other: LogTime?) -> String {
    guard let date = time.date, date != other?.date else { return time.clock }
    return "\(date.suffix(5)) \(time.clock)"
  }

  private static func pointInTime(_ time: LogTime) -> String {
    [time.date, time.clock].compactMap(\.self).joined(separator: " ")
  }
}

extension LogTime {
  /// `2026-11-23`, or `11-23` where the log prints no year; nil where it prints no day.
  var date: String? { precision == .clock ? nil : String(description.prefix { $0 != "T" }) }

  /// `03:14:00`, to the second.
  var clock: String { String(description.split(separator: "T").last?.prefix(8) ?? "") }
}
