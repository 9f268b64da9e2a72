import CulpritRuleFiles
import CulpritRules
import Foundation
import Testing

/// `Documentation/rules.schema.json`, by which editors complete and check rule files.
@Suite struct EditorSchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func definitions() throws -> [String: Any] {
    let data = try Data(contentsOf: Self.root.appending(path: "Documentation/rules.schema.json"))
    let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(schema["$defs"] as? [String: Any])
  }

  /// A file with a key that nothing has, and the definition of the mapping in which it stands.
  struct Stranger: Sendable, CustomTestStringConvertible {
    var definition: String
    var file: String
    var text: String
    var testDescription: String { definition }
  }

  static let strangers = [
    Stranger(definition: "provider", file: "providers/x.yaml", text: "zzzzzzzzzzzz: 1"),
    Stranger(definition: "variable", file: "providers/x.yaml", text: "id: x\nname: x\nvariables: [{zzzzzzzzzzzz: 1}]"),
    Stranger(definition: "keyShape", file: "providers/x.yaml", text: "id: x\nname: x\nkey_shapes: [{zzzzzzzzzzzz: 1}]"),
    Stranger(definition: "pattern", file: "providers/x.yaml", text: "id: x\nname: x\npatterns: [{zzzzzzzzzzzz: 1}]"),
    Stranger(definition: "runner", file: "runners/x.yaml", text: "zzzzzzzzzzzz: 1"),
    Stranger(definition: "format", file: "formats/x.yaml", text: "[{zzzzzzzzzzzz: 1}]"),
    Stranger(definition: "signal", file: "signals.yaml", text: "[{zzzzzzzzzzzz: 1}]"),
    Stranger(definition: "anchor", file: "anchors.yaml", text: "[{zzzzzzzzzzzz: 1}]"),
    Stranger(definition: "cause", file: "causes/x.yaml", text: "zzzzzzzzzzzz: 1"),
    Stranger(definition: "subcause", file: "causes/x.yaml", text: "cause: x\nsubcauses: [{zzzzzzzzzzzz: 1}]"),
    Stranger(definition: "fix", file: "causes/x.yaml", text: "cause: x\nsubcauses: [{id: y, fixes: [{zzzzzzzzzzzz: 1}]}]"),
    Stranger(definition: "probe", file: "probes/x.yaml", text: "zzzzzzzzzzzz: 1"),
  ]

  @Test("the schema has the keys that the loader has, mapping by mapping", arguments: strangers)
  func keys(_ stranger: Stranger) throws {
    do throws(RuleFileError) {
      _ = try RuleLoader.load([RuleFile(name: stranger.file, text: stranger.text)])
      Issue.record("an unknown key was taken")
    } catch {
      let message = try #require(error.problems.map(\.message).first { $0.hasPrefix("unknown key 'zzzzzzzzzzzz'") })
      let known = try #require(message.components(separatedBy: " are ").last).components(separatedBy: ", ")
      let definition = try #require(definitions()[stranger.definition] as? [String: Any])
      let properties = try #require(definition["properties"] as? [String: Any])
      #expect(Set(properties.keys) == Set(known))
      #expect(definition["additionalProperties"] as? Bool == false)
    }
  }

  @Test("the schema's signals are those of the rule files")
  func signals() throws {
    let definition = try #require(definitions()["signalName"] as? [String: Any])
    let text = try String(contentsOf: Self.root.appending(path: "Patterns/signals.yaml"), encoding: .utf8)
    let names = text.split(separator: "\n").filter { $0.hasPrefix("- name: ") }.map { String($0.dropFirst(8)) }
    #expect(definition["enum"] as? [String] == names)
  }
}
