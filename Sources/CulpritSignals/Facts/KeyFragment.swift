/// What a log shows of a key: never more than its public prefix, its length and its last four characters.
package struct KeyFragment: Hashable, Comparable, Sendable {
  /// What the visible characters say of the value.
  package enum Reading: Hashable, Sendable {
    /// Shaped as a key of one of these providers (ids, sorted; may be empty: as no known one).
    case key(fits: [String])
    /// A value that nobody replaced: `your-api-key`, `sk-xxxx`, `${NAME}`, the variable's own name.
    case placeholder
    /// The dummy that servers without keys are given: `EMPTY`, `ollama`, `not-needed`.
    case localDummy
    /// The text of a missing value: `undefined`, `None`, `null`.
    case missingValue
    /// A key that lost its shape on the way: quotes, newline, blank, base64, a URL, prose, cut short.
    case mangled(Mangling)
    /// Nothing at all.
    case empty
    /// Too little is visible to say.
    case unreadable
  }

  package enum Mangling: String, Hashable, Sendable {
    case quoted, newline, blank, encoded, url, prose, scheme, length
  }

  package var reading: Reading
  /// Public prefix as far as it is visible; empty where none is known.
  package var head: String
  /// The last characters, at most four; empty where none are shown.
  package var tail: String
  /// In characters; nil where neither a length nor a full mask is shown.
  package var length: Int?
  /// The head alone says whose key it is.
  package var isDistinctive: Bool

  package init(
    reading: Reading, head: String = "", tail: String = "", length: Int? = nil, isDistinctive: Bool = false
  ) {
    self.reading = reading
    self.head = head
    self.tail = tail
    self.length = length
    self.isDistinctive = isDistinctive
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.head, a.tail, a.length ?? -1, "\(a.reading)") < (b.head, b.tail, b.length ?? -1, "\(b.reading)")
  }

  /// Providers whose keys look so; empty where the value is no key.
  package var fits: [String] {
    if case .key(let providers) = reading { return providers }
    return []
  }

  /// Two fragments can be of one key: nothing that both show differs.
  package func agrees(with other: KeyFragment) -> Bool {
    if !tail.isEmpty, !other.tail.isEmpty, tail != other.tail { return false }
    if let length, let otherLength = other.length, length != otherLength { return false }
    if !head.isEmpty, !other.head.isEmpty, !head.hasPrefix(other.head), !other.head.hasPrefix(head) { return false }
    return true
  }
}
