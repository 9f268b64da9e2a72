package import CulpritIntake
import CulpritRegex
package import CulpritRules

/// Counts what the patterns of rules do on records: which run, which match, how long each takes.
///
/// For those who write rules. A run of Culprit itself counts nothing of this.
package struct PatternMeter: Sendable {
  /// What became of one pattern.
  package struct Use: Hashable, Sendable {
    /// Records in which one of its literals stands, so that its regex ran.
    package var runs = 0
    package var matches = 0
    /// Of its regex, in the unit of the clock; making it is not counted.
    package var time: Int64 = 0
  }

  private let patterns: [Pattern]
  private let index: LiteralIndex
  private var compiled: [Int: CompiledPattern] = [:]
  /// In the order of the patterns.
  package private(set) var uses: [Use]

  package init(patterns: [Pattern]) {
    self.patterns = patterns
    index = LiteralIndex(patterns: patterns)
    uses = Array(repeating: Use(), count: patterns.count)
  }

  /// Runs on a record what `SignalExtractor` runs on it.
  package mutating func measure(_ record: Record, by clock: () -> Int64) {
    let text = RecordText(record).text
    for number in index.candidates(in: text) {
      guard let regex = regex(number) else { continue }
      let start = clock()
      let hasMatched = regex.firstMatch(in: text) != nil
      uses[number].time += clock() - start
      uses[number].runs += 1
      uses[number].matches += hasMatched ? 1 : 0
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
