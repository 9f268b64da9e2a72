import CulpritIntake
import CulpritRegex

/// Ruby's print `file:7:in 'm': message (Type)`, and `Type: message` or `Type (message):` before a
/// backtrace.
struct RubyTrace: ChainGrammar {
  private static let native = CompiledPattern.constant(
    #"^(?<file>[^\s:`'][^:`']*):(?<line>\d+):in [`'](?<function>[^'`]+)': (?<message>.*) "#
      + #"\((?<type>[A-Z][\w:]*)\)$"#)
  private static let rails = CompiledPattern.constant(
    #"^(?<type>[A-Z]\w*(?:::[A-Z]\w*)*) \((?<message>.*)\):?$"#)
  /// As Ruby's Logger prints an error: `key not found: "TOKEN" (KeyError)`.
  private static let logged = CompiledPattern.constant(#"^(?<message>.*\S) \((?<type>[A-Z]\w*(?:::[A-Z]\w*)*)\)$"#)

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard let (root, end) = Self.entry(text, start) else { return nil }
    var index = end
    var spine = ErrorSpine(.outermostFirst)
    spine.append(root)
    while index < text.count {
      var next = text.skipBlank(index)
      if next < text.count, text[next].content == "Causes:" || text[next].content == "Caused by:" {
        next = text.skipBlank(next + 1)
      }
      guard next < text.count, next <= index + 4, let (node, end) = Self.entry(text, next) else { break }
      // A thread says what ended it, and so does the program that it ends: one error, printed twice.
      guard !node.isSameError(as: root) || node.frames != root.frames else { break }
      // Only what ruby itself printed behind a backtrace is its cause; a second head is another failure.
      guard next > index || Self.native.matches(text[next].text.firstBytes(ChainLimits.headBytes)) else {
        break
      }
      spine.append(node)
      index = end
    }
    return spine.tree().map { ReadChain(root: $0, end: index) }
  }

  private static func entry(_ text: ChainText, _ start: Int) -> (ErrorNode, Int)? {
    let line = text[start]
    guard line.kind == .other else { return nil }
    if line.text.containsBytes(":in "), line.text.ends(")"),
      let match = native.firstMatch(in: line.text.firstBytes(ChainLimits.headBytes)),
      let type = match["type"]
    {
      var node = ErrorNode(
        ErrorHead(name: ErrorName(type), message: match["message"] ?? ""), place: line.place)
      var index = start + 1
      let own = match.frame
      readMessage(text, &index, into: &node, isTopLevel: match["function"]?.containsBytes("<main>") ?? false)
      node.frames = frames(text, &index) + [own]
      return (node, index)
    }
    var index = text.skipBlank(start + 1)
    guard index < text.count, index <= start + 3, FrameLine.rubyFrame(text[index].text) != nil,
      FrameLine.rubyFrame(line.text) == nil, let head = head(line.content)
    else { return nil }
    var node = ErrorNode(head, place: line.place)
    node.frames = frames(text, &index)
    return (node, index)
  }

  /// Ruby puts the class behind the first line of a message; the others stand below it, left of the
  /// backtrace. A script's top level has none: its message is one line.
  private static func readMessage(_ text: ChainText, _ index: inout Int, into node: inout ErrorNode, isTopLevel: Bool) {
    let limit = min(text.count, index + ChainLimits.messageLines)
    let found = (index..<limit).first { FrameLine.rubyFrame(text[$0].text) != nil }
    // Without a backtrace below, most of what stands there is somebody else's; below a script's top level all of it.
    guard let trace = found ?? (isTopLevel ? nil : min(text.count, index + messageLines)) else { return }
    let lines = [node.message] + (index..<trace).map { text[$0].text }
    index = trace
    node.message = lines.joined(separator: "\n").trimmed
  }

  /// Of a message above no backtrace.
  private static let messageLines = 16

  private static func head(_ content: String) -> ErrorHead? {
    if let match = rails.firstMatch(in: content.firstBytes(ChainLimits.headBytes)), let type = match["type"]
    {
      return ErrorHead(name: ErrorName(type), message: match["message"] ?? "")
    }
    if content.ends(")"), let match = logged.firstMatch(in: content.firstBytes(ChainLimits.headBytes)), let type = match["type"] {
      return ErrorHead(name: ErrorName(type), message: match["message"] ?? "")
    }
    return ErrorHead(startOf: content, .certain) ?? ErrorHead.heads(inside: content).first
  }

  /// The backtrace, outermost first.
  private static func frames(_ text: ChainText, _ index: inout Int) -> [Frame] {
    var frames: [Frame] = []
    while index < text.count, let frame = FrameLine.rubyFrame(text[index].text),
      !text[index].text.ends(")") || text[index].content.begins("from ")
    {
      if frames.count < ChainLimits.frames - 1 { frames.append(frame) }
      index += 1
    }
    return frames.reversed()
  }
}
