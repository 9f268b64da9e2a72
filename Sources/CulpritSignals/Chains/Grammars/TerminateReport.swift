import CulpritIntake

/// C++: `terminate called after throwing an instance of 'ns::Type'`, then `what():  message`.
struct TerminateReport: ChainGrammar {
  private static let opening = "terminate called after throwing an instance of '"

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start]
    guard line.text.begins(Self.opening) else { return nil }
    let name = line.text.from(Self.opening.utf8.count).prefix { $0 != "'" }
    guard !name.isEmpty, name.utf8.count < 300 else { return nil }
    var message = ""
    var end = start + 1
    if end < text.count, text[end].content.begins("what():") {
      message = text[end].content.from(7).trimmed
      end += 1
    }
    let node = ErrorNode(ErrorHead(name: ErrorName(String(name)), message: message), place: line.place)
    return ReadChain(root: node, outcome: .uncaught, end: end)
  }
}
