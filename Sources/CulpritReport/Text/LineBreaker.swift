/// Breaks text into lines at blanks, and words only where a line does not hold them.
struct LineBreaker {
  /// Columns of the first line and of all others.
  let widths: (first: Int, rest: Int)
  private var rows: [String] = []
  private var row = ""
  private var rowWidth = 0

  init(widths: (first: Int, rest: Int)) {
    self.widths = widths
  }

  private var limit: Int { max(2, rows.isEmpty ? widths.first : widths.rest) }

  /// At least one; the only one may be empty.
  consuming func rows(of text: String) -> [String] {
    var held: Substring = ""
    for word in text.split(separator: " ") {
      // `pid 4312` is read as one word, and breaks as one.
      if held.isEmpty, word.hasSuffix("pid"), word.utf8.count < 16 {
        held = word
        continue
      }
      add(held.isEmpty ? word : held + " " + word)
      held = ""
    }
    if !held.isEmpty { add(held) }
    if !row.isEmpty || rows.isEmpty { rows.append(row) }
    return rows
  }

  private mutating func add(_ word: Substring) {
    var word = word
    var width = DisplayText.width(String(word))
    while rowWidth + width + (row.isEmpty ? 0 : 1) > limit {
      // A word is broken only where even a whole line does not hold it.
      if width > max(limit, widths.rest), limit - rowWidth > limit / 2 {
        if !row.isEmpty { append(" ") }
        let piece = DisplayText.prefix(word, width: limit - rowWidth)
        append(piece)
        word = word.dropFirst(piece.count)
        width -= DisplayText.width(String(piece))
      }
      endRow()
    }
    if !row.isEmpty { append(" ") }
    append(word)
  }

  private mutating func append(_ piece: Substring) {
    row += piece
    rowWidth += DisplayText.width(String(piece))
  }

  private mutating func endRow() {
    rows.append(row)
    row = ""
    rowWidth = 0
  }
}
