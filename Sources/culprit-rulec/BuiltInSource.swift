import CulpritRules

/// The Swift sources that hold the built-in rules and their notes.
enum BuiltInSource {
  static func text(of rules: RuleSet) -> String {
    text(of: rules.encoded, in: "RuleSet", saying: "What `Patterns/` says, one rule a line; see `RuleText`.")
  }

  static func text(of notes: RuleNotes) -> String {
    text(of: notes.encoded, in: "RuleNotes", saying: "What `Patterns/` says to people, one note a line.")
  }

  /// The text stands in one raw literal, line by line as it is encoded.
  private static func text(of encoded: String, in type: String, saying comment: String) -> String {
    let fence = fence(around: encoded)
    return """
      // Written by culprit-rulec from Patterns/: change the rules there and run 'make rules'.

      import CulpritRules

      extension \(type) {
        /// \(comment)
        static let builtInText: String = \(fence)\"\"\"

      """
      + encoded + "\"\"\"\(fence)\n}\n"
  }

  /// As many `#` as it takes for no quote or backslash of the text to end the literal or to escape.
  private static func fence(around text: String) -> String {
    var longest = 0
    var run: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): run = 0
      case UInt8(ascii: "#"):
        run = run.map { $0 + 1 }
        longest = max(longest, run ?? 0)
      default: run = nil
      }
    }
    return String(repeating: "#", count: longest + 1)
  }
}
