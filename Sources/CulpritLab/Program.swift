import Foundation

/// What only the developers of Culprit need: how well it answers, and what it sees on the way.
@main
struct Program {
  static func main() async {
    do {
      exit(try await run(Array(CommandLine.arguments.dropFirst())))
    } catch let problem as Arguments.Problem {
      complain("error: \(problem.message)\n\n\(usage)")
    } catch {
      complain("\(error)")
    }
    exit(2)
  }

  private static let usage =
    "usage:\n" + [ScoreCommand.usage, FrameCommand.usage, FactsCommand.usage, AnchorsCommand.usage, ReadCommand.usage, BuryCommand.usage,
      CalibrateCommand.usage, ShakeCommand.usage, CoverageCommand.usage,
    ]
    .joined(separator: "\n")

  private static func run(_ words: [String]) async throws -> Int32 {
    let rest = Array(words.dropFirst())
    switch words.first {
    case "score": return try await ScoreCommand(rest).run()
    case "frame": return try FrameCommand(rest).run()
    case "facts": return try FactsCommand(rest).run()
    case "anchors": return try AnchorsCommand(rest).run()
    case "read": return try ReadCommand(rest).run()
    case "bury": return try await BuryCommand(rest).run()
    case "calibrate": return try await CalibrateCommand(rest).run()
    case "shake": return try await ShakeCommand(rest).run()
    case "coverage": return try CoverageCommand(rest).run()
    case "help", "--help", nil:
      print(usage)
      return words.isEmpty ? 2 : 0
    case .some(let other): throw Arguments.Problem(message: "unknown command '\(other)'")
    }
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
