import CulpritRegex

/// Lines made up from a regex: one for each of its branches, and one that breaks each of its assertions.
///
/// They are no wordings of anybody, only a record of what a regex takes: who changes it sees which of them it
/// takes no longer. Knows the common part of PCRE2's syntax; of what it does not know it makes nothing.
struct RegexSamples {
  /// Of groups; rule files stay far below.
  private static let maximumDepth = 32
  /// Of one regex: a list of names has some dozens.
  private static let maximumCount = 2_000

  private let regex: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  /// What lookaheads want somewhere behind: put at the end of a line.
  private var wantedBehind = ""

  /// What may be left out is left out.
  private let isShort: Bool

  /// Never empty lines; whether the regex takes each is for the caller to see.
  static func lines(of regex: String) -> [String] {
    [false, true].flatMap { isShort -> [String] in
      var reader = RegexSamples(regex: Array(regex.unicodeScalars), isShort: isShort)
      guard let texts = try? reader.alternatives(), reader.position == reader.regex.count else { return [] }
      let tail = reader.wantedBehind
      return texts.flatMap { tail.isEmpty ? [$0] : [$0, $0 + tail, $0 + " " + tail] }.filter { !$0.isEmpty }
    }
  }

  private init(regex: [Unicode.Scalar], isShort: Bool) {
    self.regex = regex
    self.isShort = isShort
  }

  /// A part of a sequence.
  private struct Item {
    /// The usual one first.
    var texts: [String]
    /// Says what must or must not stand behind it, and takes up nothing.
    var looksAhead = false
  }

  private struct Unknown: Error {}

  // MARK: Sequences

  /// Texts of all branches, one after another.
  private mutating func alternatives() throws(Unknown) -> [String] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw Unknown() }
    var texts = try sequence()
    while take("|") { texts += try sequence() }
    return Array(texts.prefix(Self.maximumCount))
  }

  /// The first text is made of the first texts of all items; each other one differs from it in one item.
  private mutating func sequence() throws(Unknown) -> [String] {
    var items: [Item] = []
    while position < regex.count, regex[position] != "|", regex[position] != ")" {
      let looksAhead = position + 2 < regex.count && regex[position...(position + 1)] == ["(", "?"] && regex[position + 2] == "!"
      let texts = try item()
      items.append(Item(texts: try repeated(texts), looksAhead: looksAhead))
    }
    let usual = items.map { $0.texts.first ?? "" }
    var lines = [usual.joined()]
    for (index, item) in items.enumerated() {
      let head = usual[..<index].joined()
      // What must not stand there stands in the place of what usually does.
      let ends = item.looksAhead ? (1...4).map { min(index + $0, items.count) } : [index + 1]
      for text in item.texts.dropFirst() {
        for end in ends where lines.count < Self.maximumCount { lines.append(head + text + usual[end...].joined()) }
      }
    }
    return lines
  }

  private mutating func repeated(_ texts: [String]) throws(Unknown) -> [String] {
    guard position < regex.count else { return texts }
    var least = 1
    switch regex[position] {
    case "*", "?": (least, position) = (0, position + 1)
    case "+": position += 1
    case "{":
      guard let bounds = braces() else { return texts }
      least = bounds
    default: return texts
    }
    if !take("?") { _ = take("+") }
    guard least > 0 else { return isShort ? [""] + texts : texts + [""] }
    return texts.map { String(repeating: $0, count: min(least, 400)) }
  }

  /// The lower bound of `{2,5}`; nil, and nothing taken, where the brace is a literal one.
  private mutating func braces() -> Int? {
    guard let end = regex[position...].firstIndex(of: "}") else { return nil }
    let inside = String(String.UnicodeScalarView(regex[(position + 1)..<end]))
    guard !inside.isEmpty, inside.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }) else {
      return nil
    }
    position = end + 1
    return Int(inside.prefix { $0 != "," }) ?? 0
  }

  // MARK: Items

  private mutating func item() throws(Unknown) -> [String] {
    let letter = regex[position]
    position += 1
    switch letter {
    // Within a regex it stands behind a line.
    case "^": return position == 1 ? ["", "x "] : ["\n", "", "x "]
    case "$": return ["", " x"]
    case ".": return [" "]
    case "\\": return try escape()
    case "[": return try characterClass()
    case "(": return try group()
    default: return [String(letter)]
    }
  }

  private mutating func escape() throws(Unknown) -> [String] {
    guard position < regex.count else { throw Unknown() }
    let letter = regex[position]
    position += 1
    switch letter {
    case "b": return ["", "x", " "]
    case "B": return ["", " "]
    case "d": return ["4"]
    case "s", "h", "W": return [" "]
    case "S", "w", "D", "N": return ["a"]
    case "n", "R", "v": return ["\n"]
    case "t": return ["\t"]
    case "r": return ["\r"]
    case "x": return [try hexadecimal()]
    default:
      guard !letter.properties.isAlphabetic, letter.properties.numericType == nil else { throw Unknown() }
      return [String(letter)]
    }
  }

  private mutating func hexadecimal() throws(Unknown) -> String {
    guard take("{"), let end = regex[position...].firstIndex(of: "}"),
      let scalar = UInt32(String(String.UnicodeScalarView(regex[position..<end])), radix: 16).flatMap(Unicode.Scalar.init)
    else { throw Unknown() }
    position = end + 1
    return String(scalar)
  }

  private static let candidates = [" ", "a", "4", "A", "-", "_", ".", ":", "/", "\"", "'", "\n", "k", "x", "=", "(", "[", "{", "<", "*", ",", ";"]

  private mutating func characterClass() throws(Unknown) -> [String] {
    let start = position - 1
    _ = take("^")
    _ = take("]")
    while position < regex.count, regex[position] != "]" { position += regex[position] == "\\" ? 2 : 1 }
    guard take("]") else { throw Unknown() }
    let text = String(String.UnicodeScalarView(regex[start..<position]))
    guard let whole = try? CompiledPattern(text) else { throw Unknown() }
    if let known = Self.candidates.first(where: whole.matches) { return [known] }
    let inside = regex[start..<position].map { String($0) }
    guard let own = inside.first(where: whole.matches) else { throw Unknown() }
    return [own]
  }

  private mutating func group() throws(Unknown) -> [String] {
    guard take("?") else { return try closed(alternatives()) }
    guard position < regex.count else { throw Unknown() }
    let letter = regex[position]
    position += 1
    switch letter {
    case ":", ">": return try closed(alternatives())
    case "=":
      let texts = try closed(alternatives())
      wantedBehind += texts.first ?? ""
      return [""]
    case "!": return [""] + (try closed(alternatives()))
    case "<":
      if take("=") { return try closed(alternatives()) }
      if take("!") { return [""] + (try closed(alternatives())) }
      return try named()
    case "P":
      guard take("<") else { throw Unknown() }
      return try named()
    case "i", "m", "s", "-":
      while position < regex.count, regex[position] != ":", regex[position] != ")" { position += 1 }
      return take(":") ? try closed(alternatives()) : try closed([""])
    default: throw Unknown()
    }
  }

  private mutating func named() throws(Unknown) -> [String] {
    while position < regex.count, regex[position] != ">" { position += 1 }
    guard take(">") else { throw Unknown() }
    return try closed(alternatives())
  }

  private mutating func closed(_ texts: [String]) throws(Unknown) -> [String] {
    guard take(")") else { throw Unknown() }
    return texts
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard position < regex.count, regex[position] == letter else { return false }
    position += 1
    return true
  }
}
