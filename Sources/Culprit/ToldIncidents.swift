import CulpritDiagnosis
import CulpritReport

/// The incidents of a stream as they were told last.
struct ToldIncidents: Sendable {
  private var incidents: [Incident] = []
  /// All that were known then.
  private(set) var processes: [ProcessSummary] = []
  /// What they follow from: while it is the same, so are they.
  private(set) var ledgers: [DeploymentName: Ledger] = [:]

  /// What a reader of the earlier incidents has to be told, in the order of the new ones.
  mutating func update(
    with latest: [Incident], _ processes: [ProcessSummary], of ledgers: [DeploymentName: Ledger]
  ) -> [Event] {
    var earlier = incidents
    var pairs: [(Incident, Incident?)] = latest.map { incident in
      (incident, earlier.removeFirst { $0.id == incident.id })
    }
    // Another cause is another id: what stands in the place of an incident that is gone is its update.
    for index in pairs.indices where pairs[index].1 == nil {
      let incident = pairs[index].0
      pairs[index].1 = earlier.removeFirst { $0.isPredecessor(of: incident) }
    }
    incidents = latest
    self.processes = processes
    self.ledgers = ledgers
    return pairs.compactMap { Self.event(from: $1, to: $0) }
      + earlier.map { Event(kind: .closed, incident: $0, previous: $0) }
  }

  private static func event(from previous: Incident?, to incident: Incident) -> Event? {
    guard let previous else { return Event(kind: .opened, incident: incident, previous: nil) }
    if incident.recovered && !previous.recovered {
      return Event(kind: .recovered, incident: incident, previous: previous)
    }
    guard incident.differsForReader(from: previous) else { return nil }
    return Event(kind: .updated, incident: incident, previous: previous)
  }
}

extension Incident {
  /// Of the same provider and one of the same processes, as far as both are known.
  fileprivate func isPredecessor(of other: Incident) -> Bool {
    guard deployment == other.deployment else { return false }
    if let provider, let otherProvider = other.provider, provider != otherProvider { return false }
    return !identities.isDisjoint(with: other.identities)
  }

  /// Who is to blame, whatever ids the processes have in one diagnosis.
  private var identities: Set<[String]> {
    Set(processes.map { [$0.service, $0.pid.map(String.init), $0.name, $0.entrypoint].map { $0 ?? "" } })
  }

  /// Something other than counts and times has changed: what to do, who is to blame, or how sure it is.
  fileprivate func differsForReader(from other: Incident) -> Bool {
    (cause, subcause, provider, variable) != (other.cause, other.subcause, other.provider, other.variable)
      || recovered != other.recovered || identities != other.identities
      || (confidence >= 0.8) != (other.confidence >= 0.8)
      || abs(confidence - other.confidence) >= 0.1
  }
}

extension Array {
  /// Takes out the first element of which something is true.
  fileprivate mutating func removeFirst(where isWanted: (Element) -> Bool) -> Element? {
    firstIndex(where: isWanted).map { remove(at: $0) }
  }
}
