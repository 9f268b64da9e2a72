import Culprit
import Testing

@Suite struct AnalyzerTests {
  private static let rules = Rules.builtIn
  private let healthy = """
    {"level":30,"time":1795412925000,"pid":11,"svc":"web","msg":"listening"}

    """
  private let failing = """
    2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """

  @Test("nothing fed, nothing found")
  func nothing() {
    let report = Analyzer(rules: Self.rules).report()
    #expect(report.incidents.isEmpty && report.processes.isEmpty && report.input.sources == 0)
  }

  @Test("a refused key is an incident, a quiet log is none")
  func refusal() {
    #expect(Analyzer.report(on: failing).incidents.count == 1)
    #expect(Analyzer.report(on: healthy).incidents.isEmpty)
  }

  @Test("bytes, lines and sources are all accounted for")
  func accounting() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed("one\ntwo\nthree", from: "a")
    analyzer.feed("\n", from: "b")
    analyzer.close("c")
    let input = analyzer.report().input
    #expect(input.sources == 3)
    #expect(input.bytes == 14)
    #expect(input.lines == 4)
  }

  @Test("a report takes nothing away: the analyzer goes on, and so does a copy")
  func goesOn() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed(failing.prefix(80), from: "worker.log")
    _ = analyzer.report()
    var branch = analyzer
    analyzer.feed(failing.dropFirst(80), from: "worker.log")
    branch.feed("\n", from: "worker.log")
    var whole = Analyzer(rules: Self.rules)
    whole.feed(failing, from: "worker.log")
    #expect(analyzer.report() == whole.report())
    #expect(branch.report() != whole.report())
  }

  @Test("a closed source that is fed again is another one, with lines of its own")
  func fedAgain() throws {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed("quiet\nquiet\n", from: "worker.log")
    analyzer.close("worker.log")
    analyzer.feed(failing, from: "worker.log")
    let report = analyzer.report()
    #expect(report.input.sources == 2)
    let place = try #require(report.incidents.first?.evidence.first?.place)
    #expect(place.source == "worker.log (2)" && place.line == 1)
  }

  @Test("what was skipped is named, sorted by its source, whatever the order")
  func skipped() {
    let names = ["b", "a", "c"]
    var analyzer = Analyzer(rules: Self.rules)
    for name in names {
      analyzer.skip(Report.Skipped(source: name, offset: nil, bytes: nil, reason: .missing, detail: "gone"))
    }
    #expect(analyzer.report().input.skipped.map(\.source) == ["a", "b", "c"])
  }

  @Test("deployments are told apart: what is the same in both has different ids")
  func deployments() {
    let parts = ["north", "south"].map { name in
      var analyzer = Analyzer(rules: Self.rules, options: Options(deployment: name))
      analyzer.feed(failing, from: "\(name)/worker.log")
      return analyzer
    }
    var whole = Analyzer(rules: Self.rules)
    for part in parts { whole.merge(part) }
    let report = whole.report()
    #expect(report.incidents.map(\.deployment) == ["north", "south"])
    #expect(Set(report.incidents.map(\.id)).count == 2)
    let processes = Dictionary(report.processes.map { ($0.id, $0.deployment) }, uniquingKeysWith: { a, _ in a })
    #expect(processes.count == report.processes.count)
    for incident in report.incidents {
      #expect(incident.processes.allSatisfy { processes[$0.id] == incident.deployment })
    }
  }

  @Test("hostile bytes are read to their end", arguments: [
    [UInt8](repeating: 0, count: 100_000), [UInt8](repeating: 0xFF, count: 100_000),
    [UInt8](repeating: 0x0A, count: 100_000), Array(repeating: Array("api_key=".utf8), count: 20_000).flatMap { $0 },
    Array(repeating: Array("{\"error\":".utf8), count: 20_000).flatMap { $0 },
  ])
  func hostile(_ bytes: [UInt8]) {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed(bytes, from: "hostile")
    #expect(analyzer.report().input.bytes == bytes.count)
  }
}

extension Analyzer {
  fileprivate mutating func feed(_ text: Substring, from source: String) {
    feed(String(text), from: source)
  }
}
