import CulpritIntake

/// `error: …` of Bun below a source excerpt: an error of class `Error`, whose name Bun does not print.
struct BunExcerpt: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard text[start].text.begins("error: "), start > 0, Self.isCaret(text[start - 1].content) else {
      return nil
    }
    var reader = StackReader(text: text, at: start)
    let head = ErrorHead(name: .none, message: text[start].text.from(7))
    let node = reader.error(from: head, relation: .cause)
    return ReadChain(root: node, end: reader.at)
  }

  private static func isCaret(_ content: String) -> Bool {
    !content.isEmpty && content.utf8.allSatisfy { $0 == UInt8(ascii: "^") }
  }
}
