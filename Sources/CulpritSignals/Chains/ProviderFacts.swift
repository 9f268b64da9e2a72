import CulpritJSON
import CulpritRegex

/// What an answer of a provider says beside its sentence, read out of an error's message and own
/// properties.
enum ProviderFacts {
  /// Keys of a body that a link shows at its own level too, wherever in the body they stand.
  private static let lifted = ["status", "code", "type", "param", "request_id"]

  private static let spellings: [String: String] = [
    "statusCode": "status", "status_code": "status", "http_status": "status", "httpStatus": "status",
    "requestID": "request_id", "requestId": "request_id", "request-id": "request_id",
    "x-request-id": "request_id",
    "_request_id": "request_id", "errorCode": "code", "error_code": "code",
  ]

  private static let status = CompiledPattern.constant(
    #"(?:^|[^\w.])(?:status(?:[ _-]?code)?|error code|http(?:/\d(?:\.\d)?)?|responded|answered|code)"#
      + #"\W{0,4}(?:with )?(?<status>[45]\d\d)(?![\w.])"#
      + #"|^\W?(?<status>[45]\d\d)(?=[\s:,]|$)|(?<=: |\[|\()(?<status>[45]\d\d) [A-Z]"#, .ignoresCase)

  /// Adds status, code, type, param and request id to an error's properties, where its message or a
  /// body has them.
  static func add(to node: inout ErrorNode) {
    lift(node.properties, into: &node)
    let message = node.message.firstBytes(ChainLimits.headBytes)
    if node.properties["status"] == nil, let match = status.firstMatch(in: message) {
      node.set("status", match["status"] ?? "")
    }
    if let code = node.properties["code"], code.begins("4") || code.begins("5"), isStatus(code) {
      node.set("status", code)
    }
    guard let start = message.utf8.firstIndex(of: UInt8(ascii: "{")) else { return }
    let offset = message.utf8.distance(from: message.startIndex, to: start)
    guard let body = JSONReader.read(message, at: offset)?.value, body.members?.isEmpty == false else {
      return
    }
    let before = node.properties
    flatten(body, [], into: &node)
    lift(node.properties.filter { before[$0.key] == nil }, into: &node)
  }

  /// Members of an object as properties by path, scalars only.
  static func flatten(_ value: JSONValue, _ path: [String], into node: inout ErrorNode) {
    guard path.count < ChainLimits.depth, node.properties.count < ChainLimits.properties else { return }
    switch value {
    case .object(let members):
      for member in members { flatten(member.value, path + [member.name], into: &node) }
    case .array(let elements):
      for (index, element) in elements.prefix(8).enumerated() {
        flatten(element, path + [String(index)], into: &node)
      }
    case .string(let text):
      if text.utf8.first == UInt8(ascii: "{"), let inner = JSONReader.read(text.firstBytes(ChainLimits.headBytes)),
        inner.value.members?.isEmpty == false
      {
        return flatten(inner.value, path, into: &node)
      }
      node.set(path.joined(separator: "."), text)
    case .number(let text): node.set(path.joined(separator: "."), text)
    case .bool(let truth): node.set(path.joined(separator: "."), truth ? "true" : "false")
    case .null: return
    }
  }

  private static func lift(_ properties: [String: String], into node: inout ErrorNode) {
    // Short paths first, so that the outer of two codes wins.
    for (path, value) in properties.sorted(by: { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
    ) {
      let last =
        path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[path.utf8.index(after: $0)...]) }
        ?? path
      let name = spellings[last] ?? last
      guard lifted.contains(name), name != path else { continue }
      if name == "status", !isStatus(value) { continue }
      node.set(name, value)
    }
  }

  private static func isStatus(_ value: String) -> Bool {
    guard value.utf8.count == 3, let number = Int(value) else { return false }
    return (100...599).contains(number)
  }
}
