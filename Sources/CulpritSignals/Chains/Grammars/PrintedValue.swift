import CulpritIntake

/// An error that was printed as a value: Rust's `{:?}` and `{:#?}`, Swift's interpolation, reprs of Python,
/// Go's `%+v`, data classes of Kotlin and Scala. `Step { name: "a", source: GatewayError { … } }`,
/// `stepFailed(name: "a", cause: GatewayError(…))`.
///
/// A value is an error where its name says so, or where it stands under a cause's key.
struct PrintedValue: ChainGrammar {
  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    let line = text[start]
    guard line.kind == .other, let found = Self.find(in: line.content) else { return nil }
    let printed = Self.whole(text, start, from: found.rest)
    guard let root = Self.error(in: printed.text, at: line.place) else { return nil }
    return ReadChain(root: root, outcome: found.isFatal ? .uncaught : .handled, end: printed.end)
  }

  /// The error that text begins with; nil where it is none, or nothing more than a name with a sentence.
  static func error(in text: String, at place: Place) -> ErrorNode? {
    var reader = ValueReader(text, at: place)
    guard let value = reader.value(level: 0, reader.start) else { return nil }
    // A list of errors: as a program collects them on its way through the causes.
    let errors = value.elements.compactMap(\.error)
    if errors.count > 1, errors.count == value.elements.count { return ErrorNode.nested(errors) }
    return value.isStructured ? value.error : nil
  }

  private struct Found {
    var rest: String
    var isFatal: Bool
  }

  /// Where a line may begin to print a value: at its start, behind a colon and blank.
  private static func find(in content: String) -> Found? {
    guard content.utf8.count > 12, ErrorName.mayStand(in: content) || opens(content) else { return nil }
    let (rest, prefix) = FatalPrefix.strip(content.firstBytes(ChainLimits.headBytes))
    let bytes = Array(rest.utf8)
    var index = 0
    var candidates = 0
    while index < bytes.count, candidates < 8 {
      let isList = index < bytes.count && bytes[index] == UInt8(ascii: "[")
      if ValueReader.opensValue(bytes, isList ? index + 1 : index) {
        return Found(rest: rest.from(index), isFatal: prefix == .fatal || isRaised(rest))
      }
      candidates += 1
      guard let next = nextStart(bytes, index) else { return nil }
      index = next
    }
    return nil
  }

  /// Behind the next `: ` outside of quotes.
  private static func nextStart(_ bytes: [UInt8], _ from: Int) -> Int? {
    var index = from
    while index + 2 < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "{") { return nil }
      if bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == 0x20 { return index + 2 }
      index += 1
    }
    return nil
  }

  /// A line that opens braces or brackets, as a value over several lines does.
  private static func opens(_ content: String) -> Bool {
    content.ends(" {") || content.ends("(") || content.containsBytes("(")
  }

  /// What Swift says when an error ends the program.
  private static func isRaised(_ text: String) -> Bool {
    text.containsBytes("Fatal error: Error raised at top level") || text.containsBytes("unexpectedly raised an error")
  }

  /// The text up to where its brackets close, over lines that are indented.
  private static func whole(_ text: ChainText, _ start: Int, from rest: String) -> (text: String, end: Int) {
    guard rest.ends("{") || rest.ends("(") || rest.ends(",") else { return (rest, start + 1) }
    var joined = rest
    var index = start + 1
    while index < text.count, index - start < ChainLimits.messageLines,
      joined.utf8.count < ChainLimits.headBytes
    {
      let line = text[index]
      let closes = line.content.begins("}") || line.content.begins(")")
      guard line.indent > 0 || closes else { break }
      joined += " " + line.content
      index += 1
      if closes, line.indent <= text[start].indent { break }
    }
    return (joined, index)
  }
}

/// Reads values of any of these languages, as far as they are printed.
private struct ValueReader {
  struct Value {
    /// Where it is an error.
    var error: ErrorNode?
    /// Where it is text, a number, a word.
    var scalar: String?
    var elements: [Value] = []
    /// It has members of its own, more than one sentence.
    var isStructured = false
  }

  private let bytes: [UInt8]
  private let place: Place
  private var at = 0
  private var values = 0

  init(_ text: String, at place: Place) {
    bytes = Array(text.utf8.prefix(ChainLimits.headBytes))
    self.place = place
  }

  /// Nothing is known of the first value.
  var start: Context { .unknown }

  /// What the place of a value says of it.
  enum Context {
    case unknown
    /// Behind the key of a cause.
    case cause
  }

  /// `Name(`, `Name {`, `a.b.Name{`, with what may stand before a name in Go.
  static func opensValue(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index < bytes.count, isSign(bytes[index]) { index += 1 }
    let name = index
    while index < bytes.count, isName(bytes[index]), index - name < 200 { index += 1 }
    guard index > name, index < bytes.count, !isDigit(bytes[name]) else { return false }
    if bytes[index] == 0x20, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") { return true }
    guard bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "{") else { return false }
    return true
  }

  /// What stands before a name: of a pointer in Go, of a struct in Elixir.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "%")
  }

  mutating func value(level: Int, _ context: Context) -> Value? {
    guard level < Self.levels, values < 1_000 else { return nil }
    values += 1
    skipBlank()
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return Value(scalar: string())
    case UInt8(ascii: "["): return list(level)
    case UInt8(ascii: "{"), UInt8(ascii: "("): return members(of: nil, level, context)
    default: return Self.opensValue(bytes, at) ? named(level, context) : Value(scalar: word())
    }
  }

  // MARK: Errors

  private mutating func named(_ level: Int, _ context: Context) -> Value? {
    while at < bytes.count, Self.isSign(bytes[at]) { at += 1 }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "("), bytes[at] != UInt8(ascii: "{") { at += 1 }
    let name = String(decoding: bytes[start..<at], as: UTF8.self).trimmed
    // `Some(x)`, `Optional(x)`, `Box(x)` of something: the wrapper tells nothing.
    if Self.wrappers.contains(name), at < bytes.count, bytes[at] == UInt8(ascii: "(") {
      at += 1
      let inner = value(level: level + 1, context)
      close()
      return inner
    }
    return members(of: name, level, context)
  }

  /// Of values in values; an error with its wrapper (`source: Some(X { … })`) takes two.
  private static let levels = 128

  private static let wrappers: Set<String> = ["Some", "Optional", "Err", "Box", "Ok", "Custom", "Error", "Left"]

  /// The members up to the closing bracket; an error where the name says so or an error hangs below it.
  private mutating func members(of name: String?, _ level: Int, _ context: Context) -> Value? {
    at += 1
    var node = ErrorNode(ErrorHead(name: ErrorName(name ?? ""), message: ""), place: place)
    var hasFields = false
    var fields = 0
    while at < bytes.count, fields < ChainLimits.properties {
      skipBlank()
      guard at < bytes.count, !isCloser(bytes[at]) else { break }
      let key = self.key()
      let isCause = key.map { ErrorKeys.causes.contains($0) || Self.causes.contains($0) } ?? false
      guard let value = value(level: level + 1, isCause ? .cause : .unknown) else {
        if level + 1 == Self.levels { node.omitted += 1 }
        break
      }
      attach(value, key, to: &node)
      hasFields = hasFields || key != nil || value.error != nil || !value.elements.isEmpty
      fields += 1
      skipBlank()
      if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 } else if !isClosed { at += 1 }
    }
    close()
    return finished(node, hasFields: hasFields, context)
  }

  /// `Err`, `underlying`: what Go and Swift call a cause beside the names of `ErrorKeys`.
  private static let causes: Set<String> = ["Err", "err", "error", "underlying", "underlyingError", "kind", "exception"]

  private func finished(_ node: ErrorNode, hasFields: Bool, _ context: Context) -> Value {
    let name = node.name
    // `ApiError(ApiError { … })`: a variant called after the one error that it holds.
    if node.children.count == 1, node.children[0].name.type == name.type, node.message.isEmpty {
      return Value(error: node.children[0], isStructured: true)
    }
    let isError = name.isFailureShaped || !node.children.isEmpty && !name.type.isEmpty
      || context == .cause && hasFields && name.isClassShaped
    guard isError else {
      // A tuple or plain object: what it holds is its owner's.
      return Value(error: node.children.first, elements: [], isStructured: hasFields)
    }
    return Value(error: node, isStructured: hasFields)
  }

  private func attach(_ value: Value, _ key: String?, to node: inout ErrorNode) {
    if var error = value.error {
      error.relation = .cause
      node.children.append(error)
    } else if !value.elements.isEmpty {
      for var error in value.elements.compactMap(\.error) {
        error.relation = .grouped
        node.children.append(error)
      }
    } else if let scalar = value.scalar {
      if node.message.isEmpty, key.map({ ErrorKeys.messages.contains($0) }) ?? !scalar.isEmpty {
        node.message = scalar
      } else if let key {
        node.set(key, scalar)
      }
    }
  }

  // MARK: Lists, keys, words

  private mutating func list(_ level: Int) -> Value? {
    at += 1
    var list = Value()
    while at < bytes.count, list.elements.count < ChainLimits.links {
      skipBlank()
      guard at < bytes.count, !isCloser(bytes[at]), let element = value(level: level + 1, .unknown) else { break }
      list.elements.append(element)
      skipBlank()
      if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 } else if !isClosed { at += 1 }
    }
    close()
    return list
  }

  /// `name: `, `name=`; nil where a value stands without one.
  private mutating func key() -> String? {
    var index = at
    while index < bytes.count, Self.isName(bytes[index]), index - at < 80 { index += 1 }
    guard index > at, index < bytes.count else { return nil }
    let name = String(decoding: bytes[at..<index], as: UTF8.self)
    if bytes[index] == UInt8(ascii: ":"), index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: ":") {
      at = index + 1
      return name
    }
    guard bytes[index] == UInt8(ascii: "=") else { return nil }
    at = index + 1
    return name
  }

  private mutating func string() -> String {
    let quote = bytes[at]
    at += 1
    var text: [UInt8] = []
    while at < bytes.count, bytes[at] != quote {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
        at += 1
        text.append(bytes[at] == UInt8(ascii: "n") ? 0x0A : bytes[at])
      } else {
        text.append(bytes[at])
      }
      at += 1
    }
    at = min(at + 1, bytes.count)
    return String(decoding: text, as: UTF8.self)
  }

  /// Up to a comma or closing bracket.
  private mutating func word() -> String {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: ","), !isCloser(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self).trimmed
  }

  private mutating func skipBlank() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  private mutating func close() {
    skipBlank()
    if at < bytes.count, isCloser(bytes[at]) { at += 1 }
  }

  private var isClosed: Bool { at >= bytes.count || isCloser(bytes[at]) }

  private func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || isDigit(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
