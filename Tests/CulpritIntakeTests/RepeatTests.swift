import CulpritIntake
import Testing

/// Records that tell the same are counted without being read; whoever reads them all finds the same.
@Suite struct RepeatTests {
  /// A log in which a few kinds of records come again and again, of several writers at once.
  private static func storm(_ render: (Int) -> String) -> [UInt8] {
    Array((0..<1_200).map(render).joined().utf8)
  }

  private static func clock(_ second: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "2026-11-23 \(two(second / 3_600 % 24)):\(two(second / 60 % 60)):\(two(second % 60))"
  }

  private static let kinds: [(name: String, render: @Sendable (Int) -> String)] = [
    ("one line", { "\(clock($0)) INFO httpx POST https://api.openai.com/v1/chat/completions 200 in \($0 * 7) ms\n" }),
    (
      "a traceback",
      {
        "\(clock($0)),\(100 + $0 % 900) ERROR job \($0 * 31) failed\nTraceback (most recent call last):\n"
          + "  File \"/srv/a.py\", line 7, in run\n    call()\nopenai.AuthenticationError: Error code: 401 - api_key\n"
      }
    ),
    (
      "writers in turn",
      {
        $0 % 3 == 0
          ? "web-1  | \(clock($0)) INFO served order \($0 * 13)\n"
          : "worker-1  | \(clock($0)) ERROR unauthorized api_key\nworker-1  |     at call (/srv/w.js:\(3 + $0 % 2))\n"
      }
    ),
    (
      "stacks that change behind the same head, and in their middle",
      {
        let frames = (0..<5).map { "    at step\($0) (/srv/w.js:\(10 + $0):3)\n" }.joined()
        let other = $0 % 7 == 3 ? "    at detour (/srv/d.js:4:1)\n" : $0 % 11 == 5 ? "    id \($0 * 977)\n" : ""
        let end = $0 % 300 < 150 ? "    at main (/srv/w.js:1:1)\n    at start (/srv/w.js:2:2)\n" : "    at other (/srv/o.js:1:1)\n"
        return "\(clock($0)) ERROR unauthorized api_key\n" + frames + other + frames + end
      }
    ),
    (
      "two tracebacks at once",
      {
        let second = clock($0)
        return "[\(second)] [11] [ERROR] [a] call failed api_key\nTraceback (most recent call last):\n"
          + "[\(second)] [12] [ERROR] [b] call failed api_key\n  File \"/srv/a.py\", line 7, in run\nValueError: no\n"
      }
    ),
  ]

  /// What is known of records, with those that were counted: writer, first line and how many.
  private static func counts(_ records: [Record]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for record in records {
      let head = record.message.split(separator: "\n").first ?? ""
      let kind = head.filter { !$0.isNumber }
      counts["\(record.writer) \(kind) \(record.lines.count)", default: 0] += record.occurrences
    }
    return counts
  }

  private static func read(_ bytes: [UInt8], counting: Bool) -> (records: [Record], coverage: SourceCoverage) {
    var options = IntakeOptions(cellSize: 8 << 10, stretchBefore: 2 << 10, stretchAfter: 1 << 10, head: 1 << 40)
    options.countsRepeats = counting
    var reader = SourceReader(source: "log", plan: Reading.plan, formats: Reading.formats, options: options)
    var records: [Record] = []
    var learned = 0
    for start in stride(from: 0, to: bytes.count, by: 1_024) {
      reader.feed(Array(bytes[start..<min(start + 1_024, bytes.count)]).span, into: &records)
      for record in records[learned...] {
        // Here a record tells its writer and nothing else: pids count, other numbers do not.
        for fields in record.fields {
          var counting: UInt32 = 0
          for (index, text) in fields.texts.enumerated() where text == record.writer.pid.map(String.init) {
            counting |= 1 << UInt32(index)
          }
          reader.learn(fields, counting: counting)
        }
      }
      learned = records.count
    }
    reader.finish(into: &records)
    return (records, reader.coverage)
  }

  @Test("records that are counted are as many as those that are read", arguments: kinds.indices)
  func counted(_ kind: Int) {
    let bytes = Self.storm(Self.kinds[kind].render)
    let all = Self.read(bytes, counting: false)
    let some = Self.read(bytes, counting: true)
    #expect(Self.counts(some.records) == Self.counts(all.records))
    #expect(some.coverage.records == all.coverage.records)
    #expect(some.coverage.formats == all.coverage.formats)
    #expect(some.records.count * 4 < all.records.count, "\(some.records.count) of \(all.records.count) were read")
  }

  @Test("of records that are counted the last one is read", arguments: kinds.indices)
  func last(_ kind: Int) {
    let bytes = Self.storm(Self.kinds[kind].render)
    let all = Self.read(bytes, counting: false).records
    let some = Self.read(bytes, counting: true).records
    func image(_ record: Record?) -> String { record.map { "\($0.place) \($0.message) \($0.lines.map(\.text))" } ?? "" }
    let last = all.max { $0.place.offset < $1.place.offset }
    #expect(image(some.max { $0.place.offset < $1.place.offset }) == image(last))
  }

  @Test("a line that differs in what counts is another record's")
  func differing() {
    let bytes = Self.storm {
      #"{"level":50,"time":\#(1_795_402_800_000 + $0),"pid":\#(10 + $0 % 5),"msg":"api_key refused for \#($0 * 11)"}"# + "\n"
    }
    let records = Self.read(bytes, counting: true).records
    var byPid: [Int?: Int] = [:]
    for record in records { byPid[record.writer.pid, default: 0] += record.occurrences }
    #expect(byPid == [10: 240, 11: 240, 12: 240, 13: 240, 14: 240])
  }
}
