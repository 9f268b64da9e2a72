import CulpritIntake
import CulpritJSON

/// Errors in the fields of a JSON record: one object is one link, what stands under its cause keys are the next ones.
struct StructuredErrors {
  let place: Place

  /// Keys whose value is the cause of the error that has them, in the spellings of loggers and runtimes.
  static let causeKeys: Set<String> = [
    "cause", "causes", "innerException", "inner_exception", "InnerException", "inner", "previous", "original",
    "originalError", "original_error", "reason", "source", "causedBy", "caused_by", "nested", "rootCause", "root_cause",
    "wrapped", "__cause__", "__context__",
  ]
  static let groupKeys: Set<String> = [
    "errors", "exceptions", "aggregateErrors", "aggregate_errors", "InnerExceptions", "innerExceptions",
  ]
  static let suppressedKeys: Set<String> = ["suppressed", "suppressedExceptions"]
  static let stackKeys = [
    "stack", "stack_trace", "stackTrace", "stacktrace", "traceback", "exc_text", "exc_info", "exception", "trace", "error_stack",
    "StackTrace", "StackTraceString", "backtrace",
  ]
  static let nameKeys = [
    "name", "type", "class", "exc_type", "errorType", "error_type", "exceptionType", "exception_type", "kind", "Type", "ClassName",
    "className", "exc_class", "error_class", "errorClass", "exceptionClass", "_type", "__class__",
  ]
  static let messageKeys = [
    "message", "msg", "errorMessage", "error_message", "exc_value", "exc_message", "value", "Message", "description", "detail",
    "exception_message",
  ]
  /// Fields of a record whose text is a printed error or begins with one.
  static let errorKeys: Set<String> = [
    "err", "error", "exception", "exc_info", "stack", "stack_trace", "stackTrace", "stacktrace", "traceback", "exc_text", "@x",
    "Exception", "errorVerbose", "error_verbose", "trace", "fault", "failure", "reason", "cause", "backtrace", "thrown", "throwable",
    "errorStack", "error_stack", "error.stack_trace", "exception.stacktrace", "error.stack", "err.stack", "error.message",
  ]

  // MARK: The record

  /// The errors of a record's fields, in their order.
  func chains(in record: JSONValue) -> [ReadChain] {
    guard let members = record.members else { return [] }
    var found: [ReadChain] = []
    let nested = Self.nesting(members)
    if let root = error(record, level: 0, isRecord: true) { found.append(ReadChain(root: root, end: 1)) }
    for member in nested where found.count < ChainLimits.chains { visit(member.name, member.value, level: 0, &found) }
    return found
  }

  /// `error.type`, `error.message` become an object `error`; the other members stay.
  private static func nesting(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    var kept: [JSONValue.Member] = []
    var groups: [(name: String, members: [JSONValue.Member])] = []
    for member in members {
      let prefix = ["error.", "exception.", "err.", "exc."].first { member.name.begins($0) }
      guard let prefix else {
        kept.append(member)
        continue
      }
      let inner = JSONValue.Member(name: member.name.from(prefix.utf8.count), value: member.value)
      let name = String(prefix.dropLast())
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].members.append(inner)
      } else {
        groups.append((name, [inner]))
      }
    }
    return groups.map { JSONValue.Member(name: $0.name, value: .object($0.members)) } + kept
  }

  /// What a provider answered names classes of its own; they are no links.
  private static let bodyKeys: Set<String> = ["response", "responseBody", "response_body", "body", "res", "upstream_body"]

  private func hasStack(_ value: JSONValue) -> Bool {
    value.string != nil || Self.stackKeys.contains { value[$0] != nil }
  }

  /// Looks for errors in a field and, to a bounded depth, below it.
  private func visit(_ key: String, _ value: JSONValue, level: Int, _ found: inout [ReadChain]) {
    guard level < 8, found.count < ChainLimits.chains, !Self.bodyKeys.contains(key) || hasStack(value) else { return }
    switch value {
    case .object(let members):
      if let root = error(value, level: level, isRecord: false) {
        found.append(ReadChain(root: root, end: 1))
        return
      }
      for member in members { visit(member.name, member.value, level: level + 1, &found) }
    case .array(let elements):
      // Sentry lists the innermost first.
      if let root = list(key == "values" ? elements.reversed() : elements, key: key, level: level) {
        found.append(ReadChain(root: root, end: 1))
        return
      }
      for element in elements.prefix(16) { visit(key, element, level: level + 1, &found) }
    case .string(let text): self.text(key, text, level: level, &found)
    default: return
    }
  }

  /// A string: a printed error, or JSON again.
  private func text(_ key: String, _ text: String, level: Int, _ found: inout [ReadChain]) {
    let first = text.utf8.first
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let inner = JSONReader.read(text), inner.isComplete {
      return visit(key, inner.value, level: level + 1, &found)
    }
    guard Self.errorKeys.contains(key) || Self.messageKeys.contains(key) || Self.looksPrinted(text) else { return }
    found += TextChains.read(ChainText(text, at: place))
  }

  /// Several lines with a stack among them, under whatever key.
  private static func looksPrinted(_ text: String) -> Bool {
    guard text.utf8.contains(0x0A) else { return false }
    return text.containsBytes("\n    at ") || text.containsBytes("\n\tat ") || text.containsBytes(PythonTraceback.title)
      || text.containsBytes("Caused by:") || text.containsBytes("Stack trace:") || text.containsBytes("[stacktrace]")
  }

  // MARK: One object

  /// The error that an object is; nil where it names no class.
  func error(_ value: JSONValue, level: Int, isRecord: Bool) -> ErrorNode? {
    guard level < ChainLimits.depth, let members = value.members, !isRecord || Self.isFlatError(value) else { return nil }
    var stack = printedStack(value)
    guard let name = Self.name(of: value, stack: stack) else { return nil }
    let keys = isRecord ? Self.textFields + Self.messageKeys : Self.messageKeys
    let text = keys.lazy.compactMap { value[$0]?.string }.first
    var node = ErrorNode(ErrorHead(name: name, message: text ?? stack?.message ?? ""), place: place)
    if stack?.children.isEmpty == false, let message = stack?.message, !message.isEmpty { node.message = message }
    node.frames = stack?.frames ?? Self.frames(of: value)
    if let properties = stack?.properties { node.properties = properties }
    node.children = stack?.children ?? []
    stack = nil
    for member in members { attach(member, to: &node, level: level, isRecord: isRecord) }
    return node
  }

  /// A record that is itself the error: winston puts `name`, `stack` and `cause` beside `level` and `message`.
  private static func isFlatError(_ value: JSONValue) -> Bool {
    let hasStack = stackKeys.prefix(6).contains { value[$0]?.string?.utf8.contains(0x0A) == true || value[$0]?.elements != nil }
    let hasCause = value["cause"]?.members != nil
    let isTyped = typeFields.contains { key in
      guard let type = value[key]?.string, ErrorName(type).isFailureShaped || type.begins("*") else { return false }
      return textFields.contains { value[$0]?.string != nil }
    }
    guard hasStack || hasCause || isTyped else { return false }
    return isTyped || nameKeys.contains { key in value[key]?.string.map { ErrorName($0).isFailureShaped } ?? false }
  }

  /// Fields beside a message that hold a class and nothing else, and those that hold its text.
  private static let typeFields = [
    "errorType", "error_type", "err_type", "exc_type", "exception_type", "exceptionType", "error_class", "errorClass",
    "exception_class", "type",
  ]
  private static let textFields = ["errorMessage", "error_message", "exc_value", "exception_message", "err", "error"]

  /// The first of the stack's head, `name` and `type` that is not plain `Error`; a plain one where nothing else is there.
  private static func name(of value: JSONValue, stack: ErrorNode?) -> ErrorName? {
    var names: [ErrorName] = []
    if let stack, stack.name != .none { names.append(stack.name) }
    let hasMessage = messageKeys.contains { value[$0]?.string != nil } || stack != nil
    for key in nameKeys {
      guard let text = value[key]?.string else { continue }
      let name = ErrorName(text)
      if name.isFailureShaped || text.begins("*") && text.containsBytes(".") || hasMessage && isClassField(key, name) || stack != nil && name.isClassShaped { names.append(name) }
    }
    if let best = names.first(where: { !$0.isPlain }) {
      // The fields often have the module path that the stack's head leaves out.
      return names.first { $0.type == best.type && $0.qualifiedType.utf8.count > best.qualifiedType.utf8.count } ?? best
    }
    return names.first
  }

  /// Fields that hold classes only; `type` and `name` hold much else.
  private static func isClassField(_ key: String, _ name: ErrorName) -> Bool {
    guard name.isClassShaped, !name.qualifiedType.contains(" ") else { return false }
    return ["class", "exc_type", "errorType", "ClassName", "exceptionClass", "error_class", "exceptionType"].contains(key)
  }

  private func printedStack(_ value: JSONValue) -> ErrorNode? {
    for key in Self.stackKeys {
      if let text = value[key]?.string, text.utf8.contains(0x0A) || text.utf8.contains(UInt8(ascii: ":")) {
        if let root = TextChains.read(ChainText(text, at: place)).first?.root { return root }
      }
      guard let lines = value[key]?.elements?.prefix(ChainLimits.lines).compactMap(\.string), lines.count > 1 else { continue }
      if let root = TextChains.read(ChainText(lines.joined(separator: "\n"), at: place)).first?.root { return root }
    }
    return nil
  }

  // MARK: Members

  private func attach(_ member: JSONValue.Member, to node: inout ErrorNode, level: Int, isRecord: Bool) {
    let key = member.name
    if Self.causeKeys.contains(key) {
      attach(causes(member.value, level: level), member, to: &node)
    } else if Self.groupKeys.contains(key) || Self.suppressedKeys.contains(key) {
      let relation: ParsedLink.Relation = Self.groupKeys.contains(key) ? .grouped : .suppressed
      let children = (member.value.elements ?? []).prefix(ChainLimits.links).compactMap { branch($0, level, relation) }
      attach(children, member, to: &node)
    } else if !isRecord, !Self.stackKeys.contains(key), !Self.nameKeys.prefix(2).contains(key), !Self.messageKeys.contains(key) {
      ProviderFacts.flatten(member.value, [key], into: &node)
    } else if !isRecord, key == "type", member.value.string != node.name.qualifiedType {
      ProviderFacts.flatten(member.value, [key], into: &node)
    }
  }

  private func branch(_ value: JSONValue, _ level: Int, _ relation: ParsedLink.Relation) -> ErrorNode? {
    var child = error(value, level: level + 1, isRecord: false)
    if child == nil, let text = value.string { child = TextChains.read(ChainText(text, at: place)).first?.root }
    if child == nil, let elements = value.elements { child = list(elements, key: "exceptions", level: level + 1) }
    child?.relation = relation
    return child
  }

  /// Children are new links, or further printings of what the stack already has; untyped ones are facts of the link.
  private func attach(_ children: [ErrorNode], _ member: JSONValue.Member, to node: inout ErrorNode) {
    if children.isEmpty { return ProviderFacts.flatten(member.value, [member.name], into: &node) }
    for child in children {
      if let index = node.children.firstIndex(where: { $0.isSameError(as: child) }) {
        node.children[index].absorb(child)
      } else {
        node.children.append(child)
      }
    }
  }

  private func causes(_ value: JSONValue, level: Int) -> [ErrorNode] {
    switch value {
    case .object: return error(value, level: level + 1, isRecord: false).map { [$0] } ?? []
    case .array(let elements): return list(elements, key: "causes", level: level + 1).map { [$0] } ?? []
    case .string(let text): return TextChains.read(ChainText(text, at: place)).first.map { [$0.root] } ?? []
    default: return []
    }
  }

  // MARK: Lists

  /// An array of errors, or of classes under an error's key, is one chain, outermost first.
  private func list(_ elements: [JSONValue], key: String, level: Int) -> ErrorNode? {
    guard let first = elements.first else { return nil }
    let elements = elements.prefix(ChainLimits.depth)
    var nodes: [ErrorNode] = []
    if first.string != nil {
      guard Self.isErrorKey(key) else { return nil }
      let names = elements.compactMap { $0.string.map { ErrorName($0) } }
      let isList = names.allSatisfy { ($0.isFailureShaped || $0.qualifiedType.begins("*")) && !$0.qualifiedType.contains(" ") }
      guard isList, names.count == elements.count else { return nil }
      nodes = names.map { ErrorNode(ErrorHead(name: $0, message: ""), place: place) }
    } else {
      nodes = elements.compactMap { error($0, level: level + 1, isRecord: false) }
      guard nodes.count == elements.count else { return nil }
      for (index, element) in elements.enumerated() where element["is_cause"] == .bool(false) && index > 0 {
        nodes[index].relation = .during
      }
    }
    return Self.chain(nodes)
  }

  private static func isErrorKey(_ key: String) -> Bool {
    ["err", "cause", "chain", "exc", "Err", "Exc", "type"].contains { key.contains($0) }
  }

  private static func chain(_ nodes: [ErrorNode]) -> ErrorNode? {
    var chain: ErrorNode?
    for var node in nodes.reversed() {
      if let inner = chain { node.children.append(inner) }
      chain = node
    }
    return chain
  }

  // MARK: Frames

  /// `frames: [{filename, lineno, name}]` of structlog, `stack: [{fullFilePath, method}]` of tslog.
  private static func frames(of value: JSONValue) -> [Frame] {
    if let elements = value["frames"]?.elements ?? value["stacktrace"]?["frames"]?.elements {
      return elements.prefix(ChainLimits.frames).compactMap(frame)
    }
    guard let key = stackKeys.first(where: { value[$0]?.elements != nil }), let elements = value[key]?.elements else { return [] }
    if let text = elements.first?.string, FrameLine.pythonFrames(inside: text).count > 0 {
      return elements.prefix(ChainLimits.frames).compactMap { $0.string.flatMap { FrameLine.pythonFrames(inside: $0).first } }
    }
    return elements.prefix(ChainLimits.frames).compactMap(frame).reversed()
  }

  private static func frame(_ value: JSONValue) -> Frame? {
    if let text = value.string { return FrameLine.stackFrame("at " + text) ?? FrameLine.rubyFrame(text) ?? place(text) }
    let file = ["filename", "file", "filePath", "fullFilePath", "abs_path", "path", "fileName"].lazy.compactMap { value[$0]?.string }.first
    guard let file else { return nil }
    let line = ["lineno", "line", "fileLine", "lineNumber"].lazy.compactMap { value[$0]?.integer }.first
    let function = ["name", "function", "method", "methodName"].lazy.compactMap { value[$0]?.string }.first
    return Frame(file: file, line: line, function: function)
  }

  /// `/srv/app/worker.php:10`
  private static func place(_ text: String) -> Frame? {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), let line = Int(text[text.utf8.index(after: colon)...]) else {
      return nil
    }
    return Frame(file: String(text[..<colon]), line: line, function: nil)
  }
}
