import Culprit
import CulpritIntake
import Foundation

/// The records that Intake makes of a file, as an analyzer would get them.
enum RecordReader {
  static func records(of file: String, rules: Rules) throws -> [Record] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    var reader = SourceReader(source: file, plan: rules.plan, formats: rules.formats, options: IntakeOptions())
    var records: [Record] = []
    reader.feed(bytes.span, into: &records)
    reader.finish(into: &records)
    return records.sorted { $0.place < $1.place }
  }
}
