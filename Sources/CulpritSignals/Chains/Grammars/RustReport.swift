import CulpritIntake
import CulpritRegex

/// Rust's panics, and the numbered causes of anyhow and eyre, which name no classes.
struct RustReport: ChainGrammar {
  private static let panic = CompiledPattern.constant(
    #"^thread '[^']*'(?: \(\d+\))? panicked at (?:'(?<message>.*)', )?(?<file>[^\s:']+):(?<line>\d+):\d+:?$"#
  )

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start]
    if line.text.begins("thread '") { return Self.panic(text, start) }
    guard line.text.begins("Error: ") || line.content == "Error:" else { return nil }
    return Self.report(text, start)
  }

  private static func panic(_ text: ChainText, _ start: Int) -> ReadChain? {
    guard let match = panic.firstMatch(in: text[start].text.firstBytes(ChainLimits.headBytes)) else {
      return nil
    }
    var index = start + 1
    var message = match["message"] ?? ""
    if message.isEmpty {
      var lines: [String] = []
      while index < text.count, lines.count < ChainLimits.messageLines, !text[index].text.begins("note: "),
        !text[index].text.begins("stack backtrace:"), text[index].kind != .blank
      {
        lines.append(text[index].text)
        index += 1
      }
      message = lines.joined(separator: "\n")
    }
    var node = ErrorNode(ErrorHead(name: ErrorName("panic"), message: message), place: text[start].place)
    if let typed = debugName(message) { node.name = typed }
    node.frames = [match.frame]
    return ReadChain(root: node, outcome: .uncaught, end: index)
  }

  private static let debug = CompiledPattern.constant(#"(?:^|`Err` value: )(?<type>[A-Z]\w*)(?:\(| \{)"#)

  /// The class of an error that was printed as a value: `ApiError(ApiError { message: …`.
  private static func debugName(_ message: String) -> ErrorName? {
    guard let match = debug.firstMatch(in: message.firstBytes(ChainLimits.headBytes)),
      let type = match["type"]
    else {
      return nil
    }
    return ErrorName(type)
  }

  /// `Error: …`, a blank line, `Caused by:` and messages, numbered where there are several.
  private static func report(_ text: ChainText, _ start: Int) -> ReadChain? {
    let message = text[start].text.from(6).trimmed
    var index = text.skipBlank(start + 1)
    let isNumbered = index < text.count && text[index].content.begins("0: ")
    guard index < text.count, isNumbered || text[index].content == "Caused by:" else {
      guard let name = debugName(message) else { return nil }
      return ReadChain(
        root: ErrorNode(ErrorHead(name: name, message: message), place: text[start].place),
        outcome: .uncaught, end: start + 1)
    }
    var lines = isNumbered ? [message] : [message, "Caused by:"]
    if !isNumbered { index += 1 }
    while index < text.count, text[index].indent > 0, lines.count < ChainLimits.messageLines {
      lines.append(text[index].content)
      index += 1
    }
    let head = ErrorHead(name: ErrorName("Error"), message: lines.joined(separator: "\n").trimmed)
    return ReadChain(root: ErrorNode(head, place: text[start].place), outcome: .uncaught, end: index)
  }
}
