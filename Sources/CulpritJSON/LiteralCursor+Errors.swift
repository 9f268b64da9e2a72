extension LiteralCursor {
  /// Lines of a message that are passed over in search of its first frame.
  private static let messageLineLimit = 20

  /// An error that `util.inspect` printed as a value: message, `    at …` lines and its properties.
  ///
  /// Read as an object whose first member `stack` is the text; nil, and nothing read, where no frame follows.
  mutating func printedError(_ bytes: Span<UInt8>) -> JSONValue? {
    guard depth < JSONReader.depthLimit, var line = firstFrame(bytes) else { return nil }
    let start = position
    var end = line
    while line < bytes.count, isFrame(bytes, at: line) {
      end = bytes.endOfLine(from: line)
      line = end + 1
    }
    var (textEnd, opensProperties) = endOfText(bytes, lineEnd: end)
    if textEnd < start { textEnd = start }
    position = opensProperties ? end - 1 : textEnd
    while opensProperties, bytes[position] != UInt8(ascii: "{") { position -= 1 }
    let stack = JSONValue.Member(name: "stack", value: .string(bytes.trimmedText(start..<textEnd)))
    guard opensProperties else { return .object([stack]) }
    return .object([stack] + items(bytes, closing: UInt8(ascii: "}")).members)
  }

  /// Offset of the first line behind this one that is a frame of the stack.
  ///
  /// Searched once a line, so that many words on one line cost no more than one.
  private mutating func firstFrame(_ bytes: Span<UInt8>) -> Int? {
    if position > searchedLine.end {
      let end = bytes.endOfLine(from: position)
      searchedLine = (end, firstFrame(bytes, behind: end))
    }
    return searchedLine.firstFrame
  }

  private func firstFrame(_ bytes: Span<UInt8>, behind lineEnd: Int) -> Int? {
    var line = lineEnd + 1
    for _ in 0..<Self.messageLineLimit {
      guard line < bytes.count else { return nil }
      if isFrame(bytes, at: line) { return line }
      let end = bytes.endOfLine(from: line)
      // The end of a member or of a container: the text before it was no error's message.
      if end > line, bytes[end - 1] == UInt8(ascii: ",") || bytes[end - 1].isClosing { return nil }
      line = end + 1
    }
    return nil
  }

  private func isFrame(_ bytes: Span<UInt8>, at line: Int) -> Bool {
    let start = skipSpaces(bytes, from: line)
    return bytes.has("at ", at: start) || bytes.has("... ", at: start)
  }

  /// Where the text of an error ends on its last line, and whether its properties open there.
  private func endOfText(_ bytes: Span<UInt8>, lineEnd: Int) -> (end: Int, opensProperties: Bool) {
    var end = lineEnd
    while end > position, bytes[end - 1].isBlank { end -= 1 }
    guard end > position else { return (end, false) }
    if bytes[end - 1] == UInt8(ascii: "{") { return (end - 1, true) }
    // `… (file.js:1:2),` and `… (file.js:1:2) }`: what ends the value belongs to the container.
    while end > position + 1 {
      let byte = bytes[end - 1]
      let isContainers = byte == UInt8(ascii: ",") || byte.isBlank || byte.isClosing && bytes[end - 2].isBlank
      guard isContainers else { break }
      end -= 1
    }
    return (end, false)
  }
}
