import CulpritRuleFiles
import Foundation
import Testing

@Suite struct RuleFolderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "culprit-rules-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/providers/deeper", withIntermediateDirectories: true)
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
  }

  @Test("rule files are read in the order of their names, everything else is passed by")
  func files() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("b", to: "providers/b.yaml")
    try write("a", to: "providers/a.yaml")
    try write("s", to: "signals.yaml")
    try write("r", to: "README.md")
    try write("h", to: ".hidden.yaml")
    try write("d", to: "providers/deeper/d.yaml")
    let files = try RuleFolder.files(in: folder + "/")
    #expect(files.map(\.name) == ["providers/a.yaml", "providers/b.yaml", "signals.yaml"])
    #expect(files.map(\.path).first == folder + "/providers/a.yaml")
    #expect(files.map(\.bytes) == [Array("a".utf8), Array("b".utf8), Array("s".utf8)])
  }

  @Test("a folder that is not there, or holds no rules, says so")
  func nothing() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let missing = #expect(throws: RuleFileError.self) { try RuleFolder.files(in: folder + "/none") }
    #expect(
      missing?.description
        == "\(folder)/none:1:1: error: no such file or directory; name a folder of rules")
    let empty = #expect(throws: RuleFileError.self) { try RuleFolder.files(in: folder) }
    #expect(
      empty?.description
        == "\(folder):1:1: error: no rules in this folder; it holds providers/, runners/, formats/, causes/ or probes/ with "
        + ".yaml files")
  }
}
