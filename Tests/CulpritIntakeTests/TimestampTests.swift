import Testing

@testable import CulpritIntake

struct TimestampTests {
  /// 2026-11-23T03:14:00Z in seconds.
  static let base = 1_795_403_640.0

  static let forms: [(String, Double, Bool)] = [
    ("2026-11-23T03:14:00Z", 0, true), ("2026-11-23T03:14:00.5Z", 0.5, true),
    ("2026-11-23 03:14:00,250", 0.25, false),
    ("2026-11-23 03:14:00.123456", 0.123456, false), ("2026-11-23T03:14:00.123456789Z", 0.123456789, true),
    ("2026-11-23T04:14:00+01:00", 0, true), ("2026-11-23 03:14:00 +0000", 0, true),
    ("2026-11-22T22:14:00-0500", 0, true),
    ("2026/11/23 03:14:00", 0, false), ("23/Nov/2026:03:14:00 +0000", 0, true),
    ("23-Nov-2026 03:14:00 UTC", 0, true),
    ("11/23/2026, 3:14:00 AM", 0, false), ("11/23/2026, 3:14:00 PM", 43_200, false),
    ("23.11.2026 03:14:00", 0, false),
    ("11/23/26 03:14:00", 0, false), ("Mon Nov 23 03:14:00 2026", 0, false),
    ("Mon Nov 23 03:14:00.250000 2026", 0.25, false),
    ("Nov 23 03:14:00 2026", 0, false), ("Nov 23, 2026 3:14:00 AM", 0, false),
    ("Mon, 23 Nov 2026 03:14:00 GMT", 0, true),
    ("1795403640", 0, true), ("1795403640250", 0.25, true), ("1795403640000000000", 0, true),
    ("1795403640.25", 0.25, true),
    ("2026/11/23 - 03:14:00", 0, false), ("[2026-11-23 03:14:00]", 0, false),
    ("2026-11-23 03:14:00:250", 0.25, false), ("20261123 03:14:00", 0, false), ("20261123T031400Z", 0, true),
    ("2026-11-23 04:14:00 CET", 0, true), ("2026-11-22 19:14:00 PST", 0, true), ("2026-11-23 03:14:00 IST", 0, false),
    ("2026-11-23 03:14:00 +0000 UTC", 0, true), ("2026-11-23 04:14:00.25 +0100 CET", 0.25, true),
  ]

  @Test("the times that logs print are read", arguments: forms)
  func reads(_ text: String, _ offset: Double, _ hasZone: Bool) throws {
    let time = try #require(TimestampParser().parse(text)?.time)
    #expect(
      time
        == Timestamp(
          nanoseconds: Int64(Self.base) * 1_000_000_000 + Int64((offset * 1e9).rounded()), hasZone: hasZone)
    )
  }

  @Test(
    "what is no time is none",
    arguments: [
      "", "17", "2026-13-23 03:14:00", "2026-11-23 25:14:00", "version 1.2.3", "12:34", "Nov",
      "99999999999", "2026-11-23",
      "20261123", "20261399 03:14:00", "20261123T0314", "11-23", "11-33 03:14:00", "13/13 03:14:00",
    ])
  func refuses(_ text: String) { #expect(TimestampParser().parse(text) == nil) }

  @Test("a fraction has 3, 6, 7 or 9 digits behind a comma; four are the next column")
  func fraction() throws {
    let reading = try #require(TimestampParser().parse(at: TextCursor("03:56:47,2194,INFO")))
    #expect(reading.end == 8)
    #expect(try #require(TimestampParser().parse(at: TextCursor("03:56:47,219,INFO"))).end == 12)
  }

  @Test("a missing year or day is that of a dated line nearby")
  func reference() throws {
    let parser = TimestampParser(reference: CalendarDay(year: 2026, month: 11, day: 23))
    #expect(parser.parse("Nov 23 03:14:00")?.time.nanoseconds == Int64(Self.base) * 1_000_000_000)
    for text in ["11-23 03:14:00.000", "11/23 03:14:00", "23/11 03:14:00", "23 Nov 03:14:00"] {
      #expect(parser.parse(text)?.time.nanoseconds == Int64(Self.base) * 1_000_000_000, "\(text)")
      #expect(parser.parse(text)?.day == nil)
    }
    #expect(parser.parse("03:14:00")?.time.nanoseconds == Int64(Self.base) * 1_000_000_000)
    #expect(TimestampParser().parse("00:00:01")?.time.nanoseconds == 1_000_000_000)
  }

  @Test("days since 1970 and back", arguments: [-719_162, -1, 0, 59, 789, 11_016, 19_782, 20_780, 84_005])
  func days(_ count: Int) { #expect(CalendarDay(daysSinceEpoch: count).daysSinceEpoch == count) }
}
