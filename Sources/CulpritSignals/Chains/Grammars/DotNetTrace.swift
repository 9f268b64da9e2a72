import CulpritIntake
import CulpritRegex

/// .NET's print: an error's head, its cause behind `---> ` with all that the cause prints, then its own
/// stack, then the further errors of an `AggregateException`.
///
/// So all heads stand first, outermost first, and the stacks behind them, innermost first. Mono puts the
/// heads on one line.
struct DotNetTrace: ChainGrammar {
  static let arrow = "---> "

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard text[start].kind == .other, Self.hasInner(text, start) else { return nil }
    let (rest, prefix) = FatalPrefix.strip(text[start].content)
    var reader = DotNetReader(text: text, at: start)
    guard let root = reader.read(rest) else { return nil }
    return ReadChain(root: root, outcome: prefix == .fatal ? .uncaught : .handled, end: reader.at)
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
}

/// Reads heads and stacks; a value that moves over the lines.
private struct DotNetReader {
  let text: ChainText
  /// The next line to read.
  var at: Int
  /// Errors whose stack has not been read yet, outermost first.
  private var open = OpenErrors()

  private static let end = "--- End of inner exception stack trace ---"

  init(text: ChainText, at: Int) {
    self.text = text
    self.at = at
  }

  mutating func read(_ first: String) -> ErrorNode? {
    heads(first, .cause)
    guard !open.isEmpty else { return nil }
    at += 1
    readMessage()
    while at < text.count, line() { at += 1 }
    return open.close()
  }

  /// One line behind the first head; false where the print ends.
  private mutating func line() -> Bool {
    let content = text[at].content
    if text[at].kind == .frame || content.begins("at ") && content.ends("<---") {
      addFrame(content)
    } else if content.begins(DotNetTrace.arrow) {
      // Behind the stack of an error stand the further errors of its group.
      heads(content, content.begins("---> (Inner Exception #") ? .grouped : .cause)
      at += 1
      readMessage()
      at -= 1
    } else if content.begins(Self.end) {
      open.endInner()
    } else if content.begins("<---") {
      open.endBranch()
    } else if content.isEmpty {
      guard continues(behind: at) else { return false }
      // At once over all of them: a look ahead from each blank line costs their square.
      at = text.skipBlank(at) - 1
    } else if !content.begins("--- End of stack trace") {
      return false
    }
    return true
  }

  private mutating func addFrame(_ content: String) {
    let ends = content.ends("<---")
    let line = ends ? String(content.dropLast(4)) : content
    if let frame = FrameLine.stackFrame(line) { open.add(frame) }
    if ends { open.endBranch() }
  }

  /// Blank lines stand behind each further error of a group.
  private func continues(behind line: Int) -> Bool {
    let next = text.skipBlank(line)
    guard next < text.count else { return false }
    let content = text[next].content
    return content.begins(DotNetTrace.arrow) || content.begins(Self.end) || content.begins("<---")
      || open.hasBranches && text[next].kind == .frame
  }

  /// The lines of a message, up to what else can follow a head.
  private mutating func readMessage() {
    var lines = 0
    while at < text.count, lines < ChainLimits.messageLines {
      let content = text[at].content
      guard text[at].kind != .frame, !content.begins("--- "), !content.begins(DotNetTrace.arrow) else { return }
      if content.begins("at "), content.ends("<---") { return }
      if content.ends("<---") {
        // An error that was never thrown has no stack.
        open.extend(String(content.dropLast(4)))
        open.endBranch()
        at += 1
        return
      }
      open.extend(content)
      at += 1
      lines += 1
    }
  }

  /// The heads of one line, cut at its arrows.
  private mutating func heads(_ line: String, _ relation: ParsedLink.Relation) {
    var rest = line.firstBytes(ChainLimits.headBytes)
    var relation = relation
    while true {
      if rest.begins(DotNetTrace.arrow) { rest = rest.from(DotNetTrace.arrow.utf8.count) }
      if rest.begins("("), let close = rest.firstRange(of: ") ") { rest = rest.from(close.upperBound) }
      let next = rest.firstRange(of: DotNetTrace.arrow)
      var part = (next.map { rest.slice(0..<$0.lowerBound) } ?? rest).trimmed
      let ends = part.ends("<---")
      if ends { part = String(part.dropLast(4)) }
      let head =
        ErrorHead(startOf: part, .certain) ?? ErrorHead.heads(inside: part, allowsPlain: .accepted).first
      if let head {
        let isRepeated = line.begins("---> (Inner Exception #0)") && relation == .grouped
        open.begin(ErrorNode(head, relation: relation, place: text[at].place), repeating: isRepeated)
        relation = .cause
      }
      if ends { open.endBranch() }
      guard let next else { return }
      rest = rest.from(next.lowerBound)
    }
  }
}

/// The errors of a .NET print on the way from the outermost to the one that is being read.
private struct OpenErrors {
  private struct Entry {
    var node: ErrorNode
    /// Innermost first, as printed.
    var frames: [Frame] = []
    /// Older runtimes print the first error of a group twice, as the cause and in the list.
    var repeatsCause = false
  }

  private var entries: [Entry] = []
  /// Errors left out behind the first half of `entries`, because there are too many.
  private var omitted = 0
  private(set) var hasBranches = false
  /// The stack of an error that was left out is being read.
  private var isBetween = false

  private static let half = ChainLimits.depth / 2

  var isEmpty: Bool { entries.isEmpty }

  mutating func begin(_ node: ErrorNode, repeating: Bool) {
    if repeating, let last = entries.indices.last { entries[last].repeatsCause = true }
    if entries.count >= ChainLimits.depth {
      entries.remove(at: Self.half)
      omitted += 1
    }
    entries.append(Entry(node: node))
    if node.relation == .grouped { hasBranches = true }
  }

  mutating func extend(_ line: String) {
    guard !line.isEmpty, let last = entries.indices.last else { return }
    entries[last].node.message += "\n" + line
  }

  mutating func add(_ frame: Frame) {
    guard !isBetween, let last = entries.indices.last, entries[last].frames.count < ChainLimits.frames
    else { return }
    entries[last].frames.append(frame)
  }

  /// `--- End of inner exception stack trace ---`: what follows belongs to the error around it.
  mutating func endInner() {
    isBetween = omitted > 0 && entries.count == Self.half + 1
    guard !isBetween else {
      omitted -= 1
      entries[Self.half - 1].node.omitted += 1
      return
    }
    if entries.count > 1 { closeLast() }
  }

  /// `<---` ends a further error of a group, with its causes that no mark has ended.
  mutating func endBranch() {
    while entries.count > 1 {
      let isBranch = entries[entries.count - 1].node.relation == .grouped
      closeLast()
      if isBranch { return }
    }
  }

  mutating func close() -> ErrorNode? {
    while entries.count > 1 { closeLast() }
    return entries.first.map(Self.finished)
  }

  private mutating func closeLast() {
    let inner = Self.finished(entries.removeLast())
    entries[entries.count - 1].node.children.append(inner)
  }

  private static func finished(_ entry: Entry) -> ErrorNode {
    var node = entry.node
    node.frames = entry.frames.reversed()
    let hasFurther = node.children.contains { $0.relation == .grouped }
    if hasFurther, let first = node.children.firstIndex(where: { $0.relation == .cause }) {
      node.children[first].relation = .grouped
      if entry.repeatsCause, first + 1 < node.children.count {
        node.children[first].absorb(node.children.remove(at: first + 1))
      }
    }
    return node
  }
}
