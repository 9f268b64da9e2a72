import Culprit
import CulpritIntake
import CulpritRules
import CulpritSignals

/// `culprit-lab frame`: the records of files, to see where framing goes wrong.
struct FrameCommand {
  static let usage = """
    culprit-lab frame FILE...     the records that Intake made: place, writer, time, level, panel, message
    """

  private let rules = Rules.builtIn
  private let redactor: Redactor
  private let files: [String]

  init(_ words: [String]) throws {
    let arguments = try Arguments(words, options: [], flags: [])
    guard !arguments.paths.isEmpty else { throw Arguments.Problem(message: "give a file") }
    files = arguments.paths
    redactor = Redactor(providers: rules.set.providers)
  }

  func run() throws -> Int32 {
    for file in files {
      for record in try RecordReader.records(of: file, rules: rules) { print(text(of: record)) }
    }
    return 0
  }

  private func text(of record: Record) -> String {
    var head = ["\(record.place.source)+\(record.place.offset)"]
    head.append(record.level.map { "\($0)" } ?? "-")
    head.append(record.time.map { LogTime($0).description } ?? "-")
    head.append("[\(record.writer.format)]")
    head += Self.origin(record.writer)
    if !record.numbers.isEmpty { head.append("numbers=\(record.numbers.map(\.value))") }
    if let title = record.panelTitle { head.append("panel=\"\(redactor.redact(title))\"") }
    if record.isCut { head.append("cut") }
    if record.isUncertain { head.append("uncertain") }
    // Line by line: the redactor makes one line of what it gets.
    let message = record.message.split(separator: "\n", omittingEmptySubsequences: false)
    let body = message.map { "    \(redactor.redact(String($0)))" }
    return ([head.joined(separator: " ")] + body).joined(separator: "\n")
  }

  /// What the writer says of itself, as `name=value`.
  private static func origin(_ writer: Writer) -> [String] {
    let fields: [(String, String?)] = [
      ("host", writer.host), ("container", writer.container), ("service", writer.service),
      ("program", writer.program), ("pid", writer.pid.map { String($0) }),
      ("outer", writer.outerPid.map { String($0) }), ("thread", writer.thread), ("logger", writer.logger),
    ]
    let own = fields.compactMap { name, value in value.map { "\(name)=\($0)" } }
    return own + writer.constants.map { "\($0.name):\($0.value)" }
  }
}
