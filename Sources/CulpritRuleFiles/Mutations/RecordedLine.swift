/// A line of the record of what patterns take: a pattern, a line, and whether it takes it.
///
/// Written as `+ id line` and `- id line`, with `\n`, `\t`, `\r` and `\\` for what would not stay on one line.
package struct RecordedLine: Hashable, Sendable {
  package var id: String
  package var line: String
  package var isTaken: Bool

  package init(id: String, line: String, isTaken: Bool) {
    self.id = id
    self.line = line
    self.isTaken = isTaken
  }

  /// Nil where the text is none.
  package init?(_ text: Substring) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "+" || parts[0] == "-" else { return nil }
    var (line, isEscaped) = ("", false)
    for letter in parts[2].unicodeScalars {
      if isEscaped {
        line.unicodeScalars.append(letter == "n" ? "\n" : letter == "t" ? "\t" : letter == "r" ? "\r" : letter)
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else {
        line.unicodeScalars.append(letter)
      }
    }
    self.init(id: String(parts[1]), line: line, isTaken: parts[0] == "+")
  }

  package var text: String {
    let escaped = line.unicodeScalars.reduce(into: "") { text, letter in
      switch letter {
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case "\\": text += "\\\\"
      default: text.unicodeScalars.append(letter)
      }
    }
    return "\(isTaken ? "+" : "-") \(id) \(escaped)"
  }
}
