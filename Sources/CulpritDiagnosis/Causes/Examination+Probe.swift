import CulpritRules
import CulpritSignals

/// What a probe saw in the process itself, as it started: nothing in a log is surer.
extension Examination {
  mutating func examineProbe() {
    // What a provider echoes was really sent, wherever the program took it from.
    guard let probed, suspect.echoes.allSatisfy({ $0.fits.isEmpty }) else { return }
    let shown = [exhibit(probed, of: process)]
    switch probed.state {
    case .absent: argueProbedAbsence(by: shown)
    case .empty: argue(.empty, .probe, 1, by: shown)
    case .undefined: argue(.placeholder, .probe, 1, by: shown)
    case .present: argueProbedPresence(probed, by: shown)
    }
  }

  /// The claim of a probe that counts: of the variable that failed, else of the provider's first that is there.
  var probed: CredentialClaim? {
    let all = claims.filter { $0.rank == .probed && !$0.isMisnomer }
    if let named = all.first(where: { $0.variable != nil && $0.variable == suspect.variable }) { return named }
    let own = all.filter { $0.provider != nil && $0.provider == provider }
    let order = scene.lexicon.providers.first { $0.id == provider }?.variables.map(\.name) ?? []
    let usual = order.lazy.compactMap { name in own.first { $0.variable == name } }.first
    return own.first { $0.state == .present } ?? own.first { $0.state != .absent } ?? usual
  }

  private mutating func argueProbedAbsence(by shown: [Argument.Exhibit]) {
    if let misnomer, misnomer.rank == .probed {
      argue(.misnamed, .probe, 1.2, by: shown + [exhibit(misnomer, of: process)])
    } else if !suspect.refusals.isEmpty, let stranger = probedStranger {
      // Something was sent, and the only key that is there belongs elsewhere.
      argue(.wrongEndpoint, .probe, 1, by: shown + [exhibit(stranger, of: process)])
      argue(.foreignKey, .probe, 0.8, by: shown + [exhibit(stranger, of: process)])
    }
    argue(.absent, .probe, probedStranger == nil || suspect.refusals.isEmpty ? 0.9 : 0.5, by: shown)
    guard let peer = probedPeer else { return }
    let isContained = process.container != peer.process.container
    argue(isContained ? .secretScope : .notInherited, .probe, 1.1, by: shown + [exhibit(peer.claim, of: peer.process)])
  }

  /// A key of another provider that a probe saw in this process.
  private var probedStranger: CredentialClaim? {
    process.claims.flatMap(\.kept).first { claim in
      claim.rank == .probed && claim.state == .present && claim.provider != nil && claim.provider != provider && !claim.isMisnomer
    }
  }

  /// A process in which a probe saw the variable that is absent here.
  private var probedPeer: (process: Process, claim: CredentialClaim)? {
    for other in scene.speakers where other.key != process.key {
      let claim = scene.claims(of: other, at: provider, variable: probed?.variable).first {
        $0.rank == .probed && $0.state == .present && $0.variable == probed?.variable
      }
      if let claim { return (other, claim) }
    }
    return nil
  }

  private mutating func argueProbedPresence(_ claim: CredentialClaim, by shown: [Argument.Exhibit]) {
    guard let fragment = claim.fragment else { return }
    // It was there, and the client did not get it: a thread, or a client that reads something else.
    guard !suspect.refusals.isEmpty else { return argue(.readTooEarly, .probe, 0.4, by: shown) }
    argue(fragment, .probe, 1, by: shown)
    guard case .key(let fits) = fragment.reading, let provider, fits.contains(provider) else { return }
    argue(.rejected, .probe, 0.9, by: shown)
    guard let peer = probedPeer, let other = peer.claim.fragment, !other.tail.isEmpty, other.tail != fragment.tail else { return }
    // Another key is in use beside it, and works: this one was replaced.
    if !scene.successes(of: peer.process, at: provider).isEmpty {
      argue(.rotated, .probe, 1, by: shown + [exhibit(peer.claim, of: peer.process)])
    }
  }
}
