/// A value of JSON, of a Python literal, or of a JavaScript object dump. Objects keep their order.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As printed.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue
    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue {
  /// The first member of that name; nil for other values than objects.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// An integer, also one that stands in a string.
  package var integer: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    default: nil
    }
  }

  package var members: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }

  package var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }
}
