import CulpritIntake
import Testing

/// Content that is made to be slow or big. A quadratic step would take minutes here.
struct HostileTests {
  static let seeds = [
    "2026-11-23 03:00:00 INFO x", "2026-11-23x", "{}", "{\"a\":1}",
    "{\"level\":30,\"time\":1,\"msg\":\"a\"}", "[a] ", "a-1 | ", "a-1-", "{\"log\":\"",
    "[", "{", "a=b ", "a=\"", "a=[", "\u{1B}[", "\u{1B}]", "#033[", "\\u001b[", "╭", "│", "Caused by: ",
    "(", "1 | ", "a.b.", "Aa",
    "x:1: ", "\u{0}", "<134>1 - - - - - ", "- ", "Nov 23 03:00:00 a b[1]: ", "pid=1 tid=a ", "    ",
  ]

  @Test("long lines of anything take time in proportion", arguments: seeds)
  func longLines(_ seed: String) {
    let line = String(repeating: seed, count: (48 << 10) / seed.utf8.count)
    for text in [
      line, "2026-11-23 03:00:00 INFO x " + line, "ERROR: " + line + "\n" + line + "\n  at " + line,
    ] {
      let records = Reading.records(of: text + "\nINFO: end\n")
      #expect(
        records.last.map { $0.message == "end" || $0.isCut || $0.lines.last?.text == "INFO: end" } == true)
      #expect(records.count < 200)
    }
  }

  @Test("many short lines of anything take time in proportion", arguments: seeds)
  func manyLines(_ seed: String) {
    let text = String(repeating: seed + "\n", count: 3_000)
    let (records, coverage) = Reading.reading(of: Array(text.utf8))
    #expect(coverage.lines == 3_000 + (seed.hasSuffix("\n") ? 3_000 : 0))
    #expect(records.count <= 3_000)
  }

  @Test("thousands of containers do not keep thousands of records open")
  func origins() {
    var text = ""
    for number in 0..<5_000 { text += "c\(number)-1 | Error: no\n" }
    #expect(Reading.records(of: text).count == 5_000)
  }

  @Test("JSON nested without end is a line like any other")
  func nesting() {
    let text =
      "{\"level\":30,\"time\":1795402800000,\"msg\":\"a\",\"x\":" + String(repeating: "[", count: 100_000)
      + "\nINFO: end\n"
    #expect(Reading.records(of: text).last?.message == "end")
  }

  @Test("random bytes are read without a trap, whole and in pieces", arguments: 1...20)
  func randomBytes(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let alphabet =
      Array("\n\n\n {}[]\"':=,|-0123456789TZ.api_keyERROR: \u{1B}[31m╭│╰\r\tCaused by Traceback (".utf8) + [
        0, 0xFF, 0xC2,
      ]
    let bytes = (0..<20_000).map { _ in alphabet[Int(next() % UInt64(alphabet.count))] }
    let whole = Reading.reading(of: bytes, options: Reading.small)
    let pieces = Reading.reading(of: bytes, options: Reading.small, pieces: 97)
    #expect(whole.records.map(Reading.image) == pieces.records.map(Reading.image))
    #expect(whole.coverage == pieces.coverage)
    let size = Reading.small.cellSize
    let parts = stride(from: 0, to: bytes.count, by: size).flatMap { start in
      Reading.records(
        of: bytes, options: Reading.small, part: start..<(start + size >= bytes.count ? .max : start + size)
      )
    }
    #expect(parts.map(Reading.image) == whole.records.map(Reading.image))
  }
}
