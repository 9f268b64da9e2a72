import Culprit
import Testing

/// `since` and `until`: what counts of a log, and what is said of the rest.
@Suite struct TimeRangeTests {
  private static let rules = Rules.builtIn

  private static let what = "ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': {'message': "
    + "'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}\n"

  private func report(_ lines: [String], since: String? = nil, until: String? = nil) throws -> Report {
    var options = Options()
    options.since = try since.map { try #require(LogMoment($0)) }
    options.until = try until.map { try #require(LogMoment($0)) }
    var analyzer = Analyzer(rules: Self.rules, options: options)
    analyzer.feed(lines.map { $0 + " " + Self.what }.joined(), from: "worker.log")
    return analyzer.report()
  }

  private func count(_ report: Report) -> Int { report.incidents.reduce(0) { $0 + $1.count } }

  private static let hours = ["2026-11-23 05:00:00,000", "2026-11-23 06:00:00,000", "2026-11-23 07:00:00,000"]

  @Test("failures before `since` and after `until` do not count, those at either do", arguments: [
    ("2026-11-23T06:00:00", nil, 2), ("2026-11-23 06:00", nil, 2), ("2026-11-23T06:00:01Z", nil, 1),
    (nil, "2026-11-23T06:00:00Z", 2), (nil, "2026-11-23", 0), ("2026-11-23", nil, 3), ("2026-11-24", nil, 0),
    ("2026-11-23T05:30", "2026-11-23T06:30", 1), ("2026-11-23T05:30", "2026-11-23T05:40", 0),
  ] as [(String?, String?, Int)])
  func bounds(_ since: String?, _ until: String?, _ counted: Int) throws {
    let report = try report(Self.hours, since: since, until: until)
    #expect(count(report) == counted)
    #expect(report.input.failuresOutside == 3 - counted)
  }

  @Test("a zone counts, in the log and in what is asked for", arguments: [
    ("2026-11-23T08:00:00+02:00", "2026-11-23T05:59:00Z", 1), ("2026-11-23T08:00:00+02:00", "2026-11-23T06:01:00Z", 0),
    ("2026-11-23T06:00:00Z", "2026-11-23T01:01:00-0500", 0), ("2026-11-23T06:00:00Z", "2026-11-23T00:59:00-0500", 1),
    ("2026-11-23T00:30:00-05:30", "2026-11-23T06:00:00z", 1),
  ])
  func zones(_ line: String, _ since: String, _ counted: Int) throws {
    #expect(count(try report([line], since: since)) == counted)
  }

  @Test("a line without a time counts always")
  func undated() throws {
    var options = Options()
    options.since = LogMoment("2030-01-01")
    options.until = LogMoment("2030-01-02")
    var analyzer = Analyzer(rules: Self.rules, options: options)
    analyzer.feed("openai.AuthenticationError: Error code: 401 - invalid_api_key\n", from: "worker.log")
    #expect(count(analyzer.report()) == 1 && analyzer.report().input.failuresOutside == 0)
  }

  @Test("what earlier records say of a process is known, though their failures do not count")
  func earlierFacts() throws {
    var options = Options()
    options.since = LogMoment("2026-11-23T06:00")
    var analyzer = Analyzer(rules: Self.rules, options: options)
    analyzer.feed("2026-11-23 05:00:00,000 INFO worker[41]: started /srv/app/worker.py pid=41\n", from: "worker.log")
    analyzer.feed(Self.hours.map { $0 + " " + Self.what }.joined(), from: "worker.log")
    let report = analyzer.report()
    #expect(count(report) == 2 && report.incidents.first?.processes.first?.pid == 41)
  }

  @Test("where failures lie outside alone, the report says so instead of nothing")
  func toldOutside() throws {
    let silent = ReportFormat.text.render(try report(Self.hours, since: "2026-11-24"))
    #expect(silent.contains("3 records outside of the time asked for (--since, --until)"))
    let some = ReportFormat.text.render(try report(Self.hours, since: "2026-11-23T06:30"))
    #expect(!some.contains("outside of the time"))
    #expect(ReportFormat.json.render(try report(Self.hours, since: "2026-11-24")).contains("\"failures_outside\": 3"))
  }

  @Test("it is the same however the log is cut and merged")
  func merged() throws {
    var options = Options()
    options.since = LogMoment("2026-11-23T06:30")
    let text = Self.hours.map { $0 + " " + Self.what }
    var whole = Analyzer(rules: Self.rules, options: options)
    for (number, line) in text.enumerated() { whole.feed(line, from: "\(number).log") }
    var parts = Analyzer(rules: Self.rules, options: options)
    for (number, line) in text.enumerated().reversed() {
      var part = Analyzer(rules: Self.rules, options: options)
      part.feed(line, from: "\(number).log")
      parts.merge(part)
    }
    #expect(parts.report() == whole.report() && whole.report().input.failuresOutside == 2)
  }
}
