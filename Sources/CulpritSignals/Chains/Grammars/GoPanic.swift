import CulpritIntake
import CulpritRegex

/// Go's panics and the stacks of goroutines; the text of an error names its class only where its
/// author wrote it.
struct GoPanic: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start]
    if line.text.begins("goroutine "), line.text.containsBytes(" [") {
      var node = ErrorNode(ErrorHead(name: .none, message: ""), place: line.place)
      let end = Self.frames(text, start, &node)
      return node.frames.isEmpty ? nil : ReadChain(root: node, end: end)
    }
    guard line.text.begins("panic: ") || line.text.begins("fatal error: ") else { return nil }
    var index = start + 1
    var message = [line.text.from(line.text.begins("panic: ") ? 7 : 13)]
    while index < text.count, index - start <= ChainLimits.messageLines,
      !text[index].text.begins("goroutine ")
    {
      message.append(text[index].text)
      index += 1
    }
    let hasStack = index < text.count && text[index].text.begins("goroutine ")
    if !hasStack {
      index = start + 1
      message.removeLast(message.count - 1)
    }
    let whole = message.joined(separator: "\n").trimmed
    var node =
      Self.typed(message[0], line.place)
      ?? ErrorNode(ErrorHead(name: ErrorName("panic"), message: whole), place: line.place)
    if node.children.isEmpty { node.message = whole.suffix(from: node.message) }
    let end = Self.frames(text, index, &node)
    return ReadChain(root: node, outcome: .uncaught, end: end)
  }

  /// A class inside of the text: `[NodeRunError] …`, `main.QuotaError{…}`.
  private static func typed(_ message: String, _ place: Place) -> ErrorNode? {
    OneLineFailure.chain(in: message, at: place).map { node in
      var node = node
      node.printing = .full
      return node
    }
  }

  /// Goroutines one after the other: the first one is that of the panic. Returns the line behind them.
  private static func frames(_ text: ChainText, _ start: Int, _ node: inout ErrorNode) -> Int {
    guard start < text.count, text[start].text.begins("goroutine ") else { return start }
    var index = start
    var frames: [Frame] = []
    var goroutines = 0
    while index < text.count {
      let line = text[index]
      if line.text.begins("goroutine ") {
        goroutines += 1
      } else if line.indent == 0, line.kind != .blank, index + 1 < text.count,
        let frame = FrameLine.goFrame(text[index + 1].text, function: function(line.text))
      {
        if goroutines == 1, frames.count < ChainLimits.frames { frames.append(frame) }
        index += 1
      } else if line.kind != .blank, !line.text.begins("exit status"), !line.text.begins("...") {
        break
      }
      index += 1
    }
    node.frames = frames.reversed()
    return index
  }

  private static func function(_ line: String) -> String {
    guard line.begins("created by ") else { return line }
    let name = line.from(11)
    return name.firstRange(of: " in goroutine").map { name.slice(0..<$0.lowerBound) } ?? name
  }
}

extension String {
  /// From the first place where `start` stands to the end; `start` itself where it does not stand.
  fileprivate func suffix(from start: String) -> String {
    firstRange(of: start).map { from($0.lowerBound) } ?? start
  }
}
