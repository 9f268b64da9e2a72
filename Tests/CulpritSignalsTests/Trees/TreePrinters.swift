import CulpritSignals
import Testing

/// How a runtime prints a tree of errors, written from what it really prints (see `Tests/Trees`).
struct TreePrinter: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var language: TreeGenerator.Language
  /// Prints causes below each other, not inside of each other.
  var isFlat: Bool { !["Node", "pino", "pino-pretty", "Rust", "Swift"].contains(testDescription) }
  /// What of the tree comes back from such a print.
  var expressed: Expressed
  var print: @Sendable (ErrorTree) -> String
  /// The print is one JSON object, not lines of text.
  var isJSON = false
  /// The tree as the print shows it: what it leaves out or adds is of the language.
  var shown: @Sendable (ErrorTree) -> ErrorTree = { $0 }

  static let all: [TreePrinter] = [
    node, deno, bun, python, jvm, dotNet, ruby, php, monolog, pino, pinoPretty, structlog, rust, swift,
  ]
}

// MARK: JavaScript

extension TreePrinter {
  private static let javaScript = TreeGenerator.Language(
    types: ["AuthenticationError", "ModelGatewayError", "StepFailed", "Error", "TypeError", "AI_APICallError"],
    group: "AggregateError", groupsHaveCauses: true, hasProperties: true)

  /// `console.error(error)`, and what Node prints before it ends.
  static let node = TreePrinter(
    testDescription: "Node", language: javaScript, expressed: [.properties, .frames],
    print: { "run 7 failed: " + inspected($0) + "\n" })

  private static func inspected(_ tree: ErrorTree) -> String {
    var text = "\(tree.type): \(tree.message)"
    for line in tree.frames.reversed() { text += "\n    at ask (file:///srv/planner/ask.mjs:\(line):11)" }
    var properties: [String] = []
    if let status = tree.status { properties.append("status: \(status)") }
    if tree.status != nil { properties.append("headers: {\n  'x-served-by': 'edge'\n}") }
    if let code = tree.code { properties.append("code: '\(code)'") }
    if let cause = tree.cause { properties.append("[cause]: " + inspected(cause)) }
    if !tree.branches.isEmpty {
      let branches = tree.branches.map { inspected($0).indented(by: 2) }
      properties.append("[errors]: [\n" + branches.joined(separator: ",\n") + "\n]")
    }
    guard !properties.isEmpty else { return text }
    return text + " {\n" + properties.map { $0.indented(by: 2) }.joined(separator: ",\n") + "\n}"
  }

  /// What Deno prints of an error that nothing caught.
  static let deno = TreePrinter(
    testDescription: "Deno", language: with(javaScript) { $0.hasProperties = false }, expressed: .frames,
    print: { "error: Uncaught (in promise) " + uncaughtByDeno($0) })

  private static func uncaughtByDeno(_ tree: ErrorTree) -> String {
    var lines = ["\(tree.type): \(tree.message)"]
    for branch in tree.branches { lines.append(uncaughtByDeno(branch).indented(by: 4)) }
    lines += tree.frames.reversed().map { "    at ask (file:///srv/planner/ask.mjs:\($0):11)" }
    if let cause = tree.cause { lines.append("Caused by: " + uncaughtByDeno(cause)) }
    return lines.joined(separator: "\n")
  }

  /// Bun's own print, with the source before each error; of a group it shows nothing but the cause.
  static let bun = TreePrinter(
    testDescription: "Bun",
    language: with(javaScript) { language in
      language.group = nil
      language.types.removeAll { $0 == "Error" }
      language.messages.removeAll { $0.contains("\n") }
    }, expressed: [.properties, .frames],
    print: { tree in
      var error: ErrorTree? = tree
      var text = ""
      while let current = error {
        text += "41 | async function ask() {\n42 |   throw new Refused(body, { cause });\n"
        text += "               ^\n\(current.type): \(current.message)\n"
        if let status = current.status { text += "  status: \(status),\n headers: Headers {\n  \"x-served-by\": \"edge\",\n},\n" }
        if let code = current.code { text += "  code: \"\(code)\"\n" }
        text += "\n"
        for line in current.frames.reversed() { text += "      at ask (/srv/planner/ask.mjs:\(line):11)\n" }
        text += "\n"
        error = current.cause
      }
      return text + "Bun v1.4.4 (Linux x64)"
    })

  static func with(
    _ language: TreeGenerator.Language, _ change: (inout TreeGenerator.Language) -> Void
  ) -> TreeGenerator.Language {
    var language = language
    change(&language)
    return language
  }
}

// MARK: Python

extension TreePrinter {
  /// What ends a program, also `logging.exception` and `traceback.format_exc`.
  static let python = TreePrinter(
    testDescription: "Python",
    language: TreeGenerator.Language(
      types: ["openai.AuthenticationError", "RuntimeError", "planner.errors.StepFailed", "requests.exceptions.Timeout"],
      causes: [.cause, .during], group: "ExceptionGroup", groupsHaveCauses: true),
    expressed: .frames, print: { traceback($0) }, shown: { counted($0) })

  /// Python says behind a group's message how many errors it holds.
  private static func counted(_ tree: ErrorTree) -> ErrorTree {
    var tree = tree
    tree.children = tree.children.map { .init(relation: $0.relation, tree: counted($0.tree)) }
    if !tree.branches.isEmpty { tree.message += " (\(tree.branches.count) sub-exceptions)" }
    return tree
  }

  private static func traceback(_ tree: ErrorTree) -> String {
    var text = ""
    if let cause = tree.children.first(where: { $0.relation == .cause || $0.relation == .during }) {
      text += traceback(cause.tree) + "\n\n"
      text +=
        cause.relation == .cause
        ? "The above exception was the direct cause of the following exception:\n\n"
        : "During handling of the above exception, another exception occurred:\n\n"
    }
    var lines = tree.frames.map { "  File \"/srv/planner/ask.py\", line \($0), in ask\n    ask(prompt)\n    ^^^^^^^^^^^" }
    let message = tree.branches.isEmpty ? tree.message : "\(tree.message) (\(tree.branches.count) sub-exceptions)"
    lines.append("\(tree.type): \(message)")
    guard !tree.branches.isEmpty else {
      return text + "Traceback (most recent call last):\n" + lines.joined(separator: "\n")
    }
    let own = lines.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    text += "  + Exception Group Traceback (most recent call last):\n"
    text += own.map { "  | \($0)" }.joined(separator: "\n")
    for (index, branch) in tree.branches.enumerated() {
      text += (index == 0 ? "\n  +-+" : "\n    +") + "---------------- \(index + 1) ----------------\n"
      text += margined(traceback(branch))
    }
    return text + "\n    +------------------------------------"
  }

  /// A group in a group prints its own margin one step further in.
  private static func margined(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("  + Exception Group") { return "    | " + line.dropFirst(4) }
      let isMargin = line.hasPrefix("  ") && ["|", "+"].contains(line.drop { $0 == " " }.first)
      if isMargin { return "  " + line }
      return "    | " + line
    }.joined(separator: "\n")
  }

  /// structlog's `dict_tracebacks`: one array, outermost first; groups nest arrays.
  static let structlog = TreePrinter(
    testDescription: "structlog", language: python.language, expressed: .frames,
    print: { #"{"event": "run 7 failed", "level": "error", "exception": \#(entries($0))}"# }, isJSON: true)

  private static func entries(_ tree: ErrorTree) -> String {
    var entries: [String] = []
    var error: ErrorTree? = tree
    var isCause = false
    while let current = error {
      let frames = current.frames.map { #"{"filename": "/srv/planner/ask.py", "lineno": \#($0), "name": "ask"}"# }
      let branches = current.branches.map(Self.entries).joined(separator: ", ")
      var entry = #"{"exc_type": "\#(current.type)", "exc_value": \#(quoted(current.message)), "exc_notes": [], "#
      entry += #""syntax_error": null, "is_cause": \#(isCause), "frames": [\#(frames.joined(separator: ", "))], "#
      entry += #""is_group": \#(!current.branches.isEmpty), "exceptions": [\#(branches)]}"#
      entries.append(entry)
      isCause = current.children.first { $0.relation != .grouped }?.relation == .cause
      error = current.cause
    }
    return "[" + entries.joined(separator: ", ") + "]"
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}

// MARK: Managed runtimes

extension TreePrinter {
  static let jvm = TreePrinter(
    testDescription: "JVM",
    language: TreeGenerator.Language(
      types: ["com.maker.AuthenticationException", "java.lang.IllegalStateException", "Planner$StepFailed", "io.net.ReadTimeout"],
      suppresses: true),
    expressed: .frames, print: { "Exception in thread \"main\" " + managed($0) })

  /// The lines of a suppressed error stand a tab further in, but those of a message.
  private static func managed(_ tree: ErrorTree, margin: String = "") -> String {
    var text = "\(tree.type): \(tree.message)"
    for line in tree.frames.reversed() { text += "\n\(margin)\tat com.planner.Planner.ask(Planner.java:\(line))" }
    text += "\n\(margin)\t... 3 more"
    for suppressed in tree.suppressed {
      text += "\n\(margin)\tSuppressed: " + managed(suppressed, margin: margin + "\t")
    }
    if let cause = tree.cause { text += "\n\(margin)Caused by: " + managed(cause, margin: margin) }
    return text
  }

  static let dotNet = TreePrinter(
    testDescription: ".NET",
    language: TreeGenerator.Language(
      types: ["Maker.AuthenticationException", "System.InvalidOperationException", "Plan.StepFailedException"],
      group: "System.AggregateException"),
    expressed: .frames, print: { "Unhandled exception. " + coreCLR($0) + "\n" }, shown: { lonely($0) })

  /// A group of one prints as an error and its cause.
  private static func lonely(_ tree: ErrorTree) -> ErrorTree {
    var tree = tree
    tree.children = tree.children.map { child in
      let relation = tree.children.count == 1 ? ParsedLink.Relation.cause : child.relation
      return ErrorTree.Child(relation: relation, tree: lonely(child.tree))
    }
    return tree
  }

  private static func coreCLR(_ tree: ErrorTree) -> String {
    var text = "\(tree.type): \(tree.message)"
    if let inner = tree.cause ?? tree.branches.first {
      text += "\n ---> " + coreCLR(inner) + "\n   --- End of inner exception stack trace ---"
    }
    for line in tree.frames.reversed() { text += "\n   at Plan.Planner.Ask(String prompt) in /src/Planner.cs:line \(line)" }
    for (index, branch) in tree.branches.enumerated().dropFirst() {
      text += "\n ---> (Inner Exception #\(index)) " + coreCLR(branch) + "<---\n"
    }
    return text
  }
}

// MARK: Ruby and PHP

extension TreePrinter {
  static let ruby = TreePrinter(
    testDescription: "Ruby",
    language: TreeGenerator.Language(types: ["Faraday::UnauthorizedError", "RuntimeError", "Plan::StepFailed", "KeyError"]),
    expressed: .frames,
    print: { tree in
      var entries: [String] = []
      var error: ErrorTree? = tree
      while let current = error {
        var lines = current.message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[0] = "/srv/planner/ask.rb:\(current.frames.last ?? 0):in `ask': \(lines[0]) (\(current.type))"
        lines += current.frames.dropLast().reversed().map { "\tfrom /srv/planner/ask.rb:\($0):in `run'" }
        entries.append(lines.joined(separator: "\n"))
        error = current.cause
      }
      return entries.joined(separator: "\n")
    })

  private static let phpLanguage = TreeGenerator.Language(
    types: ["GuzzleHttp\\Exception\\ClientException", "RuntimeException", "Plan\\StepFailed"])

  static let php = TreePrinter(
    testDescription: "PHP", language: phpLanguage, expressed: .frames,
    print: { tree in
      var entries: [String] = []
      var error: ErrorTree? = tree
      while let current = error {
        var text = "\(current.type): \(current.message) in /srv/planner/ask.php:\(current.frames.last ?? 0)\nStack trace:"
        for (index, line) in current.frames.dropLast().reversed().enumerated() {
          text += "\n#\(index) /srv/planner/ask.php(\(line)): Plan\\ask()"
        }
        entries.insert(text + "\n#\(current.frames.count - 1) {main}", at: 0)
        error = current.cause
      }
      return "PHP Fatal error:  Uncaught " + entries.joined(separator: "\n\nNext ")
        + "\n  thrown in /srv/planner/ask.php on line 7"
    })

  static let monolog = TreePrinter(
    testDescription: "Monolog", language: phpLanguage, expressed: .frames,
    print: { tree in
      var text = "run 7 failed {\"exception\":\""
      var error: ErrorTree? = tree
      var isFirst = true
      while let current = error {
        if !isFirst { text += "\n\n[previous exception] " }
        text += "[object] (\(current.type)(code: 0): \(current.message) at /srv/planner/ask.php:\(current.frames.last ?? 0))\n[stacktrace]"
        for (index, line) in current.frames.dropLast().reversed().enumerated() {
          text += "\n#\(index) /srv/planner/ask.php(\(line)): Plan\\ask()"
        }
        text += "\n#\(current.frames.count - 1) {main}"
        isFirst = false
        error = current.cause
      }
      return text + "\n\"} "
    })
}

// MARK: Serialised errors

extension TreePrinter {
  /// pino's `errWithCause`, and most serialisers: an object an error, the stack of each alone.
  static let pino = TreePrinter(
    testDescription: "pino", language: javaScript, expressed: [.properties, .frames],
    print: { #"{"level":50,"time":1795453200000,"pid":4312,"err":\#(object($0)),"msg":"run 7 failed"}"# }, isJSON: true)

  private static func object(_ tree: ErrorTree) -> String {
    var stack = "\(tree.type): \(tree.message)"
    for line in tree.frames.reversed() { stack += "\n    at ask (file:///srv/planner/ask.mjs:\(line):11)" }
    var members = [
      #""type":"\#(tree.type)""#, #""message":\#(quoted(tree.message))"#, #""stack":\#(quoted(stack))"#,
    ]
    if let status = tree.status { members.append(#""status":\#(status)"#) }
    if let code = tree.code { members.append(#""code":"\#(code)""#) }
    if let cause = tree.cause { members.append(#""cause":\#(object(cause))"#) }
    if !tree.branches.isEmpty {
      members.append(#""aggregateErrors":[\#(tree.branches.map(object).joined(separator: ","))]"#)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The same behind pino-pretty, which unfolds the stack.
  static let pinoPretty = TreePrinter(
    testDescription: "pino-pretty", language: javaScript, expressed: [.properties, .frames],
    print: { "run 7 failed\n    err: " + unfolded($0, indent: 4) })

  private static func unfolded(_ tree: ErrorTree, indent: Int) -> String {
    var members = ["\"type\": \"\(tree.type)\"", "\"message\": \(quoted(tree.message))"]
    var stack = "\(tree.type): \(tree.message)"
    for line in tree.frames.reversed() { stack += "\n    at ask (file:///srv/planner/ask.mjs:\(line):11)" }
    members.append("\"stack\":\n" + stack.indented(by: 4))
    if let status = tree.status { members.append("\"status\": \(status)") }
    if let code = tree.code { members.append("\"code\": \"\(code)\"") }
    if let cause = tree.cause { members.append("\"cause\": " + unfolded(cause, indent: 0)) }
    if !tree.branches.isEmpty {
      let branches = tree.branches.map { unfolded($0, indent: 0).indented(by: 2) }
      members.append("\"aggregateErrors\": [\n" + branches.joined(separator: ",\n") + "\n]")
    }
    var text = "{"
    for (index, member) in members.enumerated() {
      let isStack = member.hasPrefix("\"stack\":")
      text += "\n" + member.indented(by: indent + 2) + (index == members.count - 1 || isStack ? "" : ",")
    }
    return text + "\n" + "}".indented(by: indent)
  }
}

// MARK: Printed values

extension TreePrinter {
  private static let values = TreeGenerator.Language(
    types: ["AuthenticationError", "GatewayError", "StepFailed", "ReadTimeout"], group: "JoinError", hasProperties: true)

  /// `{:?}` of an error that has its causes as fields.
  static let rust = TreePrinter(
    testDescription: "Rust", language: values, expressed: .properties, print: { "run 7 failed: " + debug($0) })

  private static func debug(_ tree: ErrorTree) -> String {
    var fields = ["message: \(quoted(tree.message))"]
    if let status = tree.status { fields.append("status: Some(\(status))") }
    if let code = tree.code { fields.append("code: Some(\(quoted(code)))") }
    if let cause = tree.cause { fields.append("source: \(debug(cause))") }
    if !tree.branches.isEmpty { fields.append("errors: [\(tree.branches.map(debug).joined(separator: ", "))]") }
    return "\(tree.type) { \(fields.joined(separator: ", ")) }"
  }

  /// What Swift prints of an error that nothing caught.
  static let swift = TreePrinter(
    testDescription: "Swift", language: values, expressed: .properties,
    print: { "Swift/ErrorType.swift:254: Fatal error: Error raised at top level: " + described($0) })

  private static func described(_ tree: ErrorTree) -> String {
    var fields = ["message: \(quoted(tree.message))"]
    if let status = tree.status { fields.append("status: Optional(\(status))") }
    if let code = tree.code { fields.append("code: \(quoted(code))") }
    if let cause = tree.cause { fields.append("underlying: Optional(\(described(cause)))") }
    if !tree.branches.isEmpty { fields.append("errors: [\(tree.branches.map(described).joined(separator: ", "))]") }
    return "\(tree.type)(\(fields.joined(separator: ", ")))"
  }
}
