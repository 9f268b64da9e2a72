/// A regex with one thing about it changed: a check that notices nothing does not hold the rest either.
struct RegexMutant: Hashable, Sendable {
  /// What was done, for a message: `without '\b'`.
  var change: String
  var regex: String
  /// Where in the regex, in bytes.
  var offset: Int
}

extension RegexMutant {
  /// Each assertion dropped, each branch dropped, one letter of each run of letters broken.
  ///
  /// Knows the common part of PCRE2's syntax; what it does not know it leaves as it is. O(n²) in the length.
  static func all(of regex: String) -> [RegexMutant] {
    var reader = RegexPieces(regex)
    reader.read()
    return reader.pieces.map { piece in
      let (head, tail) = (regex.unicodeScalars.prefix(piece.range.lowerBound), regex.unicodeScalars.dropFirst(piece.range.upperBound))
      let inside = String(String.UnicodeScalarView(
        regex.unicodeScalars.dropFirst(piece.range.lowerBound).prefix(piece.range.count)))
      let text = String(String.UnicodeScalarView(head)) + piece.replacement + String(String.UnicodeScalarView(tail))
      return RegexMutant(
        change: "\(piece.kind.words) '\(inside)'", regex: text,
        offset: String(String.UnicodeScalarView(head)).utf8.count)
    }
  }
}

/// The pieces of a regex that a mutant lacks, in order of their ends.
private struct RegexPieces {
  struct Piece {
    enum Kind {
      case assertion, branch, literal

      var words: String {
        switch self {
        case .assertion: "without the assertion"
        case .branch: "without the branch"
        case .literal: "with another letter for"
        }
      }
    }

    var kind: Kind
    /// In scalars.
    var range: Range<Int>
    var replacement = ""
  }

  /// A group that is open, or the whole.
  private struct Level {
    var start: Int
    /// Where each branch begins.
    var branches: [Int]
    var isLookaround: Bool
  }

  /// A letter that no example has where a wording stands.
  private static let strangeLetter = "\u{2603}"
  /// Shorter runs are parts of words with classes between them.
  private static let shortestRun = 3

  private let regex: [Unicode.Scalar]
  private var position = 0
  private var levels: [Level] = []
  private var runStart: Int?
  private(set) var pieces: [Piece] = []

  init(_ regex: String) {
    self.regex = Array(regex.unicodeScalars)
  }

  mutating func read() {
    levels = [Level(start: 0, branches: [0], isLookaround: false)]
    while position < regex.count { step() }
    endRun(at: position)
    endLevel(at: position)
  }

  private mutating func step() {
    let letter = regex[position]
    if letter.properties.isAlphabetic || letter == " " || letter == "_" {
      runStart = runStart ?? position
      position += 1
      return
    }
    endRun(at: position)
    switch letter {
    case "\\": escape()
    case "[": skipClass()
    case "(": open()
    case ")":
      endLevel(at: position)
      position += 1
    case "|":
      levels[levels.count - 1].branches.append(position + 1)
      position += 1
    case "^", "$":
      pieces.append(Piece(kind: .assertion, range: position..<(position + 1)))
      position += 1
    default: position += 1
    }
  }

  private mutating func escape() {
    let letter = position + 1 < regex.count ? regex[position + 1] : " "
    let end = min(position + 2, regex.count)
    if letter == "b" || letter == "B" { pieces.append(Piece(kind: .assertion, range: position..<end)) }
    position = end
    if letter == "x" || letter == "p" || letter == "P", position < regex.count, regex[position] == "{" { skip(past: "}") }
  }

  private mutating func skipClass() {
    position += 1
    if position < regex.count, regex[position] == "^" { position += 1 }
    if position < regex.count, regex[position] == "]" { position += 1 }
    while position < regex.count, regex[position] != "]" { position += regex[position] == "\\" ? 2 : 1 }
    position = min(position + 1, regex.count)
  }

  private mutating func open() {
    let start = position
    position += 1
    var isLookaround = false
    if position < regex.count, regex[position] == "?" {
      let head = String(String.UnicodeScalarView(regex[position..<min(position + 3, regex.count)]))
      isLookaround = ["?=", "?!", "?<=", "?<!"].contains { head.hasPrefix($0) }
      skipGroupHead(isLookaround: isLookaround, isLong: head.hasPrefix("?<=") || head.hasPrefix("?<!"))
    }
    guard position <= regex.count else { return }
    levels.append(Level(start: start, branches: [position], isLookaround: isLookaround))
  }

  private mutating func skipGroupHead(isLookaround: Bool, isLong: Bool) {
    if isLookaround {
      position = min(position + (isLong ? 3 : 2), regex.count)
    } else if position + 1 < regex.count, regex[position + 1] == "<" || regex[position + 1] == "P" {
      skip(past: ">")
    } else {
      // `(?:`, `(?i)`, `(?i:`: to the sign that ends the flags; a `)` is read as the end of an empty group.
      position += 1
      while position < regex.count, regex[position] != ":", regex[position] != ")" { position += 1 }
      if position < regex.count, regex[position] == ":" { position += 1 }
    }
  }

  private mutating func skip(past letter: Unicode.Scalar) {
    while position < regex.count, regex[position] != letter { position += 1 }
    position = min(position + 1, regex.count)
  }

  private mutating func endLevel(at end: Int) {
    guard let level = levels.popLast() else { return }
    if level.branches.count > 1 {
      let ends = level.branches.dropFirst().map { $0 - 1 } + [end]
      for (index, start) in level.branches.enumerated() {
        // The sign between two branches goes with the first of them, else with the last.
        let isLast = index == level.branches.count - 1
        let range = isLast ? (start - 1)..<ends[index] : start..<(ends[index] + 1)
        if !range.isEmpty { pieces.append(Piece(kind: .branch, range: range)) }
      }
    }
    if level.isLookaround { pieces.append(Piece(kind: .assertion, range: level.start..<min(end + 1, regex.count))) }
    if levels.isEmpty { levels = [Level(start: 0, branches: [0], isLookaround: false)] }
  }

  /// A letter in the middle of a run is broken; the last one may have a count of its own.
  private mutating func endRun(at end: Int) {
    guard let start = runStart else { return }
    runStart = nil
    guard end - start >= Self.shortestRun else { return }
    let middle = (start + end - 1) / 2
    pieces.append(Piece(kind: .literal, range: middle..<(middle + 1), replacement: Self.strangeLetter))
  }
}
