/// Reads one value out of the middle of a text, and forgives what logs do to values.
///
/// Reads JSON, Python literals and `util.inspect` dumps of JavaScript, whole or cut short anywhere. Time
/// is linear in the bytes of the value, memory is bounded by `valueLimit`, nesting by `depthLimit`.
package enum JSONReader {
  /// Deeper values are passed over and read as the string `…`.
  package static let depthLimit = 64
  /// A reading ends as incomplete behind that many values.
  package static let valueLimit = 100_000

  package struct Reading: Hashable, Sendable {
    package var value: JSONValue
    /// UTF-8 offset in the text, just behind the value.
    package var end: Int
    /// False where the value is cut short or damaged: it then holds what was there.
    package var isComplete: Bool

    package init(value: JSONValue, end: Int, isComplete: Bool) {
      self.value = value
      self.end = end
      self.isComplete = isComplete
    }
  }

  /// The value that begins at a UTF-8 offset or behind the blanks there; nil where none begins.
  package static func read(_ text: String, at offset: Int = 0) -> Reading? {
    read(text.utf8Span.span, at: offset)
  }

  /// The same for bytes; what is not UTF-8 is repaired with U+FFFD.
  package static func read(_ bytes: Span<UInt8>, at offset: Int = 0) -> Reading? {
    guard offset >= 0, offset < bytes.count else { return nil }
    if let reading = EscapedLiteral.read(bytes, at: offset) { return reading }
    var cursor = LiteralCursor(position: offset)
    guard let value = cursor.outermostValue(bytes) else { return nil }
    return Reading(value: value, end: cursor.position, isComplete: !cursor.isCut && !cursor.isDamaged)
  }

  /// The JSON object that a line consists of; nil for every other line.
  ///
  /// Strict, but for raw control characters in strings, which sloppy writers print.
  package static func object(inLine text: String) -> JSONValue? {
    StrictObject.read(text.utf8Span.span)
  }

  /// The same for bytes; a line ending may be part of them.
  package static func object(inLine bytes: Span<UInt8>) -> JSONValue? {
    StrictObject.read(bytes)
  }
}
