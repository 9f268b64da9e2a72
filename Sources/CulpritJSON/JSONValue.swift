/// A value of JSON, of a Python literal, or of a JavaScript object dump. Objects keep their order.
package enum JSONValue: Hashable, Sendable {
  /// Also Python's `None` and JavaScript's `undefined`.
  case null
  case bool(Bool)
  /// As printed, without JavaScript's `_` and `n`; also `NaN` and `Infinity`.
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

  /// What stands at a path of names and indices: `err.cause.message`, `errors.0.code`.
  ///
  /// A name with dots in it (`error.message` as one member) is found too.
  package func value(at path: String) -> JSONValue? {
    value(at: path.split(separator: ".", omittingEmptySubsequences: false)[...])
  }

  private func value(at names: ArraySlice<Substring>) -> JSONValue? {
    guard let first = names.first else { return self }
    switch self {
    case .array(let elements):
      guard let index = Int(first), elements.indices.contains(index) else { return nil }
      return elements[index].value(at: names.dropFirst())
    case .object:
      var name = ""
      for index in names.indices {
        name += index == names.startIndex ? names[index] : "." + names[index]
        if let found = self[name]?.value(at: names[(index + 1)...]) { return found }
      }
      return nil
    default:
      return nil
    }
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
