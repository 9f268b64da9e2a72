import CulpritIntake
import CulpritRules
import CulpritSignals

/// `missing-env`: the right credential never reached the process.
extension Examination {
  mutating func examineLack() {
    let failures = suspect.lacks.flatMap { $0.first.prefix(3) }
    let said = failures.flatMap(exhibits)
    argue(.absent, .wording, 0.75, by: said)
    if failures.contains(where: { $0.signal == .credentialBlank }) { argue(.empty, .wording, 1.4, by: said) }
    if failures.contains(where: { $0.signal == .credentialNotSent }) { argue(.empty, .wording, 0.7, by: said) }
    argueNames()
    argueBlank()
    argueInheritance()
    argueTiming()
    arguePeers()
    if let lack { argue(.absent, .claim, 0.6, by: [exhibit(lack, of: process)]) }
    // What the client does not find though the process says it is there: another moment, or another process's word.
    else if let presence, presence.provider == provider, presence.provider != nil {
      argue(.readTooEarly, .claim, 0.6, by: [exhibit(presence, of: process)])
      argue(.notInherited, .claim, 0.5, by: [exhibit(presence, of: process)])
      argueContradiction(presence, 0.45)
    } else if let presence, presence.variable == nil, presence.provider == nil, presence.fragment == nil {
      // A key is there, and nobody says whose.
      argueContradiction(presence, 0.45)
    }
  }

  /// Its own word and its client's contradict each other: it may be another client that asks, and another key that is
  /// there.
  private mutating func argueContradiction(_ presence: CredentialClaim, _ strength: Double) {
    guard presence.rank == .application, suspect.lacks.allSatisfy({ $0.first[0].moduleLoad == nil }) else { return }
    argue(.wrongClient, .comparison, strength, by: [exhibit(presence, of: process)])
  }

  /// There under another name, or a text that stands for nothing.
  private mutating func argueNames() {
    if let misnomer { argue(.misnamed, .claim, 2.0, by: [exhibit(misnomer, of: process)]) }
    if let (fragment, claim) = shownFragment {
      switch fragment.reading {
      case .placeholder: argue(.placeholder, .fragment, 1.2, by: [exhibit(claim, of: process)])
      case .mangled: argue(.mangled, .fragment, 1.2, by: [exhibit(claim, of: process)])
      default: break
      }
    }
    argueUndefined()
  }

  /// A client was built with nothing: the environment came later, or never to this thread or child.
  mutating func argueUndefined() {
    guard let undefined else { return }
    let shown = exhibit(undefined, of: process)
    argue(.absent, .claim, 1.3, by: [shown])
    let neighbours = scene.speakers.filter { !$0.ownSources.isDisjoint(with: process.ownSources) }
    let said = neighbours.flatMap { other in
      scene.claims(of: other, at: provider, variable: suspect.variable).map { (owner: other, claim: $0) }
    }
    let later = said.first {
      $0.claim.state == .present && $0.claim.provider != nil && Order.isBefore(undefined.origin, $0.claim.origin) ?? false
    }
    if let (owner, claim) = later { argue(.readTooEarly, .comparison, 1.2, by: [shown, exhibit(claim, of: owner)]) }
    if let presence {
      // Of its own threads and children it speaks for others; alone it contradicts itself.
      let isPart = failsInThread(Set(suspect.occurrences.compactMap(\.origin.writer.thread))) || process.parent != nil
      argue(.notInherited, .comparison, isPart ? 1.1 : 0.7, by: [shown, exhibit(presence, of: process)])
    }
    argueInheritance()
    if process.parent == nil { arguePeers() }
  }

  private mutating func argueBlank() {
    let warnings = scene.events(.variableBlank, about: process).filter { event in
      event.variable == nil || suspect.variable == nil || event.variable == suspect.variable
        || scene.lexicon.provider(ofVariable: event.variable ?? "") == provider
    }
    if let warning = warnings.first { argue(.empty, .claim, 1.8, by: [exhibit(warning)]) }
    if let blank {
      // Length 0 alone is no proof beside a peer that has the variable.
      argue(.empty, .claim, peers.isEmpty ? 1.5 : 0.9, by: [exhibit(blank, of: process)])
    }
  }

  /// A thread or child lacks what its own parent has.
  mutating func argueInheritance() {
    if let parent = process.parent, let owner = scene[parent] {
      let own = scene.claims(of: owner, at: provider, variable: suspect.variable).first { $0.state == .present && !$0.isMisnomer }
      if let own { argue(.notInherited, .comparison, 1.4, by: [exhibit(own, of: owner)]) }
      else if let success = scene.successes(of: owner, at: provider).first {
        argue(.notInherited, .comparison, 1.3, by: [exhibit(success, of: owner)])
      }
    }
    let threads = Set(suspect.occurrences.compactMap(\.origin.writer.thread))
    if let presence, failsInThread(threads) { argue(.notInherited, .comparison, 1.3, by: [exhibit(presence, of: process)]) }
  }

  /// Frames of a pool's worker, or a thread of its own beside a main thread that works.
  private func failsInThread(_ threads: Set<String>) -> Bool {
    if suspect.occurrences.contains(where: \.isInThread) { return true }
    let works = !scene.successes(of: process, at: provider).isEmpty || !scene.finishedWork(of: process, like: suspect.occurrences).isEmpty
    return !threads.isEmpty && works
  }

  /// Read as a module loads, before the environment is loaded: needs a second sign.
  private mutating func argueTiming() {
    if let early = blank ?? lack, early.rank != .probed,
      let loaded = scene.events(.environmentLoaded, about: process).first(where: { Order.isBefore(early.origin, $0.origin) ?? false })
    {
      // It was not there as the process began, and a file was loaded after that.
      let shown = [exhibit(early, of: process), exhibit(loaded)]
      argue(.readTooEarly, .comparison, 1.5, by: shown)
      argue(.readTooEarly, .claim, 0.9, by: shown)
    }
    let loads = suspect.occurrences.filter { $0.moduleLoad != nil }
    guard let failure = loads.first, let load = failure.moduleLoad else {
      if let presence, suspect.lacks.contains(where: { $0.first[0].signal == .credentialNotSent }) || undefined != nil {
        argue(.readTooEarly, .comparison, 1.0, by: [exhibit(presence, of: process)])
      }
      return
    }
    let shown = exhibit(failure)
    if let loaded = scene.events(.environmentLoaded, about: process).first(where: { Order.isBefore(failure.origin, $0.origin) ?? false }) {
      argue(.readTooEarly, .frame, 1.9, by: [shown, exhibit(loaded)])
    } else if let presence {
      argue(.readTooEarly, .frame, 1.7, by: [shown, exhibit(presence, of: process)])
    } else if load.isImported, load.importer != nil {
      argue(.readTooEarly, .frame, 1.5, by: [shown])
    } else {
      argue(.readTooEarly, .frame, 0.5, by: [shown])
    }
  }

  /// A peer has it.
  mutating func arguePeers() {
    let unavailable = scene.events(.secretUnavailable, about: process)
    if let event = unavailable.first { argue(.secretScope, .comparison, 1.4, by: [exhibit(event)]) }
    // Who has it himself is not helped by knowing who else has.
    guard !saysItHas, let peer = peers.first else { return }
    let isContained = process.container != peer.process.container || isBuild || isFunction
    let subcause: Subcause = isContained ? .secretScope : .notInherited
    let other: Subcause = isContained ? .notInherited : .secretScope
    let strength = max(peer.strength, 0.7)
    argue(subcause, .comparison, strength, by: peer.exhibits)
    argue(other, .comparison, strength * 0.45, by: [peer.exhibit])
  }

  /// The whole process, not a part of it that its main thread or parent speaks for.
  private var saysItHas: Bool {
    guard let presence, presence.provider != nil, process.parent == nil else { return false }
    return !failsInThread(Set(suspect.occurrences.compactMap(\.origin.writer.thread)))
  }

  private var isBuild: Bool { !scene.events(.buildStep, about: process).isEmpty }
  private var isFunction: Bool { suspect.first.origin.writer.constants.contains { $0.name.hasPrefix("function") } || process.announcements.contains { $0.first[0].pattern?.hasPrefix("lambda") ?? false } }
}
