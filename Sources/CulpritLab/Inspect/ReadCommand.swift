import Culprit
import CulpritReport
import CulpritRules
import CulpritSources
import Foundation

/// `culprit-lab read`: what `culprit` does, with other rules in place of the built-in ones.
struct ReadCommand {
  static let usage = """
    culprit-lab read PATH... [--rules FILE] [--jobs CORES]
                                  reads logs as culprit does, with rules that culprit-rulec wrote (.swift)
    """

  private let arguments: Arguments

  init(_ words: [String]) throws {
    arguments = try Arguments(words, options: ["--rules", "--jobs"], flags: [])
    guard !arguments.paths.isEmpty else { throw Arguments.Problem(message: "give a file") }
  }

  func run() throws -> Int32 {
    let rules = try arguments.value("--rules").map(Self.rules) ?? Rules.builtIn
    guard let cores = Int(arguments.value("--jobs") ?? "1"), cores > 0 else {
      throw Arguments.Problem(message: "--jobs wants a number of cores")
    }
    let list = SourceList(paths: arguments.paths)
    var options = ReadingOptions()
    options.jobs = cores
    let report = SourceReading.analyze(list, with: Analyzer(rules: rules), options: options).report()
    print(ReportFormat.text.render(report))
    return 0
  }

  /// The text that stands in the raw literal of the file, between its three quotes.
  private static func rules(in file: String) throws -> Rules {
    let source = try String(contentsOfFile: file, encoding: .utf8)
    guard let start = source.range(of: "\"\"\"\n"), let end = source.range(of: "\"\"\"#", options: .backwards),
      start.upperBound <= end.lowerBound
    else { throw Arguments.Problem(message: "\(file) holds no rules; culprit-rulec FOLDER -o FILE writes some") }
    return Rules(try RuleSet(encoded: String(source[start.upperBound..<end.lowerBound])))
  }
}
