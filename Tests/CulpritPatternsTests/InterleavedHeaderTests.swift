import CulpritIntake
import CulpritPatterns
import CulpritRuleFiles
import CulpritRules
import CulpritScan
import Foundation
import Testing

/// Header formats whose headers say who wrote: two processes that write line by line, each line with its header.
@Suite struct InterleavedHeaderTests {
  /// A format's header, and the same of another process.
  struct Headers: Sendable, CustomTestStringConvertible {
    var format: String
    var own: String
    var other: String?
    var testDescription: String { format }
  }

  private static let identities = ["pid", "program", "thread", "service", "logger", "host"]

  static let all: [Headers] = {
    let path = BuiltInRulesTests.root.appending(path: "Patterns").path
    let samples = (try? RuleLoader.load(RuleFolder.files(in: path)))?.samples ?? []
    var found: [Headers] = []
    for sample in samples {
      let known = found.firstIndex { $0.format == sample.id }
      if let known, found[known].other != nil { continue }
      guard let headers = headers(of: sample) else { continue }
      if let known { found[known] = headers } else { found.append(headers) }
    }
    return found
  }()

  /// nil where the format stands before its own sentences only, so that no traceback can follow.
  private static func headers(of sample: LoadedRules.Line) -> Headers? {
    guard let record = records(of: sample.line).first, record.writer.format == sample.id, sample.line.hasSuffix(record.message) else { return nil }
    let own = String(sample.line.dropLast(record.message.count))
    guard !own.isEmpty, lines(0).allSatisfy({ stands(own, before: $0, as: sample.id) }) else { return nil }
    for name in identities {
      guard let value = sample.values[name] else { continue }
      for range in own.ranges(of: value) {
        let changed = name == "pid" ? String((Int(value) ?? 0) + 3) : "q" + value.dropFirst()
        let other = own.replacingCharacters(in: range, with: changed)
        let isAnother = records(of: other + "x").first?.writer != records(of: own + "x").first?.writer
        if isAnother, lines(1).allSatisfy({ stands(other, before: $0, as: sample.id) }) {
          return Headers(format: sample.id, own: own, other: other)
        }
      }
    }
    return Headers(format: sample.id, own: own)
  }

  private static func stands(_ header: String, before line: String, as format: String) -> Bool {
    let record = records(of: header + line).first
    return record?.writer.format == format && record?.message == line
  }

  private static func lines(_ process: Int) -> [String] {
    process == 0
      ? ["Traceback (most recent call last):", "  File \"/srv/a.py\", line 3, in run", "    ask()", "ValueError: first"]
      : ["Error: second", "    at ask (/srv/b.js:3:1)", "    at run (/srv/b.js:9:1)", "    at main (/srv/b.js:12:1)"]
  }

  private static let formats = FormatSet(RuleSet.builtIn.formats)

  private static func records(of text: String) -> [Record] {
    var options = IntakeOptions()
    options.head = 1 << 40
    var reader = SourceReader(source: "test.log", plan: ScanPlan(anchors: RuleSet.builtIn.anchors), formats: formats, options: options)
    var records: [Record] = []
    let bytes = Array(text.utf8)
    reader.feed(bytes.span, into: &records)
    reader.finish(into: &records)
    return records.sorted { $0.place.offset < $1.place.offset }
  }

  @Test("most formats can stand before any line, and most of them say who writes")
  func some() {
    #expect(Self.all.count > 40)
    #expect(Self.all.count { $0.other != nil } > 30)
  }

  @Test("a failure whose every line has a header is one record", arguments: all)
  func whole(_ headers: Headers) {
    let log = Self.lines(0).map { headers.own + $0 + "\n" }.joined()
    #expect(Self.records(of: log).map { $0.lines.map(\.text) } == [Self.lines(0)])
  }

  @Test("failures of two processes that interleave line by line come out whole", arguments: all.filter { $0.other != nil })
  func interleaved(_ headers: Headers) throws {
    let other = try #require(headers.other)
    let log = zip(Self.lines(0), Self.lines(1)).map { headers.own + $0 + "\n" + other + $1 + "\n" }.joined()
    let records = Self.records(of: log)
    #expect(records.map { $0.lines.map(\.text) } == [Self.lines(0), Self.lines(1)])
    #expect(Set(records.map(\.writer)).count == 2)
  }
}
