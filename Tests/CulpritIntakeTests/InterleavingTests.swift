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

  @Test(
    "a header before every physical line is none of a record of its own, and the lines keep what they are indented by",
    arguments: [
      "2026-11-23 03:00:00 ", "2026-11-23 03:00:00,123 - ERROR - ", "2026-11-23 03:00:00 worker-1  | ", "2026-11-23 03:00:00,123 | ERROR | ",
      "[Mon Nov 23 03:00:00.123456 2026] [wsgi:error] [pid 4312:tid 140242] [remote 10.0.0.7:51234] ", "2026-11-23T03:00:00.123Z ",
    ])
  func stamped(_ header: String) {
    for lines in [Self.first, Self.second] {
      let records = Reading.records(of: lines.map { header + $0 + "\n" }.joined())
      #expect(records.map { $0.lines.map(\.text) } == [lines])
    }
  }

  @Test(
    "a number at one place of heads keeps failures of two processes apart, before it is known to be a pid",
    arguments: [
      "2026-11-23 03:00:00 [%d] | ", "11-23 03:00:00.123 | ERROR | worker(%d) | ", "2026-11-23 03:00:00:123 [%d] ERROR ", "20261123 03:00:00 %d ERROR ",
      "[23 Nov 2026 03:00:00] [%d] ERROR ", "2026-11-23 03:00:00 CET [%d] ERROR ",
    ])
  func numbers(_ header: String) {
    let headers = ["4100", "4312"].map { header.replacing("%d", with: $0) }
    let log = zip(Self.first, Self.second).map { headers[0] + $0 + "\n" + headers[1] + $1 + "\n" }.joined()
    #expect(Reading.records(of: log).map { $0.lines.map(\.text) } == [Self.first, Self.second])
  }

  @Test("below a line with a prefix a traceback without one belongs to it")
  func bare() {
    let log = "[worker:4312] job 3 failed\n" + Self.first.joined(separator: "\n") + "\n[web:4100] request 4 answered\n"
    let records = Reading.records(of: log)
    #expect(records.map(\.lines.count) == [5, 1])
    #expect(records[0].writer.service == "worker" && records[1].writer.service == "web")
  }

  @Test("what supervisord's programs wrote is told by name, in turns")
  func supervisedOutput() throws {
    func output(_ name: String, _ lines: some Sequence<String>) -> String {
      "2026-11-23 03:00:00,123 DEBG '\(name)' stderr output:\n" + lines.map { $0 + "\n" }.joined()
    }
    let log = output("web", ["INFO: up"]) + output("worker", Self.first[..<2]) + output("web", Self.second[..<2]) + output("worker", Self.first[2...])
      + output("web", Self.second[2...])
    let records = Reading.records(of: log)
    #expect(records.map(\.writer.source) == ["web", "worker", "web"])
    #expect(records.map { $0.lines.map(\.text) } == [["up"], Self.first, Self.second])
  }

  @Test("sections of pm2's last lines are sources of their own")
  func lastLines() {
    let log = "/root/.pm2/logs/worker-error.log last 15 lines:\n1|worker   | INFO: up\n/root/.pm2/logs/web-error.log last 15 lines:\n0|web      | INFO: up\n"
    #expect(Reading.records(of: log).map(\.writer.source) == ["/root/.pm2/logs/worker-error.log", "/root/.pm2/logs/web-error.log"])
  }
}
