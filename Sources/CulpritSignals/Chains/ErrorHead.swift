import CulpritRegex

/// The line, or part of one, that begins an error: its class and what is printed behind it.
struct ErrorHead {
  var name: ErrorName
  /// As far as it stands on the head's line.
  var message: String
  /// A code in brackets: `TypeError [ERR_INVALID_ARG_TYPE]`.
  var code: String?
  /// UTF-8 offset of the name in its line.
  var offset = 0

  init(name: ErrorName, message: String, code: String? = nil, offset: Int = 0) {
    self.name = name
    self.message = message
    self.code = code
    self.offset = offset
  }

  /// How sure the place makes it that a class stands there.
  enum Position {
    /// A head must stand there (end of a traceback, `[cause]:`, before frames): any class-shaped
    /// name counts.
    case certain
    /// Beginning of a line: the name has to look like an error's.
    case likely
  }

  // `<ref *1>` is Node's mark of an object that some other part of the print leads back to.
  private static let start = CompiledPattern.constant(
    #"^(?:<ref \*\d{1,4}> )?(?<type>"# + ErrorName.path
      + #")(?: \[(?<bracket>[\w.$-]+)\]|\((?<detail>[\w.: -]{1,80})\))?"#
      + #"(?:(?<colon>:)(?=$|[\s"'\[{(`])|\s*$|(?= \{$))"#
  )

  /// The head that text begins with; nil where it begins with none.
  init?(startOf text: String, _ position: Position) {
    guard let first = text.utf8.first, first >= 0x24, first < 0x7F else { return nil }
    let text = text.firstBytes(ChainLimits.headBytes)
    guard let match = Self.start.firstMatch(in: text), let type = match["type"] else { return nil }
    let (name, code) = Self.choose(type, match["bracket"])
    guard
      name.isFailureShaped || position == .certain && name.isClassShaped
        || match["bracket"] != nil && name.isClassShaped
    else { return nil }
    let detail = match["detail"].flatMap {
      $0.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) ? $0.digits : nil
    }
    self.init(name: name, message: text.from(match.range.upperBound).trimmed, code: code ?? detail)
  }

  /// Of two names the bracketed one counts, unless it is a code or a plain `Error`.
  private static func choose(_ type: String, _ bracket: String?) -> (ErrorName, String?) {
    let name = ErrorName(type)
    guard let bracket else { return (name, nil) }
    let other = ErrorName(bracket)
    if other.isPlain { return (name, nil) }
    let isCode = !bracket.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
    return isCode ? (name, bracket) : (other, nil)
  }
}

extension ErrorHead {
  private static let inside = CompiledPattern.constant(
    #"(?<![\w.\\:/$'"`@*-])(?<!new )(?<!raise )(?<!throw )(?<!catch )(?<!except )(?:\[(?=[\w.$]+\](?: |$)))?"#
      + #"(?<type>"# + ErrorName.path + #")(?:(?<after>:)(?=$|[\s"'\[{(`])"#
      + #"| \[(?<bracket>[\w.$-]+)\]:?(?=$|\s)|(?<after>\])|(?<after> -)(?= )"#
      + #"|(?<after>\()(?=["']|[A-Z]\w*[ ({])|(?<after> )(?=[45]\d\d [A-Z]|Error code: [45]\d\d|'[^']{1,200}'\s*$)|\((?:code: )?(?<detail>\d{3})\):(?= )"#
      + #"|(?<after> \()(?=[^()]{2,}(?:\([^()]*\)[^()]*)*\):?$)|(?= \{ \w+:)|(?= (?:->|→|=>) )|(?<after>\[)(?=<)|(?<after>>)|(?<after>$))"#)

  /// Heads inside of a line from left to right; those in quotes and braces are mentions and left out.
  static func heads(inside line: String, allowsPlain: PlainNames = .refused) -> [ErrorHead] {
    let line = line.firstBytes(ChainLimits.headBytes)
    guard ErrorName.mayStand(in: line) else { return [] }
    let mentions = Mentions(of: line)
    var found: [ErrorHead] = []
    for match in inside.allMatches(in: line, limit: 64) {
      guard let type = match["type"], let range = match.range("type"), !mentions.contains(range.lowerBound)
      else { continue }
      let (name, code) = choose(type, match["bracket"])
      guard name.isFailureShaped, !name.isPlain || allowsPlain == .accepted else { continue }
      // `<Future … raised X>` is a value's end, `Result<X>` and `<X>` are types.
      if match["after"] == ">", !line.slice(0..<range.lowerBound).ends("raised ") { continue }
      var message = line.from(match.range.upperBound)
      if match["after"] == "(" { message = message.repr }
      if match["after"] == " (" { message = message.withoutParenthesis }
      message = message.withoutClosing(bracketAt: range.lowerBound, of: line)
      found.append(
        ErrorHead(
          name: name, message: message.trimmed, code: code ?? match["detail"], offset: range.lowerBound))
    }
    return found
  }

  /// Whether `Error:` in the middle of a line is a class: only where frames follow the line.
  enum PlainNames {
    case accepted, refused
  }
}

extension String {
  /// Its digits, as a code has them.
  fileprivate var digits: String {
    String(decoding: utf8.filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
  }

  /// `message):` of Ruby's `Type (message):`.
  fileprivate var withoutParenthesis: String {
    let text = ends(":") ? String(dropLast()) : self
    return text.ends(")") ? String(text.dropLast()) : text
  }

  /// `[X: message]` on a line of its own: the bracket is none of the message's.
  fileprivate func withoutClosing(bracketAt offset: Int, of line: String) -> String {
    let text = trimmed
    guard offset == 1, line.begins("["), text.ends("]") else { return text }
    return String(text.dropLast())
  }
}

/// Stretches of a line inside of balanced quotes or braces, and from an open one to the end.
struct Mentions {
  private var ranges: [Range<Int>] = []

  init(of line: String) {
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let closer: UInt8? =
        switch byte {
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "\""), UInt8(ascii: "`"): byte
        case UInt8(ascii: "'") where index > 0 && Self.opens(bytes[index - 1]): byte
        default: nil
        }
      guard let closer else {
        index += 1
        continue
      }
      let end = Self.end(of: bytes, from: index, closer: closer)
      ranges.append(index..<end)
      index = end
    }
  }

  func contains(_ offset: Int) -> Bool { ranges.contains { $0.contains(offset) } }

  private static func opens(_ before: UInt8) -> Bool {
    before <= 0x20 || before == UInt8(ascii: "(") || before == UInt8(ascii: "[")
  }

  private static func end(of bytes: [UInt8], from start: Int, closer: UInt8) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if index == start || closer == UInt8(ascii: "}") && bytes[index] == UInt8(ascii: "{") {
        depth += 1
      } else if bytes[index] == closer {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return bytes.count
  }
}
