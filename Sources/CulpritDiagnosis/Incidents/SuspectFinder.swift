import CulpritIntake
import CulpritRules
import CulpritSignals

/// Sorts the failures of a deployment: suspects with a provider, neighbours, and what nobody explains.
struct SuspectFinder {
  let scene: Scene
  private let attribution: Attribution
  private let mentions: Set<String>
  private(set) var suspects: [Suspect] = []
  private(set) var neighbours: [(process: Process, provider: String?, tally: Tally<Failure>)] = []
  private(set) var unexplained: [Tally<Failure>] = []
  /// Refusals that name no provider, until all of the others are known.
  private var nameless: [(process: Process, tally: Tally<Failure>)] = []

  /// `mentions`: templates that somebody quoted; the same sentence wherever it stands again without level and
  /// frames is a mention too.
  init(scene: Scene, mentions: Set<String>) {
    self.scene = scene
    self.mentions = mentions
    attribution = Attribution(scene: scene)
    for process in scene.processes { sort(process) }
    adoptAsSiblings()
    dropRelays()
    dropEchoes()
  }

  /// Panels and mixed lines are not surely of the process that they were bound to: where another process says
  /// the same of itself, they are its echo.
  private mutating func dropEchoes() {
    let certain = suspects.filter { suspect in suspect.failures.contains { !$0.first[0].isWeaklyTold } }
    suspects = suspects.filter { suspect in
      guard suspect.failures.allSatisfy({ $0.first[0].isWeaklyTold }) else { return true }
      let own = Set(suspect.failures.map { $0.first[0].signal })
      return !certain.contains { other in
        other.provider == suspect.provider && !own.isDisjoint(with: other.failures.map { $0.first[0].signal })
          && other.process.key != suspect.process.key
          && !other.process.ownSources.isDisjoint(with: suspect.process.ownSources)
      }
    }
  }

  private mutating func sort(_ process: Process) {
    var byProvider: [String: [Tally<Failure>]] = [:]
    for tally in process.failures {
      let failure = tally.first[0]
      let provider = attribution.provider(of: failure, in: process)
      if SignalName.neighbours.contains(failure.signal) {
        neighbours.append((process, provider, tally))
      } else if failure.isHandled || Self.isOfAnotherService(failure) || failure.isWeaklyTold && mentions.contains(failure.template) || isSufferedByNobody(tally, process) {
        continue
      } else if let provider {
        byProvider[provider, default: []].append(tally)
      } else if failure.signal != .authenticationFailed {
        byProvider["", default: []].append(tally)
      } else {
        nameless.append((process, tally))
      }
    }
    for (provider, tallies) in byProvider.sorted(by: { $0.key < $1.key }) where !provider.isEmpty {
      suspects.append(contentsOf: split(Suspect(process: process, provider: provider, failures: tallies)))
    }
    if let unnamed = byProvider[""] { adopt(unnamed, of: process, byProvider: byProvider) }
    if byProvider.isEmpty {
      if let suspect = refusedRequests(of: process) ?? contradiction(of: process) { suspects.append(suspect) }
    }
  }

  /// A refusal by a host of which nothing says that a model answers there: maps, mail, a service of one's own.
  private static func isOfAnotherService(_ failure: Failure) -> Bool {
    let answerer = failure.answerer
    let named = [answerer.dialect, answerer.client, answerer.wrapped, answerer.modelProvider] + failure.wordings.map(\.provider)
    return answerer.isElsewhere && failure.signal == .authenticationFailed && answerer.words.isEmpty && named.allSatisfy { $0 == nil }
  }

  /// A lack of which an application prints a sentence, and goes on: work follows, and no failure.
  private func isSufferedByNobody(_ tally: Tally<Failure>, _ process: Process) -> Bool {
    let failure = tally.first[0]
    guard failure.signal == .credentialAbsent, failure.wordings.first?.rank == .notSent, failure.links.isEmpty, !failure.isFatal,
      (failure.level ?? .info) < .error, !process.bareChains.contains(where: { $0.first[0].isFatal })
    else { return false }
    // Told at a level that tells no failure, by a process whom the provider had answered: a sentence about keys.
    if let level = failure.level, level < .warning,
      scene.successes(of: process, at: attribution.provider(of: failure, in: process)).contains(where: { Order.isBefore($0.origin, failure.origin) ?? false })
    { return true }
    let later = process.work.flatMap(\.kept).filter { Order.isBefore(tally.last.origin, $0.origin) ?? false }
    let fails = (process.failures + process.bareChains).contains { Order.isBefore(tally.last.origin, $0.last.origin) ?? false }
    return later.count > 1 && !fails && later.contains { Scene.isFinished($0.work.template) }
  }

  /// Failures that name nobody: of the process's one known provider, else unexplained.
  private mutating func adopt(_ tallies: [Tally<Failure>], of process: Process, byProvider: [String: [Tally<Failure>]]) {
    let known = byProvider.keys.filter { !$0.isEmpty }
    let claimed = Set(process.claims.filter { !$0.first[0].isListing }.compactMap { $0.first[0].provider })
    let requested = Set(process.requests.compactMap { $0.first[0].provider })
    if known.count == 1, let index = suspects.lastIndex(where: { $0.process.key == process.key }) {
      suspects[index].failures += tallies
    } else if known.isEmpty, requested.count == 1 || requested.isEmpty && claimed.count == 1 {
      suspects.append(Suspect(process: process, provider: requested.first ?? claimed.first, failures: tallies))
    } else if known.isEmpty, requested.isEmpty, claimed.isEmpty, let only = attribution.onlyListed(by: process) {
      suspects.append(Suspect(process: process, provider: only, failures: tallies))
    } else {
      nameless += tallies.map { (process, $0) }
    }
  }

  /// A refusal that names nobody is of the provider at which the other processes of its service alone are refused, with
  /// the same status; else nobody explains it.
  private mutating func adoptAsSiblings() {
    let known = suspects
    for (process, tally) in nameless {
      let siblings = known.filter { suspect in
        (process.service ?? process.name) != nil && suspect.process.key != process.key && suspect.process.family == process.family
          && suspect.process.host == process.host && suspect.process.container == process.container
      }
      let status = tally.first[0].status
      let isAlike = siblings.contains { sibling in sibling.failures.contains { $0.first[0].status == status } }
      if Set(siblings.map(\.provider)).count == 1, let provider = siblings[0].provider, status != nil, isAlike,
        !known.contains(where: { $0.process.key == process.key })
      {
        suspects.append(Suspect(process: process, provider: provider, failures: [tally]))
      } else {
        unexplained.append(tally)
      }
    }
    nameless = []
  }

  /// So many keys of one process are told apart; what shows yet another goes with the first.
  private static let groupLimit = 32

  /// Contradicting fragments are several credentials, each with a repair of its own; so are a lack and a refusal.
  private func split(_ suspect: Suspect) -> [Suspect] {
    let general = suspect.refusals.filter { $0.first[0].signal == .authenticationFailed }
    let told = suspect.refusals.filter { $0.first[0].signal != .authenticationFailed }
    if !suspect.lacks.isEmpty, !told.isEmpty {
      var lack = suspect
      lack.failures = suspect.lacks
      var refusal = suspect
      refusal.failures = told + general
      return [lack] + split(refusal)
    }
    let echoes = suspect.echoes.filter { !$0.tail.isEmpty || !$0.fits.isEmpty }
    var groups: [KeyFragment] = []
    for echo in echoes where groups.count < Self.groupLimit && !groups.contains(where: { $0.agrees(with: echo) }) {
      groups.append(echo)
    }
    guard groups.count > 1 else { return [suspect] }
    var parts = groups.map { _ in suspect }
    for index in parts.indices { parts[index].failures = [] }
    for tally in suspect.failures {
      let number = tally.first[0].echo.flatMap { echo in groups.firstIndex { $0.agrees(with: echo) } } ?? 0
      parts[number].failures.append(tally)
    }
    return parts.filter { !$0.failures.isEmpty }
  }

  /// A failure without a verdict joins the request line of its process nearby that tells a 401.
  private func refusedRequests(of process: Process) -> Suspect? {
    guard !process.bareChains.isEmpty else { return nil }
    let refused = process.requests.flatMap(\.kept).filter { $0.status == 401 && $0.provider != nil }
    guard let first = refused.first, let provider = first.provider,
      !neighbours.contains(where: { $0.process.key == process.key && $0.provider == provider })
    else { return nil }
    let near = process.bareChains.filter { tally in
      tally.first.contains { bare in refused.contains { Order.isNear($0.origin, bare.origin, within: 5) } }
    }
    guard !near.isEmpty else { return nil }
    let failures = near.map { tally in
      Tally(kept: tally.kept.map { Self.refused($0, by: first) }, count: tally.count)
    }
    return Suspect(process: process, provider: provider, failures: failures)
  }

  private static func refused(_ bare: Failure, by request: RequestLine) -> Failure {
    var failure = bare
    failure.wordings = [Wording(signal: .authenticationFailed, rank: .bareStatus, place: request.origin.place)]
    failure.status = request.status
    failure.answerer.host = request.host
    failure.answerer.hostProvider = request.provider
    if request.isSharedInterface, failure.answerer.client == nil {
      failure.answerer.client = "openai"
      failure.answerer.isSharedClient = true
    }
    failure.text = request.text
    return failure
  }

  /// An unexplained failure in a process that contradicts itself: a client built with an undefined key.
  private func contradiction(of process: Process) -> Suspect? {
    guard !process.bareChains.isEmpty else { return nil }
    let unbound = scene.speakers.filter { $0.key.pid == nil && !$0.ownSources.isDisjoint(with: process.ownSources) }
    let own = (process.claims + unbound.flatMap(\.claims)).map { $0.first[0] }.filter { claim in
      guard !claim.isListing else { return false }
      if claim.state == .undefined { return true }
      guard let fragment = claim.fragment, let provider = claim.provider, !fragment.fits.isEmpty else { return false }
      return fragment.isDistinctive && !fragment.fits.contains(provider)
    }
    guard let claim = own.first else { return nil }
    let provider = claim.provider ?? process.bareChains.compactMap { $0.first[0].answerer.words.first }.first
    guard let provider else { return nil }
    return Suspect(process: process, provider: provider, failures: process.bareChains)
  }

  /// One request id in two processes is one failure: the one with the SDK's frames owns it.
  private mutating func dropRelays() {
    var owners: [String: Int] = [:]
    for (index, suspect) in suspects.enumerated() {
      for id in suspect.failures.compactMap({ $0.first[0].requestID }) {
        guard let known = owners[id] else { owners[id] = index; continue }
        if suspects[known].process.key != suspect.process.key, Self.hasFrames(suspect), !Self.hasFrames(suspects[known]) {
          owners[id] = index
        }
      }
    }
    var relayed: [Int: Int] = [:]
    let firsthand = suspects.map { $0.failures.filter { !Self.quotesServer($0.first[0]) } }
    for index in suspects.indices {
      relayed[index] = requestOwner(of: index, owners) ?? carrier(of: index) ?? answerer(of: index, firsthand)
    }
    let ends = suspects.indices.map { Self.end(of: $0, relayed) }
    for relay in suspects.indices where ends[relay] != relay { suspects[ends[relay]].relays.append(suspects[relay]) }
    suspects = suspects.indices.filter { ends[$0] == $0 }.map { suspects[$0] }
  }

  /// Whom a relay's errors come from in the end; itself where they go round in a circle, or come from nobody.
  private static func end(of relay: Int, _ relayed: [Int: Int]) -> Int {
    var seen: Set<Int> = [relay]
    var at = relay
    while let next = relayed[at] {
      guard seen.insert(next).inserted else { return relay }
      at = next
    }
    return at
  }

  /// Of a suspect all of whose failures have request ids of another process the suspect of that process.
  private func requestOwner(of index: Int, _ owners: [String: Int]) -> Int? {
    let suspect = suspects[index]
    let ids = suspect.failures.compactMap { $0.first[0].requestID }
    guard !ids.isEmpty, ids.count == suspect.failures.count else { return nil }
    let others = ids.map { id in owners[id].flatMap { suspects[$0].process.key != suspect.process.key ? $0 : nil } }
    return others.contains { $0 == nil } ? nil : others[0]
  }

  /// Of a suspect that only quotes what another server answered it (`agent answered 500: {"detail": "… 401 …"}`)
  /// the one that asked the provider, and failed in the same words within seconds.
  private func answerer(of index: Int, _ firsthand: [[Tally<Failure>]]) -> Int? {
    let suspect = suspects[index]
    guard !Self.hasFrames(suspect), firsthand[index].isEmpty else { return nil }
    return suspects.indices.first { other in
      guard suspects[other].process.key != suspect.process.key, suspects[other].provider == suspect.provider else { return false }
      let own = firsthand[other]
      return suspect.failures.allSatisfy { tally in
        own.contains { $0.first[0].isAlike(tally.first[0]) && tally.kept.contains(where: near($0)) }
      }
    }
  }

  private func near(_ tally: Tally<Failure>) -> (Failure) -> Bool {
    { relay in tally.kept.contains { Order.isNear($0.origin, relay.origin, within: 10) } }
  }

  /// The verdict, or what wraps it, is a server's own 5xx or the text of a gRPC status.
  private static func quotesServer(_ failure: Failure) -> Bool {
    guard failure.answerer.host == nil || failure.answerer.hostProvider == nil else { return false }
    let messages = failure.links.map(\.message.description) + [failure.text.description]
    if messages.contains(where: { $0.containsBytes("rpc error: code =") || tellsServerError($0) }) { return true }
    return failure.links.contains { ($0.status ?? 0) >= 500 }
  }

  /// `billing answered 500: …`: another server's status, in words; the first sentences tell whose answer it is.
  private static func tellsServerError(_ message: String) -> Bool {
    let words = message.prefix(300).lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    return words.indices.dropFirst().contains { index in
      guard words[index].utf8.count == 3, let status = Int(words[index]), (500...599).contains(status) else { return false }
      return words[max(0, index - 2)..<index].contains { answering.contains($0) }
    }
  }

  private static let answering: Set<Substring> = ["answered", "responded", "returned", "replied", "status", "with", "http"]

  /// Of a suspect that only hands on errors of its workers the one that has them.
  private func carrier(of index: Int) -> Int? {
    let suspect = suspects[index]
    guard suspect.failures.allSatisfy({ $0.first[0].isCarried }) else { return nil }
    return suspects.indices.first { other in
      guard suspects[other].process.key != suspect.process.key, suspects[other].provider == suspect.provider else { return false }
      let own = suspects[other].failures.filter { !$0.first[0].isCarried }
      return suspect.failures.allSatisfy { tally in
        own.contains { $0.first[0].signal == tally.first[0].signal && Order.isNear($0.first[0].origin, tally.first[0].origin, within: 30) }
      }
    }
  }

  private static func hasFrames(_ suspect: Suspect) -> Bool {
    suspect.failures.contains { $0.first[0].answerer.client != nil }
  }
}
