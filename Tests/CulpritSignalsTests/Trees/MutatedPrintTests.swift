import CulpritIntake
import CulpritSignals
import Foundation
import Testing

/// A fuzzer of the grammars: prints of generated trees, cut, doubled, shuffled and dirtied.
@Suite("Prints that something broke")
struct MutatedPrintTests {
  /// So many for each language; `Fuzz/chains/run` asks for more.
  private static let seeds =
    ProcessInfo.processInfo.environment["CULPRIT_FUZZ_SEEDS"].flatMap { UInt64($0) } ?? 300

  @Test("whatever becomes of a print, links stay within their limits and in order", arguments: TreePrinter.all)
  func bounded(_ printer: TreePrinter) {
    for seed in 1...Self.seeds {
      var generator = TreeGenerator(seed: seed, printer.language)
      var random = SeededGenerator(seed: seed &* 31)
      let text = Self.mutated(Array(printer.print(generator.tree()).utf8), &random)
      let record = printer.isJSON ? jsonRecord(text) : textRecord(text)
      for chain in ChainParser().chains(in: record) {
        #expect((1...64).contains(chain.links.count), "seed \(seed)")
        #expect(chain.omitted >= 0)
        for (index, link) in chain.links.enumerated() {
          #expect(index == 0 ? link.parent == nil : (link.parent ?? index) < index, "seed \(seed)")
          #expect(link.frames.count <= 256 && link.properties.count <= 110)
        }
      }
    }
  }

  @Test("a print in a print, many times over, stays bounded", arguments: TreePrinter.all)
  func nested(_ printer: TreePrinter) {
    var generator = TreeGenerator(seed: 7, printer.language)
    var text = "failed"
    for _ in 0..<6 {
      var tree = generator.tree()
      tree.message = text
      text = printer.print(tree)
    }
    let chains = ChainParser().chains(in: printer.isJSON ? jsonRecord(text) : textRecord(text))
    #expect(chains.allSatisfy { $0.links.count <= 64 } && chains.count <= 32)
  }

  /// Some of: a piece left out, a piece twice, a byte changed, lines swapped, a cut.
  private static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> String {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where bytes.count > 8 {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...120, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 2: bytes[at] = Self.signs[Int.random(in: 0..<Self.signs.count, using: &random)]
      case 3: bytes.replaceSubrange(at..<end, with: bytes[at..<end].reversed())
      case 4: bytes.removeSubrange(at...)
      default: bytes.insert(contentsOf: Array(repeating: bytes[at], count: 40), at: at)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let signs: [UInt8] = Array("{}[]()<>|+-:,\"'\\\n\t #^.".utf8) + [0, 0x80, 0xE2, 0xFF]
}
