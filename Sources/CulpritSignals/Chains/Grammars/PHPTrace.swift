import CulpritIntake
import CulpritRegex

/// PHP's own print: `Uncaught X: … in file:12`, `Stack trace:`, `Next Y: …`; innermost first.
struct PHPTrace: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard text[start].kind == .other, text.nextTrace[start + 1] - start <= ChainLimits.messageLines,
      text.nextTrace[start + 1] < text.count
    else { return nil }
    let (rest, prefix) = FatalPrefix.strip(text[start].content)
    guard let head = Self.head(rest), let trace = Self.trace(text, start) else { return nil }
    let (innermost, end) = Self.entry(head, text, start, trace)
    var index = end
    var spine = ErrorSpine(.innermostFirst)
    spine.append(innermost)
    while index < text.count {
      let next = text.skipBlank(index)
      guard next < text.count, text[next].text.begins("Next "),
        let head = Self.head(text[next].text.from(5)),
        let trace = Self.trace(text, next)
      else { break }
      let (outer, end) = Self.entry(head, text, next, trace)
      spine.append(outer)
      index = end
    }
    if index < text.count, text[index].content.begins("thrown in ") { index += 1 }
    return spine.tree().map {
      ReadChain(root: $0, outcome: prefix == .fatal ? .uncaught : .handled, end: index)
    }
  }

  private static func head(_ text: String) -> ErrorHead? {
    ErrorHead(startOf: text, .certain) ?? ErrorHead.heads(inside: text, allowsPlain: .accepted).first
  }

  /// The line `Stack trace:` that belongs to a head; nil where another head stands before it.
  private static func trace(_ text: ChainText, _ head: Int) -> Int? {
    let trace = text.nextTrace[head + 1]
    guard trace < text.count, trace - head <= ChainLimits.messageLines else { return nil }
    for index in (head + 1)..<trace {
      let content = text[index].text
      if content.begins("Next ") || content.begins("[") || ErrorHead(startOf: content, .likely) != nil {
        return nil
      }
    }
    return trace
  }

  private static let place = CompiledPattern.constant(
    #" in (?<file>(?:/|[A-Za-z]:\\)[^\s:]+):(?<line>\d+)$"#)

  private static func entry(_ head: ErrorHead, _ text: ChainText, _ start: Int, _ trace: Int) -> (
    ErrorNode, Int
  ) {
    var node = ErrorNode(head, place: text[start].place)
    node.message =
      ([head.message] + ((start + 1)..<trace).map { text[$0].text }).joined(separator: "\n").trimmed
    var frames: [Frame] = []
    if let match = place.firstMatch(in: node.message, from: max(0, node.message.utf8.count - 1_000)) {
      frames.append(
        match.frame)
      node.message = node.message.slice(0..<match.range.lowerBound)
    }
    var index = text[trace].text.begins("Stack trace:") ? trace + 1 : trace
    while index < text.count, text[index].content.begins("#") {
      if frames.count < ChainLimits.frames, let frame = FrameLine.phpFrame(text[index].text) {
        frames.append(frame)
      }
      index += 1
    }
    node.frames = frames.reversed()
    return (node, index)
  }
}

/// Monolog's and Laravel's print: `[object] (X(code: 401): … at file:12)`, `[previous exception]
/// [object] (…)`; outermost first.
struct MonologTrace: ChainGrammar {
  private static let opening = CompiledPattern.constant(
    #"\[object\] \((?<type>[A-Za-z_][\w\\]*)\(code: (?<code>[^)]{0,40})\): (?<message>.*)$"#)
  private static let closing = CompiledPattern.constant(
    #"^(?<message>.*?) ?at (?<file>(?:/|[A-Za-z]:)[^\s:"]+):(?<line>\d+)\)"#)

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard text[start].text.containsBytes("[object] ("), let (root, end) = Self.entry(text, start) else {
      return nil
    }
    var index = end
    var spine = ErrorSpine(.outermostFirst)
    spine.append(root)
    while index < text.count {
      let next = text.skipBlank(index)
      guard next < text.count, text[next].text.begins("[previous exception]"),
        let (node, end) = Self.entry(text, next)
      else {
        break
      }
      spine.append(node)
      index = end
    }
    return spine.tree().map { ReadChain(root: $0, end: index) }
  }

  private static func entry(_ text: ChainText, _ start: Int) -> (ErrorNode, Int)? {
    let line = text[start].text.firstBytes(ChainLimits.headBytes)
    guard let match = opening.firstMatch(in: line), let type = match["type"] else { return nil }
    var name = ""
    for character in type where !(character == "\\" && name.last == "\\") { name.append(character) }
    var node = ErrorNode(ErrorHead(name: ErrorName(name), message: ""), place: text[start].place)
    if let code = match["code"], code != "0" { node.set("code", code) }
    var frames: [Frame] = []
    var index = readMessage(match["message"] ?? "", text, start, &node, &frames)
    if index < text.count, text[index].content.begins("[stacktrace]") { index += 1 }
    while index < text.count, text[index].content.begins("#") {
      if frames.count < ChainLimits.frames, let frame = FrameLine.phpFrame(text[index].text) {
        frames.append(frame)
      }
      index += 1
    }
    node.frames = frames.reversed()
    return (node, index)
  }

  /// The message up to ` at file:12)`, also over several lines; returns the line behind it.
  private static func readMessage(
    _ first: String, _ text: ChainText, _ start: Int, _ node: inout ErrorNode, _ frames: inout [Frame]
  ) -> Int {
    var lines: [String] = []
    for index in start..<min(text.count, start + ChainLimits.messageLines) {
      let line = index == start ? first : text[index].text.firstBytes(ChainLimits.headBytes)
      if index > start, line.begins("[stacktrace]") || line.begins("[previous exception]") {
        node.message = lines.joined(separator: "\n")
        return index
      }
      if let end = closing.firstMatch(in: line) {
        lines.append(end["message"] ?? "")
        node.message = lines.joined(separator: "\n").trimmed
        frames.append(end.frame)
        return index + 1
      }
      lines.append(line)
    }
    node.message = first
    return start + 1
  }
}
