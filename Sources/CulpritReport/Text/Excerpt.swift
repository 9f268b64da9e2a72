/// The part of a long line that proves something, with `…` where the line goes on before or behind it.
struct Excerpt {
  /// Columns that are kept before what decides.
  private static let before = 24
  private let line: String
  private let signs: [String]

  /// `signs`: what decides; the first that stands in the line counts, in whatever case.
  init(of line: String, around signs: [String]) {
    self.line = line
    self.signs = signs
  }

  /// The whole line where it fits; else from shortly before what decides, if that would be cut off. The end is
  /// for the caller to cut.
  func text(width: Int, lines: Int) -> String {
    let room = width * lines
    guard DisplayText.width(String(line.prefix(room + 1))) > room else { return line }
    // In lower case the offsets stay the same only where no character changes its length.
    let folded = line.lowercased()
    let searched = folded.count == line.count ? folded : line
    for sign in signs {
      guard let found = searched.firstRange(of: searched == line ? sign : sign.lowercased()) else { continue }
      let offset = searched.distance(from: searched.startIndex, to: found.lowerBound)
      guard offset + sign.count > room - 12 else { return line }
      return "…" + line[start(before: line.index(line.startIndex, offsetBy: offset))...]
    }
    return line
  }

  /// At the beginning of a word, where one begins near.
  private func start(before index: String.Index) -> String.Index {
    let earliest = line.index(index, offsetBy: -Self.before, limitedBy: line.startIndex) ?? line.startIndex
    guard let blank = line[earliest..<index].firstIndex(of: " ") else { return earliest }
    return line.index(after: blank)
  }
}
