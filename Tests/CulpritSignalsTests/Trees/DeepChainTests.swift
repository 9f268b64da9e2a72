import CulpritIntake
import CulpritSignals
import Testing

@Suite("Chains that are too deep")
struct DeepChainTests {
  /// An error with so many causes below it; the innermost says 401.
  private static func deep(_ depth: Int, _ language: TreeGenerator.Language) -> ErrorTree {
    let types = language.types.filter { $0 != "Error" && !$0.contains("AI_") }
    var tree = ErrorTree(type: types[0], message: "status: 401, no such key", frames: [depth])
    for level in (1..<depth).reversed() {
      var outer = ErrorTree(type: types[1], message: "level \(level) failed", frames: [level])
      outer.children = [.init(relation: .cause, tree: tree)]
      tree = outer
    }
    return tree
  }

  @Test("both ends are kept, the middle is counted, nothing overflows", arguments: TreePrinter.all, [60, 400, 2_000])
  func keepsEnds(_ printer: TreePrinter, depth: Int) throws {
    // Building and printing recurses here; what nests lines grows with the square of the depth.
    guard depth <= 400 || printer.isFlat else { return }
    let text = printer.print(Self.deep(depth, printer.language))
    let chain = try #require(ChainParser().chains(in: printer.isJSON ? jsonRecord(text) : textRecord(text)).first)
    #expect(chain.links.count <= 64)
    guard depth <= 60 || printer.isFlat || printer.testDescription == "Node" else {
      // A reader of objects goes so deep and no deeper: that there is more is said.
      #expect(chain.omitted > 0)
      return
    }
    #expect(chain.links.count + chain.omitted == depth)
    #expect(chain.links.first?.message == "level 1 failed")
    #expect(chain.links.last?.message == "status: 401, no such key")
    #expect(chain.links.last?.properties["status"] == "401")
  }
}
