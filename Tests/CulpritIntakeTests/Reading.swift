import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritScan
import Foundation

/// Reads sources in tests: whole, in pieces, in parts.
enum Reading {
  static let formats = FormatSet(RuleSet.builtIn.formats)

  /// A few anchors that the logs of the tests hold.
  static let plan = ScanPlan(anchors: [
    Anchor(text: "api_key", kind: .failure), Anchor(text: "unauthori", kind: .failure),
    Anchor(text: "cationerror", kind: .failure), Anchor(text: "api.openai.com", kind: .context),
    Anchor(text: "credential", kind: .hint),
  ])

  /// Everything is framed.
  static let all: IntakeOptions = {
    var options = IntakeOptions()
    options.head = 1 << 40
    return options
  }()

  /// Bounds so small that a log of some kilobytes reaches all of them.
  static let small: IntakeOptions = {
    var options = IntakeOptions(cellSize: 4 << 10, stretchBefore: 1 << 10, stretchAfter: 256, head: 512)
    options.sampleEvery = 512
    options.denseSamples = 8 << 10
    options.overrun = 2 << 10
    options.lineBytes = 2 << 10
    options.hintReach = 700
    options.hintBefore = 128
    options.hintAfter = 256
    return options
  }()

  static func records(
    of bytes: [UInt8], options: IntakeOptions = all, pieces size: Int = .max, part: Range<Int>? = nil
  ) -> [Record] {
    reading(of: bytes, options: options, pieces: size, part: part).records
  }

  static func records(of text: String) -> [Record] { records(of: Array(text.utf8)) }

  /// - Parameter passedOver: is told how much of each piece was passed over; nil: all is fed.
  static func reading(
    of bytes: [UInt8], options: IntakeOptions = all, pieces size: Int = .max, part: Range<Int>? = nil,
    passedOver: ((Int) -> Void)? = nil
  ) -> (records: [Record], coverage: SourceCoverage) {
    var reader = SourceReader(
      source: "test.log", plan: plan, formats: formats, options: options, part: part)
    var records: [Record] = []
    let context = SourceReader.context(options)
    var position = max(0, (part?.lowerBound ?? 0) - context)
    let limit = part.map { $0.upperBound == .max ? .max : $0.upperBound + context } ?? .max
    let end = min(bytes.count, limit)
    while position < end {
      let next = min(end, size == .max ? end : position + size)
      if let passedOver {
        let count = reader.passOver(bytes.span.extracting(position..<next), into: &records)
        passedOver(count)
        position += count
      }
      reader.feed(bytes.span.extracting(position..<next), into: &records)
      position = next
    }
    reader.finish(into: &records)
    return (records.sorted { $0.place.offset < $1.place.offset }, reader.coverage)
  }

  /// Everything that a record says, as text.
  static func image(_ record: Record) -> String {
    var text = record.debugDescription + "\n" + record.message
    for line in record.lines { text += "\n\(line.place.offset) \(line.place.newlinesInCell) \(line.text)" }
    if let structure = record.structure { text += "\n\(structure)" }
    return text
  }

  /// A visible log of the corpus.
  static func corpus(_ path: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appending(path: "Corpus").appending(path: path)))
  }
}
