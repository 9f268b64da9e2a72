import CulpritJSON

/// Finds the header at the start of a line, of whatever kind.
struct HeaderRecogniser {
  let formats: FormatSet

  /// Nil where the line has none: it is text, or goes on with something. `object` is the JSON object that
  /// the whole text is, if that is known already.
  func header(of text: String, object: JSONValue? = nil, reference: CalendarDay) -> Header? {
    guard let first = text.utf8.first, text.utf8.count >= 3 else { return nil }
    if let object { return StructuredHeader.header(of: object, format: nil, reference: reference) }
    if first == UInt8(ascii: "{") { return structured(text, reference: reference) }
    var header =
      formats.header(of: text, reference: reference) ?? LogfmtHeader.header(of: text, reference: reference)
      ?? TimestampedHeader.header(of: text, reference: reference)
    header?.readTail(reference: reference)
    header?.readNumbers(of: text)
    return header
  }

  private func structured(_ text: String, reference: CalendarDay) -> Header? {
    if let object = JSONReader.object(inLine: text) {
      return StructuredHeader.header(of: object, format: nil, reference: reference)
    }
    guard let reading = JSONReader.read(text), case .object(let members) = reading.value, members.count >= 2
    else { return nil }
    // A JSON line that was cut, or two on one line; a dump of JavaScript has names without quotes.
    guard text.utf8.dropFirst().first(where: { !$0.isBlank }) == UInt8(ascii: "\"") else { return nil }
    return StructuredHeader.header(of: reading.value, format: nil, reference: reference)
  }

  /// Where a second record begins on the line, because two processes wrote at once; nil if none does.
  func secondHeader(in text: String, after header: Header, reference: CalendarDay) -> Int? {
    guard header.time != nil else { return nil }
    let bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "{") { return secondObject(text, bytes) }
    // The same date begins both: ten bytes of it are a cheap test.
    let needle = bytes.prefix(10)
    guard needle.count == 10, needle.contains(where: \.isDigit), bytes.count >= 40 else { return nil }
    var tries = 0
    for start in 20..<(bytes.count - 10) where bytes[start] == needle[0] && isBroken(bytes[start - 1]) {
      guard bytes[start..<(start + 10)].elementsEqual(needle), tries < 4 else { continue }
      tries += 1
      let rest = String(decoding: bytes[start...].prefix(512), as: UTF8.self)
      let second =
        formats.header(of: rest, reference: reference)
        ?? TimestampedHeader.header(of: rest, reference: reference)
      if let second, second.format == header.format,
        second.level != nil || second.pid != nil || header.level == nil
      {
        return start
      }
    }
    return nil
  }

  /// A date inside of quotes, fields or paths is a value, not the start of a record.
  private func isBroken(_ before: UInt8) -> Bool {
    !before.isBlank && !"\"'`=:/([{<,-".utf8.contains(before)
  }

  private func secondObject(_ text: String, _ bytes: [UInt8]) -> Int? {
    guard JSONReader.object(inLine: text) == nil, let reading = JSONReader.read(text), reading.isComplete,
      reading.end < bytes.count, bytes[reading.end] == UInt8(ascii: "{")
    else { return nil }
    return reading.end
  }
}

extension Header {
  /// Fields at the end of a message: `event key=value …` of structlog, `text {"pid": 12}` of zap,
  /// monolog's two objects.
  mutating func readTail(reference: CalendarDay) {
    guard structure == nil else { return }
    let object = Self.tailObject(message)
    guard let members = object ?? Self.tailPairs(message) else { return }
    structure = .object(members)
    // `child started pid=12` at the end of a sentence may be another's pid: only an object, or
    // structlog's columns (its level is padded in brackets) and `process=`, say it of the writer.
    let isOwn = object != nil || shape.containsBytes("[a ]") || members.contains { $0.name == "process" }
    let fields = StructuredHeader.writerFields(of: members)
    if isOwn { pid = pid ?? fields.pid }
    thread = thread ?? fields.thread
    program = program ?? fields.program
    service = service ?? fields.service
    constants = constants.isEmpty ? fields.constants : constants
  }

  private static func tailObject(_ message: String) -> [JSONValue.Member]? {
    guard let last = message.utf8.last, last == UInt8(ascii: "}") || last == UInt8(ascii: "]") else {
      return nil
    }
    let bytes = Array(message.utf8)
    guard
      let start = bytes.indices.first(where: {
        bytes[$0] == UInt8(ascii: "{") && ($0 == 0 || bytes[$0 - 1].isBlank)
      })
    else { return nil }
    let tail = String(decoding: bytes[start...], as: UTF8.self)
    if let members = JSONReader.object(inLine: tail)?.members { return members }
    // monolog: context, then extra.
    guard let first = JSONReader.read(tail), first.isComplete, var members = first.value.members,
      let second = JSONReader.read(tail, at: first.end), second.isComplete, second.end == tail.utf8.count
    else { return nil }
    if let extra = second.value.members {
      members += extra.filter { field in !members.contains { $0.name == field.name } }
    }
    return members.isEmpty ? nil : members
  }

  /// At least two pairs behind an event's name, nothing but pairs to the end.
  private static func tailPairs(_ message: String) -> [JSONValue.Member]? {
    guard let equals = message.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let head = message.utf8[..<equals]
    guard let blank = head.lastIndex(where: \.isBlank) else { return nil }
    let tail = String(Substring(message.utf8[message.utf8.index(after: blank)...]))
    guard let members = LogfmtHeader.pairs(tail), !members.isEmpty, members.last?.value.string != nil else {
      return nil
    }
    let printed = tail.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "=") ? 1 : 0) }
    return printed >= members.count ? members : nil
  }
}
