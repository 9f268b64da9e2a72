import CulpritIntake
import CulpritPatterns
import CulpritRuleFiles
import CulpritRules
import CulpritScan
import CulpritSignals
import Foundation
import Testing

/// A wording is found in whatever way it reached the file.
@Suite struct WrappedExampleTests {
  private static let rules = RuleSet.builtIn
  private static let plan = ScanPlan(anchors: rules.anchors)
  private static let formats = FormatSet(rules.formats)

  private struct Example {
    var id: String
    var line: String
    /// An anchor stands in it; others are only read near one.
    var isAnchored: Bool
    /// Found as it is, without a header before it.
    var isPlain = true
    var matcher: PatternMatcher
  }

  private static let examples: [Example] = {
    let patterns = Dictionary(rules.patterns.map { ($0.id, $0) }) { $1 }
    let path = BuiltInRulesTests.root.appending(path: "Patterns").path
    let loaded = try? RuleLoader.load(RuleFolder.files(in: path))
    return (loaded?.examples ?? []).compactMap { example in
      guard let pattern = patterns[example.id] else { return nil }
      var hits: [Hit] = []
      let bytes = Array(example.line.utf8)
      _ = plan.scan(bytes.span, in: 0..<bytes.count, into: &hits)
      var result = Example(
        id: example.id, line: example.line, isAnchored: !hits.isEmpty, matcher: PatternMatcher(patterns: [pattern]))
      // A word that looks like a level stays where a header stands before.
      if !isFound(result, in: result.line + "\n", readingAll: true) {
        result.isPlain = false
        result.line = header + result.line
      }
      // What is left are lines of several records, which their application wrote as one.
      return isFound(result, in: result.line + "\n", readingAll: true) ? result : nil
    }
  }()

  private static let header = "2026-11-23 03:00:00,000 ERROR shop - "

  /// Patterns that are lost in a wrapping, and why.
  private static let knownLosses: [String: Set<String>] = [
    // Its anchor is escaped twice.
    "a logger's JSON in docker's": ["openrouter.credential-refused.user"],
    // stern puts such a bar behind its own prefix.
    "'shop-web-7c9f6d5b8-kx2lp web '": ["pm2.process-spawned.list"],
    // Its line of a name alone becomes a part of the sentence before it.
    "a panel of any width": ["configuration.credential-absent.pydantic-settings"],
  ]

  /// What a header takes of their lines says the same to those who bind processes: asynq's and delayed_job's pids. A
  /// body that stands alone on its line is a logger's record.
  private static let takenByHeaders: Set<String> = [
    "mistral.credential-refused.codestral",
    "queues.process-announced.asynq", "queues.process-announced.delayed-job", "queues.process-exited.asynq",
  ]

  @Test("no header takes the words that a pattern needs")
  func plain() {
    let lost = Set(Self.examples.filter { !$0.isPlain && !$0.line.contains("\n") }.map(\.id))
    #expect(lost == Self.takenByHeaders)
  }

  @Test("there are examples to wrap, most of them with an anchor")
  func examples() {
    #expect(Self.examples.count > 500)
    #expect(Self.examples.count { $0.isAnchored } > 300)
  }

  @Test("every example of a pattern is found in every wrapping", arguments: Wrapping.all)
  func wrapped(_ wrapping: Wrapping) {
    var lost: [String: String] = [:]
    for example in Self.examples {
      for log in wrapping.logs(example.line) where lost[example.id] == nil {
        if !Self.isFound(example, in: log, readingAll: wrapping.partsWords) { lost[example.id] = log }
      }
    }
    #expect(Set(lost.keys) == Self.knownLosses[wrapping.name] ?? [], "\(lost.values.joined(separator: "\n"))")
  }

  /// Behind so many lines that nothing but an anchor has them read.
  private static let before = [UInt8](String(repeating: "2026-11-23 03:00:00,000 INFO shop order stored\n", count: 60).utf8)

  private static func isFound(_ example: Example, in log: String, readingAll: Bool) -> Bool {
    let isHit = example.isAnchored && !readingAll
    var options = IntakeOptions(stretchBefore: 2 << 10, stretchAfter: 2 << 10, head: 0)
    options.sampleEvery = 1 << 40
    options.countsRepeats = false
    if !isHit { options.head = 1 << 40 }
    let bytes = (isHit ? before : []) + Array(log.utf8)
    var reader = SourceReader(source: "test.log", plan: plan, formats: formats, options: options)
    var records: [Record] = []
    reader.feed(bytes.span, into: &records)
    reader.finish(into: &records)
    var matcher = example.matcher
    return records.contains { !matcher.matches(in: RecordText($0).text).isEmpty }
  }
}
