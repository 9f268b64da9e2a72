import CulpritIntake
import CulpritRegex

/// Python's tracebacks: both kinds of chaining, exception groups, notes, boxes of rich; innermost
/// first as printed.
struct PythonTraceback: ChainGrammar {
  static let title = "Traceback (most recent call last)"

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start].text
    if let chain = carrier(in: text, at: start) { return chain }
    guard line.utf8.count < 4_000, isTitle(line) || isFrame(line) else { return nil }
    guard !isInsideOfLine(line) else { return nil }
    var reader = TracebackReader(text: text, at: start)
    // Without a name the head was printed before its frames, as AWS Lambda does; the parser joins them.
    guard let root = reader.sequence(level: 0), reader.at > start else { return nil }
    return ReadChain(root: root, outcome: outcome(text, start, root), end: reader.at)
  }

  /// A head with the frames and the head of the error that it carries below it, as Ray prints a task's.
  private func carrier(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start].text
    guard start + 1 < text.count, text[start].indent == 0, line.utf8.count < 4_000, isFrame(text[start + 1].text),
      let head = ErrorHead(startOf: line, .certain)
    else { return nil }
    var reader = TracebackReader(text: text, at: start + 1)
    guard let inner = reader.sequence(level: 1), inner.name != .none, reader.at > start + 1 else { return nil }
    var root = ErrorNode(head, place: text[start].place)
    root.frames = inner.frames
    root.children = [inner]
    return ReadChain(root: root, end: reader.at)
  }

  private func isTitle(_ line: String) -> Bool { line.containsBytes(Self.title) }

  private func isFrame(_ line: String) -> Bool {
    line.trimmed.begins("File \"") && FrameLine.pythonFrame(line) != nil
  }

  /// A whole traceback on one line is read by `OneLineFailure`.
  private func isInsideOfLine(_ line: String) -> Bool {
    line.containsBytes(Self.title) && line.containsBytes("File \"")
  }

  /// Python ends with it: the outermost frame is a script's top level, or a process's own function
  /// under its name.
  private func outcome(_ text: ChainText, _ start: Int, _ root: ErrorNode) -> ReadChain.Outcome {
    if start > 0, text[start - 1].text.begins("Process "), text[start - 1].text.ends(":") {
      return .uncaught
    }
    return start == 0 && root.frames.first?.function == "<module>" ? .uncaughtUnlessLogged : .handled
  }
}

/// Reads the entries of a traceback; a value that moves over the lines.
private struct TracebackReader {
  let text: ChainText
  /// The next line to read.
  var at: Int
  /// Column of the `|` in whose margin the entries stand; nil outside of exception groups.
  private var margin: Int?
  /// Column at which rich's handler prints, behind the columns of its header.
  private var column = 0

  init(text: ChainText, at: Int) {
    self.text = text
    self.at = at
    let line = text[at].text.utf8
    let indent = text[at].indent
    let first = line.dropFirst(indent).first
    margin = first == UInt8(ascii: "|") ? indent : nil
    column = text[at].content.beginsWithBoxDrawing ? indent : 0
  }

  /// The entries of one chain, joined: the last one printed is the outermost.
  mutating func sequence(level: Int) -> ErrorNode? {
    guard level < ChainLimits.depth, let innermost = entry(level: level) else { return nil }
    var spine = ErrorSpine(.innermostFirst)
    spine.append(innermost)
    while at < text.count {
      // What a carrier quotes takes the carrier's place.
      let isCarried = closesQuote()
      guard let relation = connector(), let next = entry(level: level) else { break }
      spine.adopt(next, relation, carrying: isCarried)
    }
    return spine.tree()
  }

  /// One traceback with its head, and the branches of a group.
  private mutating func entry(level: Int) -> ErrorNode? {
    let outerMargin = margin
    defer { margin = outerMargin }
    enterGroup()
    var stack = Stack()
    let found = skipToHead(&stack)
    if let found { at = found }
    guard let headLine = found, let content = content(headLine), let head = Self.head(content) else {
      // Cut before its head: the frames are those of the error before or behind it.
      guard !stack.frames.isEmpty else { return nil }
      var node = ErrorNode(ErrorHead(name: .none, message: ""), place: text[max(at - 1, 0)].place)
      node.frames = stack.frames
      return node
    }
    at = headLine + 1
    var node = ErrorNode(head, place: text[headLine].place)
    node.frames = stack.frames
    message(of: &node, joinedBy: stack.isBox ? " " : "\n")
    node.children = branches(level: level) + boxes(level: level) + carried(level: level)
    return node
  }

  /// What stands before a head.
  private struct Stack {
    var frames: [Frame] = []
    /// rich drew a box around it, and wraps the message at the terminal's width.
    var isBox = false
  }

  /// Ray prints the error of its worker, frames first, right below the head of its own.
  private mutating func carried(level: Int) -> [ErrorNode] {
    guard at < text.count, level + 1 < ChainLimits.depth, let content = content(at),
      FrameLine.pythonFrame(content) != nil
    else { return [] }
    guard let node = entry(level: level + 1), node.name != .none else { return [] }
    return [node]
  }

  /// `  + Exception Group Traceback` opens a margin.
  private mutating func enterGroup() {
    guard at < text.count, margin == nil else { return }
    let line = text[at]
    if line.text.utf8.dropFirst(line.indent).first == UInt8(ascii: "+"),
      line.text.containsBytes(PythonTraceback.title)
    {
      margin = line.indent
    }
  }

  /// Collects frames; ends at the first line that stands where a head stands. Nil at the end of the
  /// text.
  private mutating func skipToHead(_ stack: inout Stack) -> Int? {
    var isInBox = false
    var titles = 0
    while at < text.count {
      guard let content = content(at) else { return nil }
      if let frame = FrameLine.pythonFrame(content) ?? (isInBox ? FrameLine.richFrame(content) : nil) {
        if stack.frames.count < ChainLimits.frames { stack.frames.append(frame) }
      } else if content.containsBytes(PythonTraceback.title) || Self.isNarrowTitle(content) {
        titles += 1
        if !stack.frames.isEmpty || titles > 1 { return nil }
        isInBox = content.trimmed.beginsWithBoxDrawing
        stack.isBox = isInBox
      } else if isInBox {
        if content.begins("╰") { isInBox = false }
      } else if isHeadPlace(content) {
        return at
      }
      at += 1
    }
    return nil
  }

  /// A box in a box of a narrow terminal cuts the title.
  private static func isNarrowTitle(_ content: String) -> Bool {
    content.begins("╭") && content.containsBytes("─ Traceback (most")
  }

  /// Not blank, not indented, no marker of loguru, no caret, no panel that another stream printed
  /// in between.
  private func isHeadPlace(_ content: String) -> Bool {
    guard let first = content.utf8.first, first > 0x20, !Self.marks.contains(first), !content.beginsWithBoxDrawing
    else { return false }
    // Rulers and arrows of notebooks begin with two hyphens.
    return !content.begins("[Previous line repeated") && !content.begins("--")
  }

  /// Of loguru, carets, and the margins of groups.
  private static let marks: Set<UInt8> = [
    UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "+"), UInt8(ascii: "|"),
  ]

  /// What stands on a line behind the margin; nil where the line is outside of it.
  private func content(_ index: Int) -> String? {
    let line = text[index]
    guard let margin else { return column == 0 ? line.text : line.text.from(min(column, line.indent)) }
    guard line.indent >= margin || line.kind == .blank else { return nil }
    let bytes = line.text.utf8.dropFirst(margin)
    guard let first = bytes.first, line.indent == margin else { return nil }
    guard
      first == UInt8(ascii: "|")
        || first == UInt8(ascii: "+") && line.text.containsBytes(PythonTraceback.title)
    else {
      return nil
    }
    let rest = bytes.dropFirst()
    return String(decoding: rest.first == 0x20 ? rest.dropFirst() : rest, as: UTF8.self)
  }

  /// At the end of a traceback any identifier is a class.
  private static func head(_ content: String) -> ErrorHead? {
    if let head = ErrorHead(startOf: content, .certain) { return head }
    // Also classes in small letters: `timeout: timed out`.
    guard let colon = content.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = String(content[..<colon])
    let isIdentifier = name.utf8.allSatisfy { $0 == 0x5F || $0 >= 0x61 && $0 <= 0x7A }
    guard isIdentifier, !name.isEmpty, name.utf8.count < 60 else { return nil }
    let rest = content.from(name.utf8.count + 1)
    guard rest.isEmpty || rest.begins(" ") else { return nil }
    return ErrorHead(name: ErrorName(name), message: rest.trimmed)
  }

  /// The lines of a message behind the head's, up to a connector, a branch or the next traceback.
  ///
  /// Behind a blank line they are the message's only where the print goes on behind them.
  private mutating func message(of node: inout ErrorNode, joinedBy separator: String) {
    var lines = [node.message]
    while at < text.count, lines.count <= ChainLimits.messageLines {
      guard let content = content(at) ?? outside(at), continuesMessage(content, at) else { break }
      if content.trimmed.isEmpty, !resumes(behind: at) { break }
      lines.append(content)
      at += 1
    }
    node.message = lines.joined(separator: separator).trimmed
  }

  private func continuesMessage(_ content: String, _ index: Int) -> Bool {
    guard relation(of: content) == nil, !content.containsBytes(PythonTraceback.title),
      FrameLine.pythonFrame(content) == nil
    else { return false }
    return text[index].kind != .frame && !isBranch(content) && !TextChains.announcesOriginal(content) && !Self.quotes.contains(content.trimmed)
      && !content.begins("╭")
  }

  /// Whether the print goes on behind a blank line and what follows it, or ends there.
  private func resumes(behind blank: Int) -> Bool {
    var isAlone = true
    let end = min(text.count, blank + Self.reach)
    for index in blank..<end {
      if margin != nil, isBranch(text[index].content) { return !isAlone }
      guard let content = content(index) ?? outside(index) else { return false }
      if relation(of: content) != nil { return !isAlone }
      guard continuesMessage(content, index), ErrorHead(startOf: content, .likely) == nil else { return false }
      if !content.trimmed.isEmpty { isAlone = false }
    }
    return !isAlone && end == text.count
  }

  /// Lines that are looked at to tell whether a message goes on.
  private static let reach = 40

  /// A line left of the margin, to which the print comes back: Python gives only the first line of a
  /// message its margin when it ends.
  private func outside(_ index: Int) -> String? {
    guard let margin, index < text.count, text[index].indent < margin else { return nil }
    for next in (index + 1)..<max(index + 1, min(text.count, index + Self.reach)) where content(next) != nil {
      return text[index].text
    }
    return nil
  }

  private static let quotes: Set<String> = ["\"\"\"", "'''"]

  /// The quotes that end a traceback inside of `_RemoteTraceback: `; moves behind them.
  private mutating func closesQuote() -> Bool {
    let next = text.skipBlank(at)
    guard next < text.count, let line = content(next)?.trimmed, Self.quotes.contains(line) else {
      return false
    }
    at = next + 1
    return true
  }

  private init(text: ChainText, at: Int, margin: Int?) {
    self.text = text
    self.at = at
    self.margin = margin
  }

  /// The sentence between two entries, with the blank lines around it; nil where another thing follows.
  private mutating func connector() -> ParsedLink.Relation? {
    var index = at
    while index < text.count, let line = content(index), line.trimmed.isEmpty { index += 1 }
    guard index < text.count, let line = content(index), let relation = relation(of: line) else {
      return nil
    }
    index += 1
    while index < text.count, let line = content(index), line.trimmed.isEmpty { index += 1 }
    at = index
    return relation
  }

  private func relation(of content: String) -> ParsedLink.Relation? {
    let content = content.trimmed
    if content.begins("The above exception was the direct cause") { return .cause }
    return content.begins("During handling of the above exception") ? .during : nil
  }

  private func isBranch(_ content: String) -> Bool { content.begins("+-") }

  /// The branches of a group: `+-+---- 1 ----`, then `+---- 2 ----` one step further in, ended by
  /// `+----`.
  private mutating func branches(level: Int) -> [ErrorNode] {
    guard let margin, level + 1 < ChainLimits.depth else { return [] }
    var nodes: [ErrorNode] = []
    while at < text.count, nodes.count < ChainLimits.links {
      let line = text[at]
      let content = line.text.utf8.dropFirst(line.indent)
      let opens = line.indent == margin && content.starts(with: "+-+-".utf8)
      let continues = line.indent == margin + 2 && content.starts(with: "+-".utf8)
      guard opens || continues else { break }
      at += 1
      if continues, !content.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }) {
        break
      }
      var inner = TracebackReader(text: text, at: at, margin: margin + 2)
      if var node = inner.sequence(level: level + 1) {
        node.relation = .grouped
        nodes.append(node)
      }
      at = max(at, inner.at)
      skipMargin(deeperThan: margin)
    }
    return nodes
  }

  /// The branches of a group as rich draws them: each in a box with the title `Sub-exception #1`.
  private mutating func boxes(level: Int) -> [ErrorNode] {
    guard level + 1 < ChainLimits.depth else { return [] }
    var nodes: [ErrorNode] = []
    while nodes.count < ChainLimits.links {
      let next = text.skipBlank(at)
      guard next < text.count, let top = content(next), top.begins("╭"), top.containsBytes("Sub-exception #")
      else { break }
      var rows: [Record.Line] = []
      at = next + 1
      while at < text.count, let row = content(at), !row.begins("╰") {
        rows.append(Record.Line(place: text[at].place, text: Self.insideOfBox(row)))
        at += 1
      }
      at = min(at + 1, text.count)
      let inner = ChainText(rows)
      guard let start = (0..<inner.count).first(where: { inner[$0].kind != .blank }) else { continue }
      var reader = TracebackReader(text: inner, at: start)
      if var node = reader.sequence(level: level + 1) {
        node.relation = .grouped
        nodes.append(node)
      }
    }
    return nodes
  }

  /// `│ text      │` without its borders.
  private static func insideOfBox(_ row: String) -> String {
    var row = row.trimmed
    if row.begins("│") { row = row.from(3) }
    if row.ends("│") { row = row.slice(0..<(row.utf8.count - 3)) }
    return row.utf8.first == 0x20 ? row.from(1) : row
  }

  /// Lines of a branch that no entry has taken, such as `and 3 more exceptions`.
  private mutating func skipMargin(deeperThan margin: Int) {
    while at < text.count {
      let line = text[at]
      guard line.indent > margin, line.text.utf8.dropFirst(line.indent).first == UInt8(ascii: "|") else {
        return
      }
      at += 1
    }
  }
}

extension ErrorSpine {
  /// Hangs the error that was printed before under the next one.
  fileprivate mutating func adopt(
    _ outer: ErrorNode, _ relation: ParsedLink.Relation, carrying isCarried: Bool
  ) {
    guard isCarried, last?.isSameError(as: outer) == true else {
      changeLast { $0.relation = relation }
      return append(outer)
    }
    // One error, printed where it was raised and where it arrived.
    changeLast { inner in
      let frames = inner.frames.count > outer.frames.count ? inner.frames : outer.frames
      let children = inner.children + outer.children
      inner = outer
      (inner.frames, inner.children) = (frames, children)
    }
  }
}
