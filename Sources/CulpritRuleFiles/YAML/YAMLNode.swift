/// A value of a rule file with the place where it begins.
struct YAMLNode: Sendable {
  var place: FilePlace
  var content: Content

  indirect enum Content: Sendable {
    case text(String, Style)
    case list([YAMLNode])
    /// In the order of the file; a key may stand twice.
    case mapping([Entry])
  }

  /// How a text was written: decides what `null` means, and where a character of it stands in the file.
  enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted, block
  }

  struct Entry: Sendable {
    var key: YAMLNode
    var value: YAMLNode
  }
}

extension YAMLNode {
  /// What the node is, in the words of a message.
  var kindName: String {
    switch content {
    case .text: isNull ? "nothing" : "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// An unquoted `null`, `~` or nothing at all.
  var isNull: Bool {
    guard case .text(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The place of the character that `offset` bytes of the text stand before, where the way it is written
  /// tells: a text on one line, plain or in single quotes; else the place of the node.
  func place(ofByte offset: Int) -> FilePlace {
    guard case .text(let text, let style) = content, style == .plain || style == .singleQuoted,
      !text.utf8.contains(UInt8(ascii: "\n"))
    else { return place }
    let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
    var column = place.column + before.unicodeScalars.count
    if style == .singleQuoted {
      // The opening quote, and each quote of the text is written twice.
      column += 1 + before.utf8.count { $0 == UInt8(ascii: "'") }
    }
    return FilePlace(line: place.line, column: column)
  }
}
