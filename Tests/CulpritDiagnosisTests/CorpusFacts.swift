import CulpritDiagnosis
import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritScan
import CulpritSignals
import Foundation
import Testing

/// What the records of a case of the corpus tell, one element a record.
struct CorpusFacts: CustomTestStringConvertible, Sendable {
  var name: String
  var facts: [RecordFacts]
  var lineNumbers: LineNumbers

  var testDescription: String { name }

  static let rules = RuleSet.builtIn
  private static let options = IntakeOptions()
  private static let plan = ScanPlan(anchors: rules.anchors)
  private static let formats = FormatSet(rules.formats)
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  init(_ name: String) throws {
    self.name = name
    facts = []
    lineNumbers = LineNumbers(cellSize: Self.options.cellSize)
    var extractor = SignalExtractor(rules: Self.rules)
    let folder = Self.corpus.appending(path: name)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    for file in files where file != "label.json" && file != "label.md" {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      var reader = SourceReader(
        source: file, plan: Self.plan, formats: Self.formats, options: Self.options, part: nil)
      var records: [Record] = []
      reader.feed(bytes.span, into: &records)
      reader.finish(into: &records)
      lineNumbers.add(source: file, newlinesOfCells: reader.coverage.newlines)
      for record in records { facts.append(extractor.facts(of: record)) }
    }
  }

  func diagnosis(of ledger: Ledger) -> Diagnosis {
    Diagnosis(of: ledger, rules: Self.rules, lineNumbers: lineNumbers)
  }
}
