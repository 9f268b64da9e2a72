import Foundation
import Testing

@testable import CulpritSignals

@Suite("The list of chain grammars")
struct ChainsListTests {
  @Test("every grammar that has a file stands in the list, once")
  func complete() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources/CulpritSignals/Chains/Grammars")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let declared = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("struct ") && $0.contains(": ChainGrammar") }
        .map { String($0.dropFirst("struct ".count).prefix { $0 != ":" }) }
    }
    #expect(!declared.isEmpty)
    #expect(ChainGrammars.all.map { String(describing: type(of: $0)) }.sorted() == declared.sorted())
  }
}
