import CulpritRules
import CulpritIntake
import CulpritSignals

extension Options {
  /// Where the time of each record counts none may be counted without being read.
  var withoutShortcuts: Options {
    guard since != nil || until != nil else { return self }
    var options = self
    options.intake.countsRepeats = false
    return options
  }

  /// It tells a credential failure outside of the time that was asked for.
  func leavesOut(_ facts: RecordFacts) -> Bool {
    guard !facts.failures.isEmpty, let time = facts.origin.time?.nanoseconds else { return false }
    let isOutside = (since.map { time < $0.nanoseconds } ?? false) || (until.map { time > $0.nanoseconds } ?? false)
    return isOutside && facts.failures.contains { !SignalName.neighbours.contains($0.signal) }
  }

  /// What counts of a record's facts; nil where nothing does.
  func counted(_ facts: RecordFacts) -> RecordFacts? {
    guard since != nil || until != nil, let time = facts.origin.time?.nanoseconds else { return facts }
    if let until, time > until.nanoseconds { return nil }
    guard let since, time < since.nanoseconds else { return facts }
    var facts = facts
    facts.failures = []
    facts.bareChain = nil
    facts.requests = []
    facts.work = nil
    return facts
  }
}
