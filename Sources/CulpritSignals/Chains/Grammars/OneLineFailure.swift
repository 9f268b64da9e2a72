import CulpritIntake
import CulpritRegex

/// A whole failure on one line: every class before the provider's text is a link, outermost first.
struct OneLineFailure: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start]
    guard line.kind == .other, line.text.utf8.count > 8 else { return nil }
    let (rest, prefix) = FatalPrefix.strip(line.content)
    guard !Self.isSource(rest), var root = Self.chain(in: rest, at: line.place, prefix) else { return nil }
    if root.message.isEmpty, root.children.isEmpty, rest.begins("["), rest.ends("]") {
      // Symfony's console prints a class in brackets, and the message below it.
      let next = text.skipBlank(start + 1)
      if next < text.count, next <= start + 2 { root.message = text[next].content }
    }
    return ReadChain(root: root, outcome: prefix == .fatal ? .uncaught : .handled, end: start + 1)
  }

  /// The chain that one line tells; nil where it names no class.
  static func chain(in line: String, at place: Place, _ prefix: FatalPrefix = .none) -> ErrorNode? {
    let line = line.firstBytes(ChainLimits.headBytes)
    let (text, frames) = withoutTraceback(line)
    var heads = ErrorHead.heads(inside: text, allowsPlain: .accepted)
    // `Error: …` begins many sentences; as a class it counts only where something says that it was thrown.
    heads.removeAll { $0.name.isPlain && !(prefix == .fatal && $0.offset == 0) }
    guard let first = heads.first else { return nil }
    // A body that the application printed before the first class is not yet the provider's text.
    let end = first.offset + ProviderText.start(in: text.from(first.offset))
    heads.removeAll { $0.offset >= end }
    var nodes = distinct(heads).prefix(ChainLimits.depth).map { head in
      var node = ErrorNode(head, place: place)
      node.printing = .oneLine
      return node
    }
    nodes[0].frames = frames
    return ErrorNode.nested(nodes)
  }

  /// The same class twice in a row is one: `litellm.AuthenticationError: AuthenticationError: …`.
  private static func distinct(_ heads: [ErrorHead]) -> [ErrorHead] {
    var kept: [ErrorHead] = []
    for head in heads where kept.last?.name.type != head.name.type { kept.append(head) }
    return kept
  }

  /// A traceback whose lines were joined to this one.
  private static func withoutTraceback(_ line: String) -> (String, [Frame]) {
    guard let range = line.firstRange(of: PythonTraceback.title) else { return (line, []) }
    return (
      line.slice(0..<range.lowerBound).trimmed, FrameLine.pythonFrames(inside: line.from(range.upperBound))
    )
  }

  /// A line of a source excerpt: `44 | return new X(`, a caret, a frame.
  private static func isSource(_ line: String) -> Bool {
    let content = line.utf8
    let afterDigits = content.drop { $0 >= 0x30 && $0 <= 0x39 }
    if afterDigits.count < content.count, afterDigits.starts(with: " | ".utf8) { return true }
    return ["throw ", "raise ", "return ", "import ", "class ", "at ", "File \""].contains {
      line.begins($0)
    }
  }
}

/// Where a line stops to speak for the application and quotes the provider: a status, a body.
enum ProviderText {
  /// UTF-8 offset; the end of the line where it quotes none.
  static func start(in line: String) -> Int {
    let bytes = Array(line.utf8)
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "`") { return index }
      if isStatus(bytes, index) { return index }
    }
    return bytes.count
  }

  /// ` 401 ` or `: 401`: three digits of an HTTP error that stand alone behind a colon.
  private static func isStatus(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "4") || bytes[index] == UInt8(ascii: "5"), index + 2 < bytes.count,
      index >= 2
    else {
      return false
    }
    let isNumber = bytes[(index + 1)...(index + 2)].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard isNumber, bytes[index - 1] == 0x20, bytes[index - 2] == UInt8(ascii: ":") else { return false }
    return index + 3 == bytes.count || bytes[index + 3] == 0x20 || bytes[index + 3] == UInt8(ascii: ",")
      || bytes[index + 3] == UInt8(ascii: ":")
  }
}

extension String {
  /// UTF-8 offsets of the first place where `text` stands.
  func firstRange(of text: String) -> Range<Int>? {
    utf8Index(of: text).map { $0..<($0 + text.utf8.count) }
  }
}
