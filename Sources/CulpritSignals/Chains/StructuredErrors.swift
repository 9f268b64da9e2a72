import CulpritIntake
import CulpritJSON

/// Errors in the fields of a JSON record: one object is one link, what stands under its cause keys
/// are the next ones.
struct StructuredErrors {
  let place: Place

  /// What an object is: the record itself, whose fields are mostly the logger's, or the value of a
  /// field.
  enum Holder {
    case record, field
  }

  // MARK: The record

  /// The errors of a record's fields, in their order.
  func chains(in record: JSONValue) -> [ReadChain] {
    guard let members = record.members else { return [] }
    var found: [ReadChain] = []
    let nested = Self.nesting(members)
    if let root = error(record, level: 0, in: .record) { found.append(ReadChain(root: root, end: 1)) }
    for member in nested where found.count < ChainLimits.chains {
      visit(member.name, member.value, level: 0, &found)
    }
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

  private func hasStack(_ value: JSONValue) -> Bool {
    value.string != nil || ErrorKeys.stacks.contains { value[$0] != nil }
  }

  /// Looks for errors in a field and, to a bounded depth, below it.
  private func visit(_ key: String, _ value: JSONValue, level: Int, _ found: inout [ReadChain]) {
    guard level < 8, found.count < ChainLimits.chains, !ErrorKeys.bodies.contains(key) || hasStack(value)
    else { return }
    switch value {
    case .object(let members):
      if let root = error(value, level: level, in: .field) {
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
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let inner = JSONReader.read(text),
      inner.isComplete
    {
      return visit(key, inner.value, level: level + 1, &found)
    }
    guard ErrorKeys.printed.contains(key) || ErrorKeys.messages.contains(key) || Self.looksPrinted(text)
    else {
      return
    }
    found += TextChains.read(ChainText(text, at: place))
  }

  /// Several lines with a stack among them, under whatever key.
  private static func looksPrinted(_ text: String) -> Bool {
    guard text.utf8.contains(0x0A) else { return false }
    return text.containsBytes("\n    at ") || text.containsBytes("\n\tat ")
      || text.containsBytes(PythonTraceback.title)
      || text.containsBytes("Caused by:") || text.containsBytes("Stack trace:")
      || text.containsBytes("[stacktrace]")
  }

  // MARK: Lists

  /// An array of errors, or of classes under an error's key, is one chain, outermost first.
  func list(_ elements: [JSONValue], key: String, level: Int) -> ErrorNode? {
    guard let first = elements.first else { return nil }
    let elements = elements.prefix(ChainLimits.elements)
    var nodes: [ErrorNode] = []
    if let pair = pair(Array(elements), key: key) { return pair }
    if first.string != nil {
      guard Self.isErrorKey(key) else { return nil }
      let names = elements.compactMap { $0.string.map { ErrorName($0) } }
      let isList = names.allSatisfy {
        ($0.isFailureShaped || $0.qualifiedType.begins("*")) && !$0.qualifiedType.containsBytes(" ")
      }
      guard isList, names.count == elements.count else { return nil }
      nodes = names.map { ErrorNode(ErrorHead(name: $0, message: ""), place: place) }
    } else {
      nodes = elements.compactMap { error($0, level: level + 1, in: .field) }
      guard nodes.count == elements.count else { return nil }
      if let tree = Self.numbered(nodes, Array(elements)) { return tree }
      for (index, element) in elements.enumerated() where element["is_cause"] == .bool(false) && index > 0 {
        nodes[index].relation = .during
      }
    }
    var spine = ErrorSpine(.outermostFirst)
    for node in nodes { spine.append(node) }
    return spine.tree()
  }

  /// Sentry numbers errors and says of each on which one it hangs; nil where they are not numbered.
  private static func numbered(_ nodes: [ErrorNode], _ elements: [JSONValue]) -> ErrorNode? {
    guard nodes.count <= ChainLimits.links else { return nil }
    var open: [(id: Int, parent: Int?, node: ErrorNode)] = []
    for (node, element) in zip(nodes, elements) {
      guard let mechanism = element["mechanism"], let id = mechanism["exception_id"]?.integer else { return nil }
      var node = node
      if mechanism["source"]?.string?.begins("exceptions[") == true { node.relation = .grouped }
      if mechanism["source"]?.string == "__context__" { node.relation = .during }
      open.append((id, mechanism["parent_id"]?.integer, node))
    }
    // Those with high numbers hang on those with low ones.
    open.sort { $0.id < $1.id }
    while open.count > 1 {
      let last = open.removeLast()
      guard let parent = open.firstIndex(where: { $0.id == last.parent }) else { return nil }
      open[parent].node.children.insert(last.node, at: 0)
    }
    return open.first?.node
  }

  /// One class and its message: `exception: ["Faraday::UnauthorizedError", "responded with 401"]` of
  /// Rails.
  private func pair(_ elements: [JSONValue], key: String) -> ErrorNode? {
    guard elements.count == 2, Self.isErrorKey(key), let type = elements[0].string,
      let message = elements[1].string
    else { return nil }
    guard ErrorName(type).isFailureShaped, message.utf8.contains(0x20) else { return nil }
    return ErrorNode(ErrorHead(name: ErrorName(type), message: message), place: place)
  }

  private static func isErrorKey(_ key: String) -> Bool {
    ["err", "cause", "chain", "exc", "Err", "Exc", "type"].contains { key.contains($0) }
  }
}
