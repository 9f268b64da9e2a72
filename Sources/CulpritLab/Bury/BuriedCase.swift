package import Culprit
import CulpritIntake
import CulpritRules
import CulpritScan
import CulpritSources
import Foundation

/// A case whose sources are long before their failures, and go on long after them.
package struct BuriedCase {
  /// Where other programs' lines are put into each source.
  package enum Spot: String, CaseIterable, Sendable {
    /// Before its first line.
    case before
    /// Between its first lines and the record of its first failure anchor.
    case gap
    /// After its last line.
    case after
  }

  /// Why a case cannot be buried.
  package struct Unfit: Error {
    package var reason: String
  }

  private struct Source {
    var name: String
    var bytes: [UInt8]
    /// Where its first failure is; nil where nothing stands before it, or there is none.
    var gap: Int?
    var first: Date
    var last: Date
  }

  private let rules: Rules
  private let paths: [String]
  private var sources: [Source] = []

  /// - Throws: `Unfit`, or what reading a file throws.
  package init(_ corpusCase: CorpusCase, rules: Rules) throws {
    self.rules = rules
    paths = corpusCase.files
    let failures = ScanPlan(anchors: rules.set.anchors.filter { $0.kind != .context })
    for name in try Self.fileNames(of: corpusCase) {
      let data = try Data(contentsOf: URL(fileURLWithPath: corpusCase.folder + "/" + name))
      sources.append(try source(name, bytes: [UInt8](data), failures: failures))
    }
  }

  /// Files at every depth, as a report names them.
  private static func fileNames(of corpusCase: CorpusCase) throws -> [String] {
    try corpusCase.files.flatMap { name -> [String] in
      let path = corpusCase.folder + "/" + name
      guard isFolder(path) else { return [name] }
      let inner = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
      return inner.filter { !isFolder(path + "/" + $0) }.map { name + "/" + $0 }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  private func source(_ name: String, bytes: [UInt8], failures: ScanPlan) throws -> Source {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0x1F, 0x8B]) || name.hasSuffix(".tar") || name.hasSuffix(".zip") || head.starts(with: [0x28, 0xB5]) {
      throw Unfit(reason: "packed")
    }
    if head.contains(0) || head.starts(with: [0xFF, 0xFE]) { throw Unfit(reason: "not in UTF-8") }
    var reader = SourceReader(source: name, plan: rules.plan, formats: rules.formats, options: IntakeOptions())
    var records: [Record] = []
    reader.feed(bytes.span, into: &records)
    reader.finish(into: &records)
    let times = records.sorted { $0.place < $1.place }.compactMap(\.time)
    return Source(
      name: name, bytes: bytes, gap: Self.gap(in: bytes, records: records, failures: failures),
      first: Self.date(of: times.first), last: Self.date(of: times.last))
  }

  private static func date(of time: Timestamp?) -> Date {
    Date(timeIntervalSince1970: Double(time?.nanoseconds ?? 1_772_359_200_000_000_000) / 1e9)
  }

  /// The start of the record that holds the first failure anchor, and no other one's middle.
  private static func gap(in bytes: [UInt8], records: [Record], failures: ScanPlan) -> Int? {
    var hits: [Hit] = []
    _ = failures.scan(bytes.span, in: 0..<bytes.count, into: &hits)
    guard let hit = hits.first?.offset else { return nil }
    var gap = (bytes[..<hit].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    while let around = records.first(where: { record in
      let last = record.lines.map(\.place.offset).max() ?? record.place.offset
      return record.place.offset < gap && gap <= last
    }) {
      gap = around.place.offset
    }
    return gap > 0 ? gap : nil
  }

  /// What is said of the case with so many bytes of other programs' lines at each of these spots.
  ///
  /// The sources lie in a folder for that time: an analyzer reads files otherwise than streams.
  package func report(
    burying count: Int, at spots: Set<Spot>, linesOf writer: OrdinaryLines.Writer
  ) throws -> Report {
    let folder = NSTemporaryDirectory() + "culprit-buried-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (index, source) in sources.enumerated() {
      let pieces = Self.pieces(of: source) { spot, minute in
        guard spots.contains(spot) else { return Data() }
        let seed = index * Spot.allCases.count + (Spot.allCases.firstIndex(of: spot) ?? 0) + 1
        var lines = OrdinaryLines(of: writer, in: minute, seed: UInt64(seed))
        return lines.bytes(count)
      }
      try Self.write(pieces, to: "\(folder)/\(source.name)")
    }
    let list = SourceList(paths: paths, in: folder)
    return SourceReading.analyze(list, with: Analyzer(rules: rules)).report()
  }

  private static func write(_ pieces: [Data], to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: url)
    let file = try FileHandle(forWritingTo: url)
    for piece in pieces { try file.write(contentsOf: piece) }
    try file.close()
  }

  /// A source with what is put into it, in order; some may be empty.
  private static func pieces(of source: Source, filler: (Spot, Date) -> Data) -> [Data] {
    let gap = source.gap ?? 0
    let endsLine = source.bytes.last == UInt8(ascii: "\n")
    return [
      filler(.before, source.first), Data(source.bytes[..<gap]), gap > 0 ? filler(.gap, source.first) : Data(),
      Data(source.bytes[gap...]), endsLine ? Data() : Data([UInt8(ascii: "\n")]), filler(.after, source.last),
    ]
  }
}

extension Report {
  /// What must not change when a case is buried: of each incident cause, pids, entrypoints and chain; sorted.
  package var outlines: [String] {
    incidents.map { incident in
      let members = incident.processes.map { "\($0.pid.map(String.init) ?? "-") \($0.entrypoint ?? "-")" }.sorted()
      let chain = incident.chain.map { ($0.isVerdict ? "*" : "") + $0.type }
      return "\(incident.cause.rawValue) [\(members.joined(separator: ", "))] \(chain.joined(separator: " > "))"
    }.sorted()
  }
}
