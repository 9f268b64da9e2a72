import CulpritIntake
import CulpritRules
import CulpritSignals

/// `wrong-provider` by who was asked and who answered, where no fragment tells it.
extension Examination {
  mutating func examineProvider() {
    guard let provider else { return }
    let failures = suspect.refusals.map { $0.first[0] }
    for failure in failures {
      argueClient(failure, provider: provider)
      argueDialect(failure, provider: provider)
      if let wrapped = failure.answerer.wrapped, wrapped != provider { argue(.wrongEndpoint, .host, 1.0, by: [exhibit(failure)]) }
    }
    if suspect.refusals.isEmpty {
      argueHiddenDefault(provider)
      argueOtherKey(provider)
      argueOtherUse(provider)
      argueUnreadKey(provider)
      argueOtherModel(provider)
      argueLonely(provider)
    }
    argueAddress(provider)
    argueForeignRoute(provider)
    argueStrangeBody(provider)
    argueSameKey(provider)
    if let unreadAddress, !suspect.refusals.isEmpty { argue(.wrongEndpoint, .claim, 1.6, by: [exhibit(unreadAddress, of: process)]) }
    argueHosts(provider)
  }

  /// The answer's words are those of another provider than the one that was meant to be asked.
  private mutating func argueDialect(_ failure: Failure, provider: String) {
    guard failure.signal != .endpointMismatch, let told = failure.wordings.first(where: { $0.provider != nil })?.provider else { return }
    let asked = failure.answerer.wrapped ?? failure.answerer.client ?? failure.answerer.variableProvider
    guard let asked, asked != told else { return }
    let named = process.announcements.contains { $0.first[0].slots.contains(told) } || presence?.provider == told
    if !named { argue(.wrongEndpoint, .host, 0.9, by: [exhibit(failure)]) }
  }

  /// An SDK of one provider at the host of another, where no peer works.
  private mutating func argueClient(_ failure: Failure, provider: String) {
    guard failure.answerer.hostProvider != nil || failure.answerer.dialect != nil,
      let client = failure.answerer.client, client != provider
    else { return }
    let peersWork = !scene.speakers.allSatisfy { $0.key == process.key || scene.successes(of: $0, at: provider).isEmpty }
    if failure.answerer.isSharedClient {
      // An OpenAI client at Groq or DeepSeek is legitimate where the process names that provider or a peer works there.
      let named = process.announcements.contains { $0.first[0].slots.contains(provider) } || presence?.provider == provider
        || failure.answerer.variableProvider == provider || failure.answerer.modelProvider == provider
        || !scene.successes(of: process, at: provider).isEmpty
      if !named, !peersWork { argue(.wrongEndpoint, .host, 1.0, by: [exhibit(failure)]) }
    } else {
      argue(.wrongEndpoint, .host, 0.9, by: [exhibit(failure)])
    }
  }

  /// A memory or embedding client lacks a key while the process is set up for another provider.
  private mutating func argueHiddenDefault(_ provider: String) {
    guard let failure = suspect.lacks.first?.first[0], lack == nil || hasAnother(provider, for: failure) else { return }
    // What a process does not say of itself, its peers may say of the deployment.
    let speakers = process.announcements.contains { !$0.first[0].slots.isEmpty } ? [process] : scene.speakers
    let announced = speakers.flatMap { speaker in speaker.announcements.filter { !$0.first[0].slots.isEmpty }.map { (speaker, $0.first[0]) } }
    if announced.isEmpty, presence == nil, Self.speaksOfDefault(failure) {
      // The log does not tell what the process is set up for: a default of the framework is not excluded.
      argue(.wrongClient, .comparison, 0.25, by: [])
    }
    guard !announced.isEmpty, !announced.contains(where: { $0.1.slots.contains(provider) }) else { return }
    // Peers that are set up for different providers each speak for themselves, and so does who fails.
    guard speakers.count == 1 || Set(announced.map(\.1.slots)).count == 1, !namesOwn(provider, failure) else { return }
    let strength = Self.speaksOfDefault(failure) ? 1.3 : 1.0
    let shown = announced.first.map { speaker, announcement in
      Argument.Exhibit(
        signal: .announcement, pattern: nil, process: speaker.key, origin: announcement.origin, text: announcement.text,
        reason: ExhibitReason.setting)
    }
    argue(.wrongClient, .comparison, strength, by: [exhibit(failure)] + [shown].compactMap { $0 })
  }

  /// `engine.unavailable engine=gemini`: the failing record says that its provider is meant.
  func namesOwn(_ provider: String, _ failure: Failure) -> Bool {
    guard let head = failure.head?.description, head.utf8.count < 300 else { return false }
    return HeadValues.values(of: head).contains { value in
      value.split(separator: "=").last.map { scene.lexicon.provider(amongWords: Identifier.words(of: String($0))) == provider } ?? false
    }
  }

  /// `openai=no anthropic=yes`, and what fails is what frameworks build by themselves: the process knows that it lacks
  /// the one, and is set up for the other.
  private func hasAnother(_ provider: String, for failure: Failure) -> Bool {
    guard Self.speaksOfDefault(failure) else { return false }
    return process.claims.map { $0.first[0] }.contains { $0.state == .present && $0.provider != nil && $0.provider != provider && !$0.isMisnomer }
  }

  /// Another provider answers the process, and nothing else says that this one is meant: sure only where what
  /// fails is what frameworks build by themselves.
  private mutating func argueOtherUse(_ provider: String) {
    guard presence == nil, let failure = suspect.lacks.first?.first[0], lack == nil || hasAnother(provider, for: failure),
      scene.successes(of: process, at: provider).isEmpty,
      !process.announcements.contains(where: { $0.first[0].slots.contains(provider) }),
      let other = scene.successes(of: process, at: nil).last
    else { return }
    argue(.wrongClient, .comparison, Self.speaksOfDefault(failure) ? 1.2 : 0.5, by: [exhibit(failure), exhibit(other, of: process)])
  }

  /// A client of one provider is built for a model of another, and has no key.
  private mutating func argueOtherModel(_ provider: String) {
    guard lack == nil, presence == nil, let failure = suspect.lacks.first?.first[0], failure.signal == .credentialAbsent,
      let model = failure.answerer.modelProvider, model != provider, failure.answerer.client == provider
    else { return }
    argue(.wrongClient, .host, 1.0, by: [exhibit(failure)])
  }

  /// The route of Azure's client at somebody else's host: the key travels where nobody looks for it.
  private mutating func argueForeignRoute(_ provider: String) {
    guard provider != "azure-openai", let request = process.requests.flatMap(\.kept).first(where: { request in
      !request.succeeded && request.provider == provider && request.text.description.containsBytes("/openai/deployments/")
    }) else { return }
    argue(.wrongEndpoint, .host, 1.3, by: [exhibit(request, of: process)])
    argue(.wrongClient, .host, 1.1, by: [exhibit(request, of: process)])
  }

  /// OpenAI's client prints a status alone where it cannot read the body: somebody else answered.
  private mutating func argueStrangeBody(_ provider: String) {
    guard provider == "openai", suspect.echoes.isEmpty, let failure = suspect.refusals.first?.first[0], failure.answerer.hostProvider == nil,
      failure.answerer.dialect == nil, Self.endsWithStatus(failure)
    else { return }
    argue(.wrongEndpoint, .host, 0.8, by: [exhibit(failure)])
  }

  private static func endsWithStatus(_ failure: Failure) -> Bool {
    let texts = (failure.links.last.map { [$0.message.description] } ?? []) + [failure.text.description]
    return texts.contains { text in
      guard let at = text.utf8Index(of: "Error code: 401") else { return false }
      return text.utf8.dropFirst(at + 15).allSatisfy { !($0 >= 48 && $0 <= 57 || $0 >= 65 && $0 <= 90 || $0 >= 97 && $0 <= 122) }
    }
  }

  /// A peer works with the very key that is refused here: it is asked for elsewhere.
  private mutating func argueSameKey(_ provider: String) {
    guard !suspect.refusals.isEmpty, let (own, claim) = shownFragment, own.tail.utf8.count >= 3 else { return }
    for other in scene.speakers where other.key != process.key && other.failures.isEmpty {
      let same = scene.claims(of: other, at: provider, variable: suspect.variable).first { $0.fragment?.tail == own.tail && $0.provider == claim.provider }
      guard let same, scene.successes(of: other, at: provider).isEmpty, !scene.finishedWork(of: other, like: suspect.occurrences).isEmpty else { continue }
      return argue(.wrongEndpoint, .comparison, 0.9, by: [exhibit(claim, of: process), exhibit(same, of: other)])
    }
  }

  /// Memory, embeddings and retrieval: the clients that frameworks build by default, whatever the chat's provider.
  private static func speaksOfDefault(_ failure: Failure) -> Bool {
    if failure.isOfDefaultClient { return true }
    // An application may be called `knowledge-bot`: of frames only those of libraries count.
    let libraries = failure.links.compactMap { $0.frame }.filter { frame in
      ["site-packages", "dist-packages", "node_modules"].contains { frame.file.contains($0) }
    }
    let frames = libraries.map { $0.file + " " + ($0.function ?? "") }
    let texts = failure.links.map { $0.message.description } + frames + [failure.head?.description ?? "", failure.text.description]
    return texts.map { $0.lowercased() }.contains { text in
      !text.contains("out of memory") && defaultClients.contains { text.contains($0) }
    }
  }

  private static let defaultClients = [
    "embed", "memory", "remember", "vector", "chroma", "mem0", "knowledge", "retriev", "rerank", "faiss", "/rag", "_rag", " rag ", "rag_",
  ]

  /// The process says that it has the key of another provider, and nothing of this one's: what lacks may be a
  /// client that a framework builds by default.
  private mutating func argueOtherKey(_ provider: String) {
    let own = process.claims.map { $0.first[0] }.filter { !$0.isListing && !$0.isMisnomer }
    let isDefault = (suspect.lacks.first?.first[0]).map(Self.speaksOfDefault) ?? false
    guard !own.contains(where: { ($0.provider == provider || $0.provider == nil) && !(isDefault && $0.state == .absent) }),
      let other = own.first(where: { $0.state == .present && $0.provider != nil })
    else { return }
    argue(.wrongClient, .comparison, isDefault ? 1.2 : 0.6, by: [exhibit(other, of: process)])
  }

  /// A host that the process names nowhere read no key from a client that always sends one: it may be another's,
  /// which that host does not take for a key.
  private mutating func argueUnreadKey(_ provider: String) {
    guard let failure = suspect.lacks.first?.first[0], failure.signal == .credentialNotSent, failure.answerer.isSharedClient,
      failure.answerer.client != provider, failure.answerer.variableProvider != provider, failure.answerer.modelProvider != provider,
      lack == nil, !process.announcements.contains(where: { $0.first[0].slots.contains(provider) }), presence?.provider != provider
    else { return }
    argue(.wrongEndpoint, .host, 0.6, by: [exhibit(failure)])
    argue(.foreignKey, .wording, 0.3, by: [])
  }

  /// The same credential is accepted at another host.
  private mutating func argueHosts(_ provider: String) {
    // Of a request that nobody answered nothing was refused.
    let shown = suspect.refusals.isEmpty ? nil : shownFragment?.0
    let tails = Set((suspect.echoes + [shown].compactMap { $0 }).map(\.tail).filter { $0.utf8.count == 4 })
    guard !tails.isEmpty else { return }
    for other in scene.speakers where other.key != process.key {
      let same = scene.claims(of: other, at: nil, variable: nil).first { claim in claim.fragment.map { tails.contains($0.tail) } ?? false }
      guard let same else { continue }
      guard let success = scene.successes(of: other, at: nil).first else {
        // One key in the slots of two providers, of whom one alone complains.
        if let owner = same.provider, owner != provider, other.failures.isEmpty, shown != nil {
          argue(.foreignKey, .fragment, 0.8, by: [exhibit(same, of: other)])
        }
        continue
      }
      guard success.provider != provider else { continue }
      argue(.wrongEndpoint, .comparison, 1.2, by: [exhibit(same, of: other), exhibit(success, of: other)])
      if suspect.echoes.isEmpty { argue(.foreignKey, .comparison, 1.2, by: [exhibit(same, of: other), exhibit(success, of: other)]) }
    }
  }
}
