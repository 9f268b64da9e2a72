/// A field of a line, before it is written.
enum RuleField {
  case text(String)
  case optional(String?)
  case list([String])
  case numbers([Int])
  /// In the order of their names, so that the same rules give the same text.
  case pairs([String: String])
  case flag(Bool)
}

/// Writes lines of `RuleText`.
struct RuleTextWriter {
  private(set) var text = ""

  mutating func line(_ word: some RawRepresentable<String>, _ fields: [RuleField]) {
    text += word.rawValue
    for field in fields {
      text += "\t"
      write(field)
    }
    text += "\n"
  }

  private mutating func write(_ field: RuleField) {
    switch field {
    case .text(let value): escape(value)
    case .optional(let value): value.map { escape($0) } ?? (text += "~-")
    case .list(let items): list(items.map { [$0] })
    case .numbers(let numbers): list(numbers.map { [String($0)] })
    case .pairs(let pairs): list(pairs.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    case .flag(let flag): text += flag ? "yes" : "no"
    }
  }

  private mutating func list(_ items: [[String]]) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += ";" }
      if item == [""] { text += "~_" }
      for (part, value) in item.enumerated() {
        if part > 0 { text += "=" }
        escape(value, also: [RuleText.listSeparator, RuleText.pairSeparator])
      }
    }
  }

  private mutating func escape(_ value: String, also separators: [UInt8] = []) {
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      if let letter = RuleText.letter(for: byte) {
        bytes += [RuleText.mark, letter]
      } else if separators.contains(byte) {
        bytes += [RuleText.mark, byte]
      } else {
        bytes.append(byte)
      }
    }
    text += String(decoding: bytes, as: UTF8.self)
  }
}
