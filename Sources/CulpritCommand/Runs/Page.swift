/// A page for people: headings at the left, texts beside them, wrapped at a width.
struct Page {
  /// In columns; texts get what the headings leave, 24 at least.
  let width: Int
  private(set) var text = ""
  private static let margin = 12

  init(width: Int) {
    self.width = width
  }

  /// What the page is about, and of which kind that is.
  mutating func title(_ name: String, _ kind: String) {
    let gap = max(2, width - name.count - kind.count)
    text += name + String(repeating: " ", count: gap) + kind + "\n"
  }

  /// Nothing where there is no text.
  mutating func row(_ heading: String, _ texts: [String]) {
    for (index, item) in texts.enumerated() {
      for (number, line) in lines(of: item).enumerated() {
        let head = index == 0 && number == 0 ? heading : ""
        let indent = number > 0 && texts.count > 1 ? "  " : ""
        text += head + String(repeating: " ", count: max(1, Self.margin - head.count)) + indent + line + "\n"
      }
    }
  }

  mutating func row(_ heading: String, _ line: String?) {
    if let line { row(heading, [line]) }
  }

  mutating func gap() {
    text += "\n"
  }

  /// As it is, line by line.
  mutating func code(_ heading: String, _ code: String) {
    for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let head = index == 0 ? heading : ""
      text += head + String(repeating: " ", count: max(1, Self.margin - head.count)) + line + "\n"
    }
  }

  /// Broken at blanks; a word that is longer than a line is broken anywhere.
  private func lines(of item: String) -> [String] {
    let room = max(24, width - Self.margin - 2)
    var lines: [String] = []
    var line = ""
    for word in item.split(whereSeparator: \.isWhitespace) {
      var word = String(word)
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= room {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
      while line.count > room {
        lines.append(String(line.prefix(room)))
        word = String(line.dropFirst(room))
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
