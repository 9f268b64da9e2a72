extension LiteralCursor {
  /// A string and those that are joined to it: `'…' +` over lines, and neighbours as Python prints them.
  mutating func concatenatedString(_ bytes: Span<UInt8>, unit: EscapeSequence.Unit) -> String {
    var text = string(bytes, unit: unit)
    while !isCut, depth > 0 {
      let behind = position
      var next = bytes.firstNonBlank(from: behind)
      if next < bytes.count, bytes[next] == UInt8(ascii: "+") {
        next = bytes.firstNonBlank(from: next + 1)
        if next == bytes.count { isCut = true }
      } else if next == behind {
        break
      }
      guard next < bytes.count, bytes[next].isQuote else { break }
      position = next
      text += string(bytes, unit: unit)
    }
    skipOmission(bytes)
    return text
  }

  /// `'…'... 12 more characters`: what `util.inspect` says of a string that it cut.
  private mutating func skipOmission(_ bytes: Span<UInt8>) {
    guard depth > 0, bytes.has("... ", at: position) else { return }
    isDamaged = true
    while position < bytes.count, bytes[position] != UInt8(ascii: ","), bytes[position] != 0x0A,
      !bytes[position].isClosing
    { position += 1 }
  }

  /// The string whose opening quote stands at `position`, decoded.
  mutating func string(_ bytes: Span<UInt8>, unit: EscapeSequence.Unit) -> String {
    let quote = bytes[position]
    position += 1
    var decoded: [UInt8] = []
    var runStart = position
    var crossesLines = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote, closes(bytes, quote: quote, at: position) {
        defer { position += 1 }
        return text(bytes, decoded, runStart..<position)
      }
      if byte == UInt8(ascii: "\\") {
        append(bytes, runStart..<position, to: &decoded)
        EscapeSequence.decode(bytes, at: &position, unit: unit, into: &decoded)
        runStart = position
        continue
      }
      if byte == 0x0A, !crossesLines {
        guard goesOnBehindLine(bytes, quote: quote) else { break }
        crossesLines = true
      }
      position += 1
    }
    isCut = true
    return text(bytes, decoded, runStart..<position)
  }

  private func text(_ bytes: Span<UInt8>, _ decoded: [UInt8], _ run: Range<Int>) -> String {
    guard !decoded.isEmpty else { return bytes.text(run) }
    var decoded = decoded
    append(bytes, run, to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  private func append(_ bytes: Span<UInt8>, _ run: Range<Int>, to decoded: inout [UInt8]) {
    for index in run { decoded.append(bytes[index]) }
  }

  /// Whether a quote ends its string: inside a container only before what can follow a string.
  ///
  /// `{'message': 'You didn't provide …'}` was never escaped, and reads all the same.
  private func closes(_ bytes: Span<UInt8>, quote: UInt8, at offset: Int) -> Bool {
    guard depth > 0 else { return true }
    let next = skipSpaces(bytes, from: offset + 1)
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: ";"), UInt8(ascii: "."):
      return true
    case quote:
      return next > offset + 1
    case let byte:
      return byte.isClosing || bytes.has("…", at: next)
    }
  }

  /// Whether a string is only wrapped at the newline at `position`, or cut there.
  ///
  /// No writer prints a raw newline in a string, but what wraps lines does: then the next quote ends it.
  private func goesOnBehindLine(_ bytes: Span<UInt8>, quote: UInt8) -> Bool {
    var offset = position
    while offset < bytes.count, bytes[offset] != quote {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return offset < bytes.count && closes(bytes, quote: quote, at: offset)
  }
}
