import CulpritIntake
import CulpritRegex

/// Head, frames `at …`, causes behind them: Node, Bun, Deno, the JVM, and what loggers make of them.
struct StackTrace: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard text[start].kind == .other else { return nil }
    var reader = StackReader(text: text, at: start)
    guard let (head, isFatal) = reader.firstHead(), let root = reader.chain(from: head) else { return nil }
    return ReadChain(
      root: root, outcome: isFatal || Self.isFatal(text, start, reader.at) ? .uncaught : .handled,
      end: reader.at)
  }

  /// Node ends with it: the place of the `throw` and a caret stand before the head, its version
  /// behind the stack.
  private static func isFatal(_ text: ChainText, _ start: Int, _ end: Int) -> Bool {
    let next = text.skipBlank(end)
    if next < text.count, text[next].text.begins("Node.js v") || text[next].text.begins("Bun v") {
      return true
    }
    var index = start - 1
    while index >= 0, text[index].kind == .blank { index -= 1 }
    guard index >= 2,
      text[index].content.utf8.allSatisfy({ $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") })
    else {
      return false
    }
    return (max(0, index - 6)..<index).contains { thrower.matches(text[$0].text.firstBytes(1_000)) }
  }

  private static let thrower = CompiledPattern.constant(#"^\S+:\d+$"#)
}

/// Reads heads, messages, frames and causes; a value that moves over the lines.
struct StackReader {
  let text: ChainText
  /// The next line to read.
  var at: Int
  /// Levels of object dumps around the line.
  var level = 0

  init(text: ChainText, at: Int) {
    self.text = text
    self.at = at
  }

  // MARK: Where a chain begins

  /// The head on the current line, if what follows shows that it is one and no mention.
  func firstHead() -> (head: ErrorHead, isFatal: Bool)? {
    let line = text[at].text
    let hasStack = stack(after: at) != nil
    guard hasStack || opensDump(line) || isCauseNext else { return nil }
    var (rest, prefix) = FatalPrefix.strip(text[at].content)
    // Node up to 10 put the brace of the properties before the class.
    if hasStack, rest.begins("{ ") { rest = rest.from(2) }
    if let head = ErrorHead(startOf: rest, hasStack ? .certain : .likely), !isSourceLine(line) {
      if !hasStack, head.name.isPlain, !isCauseNext { return nil }
      return (head, prefix == .fatal)
    }
    if opensProperty(line) { return property(line) }
    guard !isSourceLine(line), let head = ErrorHead.heads(inside: rest, allowsPlain: .accepted).first else {
      return nil
    }
    return (head, prefix == .fatal)
  }

  /// `error: X: …` inside of the dump of an object that is no error itself.
  private func property(_ line: String) -> (head: ErrorHead, isFatal: Bool)? {
    guard let entry = DumpEntry(line), let head = ErrorHead(startOf: entry.value, .likely) else {
      return nil
    }
    return (head, false)
  }

  private func opensProperty(_ line: String) -> Bool { DumpEntry(line) != nil && line.utf8.first == 0x20 }

  private func opensDump(_ line: String) -> Bool {
    line.ends(" {") && at + 1 < text.count && DumpEntry(text[at + 1].text) != nil
  }

  private var isCauseNext: Bool {
    let next = text.skipBlank(at + 1)
    return next < text.count && next <= at + 2 && CauseConnector(text[next].text) != nil
  }

  /// `13 | throw new X(…)` of an excerpt, and the code of a `throw`.
  private func isSourceLine(_ line: String) -> Bool {
    let content = line.trimmed.utf8
    let afterDigits = content.drop { $0 >= 0x30 && $0 <= 0x39 }
    if afterDigits.count < content.count, afterDigits.starts(with: " | ".utf8) { return true }
    return content.starts(with: "throw ".utf8) || content.starts(with: "raise ".utf8)
  }

  /// The first frame of the head's own stack; nil where another head or a closing brace comes before.
  ///
  /// A message's lines stand at any column, but not left of the dump in which its error stands.
  private func stack(after head: Int) -> Int? {
    let frame = text.nextFrame[min(head + 1, text.count)]
    guard frame < text.count, frame - head <= ChainLimits.messageLines else { return nil }
    let indent = text[head].indent
    for index in head + 1..<frame {
      let line = text[index]
      guard line.kind != .blank, line.indent <= indent else { continue }
      if text.endsMessage[index] { return nil }
      if line.indent < indent, level > 0 || text[frame].indent <= indent { return nil }
      if level > 0, line.indent == indent, DumpEntry(line.text)?.isFollowed == true { return nil }
    }
    return frame
  }

  // MARK: Errors

  /// The error whose head stands on the current line, with everything behind it that belongs to it.
  mutating func chain(from head: ErrorHead) -> ErrorNode? {
    let indent = text[at].indent
    var nodes = [(node: error(from: head, relation: .cause), indent: indent)]
    var isWrapping = false
    while let connector = nextConnector() {
      guard let head = connector.head(.certain) else {
        skipUntyped(&nodes[nodes.count - 1].node)
        continue
      }
      isWrapping = isWrapping || connector.kind == .wrapper
      let relation: ParsedLink.Relation = connector.kind == .suppressed ? .suppressed : .cause
      let indent = text[at].indent
      if nodes.count >= ChainLimits.links {
        nodes.remove(at: ChainLimits.links / 2)
        nodes[ChainLimits.links / 2 - 1].node.omitted += 1
      }
      nodes.append((error(from: head, relation: relation), indent))
    }
    return isWrapping ? Self.wrap(nodes.map(\.node)) : Self.nest(nodes)
  }

  /// `Caused by:` at a column continues the last error of that column; `Suppressed:` hangs on the
  /// one left of it.
  private static func nest(_ nodes: [(node: ErrorNode, indent: Int)]) -> ErrorNode {
    var open: [(node: ErrorNode, indent: Int)] = []
    for entry in nodes {
      if entry.node.relation == .suppressed {
        while open.count > 1, open[open.count - 1].indent >= entry.indent { closeLast(&open) }
      } else {
        while open.count > 1, open[open.count - 1].indent > entry.indent { closeLast(&open) }
      }
      open.append(entry)
    }
    while open.count > 1 { closeLast(&open) }
    return open[0].node
  }

  private static func closeLast(_ open: inout [(node: ErrorNode, indent: Int)]) {
    let last = open.removeLast()
    let parent = open.count - 1
    // A cause comes before what was suppressed, so that the first child is always the next link of the chain.
    let index = last.node.relation == .suppressed ? open[parent].node.children.count : 0
    open[parent].node.children.insert(last.node, at: index)
  }

  /// `Wrapped by:` prints the innermost first.
  private static func wrap(_ nodes: [ErrorNode]) -> ErrorNode {
    var outer = nodes[0]
    for var node in nodes.dropFirst() {
      node.children.insert(outer, at: 0)
      outer = node
    }
    return outer
  }

  /// One error: message, frames, own properties.
  mutating func error(from head: ErrorHead, relation: ParsedLink.Relation) -> ErrorNode {
    var node = ErrorNode(head, relation: relation, place: text[at].place)
    let first = stack(after: at)
    let opens = first == nil && Self.opensObject(text[at].text)
    if opens { node.message = Self.withoutBrace(node.message) }
    let headLine = at
    at += 1
    if let first {
      let end = firstBranch(of: headLine, before: first)
      readMessage(of: &node, upTo: end ?? first)
      at = end ?? first
      if end != nil { readBranches(of: &node, under: headLine) }
    }
    let dumps = frames(of: &node, rightOf: text[headLine].indent) || opens
    if dumps { ObjectDumpReader.read(into: &node, with: &self, indent: text[headLine].indent) }
    return node
  }

  /// Deno prints the errors of a group between the group's message and its stack, one step further in.
  private static let step = 4

  /// The head of the first of them; nil where the frames behind a head are its own.
  private func firstBranch(of head: Int, before frame: Int) -> Int? {
    let column = text[head].indent + Self.step
    guard text[frame].indent >= column + Self.step else { return nil }
    return (head + 1..<frame).first { text[$0].indent == column && text.endsMessage[$0] }
  }

  private mutating func readBranches(of node: inout ErrorNode, under head: Int) {
    let column = text[head].indent + Self.step
    guard level < ChainLimits.depth else { return }
    level += 1
    defer { level -= 1 }
    while at < text.count, text[at].indent == column, text[at].kind == .other,
      node.children.count < ChainLimits.links, let head = ErrorHead(startOf: text[at].content, .certain)
    {
      guard var branch = chain(from: head) else { return }
      branch.relation = .grouped
      node.children.append(branch)
    }
  }

  /// The lines between head and stack: more of the message, or properties as Bun prints them.
  private func readMessage(of node: inout ErrorNode, upTo first: Int) {
    let opensLiteral = node.message.ends("{") || node.message.ends("[")
    let headIndent = text[at - 1].indent
    let properties = (at..<first).first { index in
      let line = text[index]
      guard !opensLiteral, line.indent > headIndent, let entry = DumpEntry(line.text) else { return false }
      return entry.value.ends(",") || entry.value.ends("{")
    }
    let end = properties ?? withoutExcerpt(at..<first)
    node.message = ([node.message] + (at..<end).map { text[$0].text }).joined(separator: "\n").trimmed
    if properties != nil { ObjectDumpReader.readFlat(end..<first, of: text, into: &node) }
  }

  /// Deno prints the line of the `throw` and a caret between message and stack.
  private func withoutExcerpt(_ body: Range<Int>) -> Int {
    guard let last = body.last, last > body.lowerBound,
      text[last].content.utf8.allSatisfy({ $0 == UInt8(ascii: "^") }),
      text[last].kind != .blank
    else { return body.upperBound }
    return last - 1
  }

  /// The run of frames; true where it ends by opening a dump of the error's properties.
  private mutating func frames(of node: inout ErrorNode, rightOf column: Int) -> Bool {
    var frames: [Frame] = []
    var opens = false
    // Frames at the column of their head are printed so by a logger; left of others they are another's.
    let isIndented = at < text.count && text[at].indent > column
    while at < text.count, !opens {
      let line = text[at]
      guard line.kind == .frame || line.kind == .elision, !isIndented || line.indent > column else { break }
      if line.kind == .frame, frames.count < ChainLimits.frames, let frame = FrameLine.stackFrame(line.text)
      {
        frames.append(frame)
      }
      opens = Self.opensObject(line.text)
      at += 1
    }
    node.frames = frames.reversed()
    return opens
  }

  private static func opensObject(_ line: String) -> Bool { line.ends(" {") }

  private static func withoutBrace(_ message: String) -> String {
    message.ends("{") ? String(message.dropLast()).trimmed : message
  }

  // MARK: Causes

  /// The connector behind at most one blank line; moves to it.
  private mutating func nextConnector() -> CauseConnector? {
    let next = text.skipBlank(at)
    guard next < text.count, next <= at + 1, let connector = CauseConnector(text[next].text) else {
      return nil
    }
    at = next
    return connector
  }

  /// A cause that names no class: its text belongs to the error before, its frames to nobody.
  private mutating func skipUntyped(_ node: inout ErrorNode) {
    node.message = (node.message + "\n" + text[at].content).firstBytes(ChainLimits.headBytes)
    at += 1
    while at < text.count, text[at].kind == .frame || text[at].kind == .elision { at += 1 }
  }
}

/// `Caused by:` and its relatives at the beginning of a line.
struct CauseConnector {
  enum Kind {
    case cause, suppressed, wrapper
  }

  /// The first ten letters of each, in small.
  private static let words: Set<String> = [
    "caused by:", "caused by ", "caused by}", "suppressed", "wrapped by",
  ]

  let kind: Kind
  /// What stands behind it.
  let rest: String

  private static let pattern = CompiledPattern.constant(
    #"^\s*(?:(?<cause>\[?caused by(?: \(\d+\))?\]?)|(?<suppressed>suppressed)|(?<wrapper>wrapped by)):\s*"#,
    .ignoresCase)

  init?(_ line: String) {
    let start = line.utf8.drop { $0 <= 0x20 || $0 == UInt8(ascii: "[") }.prefix(10)
    guard start.count == 10, Self.words.contains(String(decoding: start.map { $0 | 0x20 }, as: UTF8.self))
    else { return nil }
    let line = line.firstBytes(ChainLimits.headBytes)
    guard let match = Self.pattern.firstMatch(in: line) else { return nil }
    kind = match["suppressed"] != nil ? .suppressed : match["wrapper"] != nil ? .wrapper : .cause
    rest = line.from(match.range.upperBound).withoutStackHash
  }

  func head(_ position: ErrorHead.Position) -> ErrorHead? { ErrorHead(startOf: rest, position) }
}

extension String {
  /// Without the hash that logback's shortened stacks have before a head: `#4f5a2b1c> a.B: …`.
  fileprivate var withoutStackHash: String {
    guard utf8.first == UInt8(ascii: "#") else { return self }
    let hash = utf8.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 }
    let rest = utf8.dropFirst(hash.count + 1)
    guard hash.count >= 6, hash.count <= 16, rest.starts(with: "> ".utf8) else { return self }
    return from(hash.count + 3)
  }
}

/// What runtimes print before the head of an error that nothing caught.
enum FatalPrefix {
  case fatal, none

  private static let pattern = CompiledPattern.constant(
    #"^(?:(?:PHP )?Fatal error: +|\[?ERROR\]? )?(?:error: )?(?:Uncaught(?: \(in promise\))?:? "#
      + #"|Exception in thread "[^"]*" "#
      + #"|Unhandled exception[.:]? |Unhandled(?: Promise)? Rejection:? "#
      + #"|Unhandled error:? |UncaughtException:? "#
      + #"|\(node:\d+\) UnhandledPromiseRejectionWarning: |Uncaught exception:? |\(Unhandled\) )"#,
    .ignoresCase)

  /// `Unhandled Rejection at:` and the like on a line before the error.
  static func announces(_ line: String) -> Bool {
    guard line.utf8.count < 200, line.containsBytes("nhandled") || line.containsBytes("ncaught") else {
      return false
    }
    return [
      "Unhandled Rejection", "Unhandled rejection", "unhandledRejection", "uncaughtException",
      "Uncaught Exception",
      "Uncaught exception", "Unhandled exception", "Unhandled Exception", "Unhandled promise rejection",
    ].contains { line.begins($0) }
  }

  /// The line without such a prefix.
  static func strip(_ line: String) -> (rest: String, prefix: FatalPrefix) {
    let line = line.firstBytes(ChainLimits.headBytes).withoutStackHash
    guard
      line.containsBytes("ncaught") || line.containsBytes("nhandled") || line.begins("Exception in thread"),
      let match = pattern.firstMatch(in: line)
    else { return (line, .none) }
    return (line.from(match.range.upperBound), .fatal)
  }
}
