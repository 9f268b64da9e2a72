import Culprit
import Foundation
import Testing

/// The log of a real run of some runtime, with the tree that the report has to show.
struct RealRun: CustomTestStringConvertible {
  var name: String

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Trees")

  var testDescription: String { name }
  var log: String { read("log") }
  var tree: String { read("tree") }

  static let all: [RealRun] = {
    let languages = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return languages.sorted().flatMap { language in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: language).path())) ?? []
      return files.filter { $0.hasSuffix(".log") }.sorted().map { RealRun(name: "\(language)/\($0.dropLast(4))") }
    }
  }()

  private func read(_ ending: String) -> String {
    String(decoding: (try? Data(contentsOf: Self.folder.appending(path: "\(name).\(ending)"))) ?? Data(), as: UTF8.self)
  }

  func record(_ tree: String) throws {
    try Data(tree.utf8).write(to: Self.folder.appending(path: "\(name).tree"))
  }
}

@Suite("Trees of errors of real runs")
struct TreesTests {
  @Test("the tree comes out exactly, four errors deep, between another process's lines", arguments: RealRun.all)
  func tree(_ run: RealRun) throws {
    let report = Analyzer.report(on: run.log)
    let shown = report.incidents.map { Self.outline($0) }.joined(separator: "---\n")
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] != nil {
      try run.record(shown)
      Issue.record("\(run.name).tree was recorded anew: read the difference, then test again")
    }
    #expect(shown == run.tree)
  }

  @Test("every language of the list has a run")
  func complete() {
    let languages = Set(RealRun.all.map { $0.name.prefix { $0 != "/" } })
    #expect(
      languages == [
        "bun", "deno", "dotnet", "elixir", "go", "java", "node", "php", "python", "ruby", "rust", "swift",
      ])
  }

  /// One line an error; a frame as file, line and function.
  static func outline(_ incident: Incident) -> String {
    var depths: [Int: Int] = [:]
    var text = incident.chain.isEmpty ? "no types: \(incident.provider ?? "-")\n" : ""
    for link in incident.chain {
      let depth = link.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
      depths[link.id] = depth
      let message = link.message.description.split(separator: "\n").first.map { $0.prefix(60) } ?? ""
      let details = [link.status.map(String.init), link.code, link.requestID].compactMap { $0 }
      text += String(repeating: "  ", count: depth) + "\(link.relation) \(link.type)"
      if !message.isEmpty { text += ": \(message)" }
      if !details.isEmpty { text += " [\(details.joined(separator: " "))]" }
      if let frame = link.frame {
        text += " at \(frame.file):\(frame.line.map(String.init) ?? "-") \(frame.function ?? "")"
      }
      text += link.isVerdict ? " ←\n" : "\n"
    }
    return text + (incident.chainOmitted > 0 ? "… \(incident.chainOmitted) left out\n" : "")
  }
}
