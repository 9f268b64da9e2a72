import CulpritRules
import CulpritSignals

/// A credential was sent and refused: placeholders and mangled values first, then its age.
extension Examination {
  mutating func examineRefusal() {
    let refusals = suspect.refusals.map { $0.first[0] }
    let shown = suspect.refusals.flatMap { $0.first.prefix(3) }.flatMap(exhibits)
    for fragment in suspect.echoes { argue(fragment, .fragment, 1.25, by: exhibits(echoing: fragment)) }
    if suspect.echoes.isEmpty || showsOwner, let (fragment, claim) = shownFragment {
      argue(fragment, .fragment, 1.0, by: [exhibit(claim, of: process)] + shown.prefix(1))
    }
    if let misnomer { argue(.misnamed, .claim, strength(ofMisnomer: misnomer), by: [exhibit(misnomer, of: process)]) }
    for failure in refusals {
      switch failure.signal {
      case .credentialRevoked: argue(.revoked, .wording, 1.5, by: [exhibit(failure)])
      case .credentialExpired: argue(.expired, .wording, 1.5, by: [exhibit(failure)])
      case .credentialMalformed: argue(.mangled, .wording, 1.5, by: [exhibit(failure)])
      case .endpointMismatch:
        argue(.wrongClient, .wording, 1.2, by: [exhibit(failure)])
        argue(.wrongEndpoint, .wording, 1.1, by: [exhibit(failure)])
        argue(.foreignKey, .wording, 0.5, by: [exhibit(failure)])
      default: break
      }
    }
    examineAge(shown: shown)
  }

  /// The provider's name in a variable that nothing reads, in a process that has no other and never worked: what was
  /// refused may have been nothing. A key that was seen, or has worked, was there.
  private func strength(ofMisnomer misnomer: CredentialClaim) -> Double {
    if isValueless { return 2.2 }
    let wasThere = !suspect.echoes.isEmpty || presence != nil || !scene.successes(of: process, at: provider).isEmpty
    return wasThere || misnomer.isListing ? 0.6 : 1.5
  }

  /// Echo or display says that no value was sent at all.
  private var isValueless: Bool {
    (suspect.echoes + [shownFragment?.0].compactMap { $0 }).contains { fragment in
      switch fragment.reading {
      case .placeholder, .missingValue, .empty: true
      default: false
      }
    }
  }

  private func exhibits(echoing fragment: KeyFragment) -> [Argument.Exhibit] {
    suspect.failures.map { $0.first[0] }.filter { $0.echo == fragment }.prefix(2).map(exhibit)
  }

  /// What the visible part of the key says.
  mutating func argue(_ fragment: KeyFragment, _ kind: Argument.Class, _ strength: Double, by exhibits: [Argument.Exhibit]) {
    switch fragment.reading {
    case .placeholder: argue(.placeholder, kind, strength, by: exhibits)
    case .localDummy:
      argue(.wrongEndpoint, kind, strength, by: exhibits)
      argue(.placeholder, kind, strength * 0.7, by: exhibits)
    case .missingValue:
      argue(.placeholder, kind, strength, by: exhibits)
      argue(.absent, kind, strength * 0.5, by: exhibits)
      if let presence { argue(.readTooEarly, .comparison, 1.2, by: exhibits + [exhibit(presence, of: process)]) }
      if let peer = peers.first { argue(.notInherited, .comparison, peer.strength * 0.8, by: [peer.exhibit]) }
    case .empty:
      argue(.empty, kind, strength * 0.8, by: exhibits)
    case .mangled(.length) where isOfAnother(fragment):
      argue(.foreignKey, kind, strength, by: exhibits)
      argue(.mangled, kind, strength * 0.4, by: exhibits)
    case .mangled(.length) where isLongerThanKnown(fragment):
      // What is cut is too short; a longer one may be of a kind that came later.
      argue(.mangled, kind, strength * 0.55, by: exhibits)
      argue(.rejected, kind, 0.5, by: exhibits)
    case .mangled(let how):
      argue(.mangled, kind, strength, by: exhibits)
      if how == .length || how == .prose { argue(.foreignKey, kind, strength * 0.4, by: exhibits) }
    case .key(let fits): argue(key: fragment, fits: fits, kind, strength, by: exhibits)
    case .unreadable: argue(length: fragment, by: exhibits)
    }
  }

  /// Begins as another provider's keys alone do, whatever became of its rest.
  private func isOfAnother(_ fragment: KeyFragment) -> Bool {
    guard fragment.isDistinctive, !fragment.head.isEmpty else { return false }
    let owners = scene.lexicon.providers.filter { owner in
      owner.keyShapes.contains { $0.isDistinctive && !$0.prefix.isEmpty && fragment.head.hasPrefix($0.prefix) }
    }
    return !owners.isEmpty && !owners.contains { $0.id == provider }
  }

  private func isLongerThanKnown(_ fragment: KeyFragment) -> Bool {
    guard let length = fragment.length, let provider, let known = scene.lexicon.provider(id: provider) else { return false }
    let lengths = known.keyShapes.filter { $0.prefix.isEmpty || fragment.head.hasPrefix($0.prefix) }.flatMap(\.lengths)
    return lengths.max().map { length > $0 } ?? false
  }

  private mutating func argue(
    key fragment: KeyFragment, fits: [String], _ kind: Argument.Class, _ strength: Double, by exhibits: [Argument.Exhibit]
  ) {
    guard let provider, let known = scene.lexicon.provider(id: provider) else { return }
    if fits.contains(provider) || known.keyShapes.isEmpty {
      // The right shape: neither foreign nor mangled. A tail alone seldom shows one.
      if Self.showsShape(fragment, of: known) {
        argue(.rejected, kind, 0.35, by: exhibits)
      } else if Self.lacksSuffix(fragment, of: known) {
        // A peer's key that ends as they all do shows that this slot holds such keys.
        let isProved = peers.contains { peer in peer.fragment.map { !Self.lacksSuffix($0, of: known) && $0.tail.utf8.count == 4 } ?? false }
        argue(.foreignKey, kind, strength * (isProved ? 0.85 : 0.6), by: exhibits)
        argue(.mangled, kind, strength * 0.3, by: exhibits)
      }
      return
    }
    if fits.isEmpty {
      argue(.foreignKey, kind, strength * 0.55, by: exhibits)
      argue(.mangled, kind, strength * 0.5, by: exhibits)
      return
    }
    argue(foreign: fits, kind, strength, by: exhibits)
  }

  /// A key of another provider: in the wrong slot, under the wrong client, or at the wrong host.
  private mutating func argue(foreign owners: [String], _ kind: Argument.Class, _ strength: Double, by exhibits: [Argument.Exhibit]) {
    let answerers = suspect.occurrences.map(\.answerer)
    let client = answerers.first { $0.client != nil && !$0.isSharedClient }?.client
    let model = answerers.compactMap(\.modelProvider).first
    let slots = process.announcements.flatMap { $0.first.flatMap(\.slots) }
    if let client, owners.contains(client) {
      argue(.wrongEndpoint, kind, strength, by: exhibits)
      argue(.foreignKey, kind, strength * 0.4, by: exhibits)
    } else if let model, owners.contains(model), model != provider {
      argue(.wrongClient, kind, strength, by: exhibits)
      argue(.wrongEndpoint, kind, strength * 0.8, by: exhibits)
      argue(.foreignKey, kind, strength * 0.5, by: exhibits)
    } else if slots.contains(where: { owners.contains($0) }), !slots.contains(where: { $0 == provider }) {
      argue(.wrongClient, kind, strength * 0.9, by: exhibits)
      argue(.foreignKey, kind, strength * 0.8, by: exhibits)
    } else {
      argue(.foreignKey, kind, strength, by: exhibits)
      argue(.wrongEndpoint, kind, strength * 0.35, by: exhibits)
    }
  }

  /// A length that is none of this provider's.
  private mutating func argue(length fragment: KeyFragment, by exhibits: [Argument.Exhibit]) {
    guard let length = fragment.length, length > 0, let provider else { return }
    if fragments.length(length, fits: provider) {
      argue(.rejected, .fragment, 0.2, by: exhibits)
      return
    }
    let others = scene.lexicon.providers.filter { $0.id != provider && $0.keyShapes.contains { $0.lengths.contains(length) } }
    argue(others.isEmpty ? .mangled : .foreignKey, .fragment, 0.9, by: exhibits)
    argue(others.isEmpty ? .foreignKey : .mangled, .fragment, 0.5, by: exhibits)
  }

  // MARK: - Age

  /// Whether the refused credential worked before, or another one works elsewhere.
  private mutating func examineAge(shown: [Argument.Exhibit]) {
    let isKnown = isOfRightShape
    let first = suspect.refusals.map { $0.first[0].origin }.min { Order.precedes($0, $1) }
    let last = suspect.refusals.map(\.last.origin).max { Order.precedes($0, $1) }
    guard let first, let last else { return }
    let isNameOnly = suspect.refusals.allSatisfy { ($0.first[0].wordings.first?.rank ?? .sentence) <= .className }
    argue(.rejected, .wording, isKnown ? 1.0 : isNameOnly ? 0.5 : 0.85, by: shown)
    if !isKnown {
      argueUndefined()
      // The application's word counts where nothing of the value is shown and it never worked before.
      if let lack, lack.rank != .probed, scene.successes(of: process, at: provider).isEmpty {
        argue(.absent, .claim, 1.7, by: [exhibit(lack, of: process)])
        arguePeers()
      }
    }
    if !isKnown {
      // Refused without an echo by somebody who never worked: a foreign key and a placeholder look the same.
      argue(.foreignKey, .wording, 0.2, by: [])
      argue(.placeholder, .wording, 0.05, by: [])
    }
    argueWorkedBefore(first: first, last: last)
    arguePeersWork(isKnown: isKnown)
  }

  /// Whether the log itself shows of the refused key whose it is, where the echo has its last letters alone.
  private var showsOwner: Bool {
    guard let shown = shownFragment?.0, shown.isDistinctive, !shown.head.isEmpty else { return false }
    return suspect.echoes.allSatisfy { $0.head.isEmpty && (shown.tail.isEmpty || $0.tail == shown.tail) }
  }

  private var isOfRightShape: Bool {
    let fragments = suspect.echoes.isEmpty || showsOwner ? [shownFragment?.0].compactMap { $0 } : suspect.echoes
    return fragments.contains { fragment in
      guard case .key(let fits) = fragment.reading else { return false }
      guard let provider, let known = scene.lexicon.provider(id: provider) else { return !fits.isEmpty }
      return fits.contains(provider) && Self.showsShape(fragment, of: known)
    }
  }

  /// Whether enough is seen: four last letters fit nearly everybody's keys, but few are hexadecimal by chance, or
  /// end as one vendor's do.
  private static func showsShape(_ fragment: KeyFragment, of provider: Provider) -> Bool {
    if !fragment.head.isEmpty || fragment.length != nil || provider.keyShapes.isEmpty { return true }
    return provider.keyShapes.contains { $0.alphabet == "0-9a-f" || !$0.suffix.isEmpty && fragment.tail.hasSuffix($0.suffix) }
  }

  /// A tail that the vendor's keys never have: all of its own end alike.
  private static func lacksSuffix(_ fragment: KeyFragment, of provider: Provider) -> Bool {
    let shapes = provider.keyShapes
    // A prefix that begins others stands for keys that no list knows.
    let keys = shapes.filter { shape in
      shape.kind == "api-key" && !shapes.contains { $0.prefix != shape.prefix && $0.prefix.hasPrefix(shape.prefix) }
    }
    return fragment.tail.utf8.count == 4 && !keys.isEmpty && keys.allSatisfy { !$0.suffix.isEmpty && !fragment.tail.hasSuffix($0.suffix) }
  }

  private mutating func argueWorkedBefore(first: Origin, last: Origin) {
    let strong = scene.successes(of: process, at: provider)
    let before = strong.filter { Order.isBefore($0.origin, first) ?? false }
    let between = strong.filter { (Order.isBefore(first, $0.origin) ?? false) && (Order.isBefore($0.origin, last) ?? false) }
    if let other = otherKey { argue(.rotated, .comparison, 1.3, by: [exhibit(other.claim, of: other.owner)]) }
    if let success = before.last ?? (isNameless ? between.last : nil) {
      // What alternates is no rotation: a pool of keys, of which some are dead. Without a pid it may be two processes.
      if between.count >= 2, !isNameless { argue(.rejected, .comparison, 0.7, by: [exhibit(between[0], of: process)]) }
      else { argue(.rotated, .comparison, isNameless ? 0.9 : 1.2, by: [exhibit(success, of: process)]) }
    } else if process.key.pid != nil || process.service != nil,
      let work = scene.finishedWork(of: process, like: suspect.occurrences).last(where: { Order.isBefore($0.origin, first) ?? false })
    {
      argue(.rotated, .comparison, 0.9, by: [exhibit(work, of: process)])
    } else if process.key.pid != nil || process.service != nil, strong.isEmpty, let work = workBefore(first, last) {
      argue(.rotated, .comparison, 0.6, by: [exhibit(work, of: process)])
    } else if process.key.pid != nil || process.service != nil, strong.isEmpty, suspect.occurrences.count > 1,
      suspect.occurrences.allSatisfy(\.units.isEmpty), let work = scene.steadyWork(of: process, before: first).last
    {
      argue(.rotated, .comparison, 0.6, by: [exhibit(work, of: process)])
    }
    if let event = scene.events(.credentialRotated, about: process).first { argue(.rotated, .comparison, 1.1, by: [exhibit(event)]) }
  }

  /// The last piece of work of that kind before the first refusal, where none follows it.
  private func workBefore(_ first: Origin, _ last: Origin) -> WorkMark? {
    let related = scene.relatedWork(of: process, like: suspect.occurrences)
    let before = related.filter { Order.isBefore($0.origin, first) ?? false }
    guard before.count > 1, before.count == related.count else { return nil }
    return before.last
  }

  /// Several processes may stand behind it: no pid, or the first pid of containers that nothing tells apart.
  private var isNameless: Bool { process.key.pid == nil || process.key.pid == 1 && process.container == nil && process.service == nil }

  /// Another key of the same variable, shown somewhere and refused nowhere.
  private var otherKey: (claim: CredentialClaim, owner: Process)? {
    let refused = Set(suspect.echoes.map(\.tail).filter { !$0.isEmpty })
    guard !refused.isEmpty else { return nil }
    for owner in scene.speakers {
      for claim in scene.claims(of: owner, at: provider, variable: suspect.variable) {
        guard let tail = claim.fragment?.tail, tail.count == 4, !refused.contains(tail) else { continue }
        let isRefused = owner.failures.contains { $0.first[0].echo?.tail == tail }
        if !isRefused, !scene.successes(of: owner, at: provider).isEmpty || !scene.finishedWork(of: owner, like: suspect.occurrences).isEmpty {
          return (claim, owner)
        }
      }
    }
    return nil
  }

  /// A peer with another key of the same provider works; with the same key it would speak against rotation.
  private mutating func arguePeersWork(isKnown: Bool) {
    let own = suspect.echoes.first ?? shownFragment?.0
    guard let peer = peers.first(where: { peer in
      guard let own, let other = peer.fragment, !own.tail.isEmpty, !other.tail.isEmpty else {
        // Its word that it has a key is no sign that the key works.
        return peer.exhibit.signal == .success
      }
      return own.tail != other.tail
    }) else { return }
    let hasOtherTail = own.map { own in peer.fragment.map { !$0.tail.isEmpty && !own.tail.isEmpty } ?? false } ?? false
    // Last letters that differ tell two keys apart, not whose the refused one is.
    let strength = hasOtherTail && isKnown ? max(peer.strength, 0.9) * 1.3 : hasOtherTail ? peer.strength * 0.35 : isKnown ? max(peer.strength, 0.75) * 1.25 : peer.strength * 0.4
    argue(.rotated, .comparison, strength, by: [peer.exhibit])
  }
}
