/// Recognises headers of formats that nobody described: a time at the start of the line, or behind a
/// level, then columns.
///
/// Behind the time it takes brackets, level words, integers, `name[12]`, `pid=12` and separators; a lone
/// word counts as a column only where a separator or a tab follows it. The message begins at the first
/// token that is none.
struct TimestampedHeader {
  private var cursor: TextCursor
  private var header: Header
  /// A tab behind the time: all columns are separated by tabs.
  private var isTabbed = false
  /// What the last column was, and where the integers at the end of the header begin.
  private var wasName = false
  private var wasInteger = false
  private var integerStart: Int?

  /// Nil where the text does not begin with a time.
  static func header(of text: String, reference: CalendarDay) -> Header? {
    guard let first = text.utf8.first,
      first.isDigit || first.isLetter || first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
    else { return nil }
    guard var recogniser = TimestampedHeader(text, reference: reference) else { return nil }
    recogniser.readColumns()
    return recogniser.finish(text)
  }

  private init?(_ text: String, reference: CalendarDay) {
    cursor = TextCursor(text)
    header = Header(format: "timestamped", message: "")
    takeLeadingLevel()
    takeLeadingNumber()
    let bracket = cursor.current
    let isBracketed = cursor.skip(UInt8(ascii: "[")) || cursor.skip(UInt8(ascii: "("))
    guard let reading = TimestampParser(reference: reference).parse(at: cursor) else { return nil }
    let start = cursor.position
    cursor.advance(reading.end - start)
    if isBracketed {
      let close = bracket == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
      // `[2026-11-23 03:46:15,173: INFO/MainProcess]`: the rest of the bracket is columns.
      if !cursor.skip(close) {
        guard
          cursor.current == UInt8(ascii: ":") || cursor.current.isBlank
            || cursor.current == UInt8(ascii: ",")
        else { return nil }
        readBracketRest(until: close)
      }
    }
    header.time = reading.time
    header.day = reading.day
    header.claimed = [start..<reading.end]
  }

  /// `ERROR 2026-11-23 …`, `[ERROR] [2026-11-23 …`.
  private mutating func takeLeadingLevel() {
    var ahead = cursor
    let isBracketed = ahead.skip(UInt8(ascii: "["))
    let start = ahead.position
    while ahead.current.isLetter { ahead.advance() }
    guard ahead.position > start, let level = LevelWord.level(ahead.text(start..<ahead.position)) else {
      return
    }
    guard !isBracketed || ahead.skip(UInt8(ascii: "]")) else { return }
    while " \t:|-".utf8.contains(ahead.current), !ahead.isAtEnd { ahead.advance() }
    guard ahead.current.isDigit || ahead.peek(1).isDigit else { return }
    header.level = level
    cursor = ahead
  }

  /// `4312 2026-11-23 …`, `P4312 2026-11-23 …`: a pid, as likely as not.
  private mutating func takeLeadingNumber() {
    var ahead = cursor
    if ahead.current.lowered == UInt8(ascii: "p") { ahead.advance() }
    let digits = ahead.digitRun
    guard (2...7).contains(digits) else { return }
    ahead.advance(digits)
    guard ahead.skipBlanks() > 0, ahead.current.isDigit || ahead.current == UInt8(ascii: "[") else { return }
    cursor = ahead
  }

  private mutating func readBracketRest(until close: UInt8) {
    cursor.advance()
    let start = cursor.position
    var end = start
    while end < cursor.bytes.count, cursor.bytes[end] != close { end += 1 }
    takeBracket(start..<end)
    cursor.position = min(end + 1, cursor.bytes.count)
  }

  private mutating func readColumns() {
    for _ in 0..<12 {
      if cursor.current == 0x09 { isTabbed = true }
      skipSeparators()
      let start = cursor.position
      guard !cursor.isAtEnd, readColumn() else {
        cursor.position = indentation(before: start)
        break
      }
      integerStart = wasInteger ? integerStart ?? start : nil
      // Behind level and name comes the message, whatever it begins with.
      if wasName, header.level != nil, !isTabbed {
        let end = cursor.position
        skipSeparators()
        if !cursor.bytes[end..<cursor.position].contains(UInt8(ascii: "|")) { break }
      }
    }
    // `INFO 3 files loaded`: an integer that nothing follows may be a column, and is part of the message.
    if let integerStart, header.level != nil { cursor.position = integerStart }
  }

  /// Where the message begins that was reached at `start`: behind the time or a separator and one blank, further blanks
  /// are its own; behind a padded level they are not.
  private mutating func indentation(before start: Int) -> Int {
    var position = start
    while position > 0, cursor.bytes[position - 1].isBlank { position -= 1 }
    let isBehindTime = position == header.claimed.first?.upperBound
    guard start - position > 1, position > 0 else { return start }
    if isBehindTime || "-|:".utf8.contains(cursor.bytes[position - 1]) { return position }
    header.padding = start - position - 1
    return start
  }

  private mutating func skipSeparators() {
    while true {
      cursor.skipBlanks()
      let byte = cursor.current
      let isSeparator =
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: "~")
      let standsAlone = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|")
      guard isSeparator, standsAlone || cursor.peek(1).isBlank else { return }
      cursor.advance()
    }
  }

  private mutating func readColumn() -> Bool {
    (wasName, wasInteger) = (false, false)
    return switch cursor.current {
    case UInt8(ascii: "["): readBracket(close: UInt8(ascii: "]"))
    case UInt8(ascii: "("): readBracket(close: UInt8(ascii: ")"))
    case UInt8(ascii: "<"): readBracket(close: UInt8(ascii: ">"))
    default: readWord()
    }
  }

  private mutating func readBracket(close: UInt8) -> Bool {
    let start = cursor.position + 1
    var end = start
    while end < min(cursor.bytes.count, start + 80), cursor.bytes[end] != close { end += 1 }
    guard end < cursor.bytes.count, cursor.bytes[end] == close, end > start else { return false }
    // A parenthesis or angle bracket is a column only before the message: `(main)`, `<main>`, no sentence.
    guard
      close == UInt8(ascii: "]") || !cursor.text(start..<end).utf8.contains(0x20)
        || PidLabel.pid(in: cursor.text(start..<end)) != nil
    else { return false }
    let isTag = header.level != nil && close == UInt8(ascii: "]") && !takesBracket(start..<end)
    if isTag, header.logger != nil || header.thread != nil && !isDotted(start..<end) { return false }
    takeBracket(start..<end)
    cursor.position = end + 1
    return true
  }

  /// Whether a bracket behind the level says something that is surely a header's.
  private func takesBracket(_ range: Range<Int>) -> Bool {
    let text = cursor.text(range)
    return LevelWord.level(text.trimmed) != nil || Int(text) != nil || text.contains("=")
  }

  /// `homeassistant.core`: the name of a logger, and no word of a message.
  private func isDotted(_ range: Range<Int>) -> Bool {
    let word = cursor.text(range)
    return isName(word) && word.utf8.contains(UInt8(ascii: "."))
  }

  /// What stands in a bracket: a level, a pid, `LEVEL/thread`, a thread or a logger.
  private mutating func takeBracket(_ range: Range<Int>) {
    let text = cursor.text(range).trimmed
    if let level = LevelWord.level(text), header.level == nil {
      header.level = level
    } else if let slash = text.firstIndex(of: "/"), let level = LevelWord.level(text[..<slash]),
      header.level == nil
    {
      header.level = level
      header.thread = String(text[text.index(after: slash)...]).filled
    } else if let pid = PidLabel.pid(in: text) {
      header.pid = header.pid ?? pid
    } else if Int(text) != nil {
      return
    } else if Self.looksLikeThread(text), header.thread == nil {
      header.thread = text
    } else if header.logger == nil, text.utf8.count <= 60 {
      header.logger = text
    }
  }

  private static func looksLikeThread(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if lowered == "main" || lowered.containsBytes("thread") || lowered.containsBytes("exec-") { return true }
    return lowered.utf8.contains(where: \.isDigit)
      && (lowered.containsBytes("pool") || lowered.containsBytes("worker"))
  }

  private mutating func readWord() -> Bool {
    let start = cursor.position
    var end = start
    while end < cursor.bytes.count, isWordByte(cursor.bytes[end]) { end += 1 }
    guard end > start, end - start <= 80 else { return false }
    let word = cursor.text(start..<end)
    let after = end < cursor.bytes.count ? cursor.bytes[end] : 0x20
    let behind = end + 1 < cursor.bytes.count ? cursor.bytes[end + 1] : 0x20
    if takeLevel(word, after: after) || takeKeyValue(word) || takeInteger(word, after: after) {
      cursor.position = end
      return true
    }
    if takeNumberWithThread(word, end: end) { return true }
    if after == UInt8(ascii: "["), takeNameWithPid(word, bracket: end) { return true }
    if after == UInt8(ascii: "("), takeNameWithNumber(word, bracket: end) { return true }
    if after == UInt8(ascii: ":"), takeFunction(word, colon: end) { return true }
    guard isColumn(word, after: after, behind: behind, end: end) else { return false }
    takeName(word)
    wasName = true
    cursor.position = end
    return true
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    !byte.isBlank && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "|")
      && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "(")
      && !(byte == UInt8(ascii: ":"))
  }

  private mutating func takeLevel(_ word: String, after: UInt8) -> Bool {
    guard header.level == nil else { return false }
    let mayBeLevel = isLevelCase(word) || isTabbed || (after == UInt8(ascii: ":") && !looksLikeError(word))
    if mayBeLevel, let level = LevelWord.level(word) {
      header.level = level
      return true
    }
    // `worker.INFO` (monolog), `LEVEL/thread` (celery).
    if let dot = word.lastIndex(of: "."), let level = LevelWord.level(word[word.index(after: dot)...]),
      isLevelCase(String(word[word.index(after: dot)...]))
    {
      header.level = level
      header.logger = String(word[..<dot])
      return true
    }
    if let slash = word.firstIndex(of: "/"), let level = LevelWord.level(word[..<slash]),
      isLevelCase(String(word[..<slash]))
    {
      header.level = level
      header.thread = String(word[word.index(after: slash)...])
      return true
    }
    return false
  }

  /// All upper or all lower case letters: `Error` begins a message more often than it is a level.
  private func isLevelCase(_ word: String) -> Bool {
    let isUpper = word.utf8.allSatisfy(\.isUpper)
    // A lower-case word is a level only where no name has come before it and words are set apart by
    // columns.
    return isUpper
      || (word.utf8.allSatisfy(\.isLower) && word != "log" && word != "default" && word != "success")
  }

  private mutating func takeKeyValue(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), header.level == nil else { return false }
    let key = word[..<equals].lowercased()
    let value = String(word[word.index(after: equals)...])
    guard !value.isEmpty else { return false }
    switch key {
    case "pid", "process": header.pid = header.pid ?? Int(value)
    case "tid", "thread": header.thread = header.thread ?? value
    case "level", "lvl": header.level = LevelWord.any(value)
    case "class", "jid", "elapsed", "bid", "tags", "request_id", "rid": break
    default: return false
    }
    return true
  }

  private mutating func takeInteger(_ word: String, after: UInt8) -> Bool {
    guard word.utf8.count <= 7, word.utf8.allSatisfy(\.isDigit) else { return false }
    guard
      after.isBlank || after == UInt8(ascii: ",") || after == UInt8(ascii: ";") || after == UInt8(ascii: "|")
        || after == UInt8(ascii: ":")
    else { return false }
    wasInteger = after.isBlank && !isBeforePipe(cursor.position + word.utf8.count)
    return true
  }

  private func isBeforePipe(_ position: Int) -> Bool {
    var ahead = position
    while ahead < cursor.bytes.count, cursor.bytes[ahead].isBlank { ahead += 1 }
    return ahead < cursor.bytes.count && cursor.bytes[ahead] == UInt8(ascii: "|")
  }

  /// `worker[123]`, `worker[123]:`, `MainProcess[483]`.
  private mutating func takeNameWithPid(_ word: String, bracket: Int) -> Bool {
    var end = bracket + 1
    while end < cursor.bytes.count, cursor.bytes[end].isDigit { end += 1 }
    guard end > bracket + 1, end < cursor.bytes.count, cursor.bytes[end] == UInt8(ascii: "]") else {
      return false
    }
    guard isName(word), let pid = Int(cursor.text((bracket + 1)..<end)) else { return false }
    header.pid = header.pid ?? pid
    header.program = header.program ?? word
    cursor.position = end + 1
    return true
  }

  /// `5160/MainThread |`: a thread behind what may be its process's pid.
  private mutating func takeNumberWithThread(_ word: String, end: Int) -> Bool {
    guard let slash = word.firstIndex(of: "/"), (3...7).contains(word[..<slash].utf8.count), word[..<slash].utf8.allSatisfy(\.isDigit),
      case let thread = String(word[word.index(after: slash)...]), isName(thread), isBeforeSeparator(end)
    else { return false }
    header.thread = header.thread ?? thread
    cursor.position = end
    return true
  }

  /// `shard-0(24498) |`: a pid, or the line of a file, so that nothing is said of it here.
  private mutating func takeNameWithNumber(_ word: String, bracket: Int) -> Bool {
    var end = bracket + 1
    while end < cursor.bytes.count, cursor.bytes[end].isDigit { end += 1 }
    guard (3...7).contains(end - bracket - 1), end < cursor.bytes.count, cursor.bytes[end] == UInt8(ascii: ")"), isName(word),
      isBeforeSeparator(end + 1) || header.level == nil && isBeforeLevel(end + 1)
    else { return false }
    header.program = header.program ?? word
    cursor.position = end + 1
    return true
  }

  /// `app.jobs:send:33 |`, `__main__:<module>:47 - `: module, function and line, as loguru prints them.
  private mutating func takeFunction(_ word: String, colon: Int) -> Bool {
    var end = colon + 1
    while end < cursor.bytes.count, isWordByte(cursor.bytes[end]) { end += 1 }
    guard end > colon + 1, end - colon < 80, end < cursor.bytes.count, cursor.bytes[end] == UInt8(ascii: ":") else { return false }
    let start = end + 1
    end = start
    while end < cursor.bytes.count, cursor.bytes[end].isDigit { end += 1 }
    guard (1...6).contains(end - start), isName(word), isBeforeSeparator(end) else { return false }
    header.logger = header.logger ?? word
    cursor.position = end
    return true
  }

  private func isBeforeLevel(_ position: Int) -> Bool {
    var ahead = cursor
    ahead.position = position
    ahead.skipBlanks()
    let start = ahead.position
    while ahead.current.isUpper { ahead.advance() }
    return ahead.position - start > 2 && LevelWord.level(ahead.text(start..<ahead.position)) != nil
  }

  /// Whether a bar or a dash that stands alone follows.
  private func isBeforeSeparator(_ position: Int) -> Bool {
    var ahead = cursor
    ahead.position = position
    ahead.skipBlanks()
    return (ahead.current == UInt8(ascii: "|") || ahead.current == UInt8(ascii: "-")) && ahead.peek(1).isBlank
  }

  private func isColumn(_ word: String, after: UInt8, behind: UInt8, end: Int) -> Bool {
    guard isName(word), header.logger == nil || isTabbed else { return false }
    if after == 0x09 || after == UInt8(ascii: "|") { return true }
    if after == UInt8(ascii: ":"), behind.isBlank {
      return header.level != nil && !looksLikeError(word) && !isCapitalised(word)
    }
    guard after.isBlank else {
      return (after == UInt8(ascii: ",") || after == UInt8(ascii: ";")) && header.level == nil && header.logger == nil && behind != 0x20
    }
    // Behind a blank: `api - message`, `mod | message`, `nova.compute [req-1] message`, `worker-1 ERROR
    // message`.
    var ahead = cursor
    ahead.position = end
    ahead.skipBlanks()
    let next = ahead.current
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "|") { return ahead.peek(1) == 0x20 }
    if next == UInt8(ascii: "["), header.level != nil { return word.utf8.contains(UInt8(ascii: ".")) }
    return header.level == nil && isBeforeLevel(end)
  }

  private func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first, first.isLetter || first == UInt8(ascii: "_") else { return false }
    return word.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "$")
        || $0 == UInt8(ascii: "#")
    }
  }

  private func looksLikeError(_ word: String) -> Bool {
    word.hasSuffix("Error") || word.hasSuffix("Exception")
  }

  private func isCapitalised(_ word: String) -> Bool {
    word.utf8.first?.isUpper == true && !word.utf8.contains(UInt8(ascii: "."))
  }

  private mutating func takeName(_ word: String) {
    if header.logger == nil {
      header.logger = word
    } else if header.program == nil {
      header.program = word
    }
  }

  private consuming func finish(_ text: String) -> Header {
    var end = cursor.position
    // One blank belongs to the header; more are the message's own indentation.
    if end > 0, end < cursor.bytes.count, cursor.bytes[end].isBlank { end += 1 }
    header.message = String(text.utf8.dropFirst(end)) ?? ""
    header.end = min(end, text.utf8.count)
    header.shape = Header.shape(of: cursor.text(0..<end))
    return header
  }
}
