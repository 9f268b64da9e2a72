/// Measures, cleans and breaks text for a terminal.
package enum DisplayText {
  /// The text without anything that acts on a terminal or reorders what is read.
  ///
  /// Newlines and tabs become spaces; other controls, bidirectional overrides and invisible characters
  /// become U+FFFD, so that one sees that something stood there.
  package static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": clean.append(" ")
      case _ where isUnsafe(scalar): clean.append("\u{FFFD}")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// In columns: wide characters count as two.
  static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    // Wide and full-width ranges of Unicode's EastAsianWidth.txt, and emoji; coarse at the edges.
    switch first.value {
    case 0x300...0x36F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text in at most so many columns, with `…` where its end was cut.
  static func keepingStart(_ text: String, width limit: Int) -> String {
    guard width(text) > limit else { return text }
    return String(prefix(text[...], width: limit - 1)) + "…"
  }

  /// The text in at most so many columns, with `…` where its start was cut.
  static func keepingEnd(_ text: String, width limit: Int) -> String {
    guard width(text) > limit else { return text }
    var kept: [Character] = []
    var left = limit - 1
    for character in text.reversed() {
      left -= width(character)
      guard left >= 0 else { break }
      kept.append(character)
    }
    return "…" + String(kept.reversed())
  }

  /// Lines of at most so many columns, the first one of its own width; broken at blanks where possible.
  ///
  /// What goes beyond the limit of lines is cut, and `…` says so. At least one line.
  static func wrapped(_ text: String, widths: (first: Int, rest: Int), lines limit: Int) -> [String] {
    // One line more than is shown is enough to know that something was cut.
    let needed = String(text.prefix((limit + 1) * max(widths.first, widths.rest)))
    var rows = LineBreaker(widths: widths).rows(of: cleaned(needed))
    guard rows.count > limit else { return rows }
    rows.removeLast(rows.count - limit)
    let room = limit == 1 ? widths.first : widths.rest
    rows[limit - 1] = keepingStart(rows[limit - 1] + "…", width: room)
    return rows
  }

  /// The longest start in at most so many columns.
  static func prefix(_ text: Substring, width limit: Int) -> Substring {
    var left = limit
    return text.prefix { character in
      left -= width(character)
      return left >= 0
    }
  }
}
