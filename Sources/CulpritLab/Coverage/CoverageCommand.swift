import Culprit
import Foundation

/// `culprit-lab coverage`: which rule knows which condition of which provider.
struct CoverageCommand {
  static let usage = """
    culprit-lab coverage FILE
                      writes the table of providers and conditions between the marks of a document
    """

  private let file: String

  init(_ words: [String]) throws {
    let arguments = try Arguments(words, options: [], flags: [])
    guard arguments.paths.count == 1 else { throw Arguments.Problem(message: "give one document") }
    file = arguments.paths[0]
  }

  /// The exit code.
  func run() throws -> Int32 {
    let document = try String(contentsOfFile: file, encoding: .utf8)
    guard let written = CoverageTable(Rules.builtIn.set).written(into: document) else {
      throw Arguments.Problem(message: "\(file) has no lines '\(CoverageTable.start)' and '\(CoverageTable.end)'")
    }
    if written != document { try written.write(toFile: file, atomically: true, encoding: .utf8) }
    return 0
  }
}
