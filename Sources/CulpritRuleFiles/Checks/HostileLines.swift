import CulpritRegex

/// Lines that an attacker would write against a regex: long, and almost matched many times over.
enum HostileLines {
  /// Far longer than any bounded repeat, so that what is slow on a line of a megabyte is slow here, for each byte.
  static let length = 16 * 1024
  /// A regex with bounded repeats (`.{0,500}` after a literal of 16 letters) stays below; one that walks the
  /// whole line from each start needs thousands.
  static let stepsForEachByte = 64

  /// In words: a line on which the regex is too slow, or nil.
  ///
  /// - Parameters:
  ///   - examples: lines that it matches; their beginnings get it going.
  ///   - literals: texts without which it is not tried at all.
  static func slowLine(
    for regex: String, options: CompiledPattern.Options, examples: [String], literals: [String]
  ) -> String? {
    guard let counter = try? StepCounter(regex, options: options) else { return nil }
    let limit = length * stepsForEachByte
    return lines(examples: examples, literals: literals).first { line in
      counter.steps(on: line.text + everyLetter, limit: limit) >= limit
    }?.name
  }

  static func message(_ line: String) -> String {
    "this regex takes more than \(stepsForEachByte) steps a byte on a long line of \(line); "
      + "bound its repeats, as in '.{0,200}' or '[^\"]{0,200}'"
  }

  /// PCRE2 looks ahead for the last letter that a match must have, and an attacker would give it that.
  private static let everyLetter = "\n" + String(decoding: (0x20...0x7E).map { UInt8($0) }, as: UTF8.self)

  private static func lines(examples: [String], literals: [String]) -> [(name: String, text: String)] {
    let example = examples.first ?? ""
    let start = String(example.prefix(example.count / 2))
    var lines: [(name: String, text: String)] = [
      ("the first half of its example, again and again", repeated(start + " ")),
      ("its example without the last letter, again and again", repeated(String(example.dropLast()) + " ")),
    ]
    if let literal = literals.first {
      lines.append(("the literal '\(literal)', again and again", repeated(literal + " ")))
    }
    for (name, filled) in fillings {
      lines.append((name, filled))
      if !start.isEmpty { lines.append(("\(name) after the first half of its example", start + filled)) }
    }
    return lines
  }

  private static let fillings: [(name: String, text: String)] = [
    ("letters", repeated("a")), ("blanks", repeated(" ")), ("digits", repeated("1")),
    ("quotes", repeated("\"")),
    ("words", repeated("a.")),
  ]

  private static func repeated(_ text: String) -> String {
    text.isEmpty ? "" : String(repeating: text, count: max(1, length / text.utf8.count))
  }
}
