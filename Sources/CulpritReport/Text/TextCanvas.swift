/// What a piece of text means to its reader; a colour where colours are wanted.
enum Tone {
  case plain, strong, faint, alarm, caution, good

  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .alarm: "1;31"
    case .caution: "1;33"
    case .good: "32"
    }
  }
}

/// A piece of one line, cleaned of all that acts on a terminal.
struct Fragment {
  let text: String
  let tone: Tone

  init(_ text: String, _ tone: Tone = .plain) {
    self.text = DisplayText.cleaned(text)
    self.tone = tone
  }

  var width: Int { DisplayText.width(text) }
}

/// The lines of a report as they are written; the only place where escape sequences are made.
struct TextCanvas {
  private(set) var text = ""
  let width: Int
  private let colour: TextStyle.Colour

  init(style: TextStyle) {
    width = max(60, style.width)
    colour = style.colour
  }

  /// The last line is a rule: what follows needs no empty line.
  private var isBelowRule = false

  /// An empty line, but never two of them, and none at the top or below a rule.
  mutating func gap() {
    if !text.isEmpty, !text.hasSuffix("\n\n"), !isBelowRule { text += "\n" }
  }

  /// A line across the page, below an empty one.
  mutating func rule() {
    gap()
    line(Fragment(String(repeating: "─", count: width), .faint))
    isBelowRule = true
  }

  mutating func line(_ fragments: Fragment...) {
    line(fragments)
  }

  mutating func line(_ fragments: [Fragment]) {
    var fragments = fragments
    // No blanks at the end of a line.
    while let last = fragments.last, last.text.allSatisfy({ $0 == " " }) { fragments.removeLast() }
    for (index, fragment) in fragments.enumerated() {
      let isLast = index == fragments.count - 1
      text += painted(isLast ? Fragment(trimmedEnd(fragment.text), fragment.tone) : fragment)
    }
    text += "\n"
    isBelowRule = false
  }

  /// A line with something at its right edge; on a line of its own where both do not fit.
  mutating func line(_ left: [Fragment], right: [Fragment]) {
    var right = right
    for index in right.indices.dropLast().reversed() { right.insert(Fragment("  "), at: index + 1) }
    let used = (left + right).reduce(0) { $0 + $1.width }
    let space = Fragment(String(repeating: " ", count: max(0, width - used)))
    if right.isEmpty || space.width >= 2 {
      line(left + [space] + right)
    } else {
      line(left)
      let rightWidth = right.reduce(0) { $0 + $1.width }
      line([Fragment(String(repeating: " ", count: max(0, width - rightWidth)))] + right)
    }
  }

  /// Text over several lines, behind a label and at its indentation; `…` where lines were cut off.
  mutating func paragraph(
    _ content: String, label: [Fragment] = [], tone: Tone = .plain, lines limit: Int = 40
  ) {
    let indentation = label.reduce(0) { $0 + $1.width }
    let margin = [Fragment(String(repeating: " ", count: indentation))]
    let room = width - indentation
    let rows = DisplayText.wrapped(content, widths: (room, room), lines: limit)
    for (index, row) in rows.enumerated() {
      line((index == 0 ? label : margin) + [Fragment(row, tone)])
    }
  }

  private func painted(_ fragment: Fragment) -> String {
    guard colour == .terminal, let code = fragment.tone.code, !fragment.text.isEmpty else { return fragment.text }
    return "\u{1B}[\(code)m\(fragment.text)\u{1B}[0m"
  }

  private func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
