import CulpritIntake
import CulpritSignals
import Testing

@Suite("Any tree of errors comes back from its print")
struct TreePropertyTests {
  @Test("printed in each language, read again, it is the same tree", arguments: TreePrinter.all)
  func roundTrip(_ printer: TreePrinter) throws {
    var wrong: [(text: String, wanted: String, read: String)] = []
    for seed in 1...400 as ClosedRange<UInt64> {
      var generator = TreeGenerator(seed: seed, printer.language)
      let tree = generator.tree()
      let text = printer.print(tree)
      let chains = ChainParser().chains(in: printer.isJSON ? jsonRecord(text) : textRecord(text))
      let read = chains.map { $0.outline(printer.expressed) }.joined(separator: "\n")
      let wanted = printer.shown(tree).outline(printer.expressed)
      if read != wanted { wrong.append((text, wanted, read)) }
    }
    // The shortest tell most.
    for (text, wanted, read) in wrong.sorted(by: { $0.text.utf8.count < $1.text.utf8.count }).prefix(3) {
      Issue.record("\(wrong.count) of 400 differ\n\(text)\nwanted\n\(wanted)\nread\n\(read)")
    }
  }
}
