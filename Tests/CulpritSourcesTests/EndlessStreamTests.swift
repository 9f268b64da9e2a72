@testable import Culprit
@testable import CulpritSources
import CulpritDiagnosis
import Testing

/// A stream in which nothing repeats: what is kept of it is bounded, and hangs on its content alone.
@Suite struct EndlessStreamTests {
  private static let rules = Rules.builtIn

  /// Each line is of a process and of a wording that never came before.
  private static let lines = (1...6_000).map { number in
    let word = String(number &* 2_654_435_761 & 0xFFFF_FFFF, radix: 16)
    let what = number.isMultiple(of: 10)
      ? "openai.AuthenticationError: Error code: 401 - {'error': {'code': 'invalid_api_key'}, 'request': '\(word)'}"
      : "openai call \(word) of \(String(word.reversed())) failed: timed out"
    return "2026-11-23 05:\(10 + number / 600):\(10 + number / 20 % 50),101 ERROR service\(word.prefix(3))[\(number)]: \(what)\n"
  }.joined()

  private func analyzer(inBlocksOf size: Int) -> Analyzer {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.isEndless = true
    var file = RollingFile(source: "-", begin: 0, for: analyzer)
    let bytes = Array(Self.lines.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      file.feed(Array(bytes[start..<min(start + size, bytes.count)]).span, into: &analyzer)
    }
    file.close(in: &analyzer)
    return analyzer
  }

  @Test("what is forgotten of a stream does not hang on the blocks in which it comes")
  func blocks() {
    let whole = analyzer(inBlocksOf: 1 << 20)
    let report = whole.report()
    #expect(report == analyzer(inBlocksOf: 7_777).report())
    #expect(report.input.lines == 6_000)
    #expect(whole.settledFacts.ledger.entryCount < 6 * Ledger.kept)
  }

  @Test("what a process said last is kept, what those said that are gone is not")
  func newest() {
    let pids = Set(analyzer(inBlocksOf: 64 << 10).report().processes.compactMap(\.pid))
    #expect(pids.contains(6_000) && !pids.contains(11))
  }
}
