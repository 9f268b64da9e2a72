import CulpritRegex

/// What a line without a header looks like: whether it begins something or goes on with it.
enum LineKind: Hashable, Sendable {
  case blank
  /// The upper border of a box, with its title.
  case panelTop(title: String)
  case panelRow, panelBottom
  /// `Traceback (most recent call last):`, also in a group or behind a bar.
  case traceback
  /// Announces another error of the same chain: `Caused by`, `During handling of …`, `[previous
  /// exception]`.
  case cause
  /// A line of a stack at column 0: PHP's `#0`, Ruby's `file.rb:12:in`, Go's functions.
  case frame
  /// A closing bracket, alone or with what closes with it.
  case closer
  /// ` 12 | code` of Bun, `^^^^` below code.
  case excerpt
  case caret
  /// `/srv/app/server.js:90` alone on a line: Node prints code and error below it.
  case location
  /// What always begins a record of its own: `panic: …`, `Exception in thread …`.
  case crash
  /// A type name that says error, at column 0, with its message.
  case errorHead
  case indented
  case other
}

extension LineKind {
  /// How a line begins tells its kind: more than that of a long one is not looked at.
  private static let headLength = 1_000

  init(_ line: String) {
    let text =
      line.utf8.count <= Self.headLength
      ? line : String(decoding: line.utf8.prefix(Self.headLength), as: UTF8.self)
    var bytes = text.utf8[...]
    var indentation = 0
    while let first = bytes.first, first.isBlank {
      bytes.removeFirst()
      indentation += 1
    }
    guard let first = bytes.first else {
      self = .blank
      return
    }
    if first == 0xE2, let panel = Self.panel(text) {
      self = panel
    } else if Self.opensTraceback(bytes) {
      self = .traceback
    } else if indentation == 1, first >= 0x80, Self.isSign(text) {
      // Next and its likes begin their lines with one blank and a sign.
      self = .other
    } else if indentation > 0 {
      self = Self.indented(bytes, text)
    } else {
      self = Self.unindented(first, text)
    }
  }

  /// `Node.js v20.20.2`, `Bun v1.4.5`, `exit status 2`: the last line of a process that died.
  static func endsProcess(_ text: String) -> Bool {
    text.hasPrefix("Node.js v") || text.hasPrefix("Bun v") || text.hasPrefix("exit status ")
  }

  /// What ends without a word: the line is part of an error's printing.
  var isPart: Bool {
    switch self {
    case .cause, .frame, .closer, .caret, .indented: true
    default: false
    }
  }

  private static func isSign(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.dropFirst()
    return scalars.first.map { "✓✔✗✖⨯○●⚠▲ℹ⏺⚡".unicodeScalars.contains($0) } ?? false
  }

  // MARK: panels

  private static let panelTitlePattern = CompiledPattern.constant(
    #"^\s*[╭┌╔┏][─═━\s]*(?<title>.*?)[─═━\s]*[╮┐╗┓]?\s*$"#)

  private static func panel(_ text: String) -> LineKind? {
    switch text.unicodeScalars.first(where: { $0 != " " && $0 != "\t" }) {
    case "╭", "┌", "╔", "┏":
      return .panelTop(title: panelTitlePattern.firstMatch(in: text)?["title"] ?? "")
    case "│", "┃", "║", "├", "╟", "┠": return .panelRow
    case "╰", "└", "╚", "┗":
      // A tree's last branch begins with the same sign, but goes on with words.
      return text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic } ? .panelBottom : .indented
    default: return nil
    }
  }

  // MARK: errors

  private static func opensTraceback(_ bytes: Substring.UTF8View) -> Bool {
    let head = String(Substring(bytes.prefix(80)))
    return head.hasPrefix("Traceback (") || head.hasPrefix("+ Exception Group Traceback (")
      || head.hasPrefix("| Traceback (") || head.containsBytes("  Traceback (most recent call last)")
  }

  private static let bunExcerptPattern = CompiledPattern.constant(#"^\s*\d+ \| "#)
  private static let caretPattern = CompiledPattern.constant(#"^[\s|]*[\^~][\^~\s]*$"#)

  private static func indented(_ bytes: Substring.UTF8View, _ text: String) -> LineKind {
    guard let first = bytes.first else { return .blank }
    if first.isDigit, bunExcerptPattern.matches(text) { return .excerpt }
    if first == UInt8(ascii: "^") || first == UInt8(ascii: "~"), caretPattern.matches(text) {
      return .caret
    }
    return .indented
  }

  private static let causesPattern = CompiledPattern.constant(
    #"^(?:Caused by\b|During handling of the above|The above exception was|Suppressed:|Wrapped by|"#
      + #"\[cause\]|\[errors\]|\[stacktrace\]|\[previous exception\]|Next [A-Z\\]|\.\.\. \d+ (?:more|lines)"#
      + #"|caused by:|cause:|Original exception:|Stack ?trace:|error stack:|stack backtrace:|goroutine \d+ \[|\+-+ |\| )"#
  )
  private static let framesPattern = CompiledPattern.constant(
    #"^(?:#\d+ |at [\w.$<>\[\] ]+[ (]|\S+\.rb:\d+:in |File "|from \S+:\d+:in |created by |[\w./*()\[\]-]+"#
      + #"\.\w+\((?:0x|\.\.\.|\{)|exit status \d+$|Node\.js v\d|Bun v\d|File [^\s":]+:\d+(?:, in |$)|Cell In ?\[\d+\], line \d+$|-{2,}> ?\d+ )"#
  )
  /// A function of Go with its package, as zap prints stacks: `net/http.(*conn).serve`, `main.run.func1`.
  private static let symbolPattern = CompiledPattern.constant(
    #"^(?:main|runtime|[\w-]+(?:\.[\w-]+)*(?:/[\w.-]+)+)\.(?:\(\*?\w+\)\.)?\w[\w.]*$"#)
  /// Rules, lists and art: `-----`, `- *** --- *`; the second line of what httpx says of a status.
  private static let rulePattern = CompiledPattern.constant(#"^(?:[-*]+(?: |$)|For more information check: https?://)"#)
  private static let locationPattern = CompiledPattern.constant(
    #"^(?:file://)?(?:[A-Za-z]:)?[\w./@\\+ -]+\.(?:[cm]?[jt]sx?|py|rb|php):\d+(?::\d+)?$"#)
  private static let crashPattern = CompiledPattern.constant(
    #"^(?:panic: |fatal error: |Exception in thread |thread '[^']*'(?: \(\d+\))? panicked|(?:PHP )?Fatal error: "#
      + #"|Uncaught |Unhandled |terminate called|(?:\[?Uncaught|uncaughtException|unhandledRejection)"#
      + #"\b)"#
  )
  private static let headPattern = CompiledPattern.constant(
    #"^(?:error: |(?:[A-Za-z_$][\w$-]*(?:\.|::|\\|/))*(?:[A-Z][\w$]*)?(?:Error|Exception|Failure|Fault"#
      + #"|Failed|Group|Interrupt|Exit|Panic|Timeout|Denied|NotFound|Refused|Unauthorized)\w*(?: \[\w[\w ]*"#
      + #"\])?(?: \([^)]*\))?(?::(?: |$)|$| \[)|[A-Z]\w+ \[[A-Z]\w*\]: )"#
  )

  private static func unindented(_ first: UInt8, _ text: String) -> LineKind {
    if first == UInt8(ascii: "}") || first == UInt8(ascii: "]") || first == UInt8(ascii: ")") {
      return .closer
    }
    // loguru points at the frame that caught the error.
    if first == UInt8(ascii: ">"), text.hasPrefix("> File \"") { return .indented }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "F"), rulePattern.matches(text) {
      return .indented
    }
    if causesPattern.matches(text) { return .cause }
    if framesPattern.matches(text) || symbolPattern.matches(text) { return .frame }
    if first.isDigit, bunExcerptPattern.matches(text) { return .excerpt }
    if crashPattern.matches(text) { return .crash }
    if headPattern.matches(text) { return .errorHead }
    if locationPattern.matches(text) { return .location }
    return .other
  }
}
