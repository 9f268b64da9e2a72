import CulpritIntake
import Testing

/// Two processes write into one stream, line by line: each failure comes out whole, and as its own writer's.
@Suite struct InterleavingTests {
  private static let first = [
    "Traceback (most recent call last):", "  File \"/srv/a.py\", line 3, in run", "    ask()", "ValueError: first",
  ]
  private static let second = [
    "Error: second", "    at ask (/srv/b.js:3:1)", "    at run (/srv/b.js:9:1)", "    at main (/srv/b.js:12:1)",
  ]

  @Test("every envelope has a sample that names its source")
  func complete() {
    #expect(Set(InterleavedEnvelope.all.map(\.envelope)) == Set(Envelopes.names))
    #expect(InterleavedEnvelope.all.allSatisfy { $0.source.hasPrefix("https://") || $0.source.hasPrefix("observed: ") })
  }

  @Test("failures of two processes that a runner interleaves come out whole", arguments: InterleavedEnvelope.all)
  func envelopes(_ envelope: InterleavedEnvelope) throws {
    let pairs = zip(Self.first, Self.second)
    let log = pairs.map { envelope.line(0, $0) + "\n" + envelope.line(1, $1) + "\n" }.joined()
    let records = Reading.records(of: log)
    try #require(records.count == 2, "\(records)")
    #expect(records[0].lines.map(\.text) == Self.first)
    #expect(records[1].lines.map(\.text) == Self.second)
    #expect(records[0].writer != records[1].writer)
    #expect(records.allSatisfy { !$0.isUncertain })
  }

  @Test("also where the two take turns of other lengths", arguments: InterleavedEnvelope.all)
  func turns(_ envelope: InterleavedEnvelope) throws {
    var log = ""
    for (process, lines) in [(0, Self.first[..<3]), (1, Self.second[..<1]), (0, Self.first[3...]), (1, Self.second[1...])] {
      for line in lines { log += envelope.line(process, line) + "\n" }
    }
    let records = Reading.records(of: log)
    #expect(records.map { $0.lines.map(\.text) } == [Self.first, Self.second])
  }
}
