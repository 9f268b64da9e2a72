import CulpritIntake
import CulpritRules
import CulpritSignals

/// Says in one sentence what happened, what would settle it, and what to change.
struct Explainer {
  let rules: [CauseRule]
  let scene: Scene
  let names: ProcessNames

  func explain(_ incident: inout Incident, _ assembly: Assembly) {
    let redactor = Redactor(providers: scene.lexicon.providers)
    let circumstances = Circumstances(assembly: assembly, incident: incident, scene: scene)
    let values = values(of: incident, assembly)
    let known = values.merging(circumstances.values) { $1 }
    let rule = rules.first { $0.subcause == incident.subcause }
    let sentence = rule.map { FixTemplate.filled($0.explanation, values) } ?? FixTemplate.filled(Self.undetermined, values)
    incident.explanation = redactor.composed(sentence.replacing(" (\(Self.unknownKey))"))
    object(in: &incident, known, redactor)
    incident.question = incident.confidence < 0.8 ? question(of: incident, known, redactor) : nil
    guard let rule, let fix = rule.fixes.first(where: { Self.holds($0.conditions, known) }) else { return }
    var names = names(of: incident, assembly)
    if let peer = incident.healthy.first, peer.service == incident.processes.first?.service { names.peerPid = peer.pid }
    names.probe = Self.probe(for: known) ?? names.probe
    incident.fix = Self.filled(fix, names, values)
  }

  // MARK: - Why not another cause

  /// What speaks against each alternative, where a rule of it has a sentence for what is known.
  private func object(in incident: inout Incident, _ known: [String: String], _ redactor: Redactor) {
    for index in incident.alternatives.indices {
      let other = incident.alternatives[index].subcause
      guard let rule = rules.first(where: { $0.subcause == other }),
        let objection = rule.objections.first(where: { Self.holds($0.conditions, known) })
      else { continue }
      incident.alternatives[index].objection = redactor.composed(FixTemplate.filled(objection.text, known)).description
    }
  }

  /// Asks for what would tell the likeliest causes apart: their signs in the line of a probe.
  private func question(of incident: Incident, _ known: [String: String], _ redactor: Redactor) -> Incident.Question {
    let others = incident.alternatives.compactMap(\.subcause)
    let likeliest = ([incident.subcause].compactMap(\.self) + others).prefix(3)
    var signs: [String] = []
    for subcause in likeliest {
      guard let sign = rules.first(where: { $0.subcause == subcause })?.sign else { continue }
      let text = FixTemplate.filled(sign, known)
      if !signs.contains(text) { signs.append(text) }
    }
    let choice = signs.count < 2 ? "" : ": " + signs.dropLast().joined(separator: ", ") + " or " + (signs.last ?? "")
    let sentence = FixTemplate.filled("What does {process} have in {variable} as it starts\(choice)?", known)
    return Incident.Question(
      text: redactor.composed(sentence).description, probe: Self.probe(for: known))
  }

  private static func probe(for known: [String: String]) -> String? {
    known["runtime"].flatMap { Runtimes.probed.contains($0) ? $0 : nil }
  }

  // MARK: - Fix

  private func names(of incident: Incident, _ assembly: Assembly) -> PlainNames {
    let peer = incident.healthy.first.flatMap { $0.service ?? $0.name }
    let isThread = assembly.suspects.contains { $0.occurrences.contains(where: \.isInThread) }
    let failing = incident.processes.compactMap(\.entrypoint).first
    // A file of a stack is where it failed, not what somebody starts.
    let started = assembly.suspects.lazy.compactMap { self.names.startedFrom($0.process) }.first
    return PlainNames(
      variable: incident.variable, entrypoint: isThread ? failing : started,
      service: incident.processes.compactMap { $0.service ?? $0.name }.first,
      misnomer: assembly.examinations.compactMap { $0.misnomer?.variable }.first, peer: peer,
      host: assembly.suspects.flatMap(\.occurrences).compactMap(\.answerer.host).first)
  }

  /// `values` are only asked for names that come from rules.
  private static func filled(_ fix: CauseRule.Fix, _ names: PlainNames, _ values: [String: String]) -> Incident.Fix {
    let (provider, other) = (values["provider"] ?? "its provider", values["other"] ?? "another provider")
    let read = names.read(provider: provider, other: other)
    let pasted = names.pasted.merging(["provider": provider, "other": other]) { $1 }
    func text(_ template: String) -> String { FixTemplate.filled(template, read: read, pasted: pasted) }
    return Incident.Fix(
      summary: text(fix.summary), steps: fix.steps.map(text),
      snippet: fix.snippet.map { Incident.Fix.Snippet(language: $0.language, code: FixTemplate.filled($0.code, pasted)) },
      verify: fix.verify.map(text))
  }

  private static let undetermined =
    "{process} fails to authenticate at {provider}; the log does not tell why."

  private func values(of incident: Incident, _ assembly: Assembly) -> [String: String] {
    var values: [String: String] = [:]
    values["process"] = Self.each(incident.processes.map(Self.name))
    values["peer"] = incident.healthy.isEmpty ? Self.origin(of: assembly) : Self.each(incident.healthy.map(Self.name))
    values["has"] = Self.has(assembly, isOfPeers: !incident.healthy.isEmpty)
    values["variable"] = incident.variable ?? "the credential"
    values["provider"] = incident.provider.flatMap { scene.lexicon.provider(id: $0)?.name } ?? "its provider"
    values["entrypoint"] = incident.processes.compactMap(\.entrypoint).first ?? "its entrypoint"
    values["service"] = incident.processes.compactMap(\.service).first ?? "the service"
    values["host"] = assembly.suspects.flatMap(\.occurrences).compactMap(\.answerer.host).first ?? values["provider"]
    let fragment = assembly.fragment ?? assembly.suspects.flatMap(\.echoes).first
      ?? assembly.examinations.lazy.compactMap { $0.shownFragment?.0 }.first
    values["fragment"] = fragment.map { "\($0.head)…\($0.tail)" }.flatMap { $0 == "…" ? nil : $0 } ?? Self.unknownKey
    values["other"] = owner(of: fragment, besides: incident.provider, assembly)
    values["misnomer"] = assembly.examinations.compactMap { $0.misnomer?.variable }.first ?? "another name"
    return values
  }

  private static let unknownKey = "key not shown"

  /// Keys of some providers look alike: of those whose key it can be the one that the processes themselves name.
  private func owner(of fragment: KeyFragment?, besides provider: String?, _ assembly: Assembly) -> String {
    let owners = fragment?.fits.filter { $0 != provider } ?? []
    var meant: Set<String> = []
    for process in assembly.suspects.map(\.process) {
      meant.formUnion(process.announcements.flatMap { $0.first[0].slots })
      meant.formUnion(process.claims.compactMap { $0.first[0].provider })
    }
    let named = owners.filter { meant.contains($0) }
    let names = (named.isEmpty ? owners : named).compactMap { scene.lexicon.provider(id: $0)?.name }
    return (1...2).contains(names.count) ? names.joined(separator: " or ") : "another provider"
  }

  /// Who has what a thread or child lacks, where no peer is seen.
  private static func origin(of assembly: Assembly) -> String {
    if assembly.suspects.contains(where: { $0.process.parent != nil }) { return "the process that started it" }
    return assembly.suspects.contains { $0.occurrences.contains(where: \.isInThread) } ? "its main thread" : "the process itself"
  }

  /// No more than lines show: a peer's word is no success, and work done shows no variable.
  private static func has(_ assembly: Assembly, isOfPeers: Bool) -> String {
    guard isOfPeers, let peer = assembly.examinations.lazy.compactMap({ $0.peers.first }).first else { return "has it" }
    if peer.works == nil { return "has it" }
    return peer.exhibit.signal == .success ? "works" : "has it and works"
  }

  /// One name as it is; of several, `each of …`, so that the verb stays as it is.
  private static func each(_ names: [String]) -> String {
    var distinct: [String] = []
    for name in names where !distinct.contains(name) { distinct.append(name) }
    guard distinct.count > 1 else { return distinct.first ?? "a process" }
    let shown = distinct.prefix(2).joined(separator: distinct.count == 2 ? " and " : ", ")
    return "each of " + (distinct.count == 2 ? shown : "\(shown) and \(distinct.count - 2) more")
  }

  private static func name(_ member: Incident.Member) -> String {
    let name = member.service ?? member.name ?? "a process"
    let details = [member.pid.map { "pid \($0)" }, member.entrypoint].compactMap { $0 }
    return details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))"
  }

  /// Each condition names one value or several, with `|` between them.
  private static func holds(_ conditions: [String: String], _ values: [String: String]) -> Bool {
    conditions.allSatisfy { condition in
      condition.value.split(separator: "|").contains { $0 == values[condition.key] ?? "" }
    }
  }
}

extension String {
  /// Without the first occurrence of `part`.
  fileprivate func replacing(_ part: String) -> String {
    guard let at = utf8Index(of: part) else { return self }
    let start = utf8.index(startIndex, offsetBy: at)
    return String(self[..<start]) + String(self[utf8.index(start, offsetBy: part.utf8.count)...])
  }
}
