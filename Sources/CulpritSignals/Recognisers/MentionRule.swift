package import CulpritIntake
import CulpritRegex

/// Tells a statement from a mention: the same sentence in a prompt, a title or an answer states nothing.
package struct MentionRule: Sendable {
  private let record: Record
  private let text: String
  private let heads: [String]

  /// `chains`: of the record; what stands in the text of their links is a statement.
  package init(record: Record, text: String, chains: [ParsedChain]) {
    self.record = record
    self.text = text
    heads = chains.flatMap(\.links).flatMap { [$0.message, $0.qualifiedType] + Array($0.properties.values) }.filter { !$0.isEmpty }
  }

  /// Whether what stands at `range` (UTF-8 offsets in the text) is said, not quoted.
  package func isStatement(_ range: Range<Int>) -> Bool {
    if let title = record.panelTitle { return FailureWords.stand(in: title) }
    let wording = text.slice(range)
    if heads.contains(where: { $0.containsBytes(wording) }) { return true }
    if let name = fieldName(of: range) { return Self.errorField.matches(name) || isSevere && !Self.speech.matches(name) }
    let line = beginning(of: range.lowerBound)
    if isInOpenQuote(line) || Self.sourceCode.matches(line) { return false }
    return isSevere || Self.speaksOfFailure(Self.narration(line)) || isOutermostText(line)
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

  private var isSevere: Bool { record.level.map { $0 >= .warning } ?? false }

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

  /// A quote that opens behind a word and a blank quotes somebody; behind `(`, `:` or `{` it is a value's.
  /// Behind the name of an error stands its message.
  private func isInOpenQuote(_ line: String) -> Bool {
    Self.openQuote.matches(line) && !Self.errorsMessage.matches(line)
  }

  private static let errorsMessage = CompiledPattern.constant(#"[a-z](?:Error|Exception)\s+["'][^"']*$"#)

  private static func speaksOfFailure(_ line: String) -> Bool { FailureWords.stand(in: line) }

  /// A record that is nothing but the sentence, without level: a bare line of standard error.
  private func isOutermostText(_ line: String) -> Bool {
    record.level == nil && line.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private static let openQuote = CompiledPattern.constant(
    #"""
      (?:^|[A-Za-z0-9,]\s+)(?:"[^"]*|“[^”]*|'(?![A-Za-z]\b)[^']*(?<!\w))$|
      (?:^|[A-Za-z0-9,]\s+)"(?:[^"]*"[^"]*\s")*[^"]*$|
      \b(?i:prompt|title|subject|question|answer|topic|query)\s*[=:]\s*(?:"[^"]*|“[^”]*)$
      """#, [.extended])

  /// A line of a program that a traceback or a crash shows: what stands in it was not said.
  private static let sourceCode = CompiledPattern.constant(
    #"^\s+(?:\d+\s*\|\s*)?(?:raise|throw|return|await|if|elif|const|let|var|except|catch|new|yield)\b[^:]*$|^\s+(?:raise|throw)\s"#)

  private static let errorField = CompiledPattern.constant(
    #"(?i)(?:^|[._])(?:err(?:or)?s?|exception|exc_info|exc|cause|causes|reason|stack|stack_trace|stacktrace|detail|details|failure|failed_?reason|body|response|nativeError)(?:$|[._])"#
  )
  private static let speech = CompiledPattern.constant(
    #"(?i)(?:^|[._])(?:prompt|title|subject|question|answer|input|output|topic|query|content|text|name|task|description)$"#)
}
