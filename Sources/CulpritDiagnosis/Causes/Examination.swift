import CulpritIntake
import CulpritRules
import CulpritSignals

/// Looks at one suspect from all sides and collects the arguments for each subcause.
struct Examination {
  let suspect: Suspect
  let scene: Scene
  let fragments: KeyFragmentReader
  var arguments: [Argument] = []

  init(_ suspect: Suspect, scene: Scene, fragments: KeyFragmentReader) {
    self.suspect = suspect
    self.scene = scene
    self.fragments = fragments
    if !suspect.lacks.isEmpty { examineLack() }
    if !suspect.refusals.isEmpty { examineRefusal() }
    examineProvider()
    examineProbe()
  }

  var process: Process { suspect.process }
  var provider: String? { suspect.provider }

  mutating func argue(_ subcause: Subcause, _ kind: Argument.Class, _ strength: Double, by exhibits: [Argument.Exhibit]) {
    arguments.append(Argument(subcause: subcause, kind: kind, strength: strength, exhibits: exhibits))
  }

  // MARK: - Exhibits

  func exhibit(_ failure: Failure) -> Argument.Exhibit {
    var origin = failure.origin
    if let place = failure.wordings.first?.place { origin.place = place }
    return Argument.Exhibit(
      signal: failure.wordings.first?.signal ?? .authenticationFailed, pattern: failure.wordings.first?.pattern,
      process: process.key, origin: origin, text: failure.text, reason: ExhibitReason.of(failure),
      signs: signs(of: failure))
  }

  /// The echo; the words that a pattern asks for are added when the line is shown.
  private func signs(of failure: Failure) -> [String] {
    let verdict = failure.verdict.map { failure.links[$0].message.description.prefix(24) } ?? ""
    return [failure.echo?.tail ?? "", String(verdict)].filter { $0.utf8.count >= 4 }
  }

  /// Nil for the suspect's own process.
  private func name(of owner: Process) -> String? { owner.key == process.key ? nil : owner.family }

  private func when(_ origin: Origin) -> String {
    switch Order.isBefore(origin, suspect.first.origin) {
    case true: " before the failure"
    case false: Order.isBefore(suspect.last.origin, origin) ?? false ? " after the failure" : ""
    default: ""
    }
  }

  /// The wording's line, and where the chain's last head stands far from it, that one too.
  func exhibits(_ failure: Failure) -> [Argument.Exhibit] {
    let main = exhibit(failure)
    guard let last = failure.links.map(\.place).max(), last.source == main.origin.place.source,
      last.offset > main.origin.place.offset + 1_000
    else { return [main] }
    var other = main
    other.origin.place = last
    return [main, other]
  }

  func exhibit(_ claim: CredentialClaim, of owner: Process) -> Argument.Exhibit {
    Argument.Exhibit(
      signal: claim.fragment == nil ? .credentialState : .keyDisplay, pattern: claim.pattern, process: owner.key,
      origin: claim.origin, text: claim.text, reason: ExhibitReason.of(claim, owner: name(of: owner)),
      signs: [claim.variable ?? "", claim.fragment?.tail ?? "", claim.provider ?? ""].filter { $0.utf8.count >= 4 })
  }

  func exhibit(_ request: RequestLine, of owner: Process) -> Argument.Exhibit {
    Argument.Exhibit(
      signal: request.succeeded ? .success : .requestLine, pattern: nil, process: owner.key, origin: request.origin,
      text: request.text, reason: ExhibitReason.of(request, owner: name(of: owner), when: when(request.origin)),
      signs: [request.host].filter { !$0.isEmpty })
  }

  func exhibit(_ mark: WorkMark, of owner: Process) -> Argument.Exhibit {
    Argument.Exhibit(
      signal: .success, pattern: nil, process: owner.key, origin: mark.origin, text: mark.work.text,
      reason: ExhibitReason.work(owner: name(of: owner), when: when(mark.origin)))
  }

  func exhibit(_ event: RuntimeEvent) -> Argument.Exhibit {
    Argument.Exhibit(
      signal: event.signal, pattern: event.pattern, process: nil, origin: event.origin, text: event.text,
      reason: ExhibitReason.of(event), signs: [event.variable ?? ""].filter { !$0.isEmpty })
  }

  // MARK: - What the process says of itself

  var claims: [CredentialClaim] {
    scene.claims(of: process, at: provider, variable: suspect.variable)
  }

  /// Says that it has the credential; a claim of a near name is none.
  var presence: CredentialClaim? { claims.first { $0.state == .present && !$0.isMisnomer } }
  var lack: CredentialClaim? { claims.first { $0.state == .absent && !$0.isMisnomer } }
  var blank: CredentialClaim? { claims.first { $0.state == .empty && !$0.isMisnomer } }
  /// Also one that no process of its source owns: a line without a header before the failure.
  var undefined: CredentialClaim? {
    if let own = claims.first(where: { $0.state == .undefined }) { return own }
    // A line without a header, or one that went to the only process that announced itself.
    let unbound = scene.speakers.filter {
      ($0.key.pid == nil || process.key.pid == nil) && !$0.ownSources.isDisjoint(with: process.ownSources)
    }
    return unbound.flatMap { scene.claims(of: $0, at: provider, variable: suspect.variable) }.filter { claim in
      claim.state == .undefined && suspect.failures.contains { Order.isBefore(claim.origin, $0.last.origin) ?? false }
    }.min { Order.precedes($0.origin, $1.origin) }
  }
  var misnomer: CredentialClaim? { misnomers.first { !isOfSetting($0) } }

  /// An address that somebody gave, in a variable that the client does not read.
  var unreadAddress: CredentialClaim? { misnomers.first(where: isOfSetting) }

  /// Its own, and those of the process that handed it the environment.
  private var misnomers: [CredentialClaim] {
    let parent = process.parent.flatMap { scene[$0] }
    return (process.claims + (parent?.claims ?? [])).flatMap(\.kept).filter { $0.isMisnomer && $0.state == .present && ($0.provider == provider || provider == nil) }
  }

  private func isOfSetting(_ claim: CredentialClaim) -> Bool { claim.variable.map(scene.lexicon.isMisnomerOfSetting) ?? false }

  /// What its own log shows of its key, echoes left out.
  var shownFragment: (KeyFragment, CredentialClaim)? {
    if let probed, let fragment = probed.fragment { return (fragment, probed) }
    for claim in claims.reversed() {
      guard let fragment = claim.fragment, fragment.reading != .unreadable || fragment.length != nil else { continue }
      if claim.provider == nil, fragment.isDistinctive, fragment.fits.contains(where: uses) { continue }
      return (fragment, claim)
    }
    return nil
  }

  /// Whether the process has another provider beside the suspect's: a key that names nobody may be that one's.
  private func uses(_ other: String) -> Bool {
    guard other != provider else { return false }
    return process.announcements.contains { $0.first[0].slots.contains(other) } || process.requests.contains { $0.first[0].provider == other }
      || process.claims.contains { $0.first[0].provider == other && $0.first[0].fragment != nil }
  }

  // MARK: - Peers

  /// A process that uses the same credential or variable.
  struct Peer {
    var process: Process
    /// How surely it has what the suspect lacks: 1 for answered requests, less for its word and for work done.
    var strength: Double
    var exhibit: Argument.Exhibit
    var fragment: KeyFragment?
    /// Shows that it works, where its own word is the exhibit; else the exhibit.
    var works: Argument.Exhibit?

    /// All lines that show what is said of it.
    var exhibits: [Argument.Exhibit] { [exhibit] + (works.map { $0 == exhibit ? [] : [$0] } ?? []) }
  }

  /// Peers that have the credential and work, surest first.
  var peers: [Peer] {
    var found: [Peer] = []
    let someoneLacks = scene.speakers.contains { other in
      scene.claims(of: other, at: provider, variable: suspect.variable).contains { $0.state != .present && $0.provider != nil }
    }
    for other in scene.speakers where other.key != process.key {
      let failing = other.failures.contains { tally in
        Suspect.credentialSignals.contains(tally.first[0].signal) && !tally.first[0].isHandled && !tally.first[0].isWeaklyTold
      }
      let said = scene.claims(of: other, at: provider, variable: suspect.variable).filter { !$0.isMisnomer && (!$0.isListing || $0.provider == provider) }
      let present = said.first { $0.state == .present && ($0.provider != nil || $0.fragment != nil) }
      let fragment = said.compactMap(\.fragment).last
      if said.contains(where: { $0.state != .present && ($0.provider == provider || $0.variable == suspect.variable) }) { continue }
      let work = failing ? nil : scene.finishedWork(of: other, like: suspect.occurrences).last
      if let success = scene.successes(of: other, at: provider).last, provider != nil {
        let shown = exhibit(success, of: other)
        found.append(Peer(process: other, strength: 1, exhibit: shown, fragment: fragment, works: shown))
      } else if let present, !failing {
        found.append(
          Peer(
            process: other, strength: present.provider == nil ? 0.6 : 0.9, exhibit: exhibit(present, of: other), fragment: fragment,
            works: work.map { exhibit($0, of: other) }))
      } else if let work, !someoneLacks || lack != nil, scene.successes(of: other, at: nil).isEmpty {
        let shown = exhibit(work, of: other)
        found.append(Peer(process: other, strength: 0.5, exhibit: shown, fragment: nil, works: shown))
      }
    }
    return found.sorted { ($0.strength, $1.process.key) > ($1.strength, $0.process.key) }
  }
}
