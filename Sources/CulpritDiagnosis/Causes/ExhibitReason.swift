import CulpritRules
import CulpritSignals

/// What a line of evidence shows, in a few words that stand above it.
///
/// `owner` is the name of a process that is not the suspect's; nil for the suspect's own lines.
enum ExhibitReason {
  static func of(_ failure: Failure) -> String {
    if let echo = failure.echo, let shown = fragment(echo) { return "the provider shows the key that it got: \(shown)" }
    return switch failure.signal {
    case .credentialAbsent: "the client finds no key"
    case .credentialNotSent: "the provider says that no key came"
    case .credentialBlank: "the key that it sends is blank"
    case .credentialMalformed: "the value cannot be a key"
    case .credentialRefused: "the provider refuses the key"
    case .credentialRevoked: "the provider says that the key was switched off"
    case .credentialExpired: "the provider says that the key has expired"
    case .endpointMismatch: "the provider says that the key belongs elsewhere"
    default: "the provider refuses the request, without saying why"
    }
  }

  static func of(_ claim: CredentialClaim, owner: String?) -> String {
    let who = owner ?? "it"
    let name = claim.variable ?? "the key"
    let prefix = claim.rank == .probed ? "the probe saw: " : ""
    if claim.isMisnomer { return prefix + "\(who) has \(name), which no client reads" }
    if let fragment = claim.fragment, let shown = Self.fragment(fragment) { return prefix + "the key that \(who) has: \(shown)" }
    return prefix + (claim.rank == .application ? "\(who) says that " : "") + state(claim, name)
  }

  private static func state(_ claim: CredentialClaim, _ name: String) -> String {
    switch claim.state {
    case .present: "\(name) is there"
    case .absent: "\(name) is not there"
    case .empty: "\(name) is there, but blank"
    case .undefined: "a client was made with undefined"
    }
  }

  /// `when`: before or after the suspect's first failure, where that is known.
  static func of(_ request: RequestLine, owner: String?, when: String) -> String {
    request.succeeded ? "\(owner ?? "it") was answered\(when)" : "\(owner ?? "its request") was refused\(when)"
  }

  static func work(owner: String?, when: String) -> String { "\(owner ?? "it") finished such work\(when)" }

  static func of(_ event: RuntimeEvent) -> String {
    let name = event.variable ?? "the variable"
    return switch event.signal {
    case .variableBlank: "the runner has no value for \(name), and sets a blank one"
    case .environmentLoaded: "the environment is loaded only here"
    case .secretUnavailable: "its secret cannot be read"
    case .credentialRotated: "a key was replaced"
    case .variableShadowed: "of two variables one wins"
    default: "the runner says so"
    }
  }

  static let setting = "what it is set up for"

  /// `sk-proj-…a1B2, 164 characters`; nil where nothing of it is visible.
  static func fragment(_ fragment: KeyFragment) -> String? {
    let ends = fragment.head.isEmpty && fragment.tail.isEmpty ? nil : "\(fragment.head)…\(fragment.tail)"
    let parts = [ends, fragment.length.map { "\($0) characters" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
