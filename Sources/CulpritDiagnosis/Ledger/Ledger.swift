import CulpritIntake
import CulpritRules
package import CulpritSignals

/// All facts known so far. Decides nothing: no process, no cause.
///
/// A commutative monoid: the ledger of a whole equals the merge of the ledgers of its parts, in any order.
package struct Ledger: Hashable, Sendable {
  var failures: [FailureKey: Tally<Failure>] = [:]
  /// Errors without a word of credentials or neighbours.
  var bareChains: [FailureKey: Tally<Failure>] = [:]
  var claims: [ClaimKey: Tally<CredentialClaim>] = [:]
  var requests: [RequestKey: Tally<RequestLine>] = [:]
  var announcements: [AnnouncementKey: Tally<Announcement>] = [:]
  var events: [EventKey: Tally<RuntimeEvent>] = [:]
  var work: [WorkKey: Tally<WorkMark>] = [:]
  var writers: [Writer: Tally<WriterMark>] = [:]
  var columns: [ColumnKey: ColumnTally] = [:]
  /// Templates of wordings that somebody quoted.
  var mentions: Set<String> = []

  package init() {}

  /// Whether anything may open an incident: a failure of a credential, or any other one beside what a process says of
  /// its environment.
  package var hasReason: Bool {
    failures.values.contains { !SignalName.neighbours.contains($0.first[0].signal) }
      || !claims.isEmpty && !(failures.isEmpty && bareChains.isEmpty)
  }

  struct FailureKey: Hashable {
    var writer: Writer
    var template: String
    var echo: KeyFragment?
    var host: String?
    var path: [String]
  }
  struct ClaimKey: Hashable {
    var writer: Writer
    var variable: String?
    var provider: String?
    var state: CredentialClaim.State
    var fragment: KeyFragment?
    var subject: String?
  }
  struct RequestKey: Hashable {
    var writer: Writer
    var host: String
    var status: Int?
  }
  struct AnnouncementKey: Hashable {
    var writer: Writer
    var subject: Announcement.Subject
    var pid: Int?
    var script: String?
    var service: String?
    var slots: [String]
  }
  struct EventKey: Hashable {
    var writer: Writer
    var pattern: String
    var variable: String?
    var subject: String?
  }
  struct WorkKey: Hashable {
    var writer: Writer
    var template: String
  }
  /// A number that stands at a place of heads.
  struct ColumnKey: Hashable {
    var source: String
    var container: String?
    var place: UInt64
    var value: Int
  }

  package mutating func add(_ facts: RecordFacts) {
    let writer = facts.origin.writer
    let times = facts.occurrences
    Self.count(WriterMark(origin: facts.origin), times, at: writer, in: &writers)
    mentions.formUnion(facts.mentions)
    for failure in facts.failures { Self.count(failure, times, at: Self.key(failure), in: &failures) }
    if let bare = facts.bareChain { Self.count(bare, times, at: Self.key(bare), in: &bareChains) }
    for claim in facts.claims { Self.count(claim, times, at: Self.key(claim), in: &claims) }
    for request in facts.requests {
      let key = RequestKey(writer: writer, host: request.host, status: request.status)
      Self.count(request, times, at: key, in: &requests)
    }
    for announcement in facts.announcements {
      Self.count(announcement, times, at: Self.key(announcement), in: &announcements)
    }
    for event in facts.runtimeEvents {
      let key = EventKey(writer: writer, pattern: event.pattern, variable: event.variable, subject: event.subject)
      Self.count(event, times, at: key, in: &events)
    }
    if let work = facts.work {
      let key = WorkKey(writer: writer, template: work.template)
      Self.count(WorkMark(origin: facts.origin, work: work), times, at: key, in: &self.work)
    }
    for number in facts.origin.numbers {
      let tally = ColumnTally(count: times, sentence: facts.sentence, name: number.name)
      let key = ColumnKey(
        source: writer.source, container: writer.container, place: number.place, value: number.value)
      columns[key, default: ColumnTally()].merge(tally)
    }
  }

  package mutating func merge(_ other: Ledger) {
    failures.merge(other.failures, uniquingKeysWith: Self.merged)
    bareChains.merge(other.bareChains, uniquingKeysWith: Self.merged)
    claims.merge(other.claims, uniquingKeysWith: Self.merged)
    requests.merge(other.requests, uniquingKeysWith: Self.merged)
    announcements.merge(other.announcements, uniquingKeysWith: Self.merged)
    events.merge(other.events, uniquingKeysWith: Self.merged)
    work.merge(other.work, uniquingKeysWith: Self.merged)
    writers.merge(other.writers, uniquingKeysWith: Self.merged)
    columns.merge(other.columns) { $0.merging($1) }
    mentions.formUnion(other.mentions)
  }

  static func key(_ failure: Failure) -> FailureKey {
    FailureKey(
      writer: failure.origin.writer, template: failure.template, echo: failure.echo, host: failure.answerer.host,
      path: failure.path)
  }

  static func key(_ claim: CredentialClaim) -> ClaimKey {
    ClaimKey(
      writer: claim.origin.writer, variable: claim.variable, provider: claim.provider, state: claim.state,
      fragment: claim.fragment, subject: claim.subject)
  }

  static func key(_ announcement: Announcement) -> AnnouncementKey {
    AnnouncementKey(
      writer: announcement.origin.writer, subject: announcement.subject, pid: announcement.pid,
      script: announcement.script, service: announcement.service, slots: announcement.slots)
  }

  private static func count<Key: Hashable, Fact>(
    _ fact: Fact, _ times: Int, at key: Key, in table: inout [Key: Tally<Fact>]
  ) {
    if table[key]?.add(fact, times: times) == nil { table[key] = Tally(kept: [fact], count: times) }
  }

  private static func merged<Fact>(_ a: Tally<Fact>, _ b: Tally<Fact>) -> Tally<Fact> {
    var sum = a
    sum.merge(b)
    return sum
  }
}
