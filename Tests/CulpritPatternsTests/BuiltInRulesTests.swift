import CulpritPatterns
import CulpritRuleFiles
import CulpritRules
import Foundation
import Testing

@testable import culprit_rulec

@Suite struct BuiltInRulesTests {
  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("the built-in rules are what Patterns says")
  func upToDate() throws {
    let loaded = try RuleLoader.load(RuleFolder.files(in: Self.root.appending(path: "Patterns").path))
    #expect(RuleSet.builtIn.encoded == loaded.rules.encoded, "run 'make rules'")
    #expect(!RuleSet.builtIn.patterns.isEmpty)
    #expect(RuleNotes.builtIn == loaded.notes, "run 'make rules'")
  }

  @Test("every pattern, cause and signal of the rule files says what a person needs")
  func notes() {
    let (rules, notes) = (RuleSet.builtIn, RuleNotes.builtIn)
    #expect(notes.patterns.map(\.id) == rules.patterns.map(\.id))
    #expect(notes.patterns.allSatisfy { !$0.source.isEmpty && !$0.examples.isEmpty && !$0.nearMisses.isEmpty })
    let subcauses = rules.causes.map { "\($0.cause)/\($0.subcause)" }
    #expect(Set(notes.causes.map(\.id)) == Set(subcauses + rules.causes.map(\.cause)))
    #expect(notes.causes.allSatisfy { $0.subcause == nil || !$0.shows.isEmpty })
    let named = Set(notes.causes.map(\.id))
    #expect(notes.signals.allSatisfy { named.isSuperset(of: $0.speaksFor) })
    let failing = rules.signals.map(\.name).filter { $0.rawValue.hasPrefix("credential-") || SignalName.neighbours.contains($0) }
    for name in failing where name != .credentialState {
      let note = notes.signals.first { $0.name == name }
      #expect(note?.impact != nil && note?.remedy != nil, "\(name.rawValue)")
      #expect(note?.speaksFor.isEmpty == SignalName.neighbours.contains(name), "\(name.rawValue)")
    }
  }

  @Test("the closed list of signals is that of the program")
  func signals() throws {
    let file = Self.root.appending(path: "Sources/CulpritRules/SignalName.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let names = source.matches(of: /Self\(rawValue: "([a-z-]+)"\)/).map { String($0.1) }
    #expect(!names.isEmpty)
    #expect(RuleSet.builtIn.signals.map(\.name.rawValue) == names)
  }

  @Test(
    "whatever the rules hold, the source that is written keeps the text as it is",
    arguments: [
      "plain", "\"\"\"", "\\(x)", "\"\"\"#", "\\#(x) \"\"\"##",
    ])
  func source(_ text: String) {
    let rules = RuleSet(signals: [SignalDefinition(name: .network, sentence: text)])
    let source = BuiltInSource.text(of: rules)
    let fence = String(source.reversed().drop { $0 != "#" }.prefix { $0 == "#" })
    #expect(source.contains("= \(fence)\"\"\"\nsignal\tnetwork\t\(text)\t~-\n\"\"\"\(fence)\n}\n"))
    #expect(!rules.encoded.contains("\"\"\"\(fence)"))
    #expect(!rules.encoded.contains("\\\(fence)"))
  }

  @Test(
    "arguments that cannot be meant are refused",
    arguments: [
      [], ["Patterns"], ["--check"], ["-o", "a"], ["Patterns", "-o"], ["a", "b", "-o", "c"], ["--chek", "a"],
      ["a", "-o", "b", "-o", "c"],
    ])
  func badArguments(_ words: [String]) {
    #expect(Arguments(words[...]) == nil)
  }

  @Test("arguments say what to read, what to write and whether to write")
  func arguments() throws {
    let write = try #require(Arguments(["Patterns", "-o", "file"]))
    #expect(write.folder == "Patterns" && write.output == "file" && !write.isCheck)
    let check = try #require(Arguments(["--check", "Patterns"]))
    #expect(check.folder == "Patterns" && check.output == nil && check.isCheck)
  }
}
