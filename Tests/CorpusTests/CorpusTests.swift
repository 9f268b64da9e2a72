import CulpritLab
import Foundation
import Testing

@Test("a corpus has cases")
func corpusHasCases() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  #expect(try Corpus(at: root.appendingPathComponent("Corpus").path).cases.count > 0)
}
