import Culprit
import CulpritLab
import Foundation
import Testing

@Suite struct CoverageTests {
  @Test("the table of providers and conditions is what the rules say")
  func isCurrent() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/COVERAGE.md")
    let document = try String(contentsOf: file, encoding: .utf8)
    #expect(CoverageTable(Rules.builtIn.set).written(into: document) == document, "run 'make coverage'")
    #expect(document.contains("`node-4`") && document.contains("*echo*"))
  }
}
