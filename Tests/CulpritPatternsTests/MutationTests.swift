import CulpritPatterns
import CulpritRuleFiles
import CulpritRules
import Foundation
import Testing

/// What holds the patterns: who breaks a part of one hears of it.
@Suite struct MutationTests {
  private static let record = lines(of: "lines.txt")

  private static func lines(of name: String) -> [RecordedLine] {
    let file = BuiltInRulesTests.root.appending(path: "Tests/CulpritPatternsTests/Recorded/\(name)")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { RecordedLine($0) }
  }

  /// Assertions before a repeated class change no answer: they keep a long hostile line from being tried at each letter.
  private static let forSpeedAlone: Set<String> = [
    "nodemon.process-exited.foreman", "nodemon.process-exited.honcho", "nodemon.process-spawned.foreman",
    "nodemon.process-spawned.honcho", "openrouter.model-not-found.endpoints", "systemd.process-exited.exited",
  ]

  @Test("each pattern takes the lines that were recorded of it, and no other one of them")
  func recorded() throws {
    #expect(Self.record.count > 1500)
    let patterns = Dictionary(RuleSet.builtIn.patterns.map { ($0.id, $0) }) { $1 }
    for recorded in Self.record {
      let pattern = try #require(patterns[recorded.id], "'\(recorded.id)' is gone")
      #expect(pattern.takes(recorded.line) == recorded.isTaken, "\(recorded.text); read it, then run 'make recorded'")
    }
  }

  @Test("every wording of SDKs and providers that is known first-hand is taken by its pattern")
  func wordings() throws {
    let wordings = Self.lines(of: "wordings.txt")
    #expect(wordings.count > 160)
    let patterns = Dictionary(RuleSet.builtIn.patterns.map { ($0.id, $0) }) { $1 }
    for wording in wordings {
      let pattern = try #require(patterns[wording.id], "'\(wording.id)' is gone")
      #expect(pattern.takes(wording.line), "\(wording.text)")
    }
  }

  @Test("a wording that is said to have no rule has none that blames a credential")
  func withoutRule() throws {
    let file = BuiltInRulesTests.root.appending(path: "Documentation/COVERAGE.md")
    let document = try String(contentsOf: file, encoding: .utf8)
    let wordings = document.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      String(row.dropFirst(3).prefix { $0 != "`" })
    }
    #expect(wordings.count > 15)
    let blaming = RuleSet.builtIn.patterns.filter { $0.signal.rawValue.hasPrefix("credential-") }
    for wording in wordings {
      let taken = blaming.filter { $0.takes(wording) }.map(\.id)
      #expect(taken.isEmpty, "\(wording): \(taken)")
    }
  }

  @Test("no part of a pattern is broken, dropped or shadowed unnoticed")
  func mutants() throws {
    let check = try MutationCheck(RuleFolder.files(in: BuiltInRulesTests.root.appending(path: "Patterns").path))
    let survivors = check.survivors(of: Self.record).filter { survivor in
      !Self.forSpeedAlone.contains { survivor.message.contains("'\($0)'") && survivor.message.contains("assertion") }
    }
    #expect(survivors.isEmpty, "\(survivors.map(\.description).joined(separator: "\n"))")
  }

  @Test("a record gives its lines back", arguments: ["plain", "two\nlines\tand \\n", "", "\r"])
  func text(_ line: String) {
    let recorded = RecordedLine(id: "a.b", line: line, isTaken: false)
    #expect(RecordedLine(recorded.text[...]) == recorded)
  }
}
