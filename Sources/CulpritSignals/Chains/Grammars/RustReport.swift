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
    var node =
      printed(message, text[start].place)
      ?? ErrorNode(ErrorHead(name: debugName(message) ?? ErrorName("panic"), message: message), place: text[start].place)
    node.frames = backtrace(text, &index) + [match.frame]
    return ReadChain(root: node, outcome: .uncaught, end: index)
  }

  /// The errors of a value that was printed: behind `Err` value: `, or alone.
  private static func printed(_ message: String, _ place: Place) -> ErrorNode? {
    let value = message.firstRange(of: "`Err` value: ").map { message.from($0.upperBound) } ?? message
    return PrintedValue.error(in: value, at: place)
  }

  private static let frame = CompiledPattern.constant(#"^\s+at (?<file>\S+\.rs):(?<line>\d+)(?::\d+)?$"#)

  /// The frames behind `stack backtrace:`, a function and below it its place; outermost first.
  private static func backtrace(_ text: ChainText, _ index: inout Int) -> [Frame] {
    guard index < text.count, text[index].text.begins("stack backtrace:") else { return [] }
    index += 1
    var frames: [Frame] = []
    var function: String?
    while index < text.count, text[index].indent > 0 {
      if let match = frame.firstMatch(in: text[index].text.firstBytes(1_000)) {
        var place = match.frame
        place.function = function
        if frames.count < ChainLimits.frames { frames.append(place) }
      } else {
        function = text[index].content.firstRange(of: ": ").map { text[index].content.from($0.upperBound) }
      }
      index += 1
    }
    return frames.reversed()
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
      if let root = printed(message, text[start].place) {
        return ReadChain(root: root, outcome: .uncaught, end: start + 1)
      }
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
