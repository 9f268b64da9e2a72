/// Reads the times that log headers print, without a locale.
///
/// Grammar: a date (ISO, slashes, `23/Nov/2026`, `Nov 23`, `Mon Nov 23`, `11-23`, `20261123`), a clock, a fraction of
/// exactly 3, 6, 7 or 9 digits, a zone. Parts that a log leaves out are taken from `reference`, the last full
/// date nearby.
struct TimestampParser {
  /// Day and year of a neighbouring record; 1970-01-01 where nothing is known.
  var reference = CalendarDay(year: 1970, month: 1, day: 1)

  /// What stood in the text.
  struct Reading {
    var time: Timestamp
    /// Nil where the text has no full date.
    var day: CalendarDay?
    /// Digits of the fraction; 0 without one.
    var fractionDigits = 0
    /// Position behind it.
    var end = 0
  }

  /// The time that the whole text is, as a JSON field or a named group gives it; blanks and brackets are
  /// ignored.
  func parse(_ text: String) -> Reading? {
    var cursor = TextCursor(text, limit: 64)
    while cursor.current.isBlank || cursor.current == UInt8(ascii: "[") { cursor.advance() }
    if let reading = epoch(cursor) { return reading }
    return parse(at: cursor)
  }

  /// A time that begins at the cursor.
  func parse(at start: TextCursor) -> Reading? {
    var cursor = start
    guard cursor.current.isDigit || cursor.current.isLetter else { return nil }
    if isClock(cursor) { return clock(&cursor, day: reference, full: nil) }
    guard let date = date(&cursor) else { return nil }
    if date.clockFirst { return ctime(&cursor, date: date) }
    let full = date.hasYear ? date.day : nil
    guard skipSeparator(&cursor) else { return nil }
    if date.isCompact, let reading = compactClock(&cursor, day: date.day) { return reading }
    guard isClock(cursor) else { return nil }
    return clock(&cursor, day: date.day, full: full)
  }

  // MARK: clock

  private func isClock(_ cursor: TextCursor) -> Bool {
    let width = cursor.peek(1) == UInt8(ascii: ":") ? 1 : 2
    return cursor.peek(0).isDigit && (width == 1 || cursor.peek(1).isDigit)
      && cursor.peek(width) == UInt8(ascii: ":") && cursor.peek(width + 1).isDigit
      && cursor.peek(width + 2).isDigit && cursor.peek(width + 3) == UInt8(ascii: ":")
      && cursor.peek(width + 4).isDigit && cursor.peek(width + 5).isDigit
  }

  private func clock(_ cursor: inout TextCursor, day: CalendarDay, full: CalendarDay?) -> Reading? {
    guard var hour = cursor.digits(1...2), cursor.skip(UInt8(ascii: ":")),
      let minute = cursor.digits(2...2), cursor.skip(UInt8(ascii: ":")), let second = cursor.digits(2...2),
      hour < 24, minute < 60, second < 61
    else { return nil }
    let (nanoseconds, digits) = fraction(&cursor)
    halfDay(&cursor, hour: &hour)
    let zone = zone(&cursor)
    guard !cursor.current.isDigit, !cursor.current.isLetter else { return nil }
    let seconds = day.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - (zone ?? 0)
    return Reading(
      time: Timestamp(
        nanoseconds: Int64(seconds) * 1_000_000_000 + Int64(nanoseconds), hasZone: zone != nil),
      day: full, fractionDigits: digits, end: cursor.position)
  }

  /// `031400Z` of `20261123T031400Z`.
  private func compactClock(_ cursor: inout TextCursor, day: CalendarDay) -> Reading? {
    guard cursor.digitRun == 6, let hour = cursor.digits(2...2), let minute = cursor.digits(2...2), let second = cursor.digits(2...2),
      hour < 24, minute < 60, second < 61
    else { return nil }
    let (nanoseconds, digits) = fraction(&cursor)
    let zone = zone(&cursor)
    let seconds = day.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - (zone ?? 0)
    return Reading(
      time: Timestamp(nanoseconds: Int64(seconds) * 1_000_000_000 + Int64(nanoseconds), hasZone: zone != nil), day: day,
      fractionDigits: digits, end: cursor.position)
  }

  /// Nanoseconds, and how many digits stood there. `03:56:47,2194,` has no fraction: 2194 is a pid.
  private func fraction(_ cursor: inout TextCursor) -> (nanoseconds: Int, digits: Int) {
    // .NET and SAP part milliseconds by a colon.
    let isColon = cursor.current == UInt8(ascii: ":")
    guard isColon || cursor.current == UInt8(ascii: ".") || cursor.current == UInt8(ascii: ",") else { return (0, 0) }
    var ahead = cursor
    ahead.advance()
    let count = ahead.digitRun
    guard !isColon || count == 3 else { return (0, 0) }
    // JavaScript, Python and Java write 3, Python and Go 6, GitHub and .NET 7, containers 9; Go drops
    // trailing zeros behind a point, so a point takes any number of digits up to 9.
    let isPoint = cursor.current == UInt8(ascii: ".")
    guard [3, 6, 7, 9].contains(count) || (isPoint && (1...9).contains(count)) else { return (0, 0) }
    guard let value = ahead.digits(count...count) else { return (0, 0) }
    cursor = ahead
    var nanoseconds = value
    for _ in count..<9 { nanoseconds *= 10 }
    return (nanoseconds, count)
  }

  private func halfDay(_ cursor: inout TextCursor, hour: inout Int) {
    var ahead = cursor
    _ = ahead.skip(0x20)
    let first = ahead.current.lowered
    guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p"),
      ahead.peek(1).lowered == UInt8(ascii: "m"),
      !ahead.peek(2).isLetter
    else { return }
    hour = hour % 12 + (first == UInt8(ascii: "p") ? 12 : 0)
    ahead.advance(2)
    cursor = ahead
  }

  /// Seconds east of UTC; nil where no zone stands here.
  private func zone(_ cursor: inout TextCursor) -> Int? {
    var ahead = cursor
    if ahead.skip(UInt8(ascii: "Z")) {
      guard !ahead.current.isLetter else { return nil }
      cursor = ahead
      return 0
    }
    ahead.skipBlanks()
    guard ahead.position - cursor.position <= 1 else { return nil }
    if let zone = namedZone(&ahead) {
      cursor = ahead
      return zone.seconds
    }
    if ahead.bytes[ahead.position...].starts(with: "UTC".utf8)
      || ahead.bytes[ahead.position...].starts(with: "GMT".utf8)
    {
      ahead.advance(3)
      guard ahead.current == UInt8(ascii: "+") || ahead.current == UInt8(ascii: "-") else {
        guard !ahead.current.isLetter else { return nil }
        cursor = ahead
        return 0
      }
    }
    let sign = ahead.current == UInt8(ascii: "-") ? -1 : 1
    guard ahead.skip(UInt8(ascii: "+")) || ahead.skip(UInt8(ascii: "-")), let hours = ahead.digits(2...2)
    else { return nil }
    _ = ahead.skip(UInt8(ascii: ":"))
    guard let minutes = ahead.digits(2...2), !ahead.current.isDigit, hours <= 14 else { return nil }
    cursor = ahead
    // Go prints both: `+0000 UTC`.
    if ahead.skip(0x20), namedZone(&ahead) != nil { cursor = ahead }
    return sign * (hours * 3_600 + minutes * 60)
  }

  /// `CET`, `PDT`; behind names that several zones have no offset is known.
  private func namedZone(_ cursor: inout TextCursor) -> (seconds: Int?, name: String)? {
    var end = cursor.position
    while end < cursor.bytes.count, end - cursor.position < 5, (0x41...0x5A).contains(cursor.bytes[end]) { end += 1 }
    guard (3...4).contains(end - cursor.position), end >= cursor.bytes.count || !cursor.bytes[end].isLetter && !cursor.bytes[end].isDigit
    else { return nil }
    // `UTC+2` has an offset behind it.
    guard end >= cursor.bytes.count || cursor.bytes[end] != UInt8(ascii: "+") && cursor.bytes[end] != UInt8(ascii: "-") else { return nil }
    let name = cursor.text(cursor.position..<end)
    let hours = Self.zones[name]
    guard hours != nil || Self.sharedNames.contains(name) else { return nil }
    cursor.position = end
    return (hours.map { $0 * 3_600 }, name)
  }

  private static let zones: [String: Int] = [
    "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10,
    "AEDT": 11, "NZST": 12, "NZDT": 13, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
  ]
  private static let sharedNames: Set<String> = ["CST", "IST", "BST", "AST"]

  // MARK: date

  private struct DateReading {
    var day: CalendarDay
    var hasYear = true
    /// `Nov 23 03:14:00 2026`: the year may follow the clock.
    var clockFirst = false
    /// `20261123`: the clock may be printed so too.
    var isCompact = false
  }

  private func date(_ cursor: inout TextCursor) -> DateReading? {
    cursor.current.isLetter ? namedDate(&cursor) : numericDate(&cursor)
  }

  private func numericDate(_ cursor: inout TextCursor) -> DateReading? {
    let run = cursor.digitRun
    if run == 4 { return yearFirst(&cursor) }
    if run == 8 { return compactDate(&cursor) }
    guard run == 1 || run == 2, let first = cursor.digits(1...2) else { return nil }
    let separator = cursor.current
    guard
      separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".")
        || separator == 0x20
    else { return nil }
    cursor.advance()
    if let month = monthName(&cursor) {  // 23/Nov/2026, 23-Nov-2026, 23 Nov 2026
      if separator == 0x20, cursor.peek(0) == 0x20, cursor.peek(1).isDigit, cursor.peek(3) == UInt8(ascii: ":") {
        return withoutYear(month, first)
      }
      guard cursor.skip(separator), let year = cursor.digits(4...4) else { return nil }
      return valid(year, month, first)
    }
    guard separator != 0x20, let second = cursor.digits(1...2) else { return nil }
    // `11-23 03:14:00`, `11/23 03:14:00`.
    if run == 2, cursor.current.isBlank, separator != UInt8(ascii: "."), cursor.peek(3) == UInt8(ascii: ":") {
      return first > 12 ? withoutYear(second, first) : withoutYear(first, second)
    }
    guard cursor.skip(separator) else { return nil }
    let width = cursor.digitRun
    guard width == 4 || width == 2, let year = cursor.digits(width...width) else { return nil }
    let fullYear = width == 2 ? 2000 + year : year
    // US order first, as JavaScript and rich print it; a first number above 12 and dots mean the day.
    if separator == UInt8(ascii: ".") || first > 12 { return valid(fullYear, second, first) }
    return valid(fullYear, first, second)
  }

  /// `20261123`, before a clock.
  private func compactDate(_ cursor: inout TextCursor) -> DateReading? {
    guard let year = cursor.digits(4...4), let month = cursor.digits(2...2), let day = cursor.digits(2...2) else { return nil }
    var date = valid(year, month, day)
    date?.isCompact = true
    return date
  }

  private func withoutYear(_ month: Int, _ day: Int) -> DateReading? {
    var date = valid(reference.year, month, day)
    date?.hasYear = false
    return date
  }

  private func yearFirst(_ cursor: inout TextCursor) -> DateReading? {
    guard let year = cursor.digits(4...4), year >= 1970, year < 2200 else { return nil }
    let separator = cursor.current
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".")
    else { return nil }
    cursor.advance()
    guard let month = cursor.digits(2...2), cursor.skip(separator), let day = cursor.digits(2...2) else {
      return nil
    }
    return valid(year, month, day)
  }

  private func namedDate(_ cursor: inout TextCursor) -> DateReading? {
    var ahead = cursor
    if weekday(&ahead) {
      _ = ahead.skip(UInt8(ascii: ","))
      ahead.skipBlanks()
    }
    if ahead.current.isDigit, ahead.position > cursor.position {  // Mon, 23 Nov 2026 06:32:29 GMT
      cursor = ahead
      return numericDate(&cursor)
    }
    guard let month = monthName(&ahead), ahead.skipBlanks() > 0, let day = ahead.digits(1...2) else {
      return nil
    }
    _ = ahead.skip(UInt8(ascii: ","))
    cursor = ahead
    var yearAhead = ahead
    yearAhead.skipBlanks()
    if yearAhead.digitRun == 4, let year = yearAhead.digits(4...4), let date = valid(year, month, day) {
      cursor = yearAhead
      return date
    }
    guard var date = withoutYear(month, day) else { return nil }
    date.clockFirst = true
    return date
  }

  /// `Nov 23 03:14:00` and `Nov 23 03:14:00 2026`.
  private func ctime(_ cursor: inout TextCursor, date: DateReading) -> Reading? {
    guard cursor.skipBlanks() > 0, isClock(cursor), let reading = clock(&cursor, day: date.day, full: nil)
    else { return nil }
    var ahead = cursor
    guard ahead.skip(0x20), ahead.digitRun == 4, let year = ahead.digits(4...4),
      (1970..<2200).contains(year)
    else {
      return reading
    }
    let day = CalendarDay(year: year, month: date.day.month, day: date.day.day)
    let shift = Int64(day.daysSinceEpoch - date.day.daysSinceEpoch) * 86_400_000_000_000
    return Reading(
      time: Timestamp(nanoseconds: reading.time.nanoseconds + shift, hasZone: reading.time.hasZone),
      day: day, fractionDigits: reading.fractionDigits, end: ahead.position)
  }

  private func valid(_ year: Int, _ month: Int, _ day: Int) -> DateReading? {
    guard (1...12).contains(month), (1...31).contains(day), (1970..<2200).contains(year) else { return nil }
    return DateReading(day: CalendarDay(year: year, month: month, day: day))
  }

  /// What may stand between date and clock: `T`, a blank, `, `, ` - `, `:` (as in
  /// `23/Nov/2026:03:14:00`), ` at `.
  private func skipSeparator(_ cursor: inout TextCursor) -> Bool {
    let start = cursor.position
    if cursor.skip(UInt8(ascii: "T")) || cursor.skip(UInt8(ascii: ":")) { return true }
    _ = cursor.skip(UInt8(ascii: ","))
    cursor.skipBlanks()
    if cursor.current == UInt8(ascii: "-"), cursor.peek(1) == 0x20 { cursor.advance(2) }
    return cursor.position > start && cursor.position - start <= 4
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private func monthName(_ cursor: inout TextCursor) -> Int? {
    guard let index = Self.months.firstIndex(of: word(cursor)) else { return nil }
    cursor.advance(3)
    return index + 1
  }

  private func weekday(_ cursor: inout TextCursor) -> Bool {
    guard Self.weekdays.contains(word(cursor)) else { return false }
    cursor.advance(3)
    return true
  }

  /// The three letters here in lower case; empty where a longer word stands.
  private func word(_ cursor: TextCursor) -> String {
    guard cursor.peek(0).isLetter, cursor.peek(1).isLetter, cursor.peek(2).isLetter,
      !cursor.peek(3).isLetter
    else { return "" }
    return String(
      decoding: [cursor.peek(0).lowered, cursor.peek(1).lowered, cursor.peek(2).lowered], as: UTF8.self)
  }

  // MARK: epoch

  /// Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their number of digits.
  private func epoch(_ start: TextCursor) -> Reading? {
    var cursor = start
    let run = cursor.digitRun
    guard [10, 13, 16, 19].contains(run), let value = cursor.digits(run...run) else { return nil }
    var nanoseconds = Int64(value)
    for _ in 0..<((19 - run) / 3) {
      let (product, overflows) = nanoseconds.multipliedReportingOverflow(by: 1_000)
      guard !overflows else { return nil }
      nanoseconds = product
    }
    // Behind the year 2200 stands a number, no time.
    guard nanoseconds < 7_258_118_400_000_000_000 else { return nil }
    if run == 10, cursor.skip(UInt8(ascii: ".")) {
      let count = min(cursor.digitRun, 9)
      if count > 0, var fraction = cursor.digits(count...count) {
        for _ in count..<9 { fraction *= 10 }
        nanoseconds += Int64(fraction)
      }
      while cursor.current.isDigit { cursor.advance() }
    }
    guard cursor.isAtEnd || cursor.current.isBlank || cursor.current == UInt8(ascii: "]") else {
      return nil
    }
    return Reading(
      time: Timestamp(nanoseconds: nanoseconds, hasZone: true),
      day: CalendarDay(daysSinceEpoch: Int(nanoseconds / 86_400_000_000_000)), fractionDigits: 0,
      end: cursor.position)
  }
}

/// A day of the Gregorian calendar.
struct CalendarDay: Hashable, Sendable {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// By the civil-from-days rule: years begin in March, so that the leap day is the last one.
  init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
