import Culprit
import Foundation
import Testing

/// Short logs in wordings that no case of the corpus has: what applications write when nobody told them how.
@Suite struct OwnWordsTests {
  struct OwnLog: Sendable, CustomTestStringConvertible {
    var name: String
    /// Causes and subcauses that are right; `none` for no incident, `open` for an answer below 0.8.
    var right: Set<String>
    /// Empty where any will do.
    var providers: Set<String>
    var text: String
    var testDescription: String { "\(name): \(text.prefix(60))" }
  }

  static let logs: [OwnLog] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "OwnWords")
    let expected = (try? String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)) ?? ""
    return expected.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ").map(String.init)
      guard let name = parts.first?.dropLast(),
        let text = try? String(contentsOf: folder.appending(path: "\(name).log"), encoding: .utf8)
      else { return nil }
      let providers = Set(parts.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) })
      return OwnLog(
        name: String(name), right: Set(parts.dropFirst().filter { !$0.hasPrefix("@") }), providers: providers, text: text)
    }
  }()

  @Test("there are some")
  func some() { #expect(Self.logs.count > 50) }

  @Test("a short log in words of its own is understood, or left open", arguments: logs)
  func understood(_ log: OwnLog) {
    var analyzer = Analyzer()
    analyzer.feed(log.text, from: "\(log.name).log")
    let report = analyzer.report()
    guard let incident = report.incidents.first else {
      #expect(log.right.contains("none") || log.right.contains("open") && !report.unexplained.isEmpty)
      return
    }
    #expect(report.incidents.count == 1)
    let isRight = log.right.contains(incident.cause.rawValue) || log.right.contains(incident.subcause ?? "")
    let isOpen = log.right.contains("open") && incident.confidence < 0.8
    #expect(isRight || isOpen, "\(incident.cause) \(incident.subcause ?? "") \(incident.confidence)")
    #expect(log.providers.isEmpty || log.providers.contains(incident.provider ?? ""))
  }
}
