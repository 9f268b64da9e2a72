import CulpritIntake

/// Bun's own print: a piece of the source, a caret, the error below it; then the same of its cause.
///
/// `error: …` is an error of class `Error`, whose name Bun does not print.
struct BunTrace: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard let first = Self.head(text, start) else { return nil }
    var spine = ErrorSpine(.outermostFirst)
    var reader = StackReader(text: text, at: first.line)
    spine.append(reader.error(from: first.head, relation: .cause))
    while let next = Self.next(text, reader.at) {
      reader.at = next.line
      spine.append(reader.error(from: next.head, relation: .cause))
    }
    guard let root = spine.tree() else { return nil }
    return ReadChain(root: root, outcome: Self.ends(text, reader.at) ? .uncaught : .handled, end: reader.at)
  }

  private struct Found {
    var head: ErrorHead
    var line: Int
  }

  /// The head below an excerpt that begins on a line, or below the caret before the line.
  private static func head(_ text: ChainText, _ start: Int) -> Found? {
    if start > 0, isCaret(text[start - 1].text) { return head(at: start, text) }
    guard text[start].text.containsBytes(" | "), isExcerpt(text[start].content) else { return nil }
    for index in (start + 1)..<max(start + 1, min(text.count, start + 9)) {
      if isCaret(text[index].text) { return index + 1 < text.count ? head(at: index + 1, text) : nil }
      guard isExcerpt(text[index].content) else { return nil }
    }
    return nil
  }

  private static func head(at line: Int, _ text: ChainText) -> Found? {
    let content = text[line].text
    if content.begins("error: ") {
      return Found(head: ErrorHead(name: .none, message: content.from(7)), line: line)
    }
    return ErrorHead(startOf: content, .certain).map { Found(head: $0, line: line) }
  }

  /// The cause, behind blank lines: with an excerpt, or a group's bare head.
  private static func next(_ text: ChainText, _ end: Int) -> Found? {
    let next = text.skipBlank(end)
    guard next < text.count, next > end, text[next].indent == 0 || isExcerpt(text[next].content) else { return nil }
    if let found = head(text, next) { return found }
    guard let head = ErrorHead(startOf: text[next].text, .likely), head.name.type == "AggregateError" else {
      return nil
    }
    return Found(head: head, line: next)
  }

  private static func ends(_ text: ChainText, _ end: Int) -> Bool {
    let next = text.skipBlank(end)
    return next < text.count && text[next].text.begins("Bun v")
  }

  /// `12 |   throw …`
  private static func isExcerpt(_ content: String) -> Bool {
    let rest = content.utf8.drop { $0 >= 0x30 && $0 <= 0x39 }
    return rest.count < content.utf8.count && rest.starts(with: " |".utf8)
  }

  private static func isCaret(_ text: String) -> Bool {
    var carets = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "^") { carets += 1 } else if byte > 0x20 { return false }
    }
    return carets == 1
  }
}
