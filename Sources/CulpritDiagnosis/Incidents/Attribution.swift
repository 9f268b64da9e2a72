import CulpritIntake
import CulpritRules
import CulpritSignals

/// Whose failure it is: makes one provider of the facts that a failing record shows.
struct Attribution {
  let scene: Scene
  private var lexicon: Lexicon { scene.lexicon }

  /// The provider that was called, or would have been; nil where nothing names one.
  func provider(of failure: Failure, in process: Process) -> String? {
    let answerer = failure.answerer
    if let host = answerer.hostProvider { return host }
    // A refusal came from somewhere: the request line beside it tells the host.
    if Self.wasSent(failure), let request = nearestRequest(to: failure, in: process) { return request }
    if let dialect = answerer.dialect { return dialect }
    let wording = failure.wordings.first { $0.provider != nil && !$0.isAmbiguous }?.provider
    if Self.wasSent(failure), let wording { return wording }
    if let wrapped = answerer.wrapped { return wrapped }
    if let wording { return wording }
    // A shared client names nobody; who answered did, be it in words that others use too.
    if Self.wasSent(failure), answerer.isSharedClient, let told = failure.wordings.compactMap(\.provider).first { return told }
    if let client = answerer.client, !answerer.isSharedClient { return client }
    if let model = answerer.modelProvider { return model }
    if let variable = answerer.variableProvider { return variable }
    if let ambiguous = second(attributionOf: failure, in: process) { return ambiguous }
    return nil
  }

  /// An ambiguous wording needs a second attribution: an SDK, the process's own slot, two weak names.
  private func second(attributionOf failure: Failure, in process: Process) -> String? {
    let answerer = failure.answerer
    let hosts = process.announcements.flatMap { $0.first.flatMap(\.hosts) }.compactMap { lexicon.provider(ofHost: $0) }
    if Set(hosts).count == 1, let host = hosts.first { return host }
    let slots = Set(process.announcements.flatMap { $0.first.flatMap(\.slots) })
    let named = failure.wordings.compactMap(\.provider).first
    if let named, slots.contains(named) || answerer.client == named || answerer.words.contains(named) { return named }
    if let named, listed(by: process).contains(named) { return named }
    if let client = answerer.client { return slots.count == 1 && answerer.isSharedClient ? slots.first : client }
    if let sdk = answerer.sdks.first, let provider = lexicon.provider(amongWords: Identifier.words(of: sdk)) { return provider }
    if slots.count == 1, let slot = slots.first { return slot }
    // Weak names count by twos: a word of the record and the same of the process's own claims or requests.
    let own = Set(process.claims.compactMap { $0.first[0].provider } + process.requests.compactMap { $0.first[0].provider })
    let weak = answerer.words.filter { own.contains($0) }
    if weak.count == 1 { return weak[0] }
    if answerer.words.count == 1, own.isEmpty, !failure.links.isEmpty { return answerer.words[0] }
    return onlyCredential(of: process, for: failure)
  }

  /// Providers whose variables the process lists among its settings, or its parent says to have, be it in another
  /// spelling.
  private func listed(by process: Process) -> Set<String> {
    let parent = process.parent.flatMap { scene[$0] }
    let claims = process.claims.filter { $0.first[0].isListing } + (parent?.claims ?? [])
    return Set(claims.map { $0.first[0] }.filter { $0.state == .present }.compactMap(\.provider))
  }

  /// The one provider whose variables are listed, where only one's are.
  func onlyListed(by process: Process) -> String? {
    let providers = listed(by: process)
    return providers.count == 1 ? providers.first : nil
  }

  /// What only the SDKs of providers print is of the one provider whose credential the process says to have.
  private func onlyCredential(of process: Process, for failure: Failure) -> String? {
    guard Self.wasSent(failure), failure.text.description.containsBytes("Error code: ") else { return nil }
    let held = process.claims.map { $0.first[0] }.filter { $0.state == .present && !$0.isListing && !$0.isMisnomer }
    let providers = Set(held.compactMap(\.provider))
    return providers.count == 1 ? providers.first : nil
  }

  /// Whether a request went out: refusals are answers, lacks are not.
  static func wasSent(_ failure: Failure) -> Bool {
    switch failure.signal {
    case .credentialAbsent, .credentialBlank, .credentialMalformed: false
    default: true
    }
  }

  /// The provider of the last failing request of the process within two seconds before the failure.
  private func nearestRequest(to failure: Failure, in process: Process) -> String? {
    let told = failure.wordings.first { $0.provider != nil }?.provider
    var best: (RequestLine, Double)?
    for request in process.requests.flatMap(\.kept) where !request.succeeded && request.provider != nil {
      guard let before = Order.isBefore(request.origin, failure.origin), before else { continue }
      if let status = request.status, let own = failure.status, status != own { continue }
      let seconds = Order.seconds(from: request.origin, to: failure.origin)
        ?? Double(failure.origin.place.offset - request.origin.place.offset) / 4_096
      guard seconds >= 0, seconds <= 2 else { continue }
      // Of requests side by side the one whose provider speaks so is meant.
      if told != nil, request.provider == told { return told }
      guard seconds <= best?.1 ?? 2 else { continue }
      best = (request, seconds)
    }
    return best?.0.provider
  }
}
