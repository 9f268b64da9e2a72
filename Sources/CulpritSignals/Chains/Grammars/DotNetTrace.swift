import CulpritIntake
import CulpritRegex

/// .NET's print: all heads first, outermost first (`---> `), then the stacks, innermost first.
struct DotNetTrace: ChainGrammar {
  static let arrow = "---> "
  private static let end = "--- End of inner exception stack trace ---"

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard text[start].kind == .other, Self.hasInner(text, start) else { return nil }
    let (rest, prefix) = FatalPrefix.strip(text[start].content)
    var nodes: [ErrorNode] = []
    var index = start
    Self.heads(rest, text[start].place, &nodes)
    guard !nodes.isEmpty else { return nil }
    index += 1
    while index < text.count, nodes.count < ChainLimits.depth, text[index].kind != .frame {
      let content = text[index].content
      guard !content.begins("--- "), index - start < ChainLimits.messageLines else { break }
      if content.begins(Self.arrow) {
        Self.heads(content, text[index].place, &nodes)
      } else if !content.isEmpty {
        nodes[nodes.count - 1].message += "\n" + content
      }
      index += 1
    }
    index = Self.stacks(text, index, &nodes)
    return ErrorNode.nested(nodes).map {
      ReadChain(root: $0, outcome: prefix == .fatal ? .uncaught : .handled, end: index)
    }
  }

  private static func hasInner(_ text: ChainText, _ start: Int) -> Bool {
    let next = text.nextArrow[start]
    guard next < text.count, next < start + 20 else { return false }
    if next == start { return text[start].text.containsBytes(" " + arrow) }
    guard
      ErrorHead(startOf: FatalPrefix.strip(text[start].content).rest, .certain) != nil
        || text[start].text.containsBytes("Exception:")
    else { return false }
    return text.nextFrame[start] > next && text[next].content.begins(arrow)
  }

  /// The heads of one line, cut at its arrows.
  private static func heads(_ line: String, _ place: Place, _ nodes: inout [ErrorNode]) {
    var rest = line.firstBytes(ChainLimits.headBytes)
    while nodes.count < ChainLimits.depth {
      let cut = rest.begins(arrow) ? 0..<arrow.utf8.count : nil
      if let cut { rest = rest.from(cut.upperBound) }
      if rest.begins("("), let close = rest.firstRange(of: ") ") { rest = rest.from(close.upperBound) }
      let next = rest.firstRange(of: arrow)
      let part = next.map { rest.slice(0..<$0.lowerBound) } ?? rest
      let head =
        ErrorHead(startOf: part.trimmed, .certain)
        ?? ErrorHead.heads(inside: part, allowsPlain: .accepted).first
      if let head { nodes.append(ErrorNode(head, place: place)) }
      guard let next else { return }
      rest = rest.from(next.lowerBound)
    }
  }

  /// The stack before the first end mark is the innermost's, that behind the last one the outermost's.
  private static func stacks(_ text: ChainText, _ start: Int, _ nodes: inout [ErrorNode]) -> Int {
    var owner = nodes.count - 1
    var index = start
    var frames: [Frame] = []
    while index < text.count {
      let line = text[index]
      if line.kind == .frame {
        if frames.count < ChainLimits.frames, let frame = FrameLine.stackFrame(line.text) {
          frames.append(frame)
        }
      } else if line.content.begins(end) {
        nodes[owner].frames = frames.reversed()
        frames = []
        owner = max(0, owner - 1)
      } else if !line.content.begins("--- End of stack trace") {
        break
      }
      index += 1
    }
    if !frames.isEmpty { nodes[owner].frames = frames.reversed() }
    return index
  }
}
