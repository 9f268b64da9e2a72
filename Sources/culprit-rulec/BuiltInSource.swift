import CulpritRules

/// The Swift source that holds the built-in rules.
enum BuiltInSource {
  /// The text of the rules stands in one raw literal, line by line as it is encoded.
  static func text(of rules: RuleSet) -> String {
    let encoded = rules.encoded
    let fence = fence(around: encoded)
    return """
      // Written by culprit-rulec from Patterns/: change the rules there and run 'make rules'.

      import CulpritRules

      extension RuleSet {
        /// What `Patterns/` says, one rule a line; see `RuleText`.
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
