package import CulpritDiagnosis
public import CulpritReport

extension Analyzer {
  /// Says what time it is, for a stream that may pause: what was fed before belongs to earlier times.
  public mutating func advance(to now: Moment) {
    clock.advance(to: now)
  }

  /// What has changed since the last call: incidents that opened, changed, recovered or were none.
  ///
  /// With `advance(to:)` a failure is told as soon as another record follows it; else when the stream has
  /// paused for 150 ms, and after 750 ms even where it has not: records that are open then are looked at as
  /// they are, and go on. An incident without a new failure for 15 minutes is closed. Without `advance(to:)`
  /// only closed records count. Costs next to nothing while nothing is due, a diagnosis where facts have
  /// changed.
  public mutating func events() -> [Event] {
    guard let occasion = clock.occasion else { return told.closeQuiet(at: clock.now) }
    clock.noteLook(occasion)
    return events(of: occasion == .closedRecords ? withOpenFacts() : finished())
  }

  /// Closes every source and gives the last events.
  public mutating func finish() -> [Event] {
    closeAll()
    clock.noteLook(.openRecords)
    return events(of: self)
  }

  /// Those that the last events speak of.
  package var toldProcesses: [ProcessSummary] { told.processes }

  private mutating func events(of look: Analyzer) -> [Event] {
    let ledgers = look.deployments.mapValues(\.ledger)
    // Where nothing failed, and nothing was told, there is nothing to tell.
    let hasReason = !told.open.isEmpty || ledgers.values.contains(where: \.hasReason)
    guard hasReason, told.ledgers != ledgers else { return told.closeQuiet(at: clock.now) }
    let diagnoses = look.diagnoses()
    return told.update(
      with: diagnoses.flatMap(\.incidents), diagnoses.flatMap(\.processes), of: ledgers, at: clock.now)
  }
}
