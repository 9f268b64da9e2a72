package import CulpritRegex
package import CulpritRules

/// Runs the patterns whose literals occur in a text; each is compiled when it is first needed.
package struct PatternMatcher: Sendable {
  package struct Found: Sendable {
    package var pattern: Pattern
    package var match: Match
    /// Of the pattern's groups and its fixed values.
    package var values: [String: String]
  }

  private let patterns: [Pattern]
  private let index: LiteralIndex
  private var compiled: [Int: CompiledPattern] = [:]

  package init(patterns: [Pattern]) {
    self.patterns = patterns
    index = LiteralIndex(patterns: patterns)
  }

  /// In the order of the patterns; of each pattern the first match.
  package mutating func matches(in text: String) -> [Found] {
    index.candidates(in: text).compactMap { number in
      guard let regex = regex(number), let match = regex.firstMatch(in: text) else { return nil }
      let pattern = patterns[number]
      return Found(pattern: pattern, match: match, values: pattern.values.merging(match.values) { $1 })
    }
  }

  private mutating func regex(_ number: Int) -> CompiledPattern? {
    if let known = compiled[number] { return known }
    // Rules are checked when they are loaded: one that does not compile was refused there.
    guard let regex = try? CompiledPattern(patterns[number].regex, options: .ofWordings) else { return nil }
    compiled[number] = regex
    return regex
  }
}
