package import Culprit
import CulpritReport
import CulpritSources
package import Foundation

/// Who answers the cases.
package enum Respondent: Sendable {
  /// The library, in this process.
  case library(Rules)
  /// A program, run once a case in the case's folder.
  case program(path: String)
}

/// What was said of a case.
package struct Response: Sendable {
  /// A document of `culprit.report/1`.
  package var json: Data
  /// Nil where no program ran.
  package var exitCode: Int?
}

extension Respondent {
  package struct NoAnswer: Error {
    package var reason: String
  }

  /// What the respondent says of the logs of a case; sources are named as they are in its folder.
  package func response(to corpusCase: CorpusCase) throws(NoAnswer) -> Response {
    switch self {
    case .library(let rules):
      let report = Self.analyzer(of: corpusCase, rules: rules).report()
      return Response(json: Data(ReportFormat.json.render(report).utf8))
    case .program(let path): return try Self.run(path, on: corpusCase)
    }
  }

  /// An analyzer that has read the logs of a case; sources are named as they are in its folder.
  package static func analyzer(
    of corpusCase: CorpusCase, rules: Rules, options: Options = Options()
  ) -> Analyzer {
    let list = SourceList(paths: corpusCase.files, in: corpusCase.folder)
    return SourceReading.analyze(list, with: Analyzer(rules: rules, options: options))
  }

  private static func run(_ program: String, on corpusCase: CorpusCase) throws(NoAnswer) -> Response {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--format", "json"] + corpusCase.files
    process.currentDirectoryURL = URL(fileURLWithPath: corpusCase.folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw NoAnswer(reason: "\(program) does not start: \(error.localizedDescription)")
    }
    let json = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationReason == .exit else { throw NoAnswer(reason: "signal \(process.terminationStatus)") }
    return Response(json: json, exitCode: Int(process.terminationStatus))
  }
}

extension CaseScore {
  /// Asks the respondent and scores what it says.
  package static func of(_ corpusCase: CorpusCase, answeredBy respondent: Respondent) -> CaseScore {
    let name = corpusCase.description
    let response: Response
    do {
      response = try respondent.response(to: corpusCase)
    } catch {
      return CaseJudge.scoreWithoutAnswer(to: corpusCase.label, named: name, reason: error.reason)
    }
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: response.json)
      return CaseJudge.score(answer, exitCode: response.exitCode, to: corpusCase.label, named: name)
    } catch {
      return CaseJudge.scoreWithoutAnswer(to: corpusCase.label, named: name, reason: "no report: \(error)")
    }
  }
}
