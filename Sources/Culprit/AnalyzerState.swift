package import CulpritDiagnosis
import CulpritIntake
import CulpritReport
import CulpritSignals

/// What an analyzer knows but for its open sources: enough to go on after the program was ended, where those
/// are fed again from the start of their open parts.
package struct AnalyzerState: Sendable {
  package var facts: DeploymentFacts
  package var skipped: [Report.Skipped]
  /// What a reader knows, so that nothing is told twice.
  package var told: [Incident]

  /// Entries of what could not be read that are kept; a log that loses files every minute is told of once.
  static let skippedLimit = 256
}

extension Analyzer {
  package var state: AnalyzerState {
    AnalyzerState(
      facts: settledFacts, skipped: Array(skipped.suffix(AnalyzerState.skippedLimit)), told: told.open)
  }

  /// Goes on where another one was; this one must be new.
  package mutating func restore(_ state: AnalyzerState) {
    settledFacts = state.facts
    for entry in state.skipped { skip(entry) }
    told = ToldIncidents(continuing: state.told)
  }

  /// Those that were told and are not closed.
  package var toldIncidents: [Incident] { told.open }
}

extension AnalyzerState: Stored {
  package func write(to state: inout StateWriter) { state.write(facts, skipped, told) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(facts: try state.read(), skipped: try state.read(), told: try state.read())
  }
}

extension DeploymentFacts: Stored {
  package func write(to state: inout StateWriter) { state.write(ledger, lineNumbers, coverage, failuresOutside) }
  package init(from state: inout StateReader) throws(StateDamage) {
    let ledger: Ledger = try state.read()
    let lineNumbers: LineNumbers = try state.read()
    self.init(cellSize: lineNumbers.cellSize)
    self.ledger = ledger
    self.lineNumbers = lineNumbers
    coverage = try state.read()
    failuresOutside = try state.read()
  }
}

extension SourceCoverage: Stored {
  package func write(to state: inout StateWriter) {
    state.write(bytes, lines, framed, newlines, records, formats, cutRecords, longLines)
  }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init()
    bytes = try state.read()
    lines = try state.read()
    framed = try state.read()
    newlines = try state.read()
    records = try state.read()
    formats = try state.read()
    cutRecords = try state.read()
    longLines = try state.read()
  }
}

extension Report.Skipped.Reason: Stored {}

extension Report.Skipped: Stored {
  package func write(to state: inout StateWriter) { state.write(source, offset, bytes, reason, detail) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(
      source: try state.read(), offset: try state.read(), bytes: try state.read(), reason: try state.read(),
      detail: try state.read())
  }
}

extension Incident.Cause: Stored {}

extension Incident.Member: Stored {
  package func write(to state: inout StateWriter) { state.write(id, count, pid, service, name, entrypoint) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(id: try state.read(), count: try state.read())
    pid = try state.read()
    service = try state.read()
    name = try state.read()
    entrypoint = try state.read()
  }
}

/// What it takes to tell a change from what was told; evidence and chain come with the next look.
extension Incident: Stored {
  package func write(to state: inout StateWriter) {
    state.write(
      id, cause, confidence, count, deployment, subcause, provider, variable, status, recovered, processes,
      explanation)
  }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(
      id: try state.read(), cause: try state.read(), confidence: try state.read(), count: try state.read())
    deployment = try state.read()
    subcause = try state.read()
    provider = try state.read()
    variable = try state.read()
    status = try state.read()
    recovered = try state.read()
    processes = try state.read()
    explanation = try state.read()
  }
}
