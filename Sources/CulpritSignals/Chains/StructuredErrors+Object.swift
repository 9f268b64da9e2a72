import CulpritIntake
import CulpritJSON

extension StructuredErrors {
  /// The error that an object is; nil where it names no class.
  func error(_ value: JSONValue, level: Int, in holder: Holder) -> ErrorNode? {
    guard level <= ChainLimits.depth, let members = value.members,
      holder == .field || Self.isFlatError(value)
    else { return nil }
    if level == ChainLimits.depth - 1, let (value, passed) = Self.innermost(below: value) {
      var node = error(value, level: level + 1, in: .field)
      node?.omitted += passed
      return node
    }
    let stack = printedStack(value)
    guard let name = Self.name(of: value, stack: stack) else { return nil }
    let keys = holder == .record ? ErrorKeys.texts + ErrorKeys.messages : ErrorKeys.messages
    let text = keys.lazy.compactMap { value[$0]?.string }.first
    var node = ErrorNode(ErrorHead(name: name, message: text ?? stack?.message ?? ""), place: place)
    if stack?.children.isEmpty == false, let message = stack?.message, !message.isEmpty {
      node.message = message
    }
    node.frames = stack?.frames ?? Self.frames(of: value)
    if let properties = stack?.properties { node.properties = properties }
    node.children = stack?.children ?? []
    let printed = node.children.count
    for member in members { attach(member, to: &node, printed: printed, level: level, in: holder) }
    // The first child is the next link of the chain, in whatever order the fields stand.
    node.children = node.children.filter(\.isCause) + node.children.filter { !$0.isCause }
    return node
  }

  /// The end of a chain that is too deep to be read whole, and how many errors stand before it; nil for an
  /// error without a cause.
  private static func innermost(below value: JSONValue) -> (JSONValue, passed: Int)? {
    var value = value
    var passed = 0
    while let inner = ErrorKeys.causes.lazy.compactMap({ value[$0] }).first(where: { $0.members?.isEmpty == false }) {
      value = inner
      passed += 1
    }
    return passed == 0 ? nil : (value, passed)
  }

  /// A record that is itself the error: winston puts `name`, `stack` and `cause` beside `level` and
  /// `message`.
  private static func isFlatError(_ value: JSONValue) -> Bool {
    let hasStack = ErrorKeys.stacks.prefix(6).contains {
      value[$0]?.string?.utf8.contains(0x0A) == true || value[$0]?.elements != nil
    }
    let hasCause = value["cause"]?.members != nil
    let isTyped = ErrorKeys.types.contains { key in
      guard let type = value[key]?.string, ErrorName(type).isFailureShaped || type.begins("*") else {
        return false
      }
      return ErrorKeys.texts.contains { value[$0]?.string != nil }
    }
    guard hasStack || hasCause || isTyped else { return false }
    return isTyped
      || ErrorKeys.names.contains { key in value[key]?.string.map { ErrorName($0).isFailureShaped } ?? false
      }
  }

  /// The first of the stack's head, `name` and `type` that is not plain `Error`; a plain one where
  /// nothing else is there.
  private static func name(of value: JSONValue, stack: ErrorNode?) -> ErrorName? {
    var names: [ErrorName] = []
    if let stack, stack.name != .none { names.append(stack.name) }
    let hasMessage = ErrorKeys.messages.contains { value[$0]?.string != nil } || stack != nil
    for key in ErrorKeys.names {
      guard let text = value[key]?.string else { continue }
      let name = ErrorName(text)
      if name.isFailureShaped || text.begins("*") && text.containsBytes(".")
        || hasMessage && isClassField(key, name) || stack != nil && name.isClassShaped
      {
        names.append(name)
      }
    }
    if let best = names.first(where: { !$0.isPlain }) {
      // The fields often have the module path that the stack's head leaves out.
      return names.first {
        $0.type == best.type && $0.qualifiedType.utf8.count > best.qualifiedType.utf8.count
      } ?? best
    }
    return names.first
  }

  /// Fields that hold classes only; `type` and `name` hold much else.
  private static func isClassField(_ key: String, _ name: ErrorName) -> Bool {
    guard name.isClassShaped, !name.qualifiedType.containsBytes(" ") else { return false }
    return ErrorKeys.classes.contains(key)
  }

  private func printedStack(_ value: JSONValue) -> ErrorNode? {
    for key in ErrorKeys.stacks {
      if let text = value[key]?.string, text.utf8.contains(0x0A) || text.utf8.contains(UInt8(ascii: ":")) {
        if let root = TextChains.read(ChainText(text, at: place)).first?.root { return root }
      }
      guard let lines = value[key]?.elements?.prefix(ChainLimits.lines).compactMap(\.string),
        lines.count > 1
      else { continue }
      if let root = TextChains.read(ChainText(lines.joined(separator: "\n"), at: place)).first?.root {
        return root
      }
    }
    return nil
  }

  // MARK: Members

  /// `printed`: how many of the children the object's stack printed.
  private func attach(
    _ member: JSONValue.Member, to node: inout ErrorNode, printed: Int, level: Int, in holder: Holder
  ) {
    let key = member.name
    if ErrorKeys.causes.contains(key) {
      attach(causes(member.value, level: level), member, to: &node, printed: printed)
    } else if ErrorKeys.groups.contains(key) || ErrorKeys.suppressed.contains(key) {
      let relation: ParsedLink.Relation = ErrorKeys.groups.contains(key) ? .grouped : .suppressed
      let children = (member.value.elements ?? []).prefix(ChainLimits.links).compactMap {
        branch($0, level, relation)
      }
      attach(children, member, to: &node, printed: printed)
    } else if holder == .field, !ErrorKeys.stacks.contains(key), !ErrorKeys.frames.contains(key),
      !ErrorKeys.names.prefix(2).contains(key), !ErrorKeys.messages.contains(key)
    {
      ProviderFacts.flatten(member.value, [key], into: &node)
    } else if holder == .field, key == "type", member.value.string != node.name.qualifiedType {
      ProviderFacts.flatten(member.value, [key], into: &node)
    }
  }

  private func branch(_ value: JSONValue, _ level: Int, _ relation: ParsedLink.Relation) -> ErrorNode? {
    var child = error(value, level: level + 1, in: .field)
    if child == nil, let text = value.string {
      child = TextChains.read(ChainText(text, at: place)).first?.root
    }
    if child == nil, let elements = value.elements {
      child = list(elements, key: "exceptions", level: level + 1)
    }
    child?.relation = relation
    return child
  }

  /// Children are new links, or further printings of what the stack already has; untyped ones are
  /// facts of the link.
  private func attach(
    _ children: [ErrorNode], _ member: JSONValue.Member, to node: inout ErrorNode, printed count: Int
  ) {
    if children.isEmpty { return ProviderFacts.flatten(member.value, [member.name], into: &node) }
    var printed = Array(0..<count)
    for child in children {
      // Two errors of one list are two, however alike.
      if let index = printed.firstIndex(where: { node.children[$0].isSameError(as: child) }) {
        node.children[printed.remove(at: index)].absorb(child)
      } else {
        node.children.append(child)
      }
    }
  }

  private func causes(_ value: JSONValue, level: Int) -> [ErrorNode] {
    switch value {
    case .object: return error(value, level: level + 1, in: .field).map { [$0] } ?? []
    case .array(let elements): return list(elements, key: "causes", level: level + 1).map { [$0] } ?? []
    case .string(let text): return TextChains.read(ChainText(text, at: place)).first.map { [$0.root] } ?? []
    default: return []
    }
  }
}
