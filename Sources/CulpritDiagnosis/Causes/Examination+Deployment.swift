import CulpritIntake
import CulpritRules
import CulpritSignals

/// `wrong-provider` by what the other processes of the deployment are set up for.
extension Examination {
  /// Nobody in the deployment has a key of this provider, and all who work do so with another: what lacks may be a
  /// default that nobody chose.
  mutating func argueLonely(_ provider: String) {
    let others = scene.speakers.filter { $0.key != process.key }
    func names(_ other: Process) -> Set<String> {
      let slots = other.announcements.flatMap { $0.first[0].slots }
      let held = other.claims.map { $0.first[0] }.filter { $0.state == .present && !$0.isMisnomer }.compactMap(\.provider)
      return Set(slots + held + other.requests.compactMap { $0.first[0].provider })
    }
    guard presence?.provider != provider, scene.successes(of: process, at: provider).isEmpty,
      !suspect.occurrences.contains(where: { namesOwn(provider, $0) }),
      !others.contains(where: { names($0).contains(provider) || $0.claims.contains { $0.first[0].variable == suspect.variable && suspect.variable != nil } })
    else { return }
    guard let other = others.first(where: { !names($0).isEmpty && works($0) }) else { return }
    let told = other.announcements.map { $0.first[0] }.first { !$0.slots.isEmpty }
    let shown = told.map { announcement in
      Argument.Exhibit(
        signal: .announcement, pattern: nil, process: other.key, origin: announcement.origin, text: announcement.text,
        reason: ExhibitReason.setting)
    }
    argue(.wrongClient, .comparison, 0.8, by: [shown ?? scene.successes(of: other, at: nil).first.map { exhibit($0, of: other) }].compactMap { $0 })
  }

  /// It was answered, or finished something, and nothing of it fails.
  private func works(_ other: Process) -> Bool {
    guard other.failures.isEmpty else { return false }
    return !scene.successes(of: other, at: nil).isEmpty || !other.work.isEmpty
  }

  /// The process names an address of this provider as its own, and nothing else in it speaks of that one: a client
  /// that many providers share asks with another's key there. A peer that does the same work without that address
  /// shows whose key it is.
  mutating func argueAddress(_ provider: String) {
    guard let failure = suspect.refusals.first?.first[0], failure.answerer.client == nil || failure.answerer.isSharedClient,
      failure.answerer.variableProvider != provider, failure.answerer.modelProvider != provider, presence?.provider != provider
    else { return }
    let addressed = scene.speakers.filter { names($0, address: provider) }
    guard let announcement = address(of: provider, in: process), scene.speakers.allSatisfy({ scene.successes(of: $0, at: provider).isEmpty }),
      !process.announcements.contains(where: { $0.first[0].slots.contains(provider) }),
      // Where others work at the same address the key is of the right kind.
      !addressed.contains(where: { $0.key != process.key && !scene.finishedWork(of: $0, like: suspect.occurrences).isEmpty })
    else { return }
    let shown = Argument.Exhibit(
      signal: .announcement, pattern: nil, process: process.key, origin: announcement.origin, text: announcement.text,
      reason: ExhibitReason.setting)
    let peer = scene.speakers.first { other in
      other.key != process.key && !names(other, address: provider) && other.failures.isEmpty && doesTheSame(other)
    }
    guard let peer, let work = work(of: peer) else {
      argue(.wrongEndpoint, .host, 0.5, by: [shown])
      return
    }
    argue(.wrongEndpoint, .host, 0.5, by: [shown])
    argue(.wrongEndpoint, .comparison, 0.6, by: [shown, exhibit(work, of: peer)])
    argue(.foreignKey, .comparison, 0.6, by: [shown])
  }

  /// What both finish, by the same sentence; else the last that it finished.
  private func work(of peer: Process) -> WorkMark? {
    let own = Set(process.work.map { $0.first[0].work.template })
    let alike = peer.work.filter { Scene.isFinished($0.first[0].work.template) && own.contains($0.first[0].work.template) }
    return (alike.last ?? peer.work.last { Scene.isFinished($0.first[0].work.template) })?.last
  }

  private func names(_ process: Process, address provider: String) -> Bool { address(of: provider, in: process) != nil }

  private func address(of provider: String, in process: Process) -> Announcement? {
    process.announcements.flatMap(\.first).first { said in said.hosts.contains { scene.lexicon.provider(ofHost: $0) == provider } }
  }

  /// Whether the other prints three of the sentences that this process prints too.
  private func doesTheSame(_ other: Process) -> Bool {
    let own = Set(process.work.map { $0.first[0].work.template })
    return other.work.count { own.contains($0.first[0].work.template) } >= 3
      || !scene.finishedWork(of: other, like: suspect.occurrences).isEmpty
  }
}
