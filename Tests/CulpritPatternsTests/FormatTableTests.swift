import CulpritIntake
import CulpritPatterns
import CulpritRules
import Foundation
import Testing

/// `Documentation/FORMATS.md` tells what the program reads.
@Suite struct FormatTableTests {
  private static func cells(_ column: Int, ofTable heading: String) throws -> Set<String> {
    let file = BuiltInRulesTests.root.appending(path: "Documentation/FORMATS.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading) })
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    return Set(rows.map { String($0.split(separator: "|")[column]).trimmingCharacters(in: CharacterSet(charactersIn: " `")) })
  }

  @Test("every envelope is in the table, and no other")
  func envelopes() throws { #expect(try Self.cells(1, ofTable: "Envelopes") == Set(Envelopes.names)) }

  @Test("every header format is in the table, and no other")
  func headers() throws { #expect(try Self.cells(0, ofTable: "Headers") == Set(RuleSet.builtIn.formats.map(\.id))) }
}
