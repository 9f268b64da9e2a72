/// A cursor over the text of rules: takes the fields of one line after another, from left to right.
struct RuleFields {
  private let bytes: [UInt8]
  private var position = 0
  /// Fields of the current line that were asked for and not there.
  private var missing = 0
  /// The end of the current line was reached: no field is left.
  private var isAtEnd = true

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// False at the end of the text.
  mutating func beginLine() -> Bool {
    (missing, isAtEnd) = (0, false)
    return position < bytes.count
  }

  /// True where the line had as many fields as were taken.
  func endLine() -> Bool {
    isAtEnd && missing == 0
  }

  mutating func text() -> String {
    unescaped(next())
  }

  mutating func optional() -> String? {
    let field = next()
    return isMark(field, "-") ? nil : unescaped(field)
  }

  mutating func flag() -> Bool {
    bytes[next()].elementsEqual("yes".utf8)
  }

  mutating func list() -> [String] {
    let field = next()
    guard !field.isEmpty else { return [] }
    var items: [String] = []
    var start = field.lowerBound
    while start <= field.upperBound {
      let end = firstSeparator(RuleText.listSeparator, in: start..<field.upperBound)
      items.append(isMark(start..<end, "_") ? "" : unescaped(start..<end))
      start = end + 1
    }
    return items
  }

  mutating func pairs() -> [String: String] {
    let field = next()
    guard !field.isEmpty else { return [:] }
    var pairs: [String: String] = [:]
    var start = field.lowerBound
    while start <= field.upperBound {
      let end = firstSeparator(RuleText.listSeparator, in: start..<field.upperBound)
      let middle = firstSeparator(RuleText.pairSeparator, in: start..<end)
      pairs[unescaped(start..<middle)] = unescaped(min(middle + 1, end)..<end)
      start = end + 1
    }
    return pairs
  }

  /// The place of the next field; empty where the line has no more.
  private mutating func next() -> Range<Int> {
    guard !isAtEnd else {
      missing += 1
      return position..<position
    }
    let start = position
    while position < bytes.count, bytes[position] != RuleText.tab, bytes[position] != RuleText.newline {
      position += 1
    }
    let field = start..<position
    isAtEnd = position == bytes.count || bytes[position] == RuleText.newline
    position = min(position + 1, bytes.count)
    return field
  }

  private func isMark(_ field: Range<Int>, _ letter: Unicode.Scalar) -> Bool {
    field.count == 2 && bytes[field.lowerBound] == RuleText.mark
      && bytes[field.lowerBound + 1] == UInt8(ascii: letter)
  }

  /// The first separator that is not escaped, or the end of the field.
  private func firstSeparator(_ separator: UInt8, in field: Range<Int>) -> Int {
    var index = field.lowerBound
    while index < field.upperBound, bytes[index] != separator {
      index += bytes[index] == RuleText.mark ? 2 : 1
    }
    return min(index, field.upperBound)
  }

  private func unescaped(_ field: Range<Int>) -> String {
    guard bytes[field].contains(RuleText.mark) else { return String(decoding: bytes[field], as: UTF8.self) }
    var plain: [UInt8] = []
    var index = field.lowerBound
    while index < field.upperBound {
      if bytes[index] == RuleText.mark, index + 1 < field.upperBound {
        plain.append(RuleText.byte(for: bytes[index + 1]))
        index += 2
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
