import CulpritIntake
import CulpritRules
import CulpritSignals

/// All processes of one deployment, and what can be said when they are compared.
struct Scene {
  let processes: [Process]
  let lexicon: Lexicon
  /// Those that say, ask or finish anything: whoever only fails tells nothing about others, and there may be
  /// thousands of them.
  let speakers: [Process]
  private let withEvents: [Process]
  private let index: [Process.Key: Int]

  init(processes: [Process], lexicon: Lexicon) {
    self.processes = processes
    self.lexicon = lexicon
    speakers = Array(processes.lazy.filter(Self.speaks).prefix(Self.comparedProcesses))
    withEvents = Array(processes.lazy.filter { !$0.events.isEmpty }.prefix(Self.comparedProcesses))
    index = Dictionary(uniqueKeysWithValues: processes.enumerated().map { ($1.key, $0) })
  }

  /// The first ones by key: a log of a million pids is compared as one of some hundreds is.
  private static let comparedProcesses = 256

  private static func speaks(_ process: Process) -> Bool {
    !process.claims.isEmpty || !process.requests.isEmpty || !process.work.isEmpty || !process.announcements.isEmpty
  }

  subscript(_ key: Process.Key) -> Process? { index[key].map { processes[$0] } }

  /// Requests of the process that the provider answered well, in order.
  func successes(of process: Process, at provider: String?) -> [RequestLine] {
    process.requests.flatMap(\.kept)
      .filter { $0.succeeded && $0.provider != nil && (provider == nil || $0.provider == provider) }
      .sorted { Order.precedes($0.origin, $1.origin) }
  }

  /// Weak: units of work of the process that went well, of the kind in which `failures` fail.
  func finishedWork(of process: Process, like failures: [Failure]) -> [WorkMark] {
    let units = Set(failures.flatMap(\.units))
    guard !units.isEmpty else { return [] }
    return process.work.filter { tally in tally.first[0].work.units.contains { units.contains($0) } && Self.isFinished(tally.first[0].work.template) }
      .flatMap(\.kept).sorted { Order.precedes($0.origin, $1.origin) }
  }

  /// Weaker: work of the process that went well and speaks of what fails in other words (`brief for acme mailed`,
  /// `no brief for crux`); two pieces at least, for once may be anything.
  func relatedWork(of process: Process, like failures: [Failure]) -> [WorkMark] {
    let nouns = Set(failures.flatMap { Self.nouns(of: $0.links.first?.message.description ?? "") + Self.nouns(of: $0.head?.description ?? "") })
    guard !nouns.isEmpty else { return [] }
    let marks = process.work.filter { tally in
      let work = tally.first[0].work
      return Self.isFinished(work.template) && !nouns.isDisjoint(with: Self.nouns(of: work.template))
    }.flatMap(\.kept).sorted { Order.precedes($0.origin, $1.origin) }
    return marks.count > 1 ? marks : []
  }

  /// Weakest: whatever the process finished, piece by piece, before the moment, where none followed: three pieces of one
  /// kind, each with its unit.
  func steadyWork(of process: Process, before moment: Origin) -> [WorkMark] {
    for tally in process.work where !tally.first[0].work.units.isEmpty && Self.isFinished(tally.first[0].work.template) && tally.count >= 3 {
      let marks = tally.kept.sorted { Order.precedes($0.origin, $1.origin) }
      guard let last = marks.last, Order.isBefore(last.origin, moment) ?? false else { continue }
      return marks
    }
    return []
  }

  /// Words of a line that may name what is worked on: neither verbs nor names of the field.
  private static func nouns(of line: String) -> [String] {
    line.prefix(200).lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init)
      .filter { $0.utf8.count > 3 && !$0.hasSuffix("ed") && !$0.hasSuffix("ing") && !common.contains($0) }
  }

  private static let common: Set<String> = [
    "error", "with", "from", "that", "this", "could", "have", "been", "when", "after", "failed", "failure", "code", "status", "message",
    "model", "client", "request", "response", "token", "tokens", "invalid", "authentication", "credentials", "exception", "unauthorized",
    "provider", "http", "https", "api", "post", "none", "null", "true", "false", "type", "info", "worker", "process", "service", "server",
    "config", "environment", "variable", "version", "time", "total", "chars", "seconds",
  ]

  /// Something was done, not begun: a past participle, a result, a quantity.
  static func isFinished(_ template: String) -> Bool {
    let words = template.lowercased().split(whereSeparator: { " :,()[]'\"=".contains($0) })
    let begins: Set<Substring> = ["starting", "started", "start", "received", "queued", "loading", "listening", "ready", "begin", "processing", "enqueued"]
    guard !words.contains(where: { begins.contains($0) }) else { return false }
    return words.contains { word in
      word.hasSuffix("ed") && word.count > 4 || word.hasSuffix(".completed") || irregular.contains(word) || ["done", "ok", "sent", "chars", "characters", "words", "ms", "tokens", "finished", "written", "200", "complete", "success", "saved"].contains(word)
    }
  }

  private static let irregular: Set<Substring> = [
    "wrote", "made", "built", "drew", "drawn", "gave", "given", "told", "put", "kept", "found", "brought", "sold", "spoke", "read",
    "fertig", "erledigt", "terminé", "listo", "hecho", "pronto",
  ]

  /// What the process says of its credential at the provider, strongest claim first; of another's app not.
  func claims(of process: Process, at provider: String?, variable: String?) -> [CredentialClaim] {
    process.claims.flatMap(\.kept).filter { claim in
      if let variable, let own = claim.variable, own == variable { return true }
      return claim.provider == nil || provider == nil || claim.provider == provider
    }.sorted { a, b in
      if (a.provider == nil) != (b.provider == nil) { return b.provider == nil }
      if a.rank != b.rank { return a.rank > b.rank }
      return Order.precedes(a.origin, b.origin)
    }
  }

  /// Events of a runner that are about the process: they name it, or nobody and stand in its source.
  func events(_ signal: SignalName, about process: Process) -> [RuntimeEvent] {
    events(about: process).filter { $0.signal == signal }
  }

  /// Events of all kinds.
  func events(about process: Process) -> [RuntimeEvent] {
    withEvents.flatMap { other in
      other.events.flatMap(\.kept).filter { event in
        if let subject = event.subject { return process.family == subject || process.name == subject }
        return other.key == process.key || !process.sources.isDisjoint(with: other.sources)
      }
    }.sorted { Order.precedes($0.origin, $1.origin) }
  }
}
