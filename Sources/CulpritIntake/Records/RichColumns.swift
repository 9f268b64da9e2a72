import CulpritRegex

/// Rows of rich's log handler: a message wrapped between a left column of time and level and a right one
/// of places.
enum RichColumns {
  private static let place = CompiledPattern.constant(#"(?:^| {1,400})[\w.<>-]{1,80}:\d{1,6}$"#)

  /// The row without the place at its right edge.
  static func withoutPlace(_ row: String) -> String {
    let trimmed = row.trimmedEnd
    guard let match = place.firstMatch(in: trimmed), match.range.lowerBound > 0 || trimmed == match[0]
    else { return trimmed }
    return trimmed.slice(0..<match.range.lowerBound).trimmedEnd
  }

  /// A traceback printed into the message stands at the message's column: its rows keep what they are indented by
  /// beyond the first of them.
  static func dedent(_ lines: inout [Record.Line], from first: Int) {
    guard lines.indices.contains(first) else { return }
    let width = lines[first].text.utf8.prefix { $0.isBlank }.count
    for index in lines.indices.dropFirst(first) {
      let text = lines[index].text
      let blanks = min(width, text.utf8.prefix { $0.isBlank }.count)
      lines[index].text = String(Substring(text.utf8.dropFirst(blanks)))
    }
  }

  /// The message with its wrapped rows joined; a word that fills a row alone goes on without a blank.
  static func unfolded(_ rows: [String]) -> String {
    let texts = rows.map(\.trimmed)
    let width = texts.map(\.unicodeScalars.count).max() ?? 0
    return Panel.unfolded(texts.map { ($0, $0.unicodeScalars.count == width) })
  }
}

extension String {
  /// Without blanks and tabs at its end.
  var trimmedEnd: String {
    var bytes = utf8[...]
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
