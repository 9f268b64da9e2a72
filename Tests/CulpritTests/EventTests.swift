@testable import Culprit
import CulpritDiagnosis
import Testing

/// What a reader of a stream is told, and when.
@Suite struct EventTests {
  private static let rules = Rules.builtIn
  private let refused = """
    2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """

  private func seconds(_ seconds: Double) -> Moment { Moment(seconds: 1000 + seconds) }

  @Test("an incident is told when the stream pauses, once, whether or not another line follows")
  func toldOnce() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.advance(to: seconds(0))
    analyzer.feed(refused, from: "-")
    #expect(analyzer.events().isEmpty)
    analyzer.advance(to: seconds(0.2))
    #expect(analyzer.events().map(\.kind) == [.opened])
    analyzer.advance(to: seconds(5))
    #expect(analyzer.events().isEmpty)
    #expect(analyzer.finish().isEmpty)
  }

  @Test("an incident is told within a second, however busy the stream is")
  func toldWhileBusy() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.advance(to: seconds(0))
    analyzer.feed(refused, from: "-")
    var told: Double?
    for step in 1...20 where told == nil {
      let now = Double(step) * 0.1
      analyzer.advance(to: seconds(now))
      analyzer.feed("nothing of interest\n", from: "-")
      if !analyzer.events().isEmpty { told = now }
    }
    #expect(told.map { $0 <= 1 } == true)
  }

  @Test("a failure is told at once where another record follows it")
  func toldAtOnce() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.advance(to: seconds(0))
    analyzer.feed(refused, from: "-")
    #expect(analyzer.events().isEmpty)
    analyzer.advance(to: seconds(0.01))
    analyzer.feed("2026-11-23 05:48:45,103 INFO worker[41]: going on\n", from: "-")
    #expect(analyzer.events().map(\.kind) == [.opened])
    #expect(analyzer.finish().isEmpty)
  }

  @Test("an incident without a new failure for long is closed once, and opened by the next failure")
  func quiet() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.advance(to: seconds(0))
    analyzer.feed(refused, from: "-")
    analyzer.advance(to: seconds(1))
    #expect(analyzer.events().map(\.kind) == [.opened])
    analyzer.advance(to: seconds(800))
    #expect(analyzer.events().isEmpty)
    analyzer.advance(to: seconds(1000))
    let closed = analyzer.events()
    #expect(closed.map(\.kind) == [.closed] && closed.allSatisfy(\.isQuiet))
    analyzer.advance(to: seconds(3000))
    #expect(analyzer.events().isEmpty)
    analyzer.feed(refused, from: "-")
    analyzer.advance(to: seconds(3001))
    #expect(analyzer.events().map(\.kind) == [.opened])
  }

  @Test("the last line counts although its line ending never came")
  func unfinishedLine() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.advance(to: seconds(0))
    analyzer.feed(String(refused.dropLast()), from: "-")
    analyzer.advance(to: seconds(0.3))
    #expect(analyzer.events().count == 1)
  }

  @Test("without a clock only closed records are told, and the rest at the end")
  func withoutClock() {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed(refused, from: "-")
    #expect(analyzer.events().isEmpty)
    #expect(analyzer.finish().map(\.kind) == [.opened])
  }

  @Test("a sequence gives the events of its pieces, the last ones at its end")
  func sequence() async {
    let pieces = AsyncStream<Piece> { continuation in
      continuation.yield(Piece(source: "-", bytes: Array(refused.utf8), time: seconds(0)))
      continuation.yield(Piece(source: "-", bytes: [], time: seconds(1)))
      continuation.yield(Piece(source: "-", bytes: Array("on and on\n".utf8), time: seconds(2)))
      continuation.finish()
    }
    var kinds: [Event.Kind] = []
    for await event in Analyzer(rules: Self.rules).events(of: pieces) { kinds.append(event.kind) }
    #expect(kinds == [.opened])
  }
}

/// How two looks at the same stream differ.
@Suite struct ToldIncidentsTests {
  private func incident(
    _ id: String, _ cause: Incident.Cause = .staleCredential, confidence: Double = 0.9, pid: Int = 41
  ) -> Incident {
    var incident = Incident(id: id, cause: cause, confidence: confidence, count: 1)
    var member = Incident.Member(id: "p\(pid)", count: 1)
    member.pid = pid
    incident.processes = [member]
    incident.provider = "openai"
    return incident
  }

  private func events(from old: [Incident], to new: [Incident]) -> [Event] {
    var told = ToldIncidents()
    _ = told.update(with: old, [], of: [:], at: nil)
    return told.update(with: new, [], of: [:], at: nil)
  }

  @Test("counts and times alone are not told again")
  func countsOnly() {
    var later = incident("a")
    later.count = 12
    #expect(events(from: [incident("a")], to: [later]).isEmpty)
  }

  @Test("another cause for the same process is an update of what was told, although its id is new")
  func otherCause() {
    let events = events(from: [incident("a", .undetermined)], to: [incident("b", .missingEnv)])
    #expect(events.map(\.kind) == [.updated])
    #expect(events.first?.previous?.id == "a" && events.first?.incident.id == "b")
  }

  @Test("the incident of another process does not take the place of one that is gone")
  func otherProcess() {
    let events = events(from: [incident("a", pid: 1)], to: [incident("b", pid: 2)])
    #expect(events.map(\.kind) == [.opened, .closed])
  }

  @Test("who works again has recovered, and who fails again is an update")
  func recovery() {
    var recovered = incident("a")
    recovered.recovered = true
    #expect(events(from: [incident("a")], to: [recovered]).map(\.kind) == [.recovered])
    #expect(events(from: [recovered], to: [incident("a")]).map(\.kind) == [.updated])
  }

  @Test("becoming sure enough to act on is told")
  func surer() {
    let events = events(from: [incident("a", confidence: 0.79)], to: [incident("a", confidence: 0.81)])
    #expect(events.map(\.kind) == [.updated])
  }
}
