import CulpritIntake

/// The lines of a record as the grammars read them.
struct ChainText {
  struct Line {
    var text: String
    /// White space before the text; a tab counts as one.
    var indent: Int
    var kind: Kind
    var place: Place
    /// Without white space at both ends.
    var content: String { text.trimmed }
  }

  enum Kind {
    case blank
    /// `at …` of JavaScript, the JVM and .NET.
    case frame
    /// `... 23 more`, `... 6 lines matching cause stack trace ...`
    case elision
    case other
  }

  private(set) var lines: [Line] = []
  /// For each line the first frame at or after it; `lines.count` if there is none.
  private(set) var nextFrame: [Int] = []
  /// The same for `Stack trace:` and `#0 ` of PHP, and for `---> ` of .NET.
  private(set) var nextTrace: [Int] = []
  private(set) var nextArrow: [Int] = []
  /// Of lines with a stack near behind them: whether the line begins an error of its own, or ends the
  /// print, so that no message goes on across it.
  private(set) var endsMessage: [Bool] = []

  /// A lone carriage return ends a line too: CloudWatch keeps tracebacks so.
  init(_ lines: some Sequence<Record.Line>) {
    for line in lines.prefix(ChainLimits.lines) {
      for piece in line.text.utf8.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      {
        if self.lines.count >= ChainLimits.lines { break }
        append(String(decoding: piece, as: UTF8.self), line.place)
      }
    }
    nextFrame = indexes { $0.kind == .frame }
    nextTrace = indexes { $0.text.begins("Stack trace:") || $0.text.begins("#0 ") }
    nextArrow = indexes { $0.text.containsBytes(DotNetTrace.arrow) }
    endsMessage = self.lines.indices.map { index in
      let line = self.lines[index]
      guard line.kind == .other, nextFrame[index] < count,
        nextFrame[index] - index <= ChainLimits.messageLines
      else { return false }
      if CauseConnector(line.text) != nil || line.text.begins("Node.js v") { return true }
      return ErrorHead(startOf: FatalPrefix.strip(line.content).rest, .likely) != nil
    }
  }

  /// Text of a field, all of whose lines stand at one place.
  init(_ text: String, at place: Place) {
    self.init([Record.Line(place: place, text: text)])
  }

  var count: Int { lines.count }

  subscript(_ index: Int) -> Line { lines[index] }

  /// First line at or after `index` that is not blank; `count` if there is none.
  func skipBlank(_ index: Int) -> Int {
    var index = index
    while index < count, lines[index].kind == .blank { index += 1 }
    return index
  }

  private mutating func append(_ text: String, _ place: Place) {
    var indent = 0
    for byte in text.utf8 {
      guard byte == 0x20 || byte == 0x09 else { break }
      indent += 1
    }
    lines.append(Line(text: text, indent: indent, kind: Self.kind(of: text, indent), place: place))
  }

  private func indexes(where holds: (Line) -> Bool) -> [Int] {
    var next = [Int](repeating: lines.count, count: lines.count + 1)
    for index in lines.indices.reversed() { next[index] = holds(lines[index]) ? index : next[index + 1] }
    return next
  }

  private static func kind(of text: String, _ indent: Int) -> Kind {
    let rest = text.utf8.dropFirst(indent)
    guard let first = rest.first else { return .blank }
    switch first {
    case UInt8(ascii: "a"):
      guard rest.starts(with: "at ".utf8) else { return .other }
      return FrameLine.isStackFrame(text, indented: indent > 0) ? .frame : .other
    case UInt8(ascii: "."):
      guard rest.starts(with: "... ".utf8), text.utf8.count < 200 else { return .other }
      let isElision =
        text.containsBytes(" more") || text.containsBytes("matching cause stack")
        || text.containsBytes("frames ")
      return isElision ? .elision : .other
    case 0x0D: return rest.count == 1 ? .blank : .other
    default: return .other
    }
  }
}

extension String {
  /// Without ASCII white space at both ends.
  var trimmed: String {
    let bytes = utf8
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 })
    else {
      return ""
    }
    return String(self[start...end])
  }

  /// At most so many bytes from the start, ended between characters.
  func firstBytes(_ limit: Int) -> String {
    guard utf8.count > limit else { return self }
    return String(decoding: utf8.prefix(limit), as: UTF8.self)
  }

  /// From a UTF-8 offset to the end.
  func from(_ offset: Int) -> String {
    String(self[utf8.index(startIndex, offsetBy: min(offset, utf8.count))...])
  }

  /// The text inside of the quotes that `Name('…')` has, or up to the closing bracket.
  var repr: String {
    guard let quote = utf8.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      return self
    }
    var escaped = false
    var bytes: [UInt8] = []
    for byte in utf8.dropFirst() {
      if escaped {
        bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte)
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == quote {
        break
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// U+2500 to U+257F: a line of a panel.
  var beginsWithBoxDrawing: Bool {
    let bytes = Array(utf8.prefix(2))
    return bytes.count == 2 && bytes[0] == 0xE2 && (bytes[1] == 0x94 || bytes[1] == 0x95)
  }

  /// Compares bytes: cheaper than `hasPrefix`, which compares characters.
  func begins(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  /// Compares bytes: cheaper than `hasSuffix`.
  func ends(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
