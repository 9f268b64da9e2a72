import Culprit
import CulpritIntake
import Testing

/// The same input gives the same report, however it comes in.
@Suite struct SameAnswerTests {
  private static let rules = Rules.builtIn
  private static let few = CorpusLogs.cases(every: 9, upTo: 100_000)
  private static let many = CorpusLogs.cases(every: 3, upTo: 200_000)

  private func whole(_ logs: CorpusLogs, options: Options = Options()) -> Analyzer {
    var analyzer = Analyzer(rules: Self.rules, options: options)
    for file in logs.files { analyzer.feed(file.bytes, from: file.name) }
    return analyzer
  }

  @Test("the corpus is there, and some of it is to be blamed on somebody")
  func corpusIsThere() {
    #expect(Self.few.count > 5)
    #expect(Self.few.contains { !whole($0).report().incidents.isEmpty })
  }

  @Test("where the bytes are cut changes nothing", arguments: few, [7, 4099, 65_536])
  func cutAnywhere(_ logs: CorpusLogs, _ size: Int) {
    var analyzer = Analyzer(rules: Self.rules)
    for file in logs.files { feed(file, inPiecesOf: size, to: &analyzer) }
    #expect(analyzer.report() == whole(logs).report())
  }

  @Test("bytes that come one by one change nothing")
  func oneByOne() throws {
    let logs = try #require(Self.many.first { $0.size < 20_000 && !whole($0).report().incidents.isEmpty })
    var analyzer = Analyzer(rules: Self.rules)
    for file in logs.files { feed(file, inPiecesOf: 1, to: &analyzer) }
    #expect(analyzer.report() == whole(logs).report())
  }

  @Test("the order of the sources changes nothing", arguments: many.filter { $0.files.count > 1 })
  func otherOrder(_ logs: CorpusLogs) {
    var reversed = logs
    reversed.files.reverse()
    #expect(whole(reversed).report() == whole(logs).report())
  }

  @Test("sources that are fed in turns change nothing", arguments: few.filter { $0.files.count > 1 })
  func inTurns(_ logs: CorpusLogs) {
    var analyzer = Analyzer(rules: Self.rules)
    let longest = logs.files.map(\.bytes.count).max() ?? 0
    for start in stride(from: 0, to: longest, by: 1000) {
      for file in logs.files where start < file.bytes.count {
        analyzer.feed(Array(file.bytes[start..<min(start + 1000, file.bytes.count)]), from: file.name)
      }
    }
    #expect(analyzer.report() == whole(logs).report())
  }

  @Test(
    "a log that comes again and again tells the same whether its records are counted or read",
    arguments: CorpusLogs.cases(every: 4, upTo: 7_000))
  func againAndAgain(_ logs: CorpusLogs) {
    func report(counting: Bool) -> Report {
      var options = Options()
      options.intake.countsRepeats = counting
      var analyzer = Analyzer(rules: Self.rules, options: options)
      for file in logs.files {
        for _ in 0..<30 { analyzer.feed(file.bytes, from: file.name) }
      }
      return analyzer.report()
    }
    #expect(report(counting: true) == report(counting: false))
  }

  @Test("parts that were analysed apart merge into the whole, in any order", arguments: many)
  func inParts(_ logs: CorpusLogs) {
    var options = Options()
    options.intake.cellSize = 4096
    options.intake.lineBytes = 16_384
    options.intake.stretchBefore = 8192
    options.intake.stretchAfter = 2048
    options.intake.overrun = 8192
    options.intake.head = 8192
    var parts: [Analyzer] = []
    for file in logs.files {
      for start in stride(from: 0, to: max(1, file.bytes.count), by: 3 * 4096) {
        let isLast = start + 3 * 4096 >= file.bytes.count
        let part = start..<(isLast ? .max : start + 3 * 4096)
        var analyzer = Analyzer(rules: Self.rules, options: options)
        analyzer.open(part: part, of: file.name)
        analyzer.feed(Array(file.bytes[analyzer.reach(ofPart: part, size: file.bytes.count)]), from: file.name)
        parts.append(analyzer)
      }
    }
    let expected = whole(logs, options: options).report()
    for order in [parts, parts.reversed()] {
      var merged = Analyzer(rules: Self.rules, options: options)
      for part in order { merged.merge(part) }
      #expect(merged.report() == expected)
    }
  }

  @Test("looking at a stream changes nothing of what is said at its end", arguments: few)
  func lookingOften(_ logs: CorpusLogs) {
    var analyzer = Analyzer(rules: Self.rules)
    var now: Int64 = 0
    for file in logs.files {
      for start in stride(from: 0, to: file.bytes.count, by: 10_000) {
        analyzer.feed(Array(file.bytes[start..<min(start + 10_000, file.bytes.count)]), from: file.name)
        now += 2_000_000_000
        analyzer.advance(to: Moment(nanoseconds: now))
        _ = analyzer.events()
        _ = analyzer.report()
      }
    }
    #expect(analyzer.report() == whole(logs).report())
  }

  private func feed(_ file: CorpusLogs.File, inPiecesOf size: Int, to analyzer: inout Analyzer) {
    for start in stride(from: 0, to: file.bytes.count, by: size) {
      analyzer.feed(Array(file.bytes[start..<min(start + size, file.bytes.count)]), from: file.name)
    }
  }
}
