import Testing

@testable import CulpritScan

struct NewlineTests {
  @Test("the newline next to any place is found, within any bounds", arguments: 1...40)
  func findsNeighbours(seed: Int) {
    var dice = Dice(seed: seed)
    // Bytes that differ from a newline in one bit, or would carry into their neighbours.
    let text = dice.text(of: "\n\u{0B}\u{0A}\0\u{7F}*ab" + String(repeating: "x", count: seed), count: 90)
    let newlines = text.indices.filter { text[$0] == 10 }
    for start in 0...text.count {
      #expect(firstNewline(in: text.span, from: start) == newlines.first { $0 >= start })
      #expect(lastNewline(in: text.span, before: start) == newlines.last { $0 < start })
      for end in start...text.count {
        let within = newlines.filter { $0 >= start && $0 < end }
        #expect(firstNewline(in: text.span, from: start, before: end) == within.first)
        #expect(lastNewline(in: text.span, from: start, before: end) == within.last)
      }
    }
  }

  @Test("a line ends behind its newline, and lines with the same bytes have the same hash alone", arguments: 1...40)
  func endsOfLines(seed: Int) {
    var dice = Dice(seed: seed)
    let text = dice.text(of: "\nab" + String(repeating: "a", count: seed), count: 120)
    var lines: [UInt64: [UInt8]] = [:]
    for start in 0...text.count {
      for end in start...text.count {
        let newline = text[start..<end].firstIndex(of: 10)
        let line = lineEnd(in: text.span, from: start, before: end)
        #expect(line.end == newline.map { $0 + 1 } ?? end)
        let bytes = Array(text[start..<line.end])
        #expect(lines[line.hash, default: bytes] == bytes)
        lines[line.hash] = bytes
        #expect(lineEnd(in: bytes.span, from: 0, before: bytes.count).hash == line.hash)
      }
    }
  }

  @Test("bytes over 127 are no newlines")
  func ignoresHighBytes() {
    let text = (128...255).map { UInt8($0) }
    #expect(firstNewline(in: text.span, from: 0) == nil)
    #expect(lastNewline(in: text.span, before: text.count) == nil)
  }
}
