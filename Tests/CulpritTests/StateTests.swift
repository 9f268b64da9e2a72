@testable import Culprit
@testable import CulpritDiagnosis
import CulpritIntake
import CulpritSignals
import Testing

/// What is kept of an analyzer when the program that has it is ended.
@Suite struct StateTests {
  private static let rules = Rules.builtIn

  private func again<Value: Stored>(_ value: Value) throws -> Value {
    var writer = StateWriter()
    writer.write(value)
    var reader = StateReader(writer.bytes)
    let read: Value = try reader.read()
    #expect(reader.isAtEnd)
    return read
  }

  @Test("what comes back of a state is what was kept", arguments: CorpusLogs.cases(every: 4, upTo: 300_000))
  func sameFacts(_ logs: CorpusLogs) throws {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.advance(to: Moment(seconds: 1))
    for file in logs.files { analyzer.feed(file.bytes, from: file.name) }
    _ = analyzer.finish()
    let state = try again(analyzer.state)
    #expect(state.facts == analyzer.settledFacts)
    #expect(state.told.map(\.id) == analyzer.toldIncidents.map(\.id))
    var later = Analyzer(rules: Self.rules)
    later.restore(state)
    #expect(later.report() == analyzer.report())
    later.advance(to: Moment(seconds: 2))
    later.feed("on and on\n", from: "later.log")
    later.advance(to: Moment(seconds: 3))
    #expect(!later.events().contains { $0.kind == .opened || $0.kind == .closed })
  }

  @Test("a chain that goes round in a circle, or out of itself, is refused", arguments: [0, 1, 7, -1])
  func circle(_ parent: Int) throws {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed("openai.AuthenticationError: Error code: 401 - {'error': {'code': 'invalid_api_key'}}\n", from: "log")
    _ = analyzer.finish()
    var failure = try #require(analyzer.settledFacts.ledger.failures.values.first?.last)
    #expect(try again(failure) == failure)
    failure.links[0].parent = parent
    var writer = StateWriter()
    writer.write(failure)
    var reader = StateReader(writer.bytes)
    #expect(throws: StateDamage.self) { try reader.read(Failure.self) }
  }

  @Test("numbers of every size come back")
  func numbers() throws {
    let numbers = [0, 1, -1, 63, 64, -64, -65, .max, .min, 1 << 44]
    #expect(try again(numbers) == numbers)
    #expect(try again([UInt64.max, 0, 1 << 63]) == [UInt64.max, 0, 1 << 63])
    #expect(try again([0.5, -1e300, .infinity]) == [0.5, -1e300, .infinity])
    #expect(try again(["", "a", "ä", "a", ""]) == ["", "a", "ä", "a", ""])
  }

  @Test("a state that is cut or changed anywhere is refused or read, and never asks for much")
  func damage() throws {
    var analyzer = Analyzer(rules: Self.rules)
    for logs in CorpusLogs.cases(every: 40, upTo: 50_000) {
      for file in logs.files { analyzer.feed(file.bytes, from: file.name) }
    }
    _ = analyzer.finish()
    var writer = StateWriter()
    writer.write(analyzer.state)
    for index in stride(from: 0, to: writer.bytes.count, by: max(1, writer.bytes.count / 300)) {
      var cut = StateReader(Array(writer.bytes[..<index]))
      #expect(throws: StateDamage.self) { try cut.read(AnalyzerState.self) }
      var bytes = writer.bytes
      bytes[index] ^= 0xFF
      var changed = StateReader(bytes)
      _ = try? changed.read(AnalyzerState.self)
    }
  }

  @Test("in an endless stream of ever new writers the ledger stays small, and who is alive is not forgotten")
  func forgetting() {
    var analyzer = Analyzer(rules: Self.rules)
    let banner = "2026-11-23 00:00:00,000 INFO web[7]: OPENAI_API_KEY is set, pid 7\n"
    analyzer.feed(banner, from: "web")
    for round in 0..<40 {
      let name = "part \(round)"
      for number in 0..<500 {
        let pid = 1000 + round * 500 + number
        let time = "2026-11-23 \(10 + round / 6):\(10 + round % 6):00,000"
        analyzer.feed(
          "\(time) ERROR worker[\(pid)]: openai.AuthenticationError: Error code: 401 - invalid_api_key\n", from: name)
      }
      analyzer.close(name)
      analyzer.feed("2026-11-23 \(10 + round / 6):\(10 + round % 6):30,000 INFO web[7]: alive\n", from: "web")
      analyzer.forget()
    }
    analyzer.close("web")
    let ledger = analyzer.settledFacts.ledger
    #expect(ledger.writers.count <= 2 * Ledger.kept + 1000 && ledger.failures.count <= 2 * Ledger.kept + 1000)
    #expect(ledger.writers.keys.contains { $0.pid == 7 })
  }
}
