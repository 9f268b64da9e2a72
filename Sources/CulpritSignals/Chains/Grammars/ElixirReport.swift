import CulpritIntake
import CulpritRegex

/// Elixir's `** (Type) message` with its stack below, also after `GenServer … terminating`.
struct ElixirReport: ChainGrammar {
  private static let opening = CompiledPattern.constant(
    #"^\*\* \((?:EXIT from [^)]*|(?<type>[A-Z][\w.]*))\) (?<message>.*)$"#)
  private static let frame = CompiledPattern.constant(
    #"^\s+(?:\([\w ]+ [\d.]+[\w.-]*\) )?(?<file>[^\s:()][^:()]*):(?<line>\d+): (?<function>.+)$"#)

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start]
    guard line.content.begins("** ("),
      let match = Self.opening.firstMatch(in: line.content.firstBytes(ChainLimits.headBytes)),
      let type = match["type"]
    else { return nil }
    var node = ErrorNode(
      ErrorHead(name: ErrorName(type), message: match["message"] ?? ""), place: line.place)
    var index = start + 1
    var frames: [Frame] = []
    while index < text.count, text[index].indent > 0 {
      if let match = Self.frame.firstMatch(in: text[index].text.firstBytes(2_000)),
        frames.count < ChainLimits.frames
      {
        frames.append(
          match.frame
        )
      } else if frames.isEmpty {
        node.message = (node.message + "\n" + text[index].content).firstBytes(ChainLimits.headBytes)
      }
      index += 1
    }
    node.frames = frames.reversed()
    return ReadChain(root: node, end: index)
  }
}
