/// Unfolds what rich and its likes draw in boxes.
enum Panel {
  /// The text of a row without its borders, and whether it fills the box to the right edge.
  static func content(of row: String) -> (text: String, isFull: Bool) {
    var scalars = Array(row.unicodeScalars)
    while let last = scalars.last, last == " " { scalars.removeLast() }
    let hasRight = scalars.last.map(isBorder) ?? false
    if hasRight { scalars.removeLast() }
    var start = 0
    while start < scalars.count, scalars[start] == " " { start += 1 }
    guard start < scalars.count, isBorder(scalars[start]) else { return (text(scalars[...]), false) }
    start += 1
    // Padding of rich and of crewAI is one or two blanks on each side.
    var end = scalars.count
    while end > start, scalars[end - 1] == " " { end -= 1 }
    let blanks = scalars.count - end
    return (text(scalars[start..<end]), hasRight && blanks <= 2)
  }

  /// Where a box begins or ends within a line, because two processes wrote at once: a UTF-8 offset; nil
  /// if none does.
  static func collision(in line: String) -> Int? {
    guard line.utf8.contains(0xE2) else { return nil }
    let bytes = Array(line.utf8)
    let start = bytes.firstIndex { !$0.isBlank } ?? 0
    // A row, closed at both ends, may hold a box of its own.
    let isRow = bytes[start...].starts(with: "│ ".utf8) && line.hasSuffix("│")
    guard !isRow else { return nil }
    for position in start..<max(start, bytes.count - 5) where bytes[position] == 0xE2 {
      let isTop = position > start && bytes[position...].starts(with: "╭─".utf8)
      if isTop { return position }
      let isEnd = bytes[position...].starts(with: "─╯".utf8)
      if isEnd, bytes[(position + 6)...].contains(where: { !$0.isBlank }) { return position + 6 }
    }
    return nil
  }

  /// Upper or lower border of a box.
  static func isBorder(_ row: String) -> Bool {
    row.unicodeScalars.first { $0 != " " }.map { "╭┌╔┏╰└╚┗".unicodeScalars.contains($0) } ?? false
  }

  /// A row of a box without its borders, an upper or lower border as nothing; other rows as they are.
  static func withoutBorders(_ row: String) -> String {
    guard let first = row.unicodeScalars.first(where: { $0 != " " }), first.value >= 0x2500,
      first.value < 0x2580
    else { return row }
    return isBorder(row) ? "" : content(of: row).text
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isBorder(_ scalar: Unicode.Scalar) -> Bool {
    "│┃║├┤╟╢┠┨".unicodeScalars.contains(scalar)
  }

  /// The body as running text: wrapped rows joined, empty rows as newlines.
  ///
  /// A newline and the blanks around it become one blank. A word longer than the box is broken at its
  /// edge and alone on its rows: a full row without a blank goes on without one.
  static func unfolded(_ rows: [(text: String, isFull: Bool)]) -> String {
    var paragraphs: [String] = []
    var current = ""
    var isBroken = false
    for row in rows {
      let words = row.text.trimmed
      guard !words.isEmpty else {
        if !current.isEmpty { paragraphs.append(current) }
        (current, isBroken) = ("", false)
        continue
      }
      current += current.isEmpty || isBroken ? words : " " + words
      isBroken = row.isFull && !words.contains(" ")
    }
    if !current.isEmpty { paragraphs.append(current) }
    return paragraphs.joined(separator: "\n")
  }
}
