import CulpritIntake
import CulpritRules
import CulpritSignals

/// Renders an assembly as an incident: members, chain, evidence, alternatives, question, fix.
struct IncidentBuilder {
  let scene: Scene
  let lineNumbers: LineNumbers
  let names: ProcessNames
  let rules: [CauseRule]
  let weights: Weights
  let patterns: [Pattern]

  /// Evidence lines beyond this many say nothing new to a person.
  private static let evidenceLimit = 12

  func incident(of assembly: Assembly) -> Incident {
    let best = assembly.verdict.best
    let isNamed = (best?.confidence ?? 0) >= 0.5
    let failures = assembly.suspects.flatMap(\.failures)
    let origins = assembly.suspects.flatMap { [$0.first.origin, $0.last.origin] }
    let times = LogTime.span(of: origins.compactMap(\.time))
    var incident = Incident(
      id: "", cause: isNamed ? best?.cause ?? .undetermined : .undetermined,
      confidence: Self.rounded(best?.confidence ?? 0), count: assembly.suspects.map(\.count).reduce(0, +))
    incident.subcause = isNamed ? best?.subcause.rawValue : nil
    incident.subcauseConfidence = isNamed ? assembly.verdict.probability(ofBestIn: best?.cause) : nil
    incident.provider = assembly.provider
    incident.variable = variable(of: assembly)
    incident.status = failures.compactMap { $0.first[0].status }.first
    incident.firstSeen = times.first
    incident.lastSeen = times.last
    incident.recovered = hasRecovered(assembly)
    incident.processes = assembly.suspects.map { member($0) }
    incident.relayedBy = Self.distinct(assembly.suspects.flatMap(\.relays).map { member($0) })
    incident.healthy = healthyMembers(of: assembly)
    let shown = ChainChooser.failure(of: assembly.suspects)
    incident.chain = chain(of: shown)
    incident.chainOmitted = shown?.omittedLinks ?? 0
    incident.alternatives = alternatives(of: assembly, isNamed: isNamed)
    incident.processes = Self.distinct(incident.processes)
    incident.evidence = evidence(of: assembly, cause: best?.cause)
    incident.weighing = weighing(of: assembly.verdict)
    incident.id = fingerprint(of: incident, assembly)
    Explainer(rules: rules, scene: scene, names: names).explain(&incident, assembly)
    return incident
  }

  static func rounded(_ probability: Double) -> Double { (probability * 1_000).rounded() / 1_000 }

  private func variable(of assembly: Assembly) -> String? {
    let shadows = assembly.suspects.flatMap { scene.events(.variableShadowed, about: $0.process) }.compactMap(\.variable)
    if let winner = shadows.first(where: { scene.lexicon.provider(ofVariable: $0) == assembly.provider }) { return winner }
    if let named = assembly.variable { return named }
    guard let provider = assembly.provider.flatMap({ scene.lexicon.provider(id: $0) }) else { return nil }
    return provider.variables.first { !$0.isSetting }?.name
  }

  // MARK: - Members

  private func member(_ suspect: Suspect) -> Incident.Member {
    var member = member(
      suspect.process, count: suspect.count, first: suspect.first.origin.time, last: suspect.last.origin.time)
    member.lastSuccess = lastSuccess(of: suspect.process, at: suspect.provider)
    // Work that went well before is no request that is known to have succeeded, but never is too much said.
    if member.lastSuccess == .never, !scene.finishedWork(of: suspect.process, like: suspect.occurrences).isEmpty {
      member.lastSuccess = nil
    }
    return member
  }

  /// That there was none can only be said where requests are logged at all, and the process from its start.
  private func lastSuccess(of process: Process, at provider: String?) -> Incident.Member.LastSuccess? {
    if let last = scene.successes(of: process, at: provider).last { return .at(LogTime(last.origin.time)) }
    let isWhole = process.announcements.contains { $0.first[0].isStart } && !process.requests.isEmpty
    return isWhole ? .never : nil
  }

  private func member(_ process: Process, count: Int, first: Timestamp?, last: Timestamp?) -> Incident.Member {
    var member = Incident.Member(id: names.id(of: process.key), count: count)
    member.pid = process.pid
    member.service = names.service(of: process)
    member.name = process.name
    member.entrypoint = names.entrypoint(of: process)
    member.firstSeen = LogTime(first)
    member.lastSeen = LogTime(last)
    return member
  }

  private static func distinct(_ members: [Incident.Member]) -> [Incident.Member] {
    var result: [Incident.Member] = []
    for member in members {
      if let same = result.firstIndex(where: { $0.id == member.id }) {
        result[same].count += member.count
        result[same].firstSeen = [result[same].firstSeen, member.firstSeen].compactMap { $0 }.min()
        result[same].lastSeen = [result[same].lastSeen, member.lastSeen].compactMap { $0 }.max()
        result[same].lastSuccess = result[same].lastSuccess ?? member.lastSuccess
      } else {
        result.append(member)
      }
    }
    return result.sorted { ($0.id, $0.count) < ($1.id, $1.count) }
  }

  private func healthyMembers(of assembly: Assembly) -> [Incident.Member] {
    let guilty = Set(assembly.suspects.flatMap { [$0] + $0.relays }.map(\.process.key))
    var members: [Incident.Member] = []
    for peer in assembly.examinations.flatMap(\.peers) where !guilty.contains(peer.process.key) {
      guard !members.contains(where: { $0.id == names.id(of: peer.process.key) }) else { continue }
      var healthy = member(peer.process, count: 0, first: peer.process.first?.time, last: peer.process.last?.time)
      healthy.lastSuccess = lastSuccess(of: peer.process, at: assembly.provider)
      members.append(healthy)
    }
    return members.sorted { $0.id < $1.id }
  }

  /// A process worked again after its last failure, or a later one of its service did.
  private func hasRecovered(_ assembly: Assembly) -> Bool {
    assembly.suspects.allSatisfy { suspect in
      if isAnybody(suspect.process) { return false }
      let last = suspect.last.origin
      // A peer's success is no recovery; a later life of the same service is.
      let family = [suspect.process] + scene.speakers.filter { other in
        // Where nobody knows whose failure it is, one that began later may be any peer.
        suspect.process.key.pid != nil && other.key != suspect.process.key && other.service != nil
          && other.service == suspect.process.service && other.first.flatMap { Order.isBefore(last, $0) } ?? false
      }
      return family.contains { process in
        let requests = scene.successes(of: process, at: suspect.provider).map(\.origin)
        let work = scene.finishedWork(of: process, like: suspect.occurrences).map(\.origin)
        return (requests + work).contains { Order.isBefore(last, $0) ?? false }
      }
    }
  }

  /// What no process was found for, beside processes of the same source that are known: anybody's work is among it.
  private func isAnybody(_ process: Process) -> Bool {
    guard process.key.pid == nil else { return false }
    return scene.speakers.contains { other in
      other.key.pid != nil && other.container == process.container && !other.ownSources.isDisjoint(with: process.ownSources)
    }
  }

  // MARK: - Chain and evidence

  private func chain(of failure: Failure?) -> [ChainLink] {
    guard let failure else { return [] }
    return failure.links.enumerated().map { index, link in
      var shown = ChainLink(id: index, parent: link.parent, type: link.type, place: lineNumbers.resolve(link.place))
      shown.message = link.message
      shown.relation = link.relation.rawValue
      shown.status = link.status
      shown.code = link.code
      shown.requestID = link.requestID
      shown.frame = link.frame.map { ChainLink.Frame(file: $0.file, line: $0.line, function: $0.function) }
      shown.isVerdict = index == failure.verdict
      return shown
    }
  }

  private func evidence(of assembly: Assembly, cause: Incident.Cause?) -> [Evidence] {
    var found: [Evidence] = []
    let redactor = Redactor(providers: scene.lexicon.providers)
    for argument in assembly.verdict.arguments {
      let weight = argument.strength * weights[argument.subcause, argument.kind]
      for exhibit in argument.exhibits {
        let place = lineNumbers.resolve(exhibit.origin.place)
        var item = Evidence(signal: exhibit.signal.rawValue, weight: Self.rounded(weight), place: place, text: exhibit.text)
        item.pattern = exhibit.pattern
        item.reason = redactor.composed(exhibit.reason ?? "")
        item.focus = focus(of: exhibit)
        item.process = exhibit.process.map { names.id(of: $0) }
        item.supports = argument.subcause.cause == cause && weight > 0
        if !item.supports, Suspect.credentialSignals.contains(exhibit.signal) {
          // Another telling of the same failure speaks against nothing: it is what happened.
          item.supports = true
          item.weight = 0
        }
        if let same = found.firstIndex(where: { $0.place == place }) {
          if (item.supports ? 1 : 0, item.weight) > (found[same].supports ? 1 : 0, found[same].weight) { found[same] = item }
        } else {
          found.append(item)
        }
      }
    }
    let ordered = found.sorted { a, b in
      if a.supports != b.supports { return a.supports }
      return a.weight != b.weight ? a.weight > b.weight : a.place < b.place
    }
    return Array(ordered.prefix(Self.evidenceLimit))
  }

  /// The part of a line that proves it: what a pattern must see of it, else what is said there.
  private func focus(of exhibit: Argument.Exhibit) -> String {
    let literals = patterns.first { $0.id == exhibit.pattern }?.literals ?? []
    let signs = exhibit.signs + literals.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let text = exhibit.text.description
    let lower = text.lowercased()
    return signs.first { text.containsBytes($0) || lower.containsBytes($0) } ?? ""
  }

  /// What each class adds for each subcause, before `Patterns/weights.yaml`.
  private func weighing(of verdict: Verdict) -> [Incident.Weighing] {
    let plain = Weights(rules, factors: [:])
    var strongest: [Incident.Weighing] = []
    for argument in verdict.own {
      let item = Incident.Weighing(
        cause: argument.subcause.cause, subcause: argument.subcause.rawValue, kind: argument.kind.rawValue,
        odds: argument.strength * plain[argument.subcause, argument.kind])
      if let same = strongest.firstIndex(where: { $0.subcause == item.subcause && $0.kind == item.kind }) {
        if abs(item.odds) > abs(strongest[same].odds) { strongest[same] = item }
      } else {
        strongest.append(item)
      }
    }
    return strongest
  }

  private func alternatives(of assembly: Assembly, isNamed: Bool) -> [Incident.Alternative] {
    var ranked = assembly.verdict.ranked[...]
    if isNamed, let best = assembly.verdict.best { ranked = ranked.filter { $0.subcause != best.subcause }[...] }
    return ranked.filter { $0.probability >= 0.005 }.map {
      Incident.Alternative(cause: $0.subcause.cause, subcause: $0.subcause.rawValue, confidence: Self.rounded($0.probability))
    }
  }

  // MARK: - Identity

  /// The same tomorrow, whatever the counts and times: FNV-1a of what names the incident.
  private func fingerprint(of incident: Incident, _ assembly: Assembly) -> String {
    let services = Set(assembly.suspects.map { names.service(of: $0.process) ?? "" }).sorted()
    let parts = [incident.cause.rawValue, incident.provider ?? "", assembly.fragment?.tail ?? incident.variable ?? ""] + services
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.joined(separator: "\u{1f}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
