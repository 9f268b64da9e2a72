package import CulpritIntake
import CulpritRegex

/// Tells a statement from a mention: the same sentence in a prompt, a title or an answer states nothing.
package struct MentionRule: Sendable {
  private let record: Record
  private let text: String
  private let heads: [String]
  /// As the text spells the types of the links, outermost first.
  private let types: [String]
  private let hasFrames: Bool

  /// `chains`: of the record; what stands in the text of their links is a statement.
  package init(record: Record, text: String, chains: [ParsedChain]) {
    self.record = record
    self.text = text
    let links = chains.flatMap(\.links)
    types = links.map(\.qualifiedType).filter { !$0.isEmpty }
    hasFrames = links.contains { !$0.frames.isEmpty }
    heads = links.flatMap { [$0.message, $0.qualifiedType] + Array($0.properties.values) }.filter { !$0.isEmpty }
  }

  /// Whether what stands at `range` (UTF-8 offsets in the text) is said, not quoted.
  package func isStatement(_ range: Range<Int>) -> Bool {
    if let title = record.panelTitle { return FailureWords.stand(in: title) }
    if isInHeadlessBox(range.lowerBound) { return false }
    let wording = text.slice(range)
    if heads.contains(where: { $0.containsBytes(wording) }) { return !isRetold(range) }
    // A record that tells a request by its fields, address first: nobody quotes so.
    if record.structure != nil, range.lowerBound > record.message.utf8.count, Self.address.matches(wording) { return true }
    if let name = fieldName(of: range) {
      guard !Self.speech.matches(name) else { return Self.errorField.matches(name) }
      return Self.errorField.matches(name) || isSevere || isErrorsValue(range)
    }
    let line = beginning(of: range.lowerBound)
    if isErrorsValue(range) { return true }
    if isInOpenQuote(line) || Self.sourceCode.matches(line) { return false }
    if isSevere || Self.speaksOfFailure(Self.narration(line)) || isOutermostText(line) { return true }
    guard record.level == nil else { return false }
    // `exam y6: AuthenticationError 401, put back`: the name of an error with its status or message is one that happened.
    if wording.first?.isNumber ?? false, Self.speaksOfFailure(wording) { return true }
    return wording.hasPrefix("Error code") || Self.errorsName.matches(wording) && Self.happened.matches(rest(from: range.upperBound))
  }

  /// An error that a sentence of a calm record tells of somebody: `#51: the importer shows AuthenticationError: …`. Who
  /// tells of its own puts a sign or a word of cause between, or says that it failed.
  private func isRetold(_ range: Range<Int>) -> Bool {
    guard let level = record.level, level < .warning, !hasFrames else { return false }
    let line = beginning(of: range.upperBound)
    guard let type = types.lazy.compactMap({ line.utf8Index(of: $0) }).min() else { return false }
    let before = line.slice(0..<type)
    if Self.label.matches(before) || Self.speechQuote.matches(before) { return true }
    return Self.sentence.matches(before) && !Self.speaksOfFailure(before) && !Self.tellsCause.matches(before)
  }

  /// What somebody wrote stands behind it, to the end of the line.
  private static let label = CompiledPattern.constant(#"(?i)(?<![a-z_])(?:subject|title|topic|question|query|prompt)\s?:\s"#)
  /// Opened as a person's words are, and not closed; the quote of a value stands behind a quoted name.
  private static let speechQuote = CompiledPattern.constant(#"(?:(?<=[^"'\s]):|[A-Za-z,])\s["“][^"”]*$"#)
  /// Two words and more, up to a blank.
  private static let sentence = CompiledPattern.constant(#"[A-Za-z']{2,}[ ,]+(?:[a-z']{1,12}[ ,]+){0,3}[a-z']{2,}[ ]$"#)
  private static let tellsCause = CompiledPattern.constant(
    #"(?i)(?<![a-z])(?:after|by|with|rais(?:ed|ing)|got|caught|hit|thr(?:ew|own?|owing)|to|of|from|because|cause|reason|received|is|was|on|due|as)[ ]$"#)

  /// Within a box whose head was not seen: nobody knows whose words they are.
  private func isInHeadlessBox(_ offset: Int) -> Bool {
    // A record that begins before its box tells whose it is: structlog prints a stack so, without a title.
    guard text.hasPrefix("│") || text.hasPrefix("┃") else { return false }
    let line = beginning(of: offset)
    return line.hasPrefix("│") || line.hasPrefix("┃")
  }

  /// Whether it is quoted for certain: in an open quote, in a panel that tells no failure, in a field for prose.
  package func isQuoted(_ range: Range<Int>) -> Bool {
    if let title = record.panelTitle { return !FailureWords.stand(in: title) }
    if isStatement(range) { return false }
    if let name = fieldName(of: range) { return Self.speech.matches(name) }
    return isInOpenQuote(beginning(of: range.lowerBound))
  }

  /// What the record itself says before the quote in which the line ends: the words of a quoted text are not its own.
  private static func narration(_ line: String) -> String {
    var opened: (quote: UInt8, offset: Int)?
    var before: UInt8 = 0x20
    for (offset, byte) in line.utf8.enumerated() {
      defer { before = byte }
      if let open = opened {
        if byte == open.quote, before != UInt8(ascii: "\\") { opened = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") && before == 0x20 {
        opened = (byte, offset)
      }
    }
    return opened.map { line.slice(0..<$0.offset) } ?? line
  }

  private var isSevere: Bool {
    if let level = record.level { return level >= .warning }
    return Self.severeHead.matches(text)
  }

  /// A level that no format knows, before a time: `E 07:00:11 ocr page 4`, `[W 2026-11-02 …`, `F1102 07:00:11`.
  private static let severeHead = CompiledPattern.constant(#"^[ \t]{0,3}\[?[EWFC](?:\d{4})?[ ,\]|]{1,3}\d{2,4}[:\-/]\d\d"#)

  /// Whether it is the value of a name that means an error: `error_message='…`, `Detail: …`,
  /// `"error": {"code": 401, "message": "…`, `RequestException(message: …`; also over several lines.
  /// Only of records without level: who logs a body at `info` tells what somebody sent.
  private func isErrorsValue(_ range: Range<Int>) -> Bool {
    guard record.level == nil else { return false }
    let start = text.scalarBorder(before: max(0, range.lowerBound - Self.bodyReach))
    let before = text.slice(start..<range.lowerBound)
    guard let body = Self.errorsValue.firstMatch(in: before) else { return false }
    // A body that stands in somebody's question is quoted with it.
    return !isInOpenQuote(beginning(of: start + body.range.lowerBound))
  }

  private static let address = CompiledPattern.constant(#"(?i)^(?:path|url|route|uri)=/"#)

  /// Bytes before a wording in which its name and the names around that are looked for.
  private static let bodyReach = 600

  /// The name of the structured record's field in which the text stands; nil within the message.
  private func fieldName(of range: Range<Int>) -> String? {
    guard record.structure != nil, range.lowerBound > record.message.utf8.count else { return nil }
    let line = beginning(of: range.lowerBound)
    guard let equals = line.firstIndex(of: "=") else { return nil }
    return String(line[..<equals])
  }

  /// The line up to the offset.
  private func beginning(of offset: Int) -> String {
    let bytes = text.utf8
    let end = bytes.index(text.startIndex, offsetBy: offset)
    let start = text[..<end].utf8.lastIndex(of: UInt8(ascii: "\n")).map { bytes.index(after: $0) } ?? text.startIndex
    return String(text[start..<end])
  }

  /// Some bytes behind the offset.
  private func rest(from offset: Int) -> String {
    text.slice(offset..<text.scalarBorder(before: offset + 16))
  }

  private static let errorsName = CompiledPattern.constant(#"[a-z](?:Error|Exception)$"#)
  private static let happened = CompiledPattern.constant(#"^(?:\s*[\[(:]?\s*[45]\d\d(?!\d)|:\s\S|\(["'])"#)

  /// A quote that opens behind a word and a blank quotes somebody; behind `(`, `:` or `{` it is a value's.
  /// Behind the name of an error stands its message.
  private func isInOpenQuote(_ line: String) -> Bool {
    Self.openQuote.matches(line) && !Self.errorsMessage.matches(line)
  }

  private static let errorsMessage = CompiledPattern.constant(#"[a-z](?:Error|Exception)\s+["'][^"']*$"#)

  private static func speaksOfFailure(_ line: String) -> Bool { FailureWords.stand(in: line) }

  /// A record that is nothing but the sentence, without level: a bare line of standard error. A status may
  /// stand before it.
  private func isOutermostText(_ line: String) -> Bool {
    guard record.level == nil, line.utf8.count <= 40 else { return false }
    return Self.statusAlone.matches(line)
  }

  private static let statusAlone = CompiledPattern.constant(#"^[ \t]*(?:[1-5]\d\d[ :\-]*)?$"#)

  private static let openQuote = CompiledPattern.constant(
    #"""
      (?:^|[A-Za-z0-9,]\s+)(?:"[^"]*|“[^”]*|'(?![A-Za-z]\b)[^']*(?<!\w))$|
      (?:^|[A-Za-z0-9,]\s+)"(?:[^"]*"[^"]*\s")*[^"]*$|
      \b(?i:prompt|title|subject|question|answer|topic|query)\s*[=:]\s*(?:"[^"]*|“[^”]*)$
      """#, [.extended])

  /// A line of a program that a traceback or a crash shows: what stands in it was not said.
  private static let sourceCode = CompiledPattern.constant(
    #"^\s+(?:\d+\s*\|\s*)?(?:raise|throw|return|await|if|elif|const|let|var|except|catch|new|yield)\b[^:]*$|^\s+(?:raise|throw)\s"#)

  /// Up to the end of the text: a name for errors and its value, or one for texts in a body of an error.
  private static let errorsValue = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9])["']?(?:[a-z]{2,16}(?-i:(?=E)))?(?:err(?:or)?s?|exception|cause|reason|details?|failure|err(?:or)?[_ ]?(?:message|msg|reason|description|text))\\*["']?\s*[:=]\s*
        (?:\[\s*)?(?:\\*"[^"\n]{0,400}|\\*'[^'\n]{0,400}|[^"'\n]{0,160})$
      | (?<![A-Za-z0-9])["']?(?:err(?:or)?|exception|cause|details?|body|response|\w{0,60}(?:Error|Exception))\\*["']?\s*[:=]?\s*[({\[]
        [^})\]]{0,300}?(?<![A-Za-z0-9])(?:message|msg|code|type|reason|status|detail|text)\\*["']?\s*[:=]\s*\\*["']?[^"'\n]{0,160}$
      """#, [.ignoresCase, .extended])

  private static let errorField = CompiledPattern.constant(
    #"(?i)(?:^|[._])(?:err(?:or)?s?|exception|exc_info|exc|cause|causes|reason|stack|stack_trace|stacktrace|detail|details|failure|failed_?reason|body|response|nativeError)(?:$|[._])"#
  )
  private static let speech = CompiledPattern.constant(
    #"(?i)(?:^|[._])(?:prompt|title|subject|question|answer|input|output|topic|query|content|text|name|task|description)$"#)
}
