import CulpritIntake
import CulpritRegex

/// One printed line of a stack, in any of the forms that the grammars meet.
enum FrameLine {
  /// Whether `at …` is a frame and no prose: it names a place, or a method with its parentheses.
  static func isStackFrame(_ text: String, indented: Bool) -> Bool {
    let end = text.utf8.reversed().drop { $0 <= 0x20 || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ",") }
    guard let last = end.first else { return false }
    if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
      return text.utf8.contains(UInt8(ascii: "("))
    }
    let isNumber = last >= 0x30 && last <= 0x39
    if isNumber { return text.containsBytes(":") }
    return indented
      && (last == UInt8(ascii: ">") || text.containsBytes("(native)")
        || !text.trimmed.from(3).containsBytes(" "))
  }

  private static let javaScript = CompiledPattern.constant(
    #"^\s*at (?:async )?(?:(?<function>[^()]{1,300}?(?: \[as [^\]]{1,100}\])?) "#
      + #"\((?<place>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?<bare>\S.*?))\s*\{?,?$"#)
  private static let placed = CompiledPattern.constant(
    #"^(?:async )?(?:eval at .*?, )?(?<file>.*?):(?<line>\d+)(?::\d+)?$"#)
  private static let jvm = CompiledPattern.constant(
    #"^\s*at (?:[\w.@-]*/{1,2})?(?<function>[\w$.<>-]+)\((?<file>[^():]*)(?::(?<line>\d+))?\)"#)
  private static let dotNet = CompiledPattern.constant(
    #"^\s*at (?<function>[^()]+)(?:\([^)]*\))?(?: in (?<file>.+?)(?::line (?<line>\d+))?)?$"#)

  /// A line `at …` of a stack; nil where it is none that we know.
  static func stackFrame(_ text: String) -> Frame? {
    let text = text.firstBytes(2_000)
    if text.containsBytes(" in "), let match = dotNet.firstMatch(in: text), let file = match["file"] {
      return Frame(
        file: file, line: match["line"].flatMap { Int($0) }, function: match["function"]?.trimmed)
    }
    if let match = jvm.firstMatch(in: text), let function = match["function"], isJavaPlace(match["file"]) {
      return Frame(file: match["file"] ?? "", line: match["line"].flatMap { Int($0) }, function: function)
    }
    guard let match = javaScript.firstMatch(in: text) else { return dotNetFrame(text) }
    let place = match["place"] ?? match["bare"] ?? ""
    guard let parts = placed.firstMatch(in: place) else {
      if match["place"] != nil,
        place.containsBytes("native") || place.containsBytes("<anonymous>")
          || place.containsBytes("unknown")
      {
        return Frame(file: place, line: nil, function: match["function"])
      }
      return dotNetFrame(text)
    }
    return Frame(
      file: cleaned(parts["file"] ?? place), line: parts["line"].flatMap { Int($0) },
      function: match["function"])
  }

  /// The JVM names a file without its folder, and no column.
  private static func isJavaPlace(_ file: String?) -> Bool {
    guard let file else { return false }
    if file == "Native Method" || file == "Unknown Source" || file.begins("<generated") { return true }
    return [".java", ".kt", ".scala", ".groovy", ".clj"].contains { file.ends($0) }
  }

  /// Of a release build: a method without a file.
  private static func dotNetFrame(_ text: String) -> Frame? {
    guard text.containsBytes("("), let match = dotNet.firstMatch(in: text), let function = match["function"]
    else { return nil }
    return Frame(file: "", line: nil, function: function.trimmed)
  }

  private static func cleaned(_ file: String) -> String {
    file.begins("file://") ? file.from(7) : file
  }

  private static let python = CompiledPattern.constant(
    #"^\s*(?:> )?File "(?<file>[^"]{1,1000})", line (?<line>\d+)(?:, in (?<function>.+?))?\s*$"#)

  /// `File "app.py", line 3, in main` of a Python traceback.
  static func pythonFrame(_ text: String) -> Frame? {
    if text.begins("File ") || text.begins("Cell In") { return notebookFrame(text) ?? quotedFrame(text) }
    return quotedFrame(text)
  }

  private static let notebook = CompiledPattern.constant(
    #"^(?:File (?<file>[^\s":]{1,1000}):(?<line>\d+)(?:, in (?<function>[\w.<>]+)\(.*)?|(?<file>Cell In ?\[\d+\]), line (?<line>\d+))$"#)

  /// `File /srv/app.py:12, in ask(prompt)` and `Cell In[3], line 1` of a notebook.
  private static func notebookFrame(_ text: String) -> Frame? {
    notebook.firstMatch(in: text.firstBytes(1_000).trimmed)?.frame
  }

  private static func quotedFrame(_ text: String) -> Frame? {
    guard text.containsBytes("File \""), let match = python.firstMatch(in: text.firstBytes(2_000)) else {
      return nil
    }
    return match.frame
  }

  private static let pythonInline = CompiledPattern.constant(
    #"File "(?<file>[^"]{1,1000})", line (?<line>\d+)(?:, in (?<function>\S+))?"#)

  /// All frames of a traceback whose lines were joined to one.
  static func pythonFrames(inside text: String) -> [Frame] {
    pythonInline.allMatches(in: text.firstBytes(200_000), limit: ChainLimits.frames).map(\.frame)
  }

  private static let rich = CompiledPattern.constant(
    #"^[│|]\s(?<file>\S+\.pyx?):(?<line>\d+) in (?<function>.+?)\s*[│|]?$"#)

  /// `│ /srv/app/main.py:25 in main   │` of a boxed traceback.
  static func richFrame(_ text: String) -> Frame? {
    rich.firstMatch(in: text.trimmed.firstBytes(1_000)).map(\.frame)
  }

  private static let php = CompiledPattern.constant(
    #"^\s*#\d+\s+(?:(?<file>[^():]+)\((?<line>\d+)\): |\[internal function\]: )?(?<function>.*)$"#)

  /// `#0 /srv/app.php(12): Client->post()`; nil also for `#1 {main}`.
  static func phpFrame(_ text: String) -> Frame? {
    guard text.trimmed.begins("#"), let match = php.firstMatch(in: text.firstBytes(2_000)) else {
      return nil
    }
    guard let function = match["function"], !function.begins("{main}") else { return nil }
    return Frame(
      file: match["file"] ?? "[internal function]", line: match["line"].flatMap { Int($0) },
      function: function.trimmed)
  }

  private static let ruby = CompiledPattern.constant(
    #"^\s*(?:from )?(?<file>[^\s:`'][^:`']*):(?<line>\d+):in [`'](?<function>[^'`]+)'"#)

  /// `/srv/app.rb:12:in 'Client#post'`, also after `from`.
  static func rubyFrame(_ text: String) -> Frame? {
    guard text.containsBytes(":in ") else { return nil }
    return ruby.firstMatch(in: text.firstBytes(2_000)).map(\.frame)
  }

  private static let goPlace = CompiledPattern.constant(
    #"^\s+(?<file>\S+\.(?:go|s)):(?<line>\d+)(?: \+0x[0-9a-f]+)?\s*$"#)

  /// The line of a goroutine's frame that has the place; `function` is the line before it.
  static func goFrame(_ text: String, function: String) -> Frame? {
    guard text.containsBytes(".go:") || text.containsBytes(".s:"),
      let match = goPlace.firstMatch(in: text.firstBytes(1_000))
    else {
      return nil
    }
    var name = function.trimmed
    if let open = name.utf8.lastIndex(of: UInt8(ascii: "(")), name.ends(")") {
      name = String(name[..<open])
    }
    return Frame(file: match["file"] ?? "", line: match["line"].flatMap { Int($0) }, function: name)
  }
}

extension Match {
  /// What the groups `file`, `line` and `function` have.
  var frame: Frame {
    Frame(
      file: self["file"] ?? "", line: self["line"].flatMap { Int($0) }, function: self["function"]?.trimmed)
  }
}
