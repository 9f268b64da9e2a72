import CulpritIntake
import CulpritRules
import CulpritScan
package import CulpritSignals

/// Counts what rules do on logs: hits of each anchor, what is read closely, matches and time of each pattern.
///
/// Goes the way of an `Analyzer` up to the signals, one source after the other.
package struct LogMeter {
  /// How often an anchor stands in the logs.
  package struct AnchorUse: Hashable, Sendable {
    package let text: String
    /// What a hit makes worth reading: `failure` or `context`.
    package let kind: String
    /// That hold it.
    package fileprivate(set) var lines = 0
  }

  /// In the order of the rules' anchors.
  package private(set) var anchors: [AnchorUse]
  package private(set) var bytes = 0
  package private(set) var lines = 0
  /// Records that were read closely, and bytes of their lines, without what wrapped them.
  package private(set) var readRecords = 0
  package private(set) var readBytes = 0
  /// Records that were counted only: they say what others said before them.
  package private(set) var countedRecords = 0
  private var patterns: PatternMeter

  private let rules: Rules
  private let plans: [ScanPlan]
  private let clock: () -> Int64
  private var extractor: SignalExtractor
  private var reader: SourceReader
  /// The line that is not yet whole.
  private var rest: [UInt8] = []

  /// - Parameter clock: of any unit; it is asked twice for each pattern that runs on a record.
  package init(rules: Rules, clock: @escaping () -> Int64) {
    self.rules = rules
    self.clock = clock
    anchors = rules.set.anchors.map { AnchorUse(text: $0.text, kind: "\($0.kind)") }
    plans = rules.set.anchors.map { ScanPlan(anchors: [$0]) }
    patterns = PatternMeter(patterns: rules.set.patterns)
    extractor = SignalExtractor(rules: rules.set)
    reader = Self.reader(of: "", rules: rules)
  }

  /// In the order of the rules' patterns.
  package var uses: [PatternMeter.Use] { patterns.uses }

  private static func reader(of source: String, rules: Rules) -> SourceReader {
    SourceReader(source: source, plan: rules.plan, formats: rules.formats, options: IntakeOptions())
  }

  package mutating func open(_ source: String) {
    reader = Self.reader(of: source, rules: rules)
  }

  /// Takes the next bytes of the source that was opened last.
  package mutating func feed(_ piece: Span<UInt8>) {
    var records: [Record] = []
    reader.feed(piece, into: &records)
    take(records)
    for index in piece.indices { rest.append(piece[index]) }
    if let last = lastNewline(in: rest.span, before: rest.count) {
      countAnchors(upTo: last + 1)
      rest.removeFirst(last + 1)
    }
  }

  /// Ends the source.
  package mutating func close() {
    var records: [Record] = []
    reader.finish(into: &records)
    take(records)
    countAnchors(upTo: rest.count)
    rest = []
    bytes += reader.coverage.bytes
    lines += reader.coverage.lines
  }

  private mutating func take(_ records: [Record]) {
    for record in records {
      let facts = extractor.facts(of: record)
      for fields in record.fields { reader.learn(fields, counting: facts.counting(fields)) }
      patterns.measure(record, by: clock)
      readRecords += 1
      readBytes += record.lines.reduce(0) { $0 + $1.text.utf8.count + 1 }
      countedRecords += record.occurrences - 1
    }
  }

  /// The plan of all anchors tells which lines hold any; only these are searched for each.
  private mutating func countAnchors(upTo end: Int) {
    var hits: [Hit] = []
    _ = rules.plan.scan(rest.span, in: 0..<end, into: &hits)
    var line = 0..<0
    for hit in hits where hit.offset >= line.upperBound {
      let start = lastNewline(in: rest.span, from: line.upperBound, before: hit.offset).map { $0 + 1 } ?? line.upperBound
      line = start..<(firstNewline(in: rest.span, from: hit.offset, before: end) ?? end)
      for (number, plan) in plans.enumerated() {
        var own: [Hit] = []
        _ = plan.scan(rest.span, in: line, into: &own)
        anchors[number].lines += own.count
      }
    }
  }
}
