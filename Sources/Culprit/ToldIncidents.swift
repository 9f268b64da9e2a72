package import CulpritDiagnosis
import CulpritReport

/// The incidents of a stream as they were told last.
package struct ToldIncidents: Sendable {
  /// Nanoseconds without a new failure after which an incident is over: longer than what retries, queues
  /// and health checks wait.
  private static let quiet: Int64 = 15 * 60 * 1_000_000_000

  /// Pairs of an incident that is new and one that is gone that are compared at one look.
  private static let mostComparisons = 10_000

  private var stories: [Story] = []
  /// All that were known then.
  private(set) var processes: [ProcessSummary] = []
  /// What they follow from: while it is the same, so are they.
  private(set) var ledgers: [DeploymentName: Ledger] = [:]

  package init() {}

  /// Goes on where an earlier program has told these incidents.
  package init(continuing incidents: [Incident]) {
    stories = incidents.map { Story(incident: $0, lastFailure: nil, isClosed: false) }
  }

  /// Those that were told and are not closed.
  package var open: [Incident] { stories.filter { !$0.isClosed }.map(\.incident) }

  /// An incident, and what a reader knows of it.
  private struct Story {
    var incident: Incident
    /// When it last had a failure that was new, by the caller's clock; nil without a clock.
    var lastFailure: Moment?
    /// Told as closed because it was quiet: a new failure opens it anew.
    var isClosed: Bool
  }

  /// What a reader of the earlier incidents has to be told, in the order of the new ones.
  mutating func update(
    with latest: [Incident], _ processes: [ProcessSummary], of ledgers: [DeploymentName: Ledger],
    at now: Moment?
  ) -> [Event] {
    var (pairs, earlier) = Self.pairs(latest, stories)
    // Another cause is another id: what stands in the place of an incident that is gone is its update.
    let unpaired = pairs.indices.filter { pairs[$0].1 == nil }
    // Of many incidents that come and go none is looked for in this way: it would take all the time.
    if unpaired.count * earlier.count <= Self.mostComparisons {
      for index in unpaired {
        let incident = pairs[index].0
        pairs[index].1 = earlier.removeFirst { $0.incident.isPredecessor(of: incident) }
      }
    }
    self.processes = processes
    self.ledgers = ledgers
    stories = pairs.map { Self.story(of: $0, after: $1, at: now) }
    return pairs.compactMap { Self.event(from: $1, to: $0) }
      + earlier.filter { !$0.isClosed }.map { Event(kind: .closed, incident: $0.incident, previous: $0.incident) }
  }

  /// Each incident with the story that has its id, and the stories that are left.
  private static func pairs(_ latest: [Incident], _ stories: [Story]) -> ([(Incident, Story?)], [Story]) {
    var earlier: [Story?] = stories
    let indices = Dictionary(stories.indices.map { (stories[$0].incident.id, $0) }) { first, _ in first }
    let pairs: [(Incident, Story?)] = latest.map { incident in
      guard let index = indices[incident.id], let story = earlier[index] else { return (incident, nil) }
      earlier[index] = nil
      return (incident, story)
    }
    return (pairs, earlier.compactMap(\.self))
  }

  /// Those that have been quiet for long, each once.
  mutating func closeQuiet(at now: Moment?) -> [Event] {
    guard let now else { return [] }
    var events: [Event] = []
    for index in stories.indices {
      let story = stories[index]
      guard let last = story.lastFailure else { stories[index].lastFailure = now; continue }
      guard !story.isClosed, !story.incident.recovered else { continue }
      guard now.nanoseconds - last.nanoseconds >= Self.quiet else { continue }
      stories[index].isClosed = true
      var event = Event(kind: .closed, incident: story.incident, previous: story.incident)
      event.isQuiet = true
      events.append(event)
    }
    return events
  }

  private static func story(of incident: Incident, after earlier: Story?, at now: Moment?) -> Story {
    guard let earlier, incident.count <= earlier.incident.count else {
      return Story(incident: incident, lastFailure: now, isClosed: false)
    }
    return Story(incident: incident, lastFailure: earlier.lastFailure ?? now, isClosed: earlier.isClosed)
  }

  private static func event(from earlier: Story?, to incident: Incident) -> Event? {
    guard let earlier, !earlier.isClosed || incident.count <= earlier.incident.count else {
      return Event(kind: .opened, incident: incident, previous: nil)
    }
    guard !earlier.isClosed else { return nil }
    let previous = earlier.incident
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
