/// Texts of which every match of a regex holds at least one, found from the regex alone.
///
/// Reads the common part of PCRE2's syntax; where it meets something else (conditions, recursion, extended
/// mode) it finds nothing, and the rule file has to name its literals.
struct RequiredLiterals {
  /// Shorter ones stand in too many records to be worth a test.
  static let minimumLength = 4
  /// Of groups; rule files stay far below.
  private static let maximumDepth = 32

  private let regex: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  /// In lower case (ASCII), the set whose poorest member has the most letters and digits; nil where there is none.
  static func of(_ regex: String) -> [String]? {
    var reader = RequiredLiterals(regex: Array(regex.unicodeScalars))
    guard let piece = try? reader.alternatives(), reader.position == reader.regex.count else { return nil }
    return piece.required
  }

  private init(regex: [Unicode.Scalar]) {
    self.regex = regex
  }

  /// Syntax that this reader does not know.
  private struct Unknown: Error {}

  /// What is known of a part of the regex.
  private struct Piece {
    /// The part matches this text and nothing else.
    var exact: String?
    /// Every match of the part holds one of these.
    var required: [String]?
  }

  /// One item of a sequence, before its quantifier.
  private enum Atom {
    case literal(Unicode.Scalar)
    case group(Piece)
    /// Takes up no text: `^`, `\b`, a lookaround.
    case empty
    /// Some text that is not known.
    case unknownText
  }

  private enum Count {
    case once, atLeastOnce, maybeNever
  }

  // MARK: Sequences

  private mutating func alternatives() throws(Unknown) -> Piece {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw Unknown() }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    guard branches.count > 1 else { return branches[0] }
    var union: [String] = []
    for branch in branches {
      guard let required = branch.required else { return Piece() }
      for text in required where !union.contains(text) { union.append(text) }
    }
    return Piece(required: union)
  }

  private mutating func sequence() throws(Unknown) -> Piece {
    var sequence = SequenceLiterals()
    while position < regex.count, regex[position] != "|", regex[position] != ")" {
      let atom = try atom()
      let count = try quantifier()
      switch (atom, count) {
      case (.empty, _): break
      case (.literal(let letter), .once): sequence.extend(String(Self.folded(letter)))
      case (.literal(let letter), .atLeastOnce): sequence.end(with: Piece(exact: String(Self.folded(letter))))
      case (.group(let piece), .once) where piece.exact != nil: sequence.extend(piece.exact ?? "")
      case (.group(let piece), .once), (.group(let piece), .atLeastOnce): sequence.end(with: piece)
      default: sequence.end(with: Piece())
      }
    }
    return sequence.piece
  }

  /// The literals of a sequence, as its items come.
  private struct SequenceLiterals {
    /// What was read since something unknown stood there.
    private var run = ""
    /// Nothing unknown stood there so far.
    private var isExact = true
    private var best: [String]?

    mutating func extend(_ text: String) {
      run += text
    }

    /// The run ends with a part after which something unknown may follow.
    mutating func end(with part: Piece) {
      run += part.exact ?? ""
      if let required = part.required { consider(required) }
      consider([run])
      (run, isExact) = ("", false)
    }

    var piece: Piece {
      var copy = self
      copy.consider([run])
      return Piece(exact: isExact ? run : nil, required: copy.best)
    }

    private mutating func consider(_ texts: [String]) {
      guard let score = score(texts), score > best.flatMap({ self.score($0) }) ?? 0 else { return }
      best = texts
    }

    /// Letters and digits of the poorest text; nil where it is too poor to be worth a test.
    private func score(_ texts: [String]) -> Int? {
      let scores = texts.map { text in
        text.unicodeScalars.count < minimumLength ? 0 : text.unicodeScalars.count(where: Self.isTelling)
      }
      return scores.min().flatMap { $0 >= 3 ? $0 : nil }
    }

    private static func isTelling(_ letter: Unicode.Scalar) -> Bool {
      letter.properties.isAlphabetic || letter.properties.numericType != nil
    }
  }

  private static func folded(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(letter) ? Unicode.Scalar(UInt8(letter.value + 32)) : letter
  }

  // MARK: Items

  private mutating func atom() throws(Unknown) -> Atom {
    let letter = regex[position]
    position += 1
    switch letter {
    case "^", "$": return .empty
    case ".": return .unknownText
    case "\\": return try escape()
    case "[": return try characterClass()
    case "(": return try group()
    default: return .literal(letter)
    }
  }

  private mutating func quantifier() throws(Unknown) -> Count {
    guard position < regex.count else { return .once }
    let count: Count
    switch regex[position] {
    case "*", "?": (count, position) = (.maybeNever, position + 1)
    case "+": (count, position) = (.atLeastOnce, position + 1)
    case "{":
      guard let braces = bracedCount() else { return .once }
      count = braces
    default: return .once
    }
    // Lazy or possessive: the same text.
    if position < regex.count, regex[position] == "?" || regex[position] == "+" { position += 1 }
    return count
  }

  /// `{2}`, `{2,}`, `{2,5}`, `{,5}`; nil, and nothing taken, where the brace is a literal one.
  private mutating func bracedCount() -> Count? {
    var end = position + 1
    while end < regex.count, regex[end] != "}" { end += 1 }
    guard end < regex.count else { return nil }
    let inside = String(String.UnicodeScalarView(regex[(position + 1)..<end]))
    let bounds = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard !inside.isEmpty, bounds.count <= 2, inside != ",",
      bounds.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    position = end + 1
    return (Int(bounds[0]) ?? 0) == 0 ? .maybeNever : .atLeastOnce
  }

  private mutating func escape() throws(Unknown) -> Atom {
    guard position < regex.count else { throw Unknown() }
    let letter = regex[position]
    position += 1
    switch letter {
    case "b", "B", "A", "z", "Z", "G", "K": return .empty
    case "d", "D", "s", "S", "w", "W", "h", "H", "v", "V", "R", "N", "X": return .unknownText
    case "1"..."9": return .unknownText
    case "p", "P":
      if take("{") { try skip(past: "}") } else { position += 1 }
      return .unknownText
    case "n": return .literal("\n")
    case "t": return .literal("\t")
    case "r": return .literal("\r")
    case "e": return .literal("\u{1B}")
    case "x": return try hexadecimal()
    default:
      // A letter or digit that is not listed has a meaning of its own; all else stands for itself.
      guard !letter.properties.isAlphabetic, letter != "0" else { throw Unknown() }
      return .literal(letter)
    }
  }

  private mutating func hexadecimal() throws(Unknown) -> Atom {
    var digits = ""
    if take("{") {
      while position < regex.count, regex[position] != "}" {
        digits.unicodeScalars.append(regex[position])
        position += 1
      }
      guard take("}") else { throw Unknown() }
    } else {
      while digits.utf8.count < 2, position < regex.count, regex[position].properties.isASCIIHexDigit {
        digits.unicodeScalars.append(regex[position])
        position += 1
      }
    }
    guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { throw Unknown() }
    return .literal(scalar)
  }

  /// `[Ii]` is a literal, as case is folded; every other class is some text.
  private mutating func characterClass() throws(Unknown) -> Atom {
    var isSimple = !take("^")
    var members: Set<Unicode.Scalar> = []
    var isFirst = true
    while position < regex.count, isFirst || regex[position] != "]" {
      isFirst = false
      let letter = regex[position]
      position += 1
      if letter == "[", position < regex.count, regex[position] == ":" {
        try skip(past: "]")
        isSimple = false
      } else if letter == "\\" {
        guard case .literal(let escaped) = try escape() else {
          isSimple = false
          continue
        }
        members.insert(Self.folded(escaped))
      } else {
        if letter == "-" { isSimple = false }
        members.insert(Self.folded(letter))
      }
    }
    guard take("]") else { throw Unknown() }
    guard isSimple, members.count == 1, let only = members.first else { return .unknownText }
    return .literal(only)
  }

  private mutating func group() throws(Unknown) -> Atom {
    guard !take("*") else { throw Unknown() }
    var isLookaround = false
    if take("?") { isLookaround = try groupHead() }
    // A flag alone, `(?i)`, is a group without content.
    let piece = try alternatives()
    guard take(")") else { throw Unknown() }
    return isLookaround ? .empty : .group(piece)
  }

  /// What stands after `(?`; true for a lookaround.
  private mutating func groupHead() throws(Unknown) -> Bool {
    guard position < regex.count else { throw Unknown() }
    let letter = regex[position]
    position += 1
    switch letter {
    case ":", ">", "|": return false
    case "=", "!": return true
    case "<":
      if take("=") || take("!") { return true }
      try skip(past: ">")
      return false
    case "'":
      try skip(past: "'")
      return false
    case "P":
      guard take("<") else { throw Unknown() }
      try skip(past: ">")
      return false
    case "i", "m", "s", "-", "^":
      while position < regex.count, regex[position] != ":", regex[position] != ")" {
        guard regex[position] != "x" else { throw Unknown() }
        position += 1
      }
      _ = take(":")
      return false
    default: throw Unknown()
    }
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard position < regex.count, regex[position] == letter else { return false }
    position += 1
    return true
  }

  private mutating func skip(past letter: Unicode.Scalar) throws(Unknown) {
    while position < regex.count, regex[position] != letter { position += 1 }
    guard take(letter) else { throw Unknown() }
  }
}
