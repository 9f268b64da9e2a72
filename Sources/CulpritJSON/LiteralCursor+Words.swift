extension LiteralCursor {
  /// What a word without quotes means in JSON, Python, JavaScript or Ruby; nil for other words.
  static func literal(_ word: String) -> JSONValue? {
    switch word {
    case "true", "True": .bool(true)
    case "false", "False": .bool(false)
    case "null", "None", "undefined", "nil": .null
    case "NaN", "nan": .number("NaN")
    case "Infinity", "inf": .number("Infinity")
    case "-Infinity", "-inf": .number("-Infinity")
    default: nil
    }
  }

  /// What begins with neither a bracket nor a quote: literals, numbers, class names before a value,
  /// calls, printed errors, dates.
  ///
  /// Outside of a container a word that is none of them is no value.
  mutating func word(_ bytes: Span<UInt8>) -> JSONValue? {
    let start = position
    var end = start
    while end < bytes.count, bytes[end].isNamePart { end += 1 }
    if let value = prefixedValue(bytes, name: start..<end) { return value }
    if isDelimited(bytes, at: end), let value = scalar(bytes, start..<end) {
      position = end
      // Digits and words at the end of a text may go on behind the cut.
      if end == bytes.count, depth > 0 { isCut = true }
      return value
    }
    guard depth > 0 else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ":"), let error = printedError(bytes) { return error }
    return plainWords(bytes)
  }

  /// `b'…'`, `Name(…)`, `Headers {…}`, `Uint8Array(3) […]`: a value with its type before it.
  private mutating func prefixedValue(_ bytes: Span<UInt8>, name: Range<Int>) -> JSONValue? {
    guard !name.isEmpty, name.upperBound < bytes.count else { return nil }
    let next = bytes[name.upperBound]
    if next.isQuote, let unit = Self.stringPrefix(bytes.text(name.prefix(3))), name.count <= 2 {
      position = name.upperBound
      return .string(concatenatedString(bytes, unit: unit))
    }
    guard bytes[name.lowerBound].isLetter, depth < JSONReader.depthLimit else { return nil }
    if next == UInt8(ascii: "(") { return call(bytes, name: name) }
    let bracket = skipSpaces(bytes, from: name.upperBound)
    guard bracket < bytes.count, Self.literal(bytes.text(name)) == nil else { return nil }
    if bytes[bracket] == UInt8(ascii: "{") || (depth > 0 && bytes[bracket] == UInt8(ascii: "[")) {
      position = bracket
      return value(bytes)
    }
    return nil
  }

  /// Python's prefixes of strings; bytes for those with a `b`.
  private static func stringPrefix(_ prefix: String) -> EscapeSequence.Unit? {
    switch prefix {
    case "b", "B", "rb", "br": .byte
    case "u", "U", "r", "f": .character
    default: nil
    }
  }

  /// `Name(…)`: named arguments as an object, one container as itself, everything else as its text.
  private mutating func call(_ bytes: Span<UInt8>, name: Range<Int>) -> JSONValue? {
    position = name.upperBound
    let items = items(bytes, closing: UInt8(ascii: ")"))
    let next = skipSpaces(bytes, from: position)
    if !isCut, next < bytes.count, bytes[next] == UInt8(ascii: "{") || bytes[next] == UInt8(ascii: "["),
      items.elements.count == 1, items.elements[0].integer != nil
    {
      return value(bytes)
    }
    if items.elements.isEmpty, !items.members.isEmpty { return .object(items.members) }
    if items.members.isEmpty, items.elements.count == 1 {
      switch items.elements[0] {
      case .array, .object: return items.elements[0]
      default: break
      }
    }
    return .string(bytes.trimmedText(name.lowerBound..<position))
  }

  /// Whether a word ends at an offset: before a delimiter, a newline or the end of the text.
  private func isDelimited(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    let next = skipSpaces(bytes, from: offset)
    guard next < bytes.count, depth > 0 else { return true }
    let byte = bytes[next]
    return byte.isClosing || byte.isBlank || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// A literal or a number; `1_000n` reads as 1000.
  private func scalar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> JSONValue? {
    guard !range.isEmpty, range.count <= 400 else { return nil }
    let word = bytes.text(range)
    if let literal = Self.literal(word) { return literal }
    var digits = word.utf8.filter { $0 != UInt8(ascii: "_") }
    if digits.last == UInt8(ascii: "n") { digits.removeLast() }
    if NumberGrammar.accepts(digits.span, 0..<digits.count) {
      return .number(String(decoding: digits, as: UTF8.self))
    }
    // `-1.` and `40.` are what a cut leaves of a number.
    if range.upperBound == bytes.count, digits.count > 1,
      NumberGrammar.accepts(digits.span, 0..<(digits.count - 1))
    {
      return .number(String(decoding: digits.dropLast(), as: UTF8.self))
    }
    return nil
  }

  /// Words up to the next delimiter of this container, as a string: dates, addresses, prose.
  private mutating func plainWords(_ bytes: Span<UInt8>) -> JSONValue? {
    let start = position
    var open = 0
    while position < bytes.count, bytes[position] != 0x0A {
      let byte = bytes[position]
      if open == 0, byte.isClosing || byte == UInt8(ascii: ",") { break }
      if byte.isOpening { open += 1 }
      if byte.isClosing { open -= 1 }
      position += 1
    }
    if position == bytes.count { isCut = true }
    guard position > start else { return nil }
    let text = bytes.trimmedText(start..<position)
    // A literal that the end of the text cut: `tru`, `undef`.
    return isCut ? Self.cutLiteral(text) ?? .string(text) : .string(text)
  }

  private static func cutLiteral(_ text: String) -> JSONValue? {
    guard text.utf8.count >= 3 else { return nil }
    let words = ["true", "True", "false", "False", "null", "None", "undefined"]
    let candidates = words.filter { $0.hasPrefix(text) }
    return candidates.isEmpty ? nil : literal(candidates[0])
  }
}
