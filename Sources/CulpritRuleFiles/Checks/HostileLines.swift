import CulpritRegex
import CulpritRules

/// Lines that an attacker would write against a pattern: long, and almost matched many times over.
enum HostileLines {
  /// As long as a stretch around an anchor.
  static let length = 64 * 1024
  /// A regex with bounded repeats (`.{0,500}` after a literal of 16 letters) stays below; one that walks the
  /// whole line from each start needs thousands.
  static let stepsForEachByte = 64

  /// In words: a line on which the pattern is too slow, or nil.
  static func slowLine(for pattern: Pattern, examples: [String]) -> String? {
    guard let counter = try? StepCounter(pattern.regex, options: .ofWordings) else { return nil }
    let limit = length * stepsForEachByte
    return lines(for: pattern, examples: examples).first { line in
      counter.steps(on: line.text, limit: limit) >= limit
    }?.name
  }

  private static func lines(for pattern: Pattern, examples: [String]) -> [(name: String, text: String)] {
    let example = examples.first ?? ""
    let literal = pattern.literals.first ?? ""
    let start = String(example.prefix(example.count / 2))
    var lines = [
      ("the same literal again and again", repeated(literal + " ")),
      ("the first half of its example, again and again", repeated(start + " ")),
      ("its example without the last letter, again and again", repeated(String(example.dropLast()) + " ")),
    ]
    for (name, filling) in [("letters", "a"), ("blanks", " "), ("digits", "1"), ("quotes", "\"")] {
      lines.append(("\(name) after the start of its example", start + repeated(filling)))
      lines.append(("\(name) before the literal '\(literal)'", repeated(filling) + literal))
    }
    return lines
  }

  private static func repeated(_ text: String) -> String {
    text.isEmpty ? "" : String(repeating: text, count: max(1, length / text.utf8.count))
  }
}
