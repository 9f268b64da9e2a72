/// A backslash and what follows it in a string of JSON, Python, JavaScript or Rust.
enum EscapeSequence {
  /// What `\xNN` stands for: a character in a text, a byte in Python's `b'…'`.
  enum Unit { case character, byte }

  /// Decodes the escape that begins at `position` (the backslash) and moves behind it.
  ///
  /// An escape that is cut by the end of the text adds nothing; an unknown one stays as it is. Lone
  /// surrogates become U+FFFD.
  static func decode(
    _ bytes: Span<UInt8>, at position: inout Int, unit: Unit, into text: inout [UInt8]
  ) {
    let start = position
    guard start + 1 < bytes.count else {
      position = bytes.count
      return
    }
    position += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "v"): text.append(0x0B)
    case UInt8(ascii: "a"): text.append(0x07)
    case UInt8(ascii: "e"): text.append(0x1B)
    case UInt8(ascii: "0"): text.append(0x00)
    case 0x0A: break  // a line that goes on
    case UInt8(ascii: "x"): hexadecimal(bytes, at: &position, digits: 2, unit: unit, into: &text)
    case UInt8(ascii: "u"): unicode(bytes, at: &position, into: &text)
    case UInt8(ascii: "U"): hexadecimal(bytes, at: &position, digits: 8, unit: .character, into: &text)
    case let other:
      // `\"`, `\'`, `\`` , `\\` and `\/` stand for themselves; anything else was no escape.
      let isPlain = other.isQuote || other == UInt8(ascii: "\\") || other == UInt8(ascii: "/")
      if !isPlain { text.append(UInt8(ascii: "\\")) }
      text.append(other)
    }
  }

  /// `\uXXXX`, a surrogate pair of two of them, or `\u{X…}`; `position` is behind the `u`.
  private static func unicode(_ bytes: Span<UInt8>, at position: inout Int, into text: inout [UInt8]) {
    if position < bytes.count, bytes[position] == UInt8(ascii: "{") {
      bracedUnicode(bytes, at: &position, into: &text)
      return
    }
    guard let high = number(bytes, at: position, digits: 4) else {
      cutOrPlain(bytes, at: &position, digits: 4, letter: UInt8(ascii: "u"), into: &text)
      return
    }
    position += 4
    if high >= 0xD800, high < 0xDC00, bytes.has("\\u", at: position),
      let low = number(bytes, at: position + 2, digits: 4), low >= 0xDC00, low < 0xE000
    {
      position += 6
      append(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), to: &text)
    } else {
      append(high, to: &text)
    }
  }

  private static func bracedUnicode(
    _ bytes: Span<UInt8>, at position: inout Int, into text: inout [UInt8]
  ) {
    var end = position + 1
    var scalar: UInt32 = 0
    while end < bytes.count, end - position <= 6, let digit = bytes[end].hexadecimalValue {
      scalar = scalar << 4 + digit
      end += 1
    }
    if end < bytes.count, end > position + 1, bytes[end] == UInt8(ascii: "}") {
      position = end + 1
      append(scalar, to: &text)
    } else if end >= bytes.count {
      position = end
    } else {
      text += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    }
  }

  private static func hexadecimal(
    _ bytes: Span<UInt8>, at position: inout Int, digits: Int, unit: Unit, into text: inout [UInt8]
  ) {
    guard let number = number(bytes, at: position, digits: digits) else {
      cutOrPlain(bytes, at: &position, digits: digits, letter: bytes[position - 1], into: &text)
      return
    }
    position += digits
    if unit == .byte { text.append(UInt8(truncatingIfNeeded: number)) } else { append(number, to: &text) }
  }

  /// Drops what the end of the text cut, keeps what was no escape after all.
  private static func cutOrPlain(
    _ bytes: Span<UInt8>, at position: inout Int, digits: Int, letter: UInt8, into text: inout [UInt8]
  ) {
    let rest = min(position + digits, bytes.count)
    let isCut = rest == bytes.count && (position..<rest).allSatisfy { bytes[$0].hexadecimalValue != nil }
    if isCut { position = rest } else { text += [UInt8(ascii: "\\"), letter] }
  }

  /// The value of exactly so many hexadecimal digits.
  private static func number(_ bytes: Span<UInt8>, at offset: Int, digits: Int) -> UInt32? {
    guard offset + digits <= bytes.count else { return nil }
    var number: UInt32 = 0
    for index in offset..<(offset + digits) {
      guard let digit = bytes[index].hexadecimalValue else { return nil }
      number = number << 4 + digit
    }
    return number
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    text += character.utf8
  }
}
