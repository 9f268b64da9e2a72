/// The name of a kind of signal, from the closed list in `Patterns/signals.yaml`.
package struct SignalName: Hashable, Comparable, Sendable, RawRepresentable {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension SignalName {
  // What an SDK or provider says of a credential.
  /// No credential was given to a client; said before anything was sent.
  package static let credentialAbsent = Self(rawValue: "credential-absent")
  /// The provider says that no key reached it.
  package static let credentialNotSent = Self(rawValue: "credential-not-sent")
  /// A blank credential was put into a header.
  package static let credentialBlank = Self(rawValue: "credential-blank")
  /// A credential that no header can carry, or that has no shape of a key (newline, quotes).
  package static let credentialMalformed = Self(rawValue: "credential-malformed")
  /// The provider does not accept the credential; may echo a part of it.
  package static let credentialRefused = Self(rawValue: "credential-refused")
  /// The provider says that the credential or its account was switched off.
  package static let credentialRevoked = Self(rawValue: "credential-revoked")
  /// The provider says that the credential's time is over.
  package static let credentialExpired = Self(rawValue: "credential-expired")
  /// The answer says that the credential belongs to another endpoint, region or audience.
  package static let endpointMismatch = Self(rawValue: "endpoint-mismatch")
  /// An authentication failure is told without saying what was wrong (a code, a bare 401).
  package static let authenticationFailed = Self(rawValue: "authentication-failed")

  // Neighbours: failures that look alike and are not a credential's fault.
  package static let quotaExhausted = Self(rawValue: "quota-exhausted")
  package static let rateLimited = Self(rawValue: "rate-limited")
  package static let permissionDenied = Self(rawValue: "permission-denied")
  package static let modelNotFound = Self(rawValue: "model-not-found")
  package static let regionBlocked = Self(rawValue: "region-blocked")
  package static let contextLength = Self(rawValue: "context-length")
  package static let network = Self(rawValue: "network")
  package static let serverError = Self(rawValue: "server-error")
  package static let ownAuth = Self(rawValue: "own-auth")
  package static let otherAuth = Self(rawValue: "other-auth")

  // What runners and frameworks say of processes and environments.
  /// A process names its pid or script as it starts. Groups: pid, script, service.
  package static let processAnnounced = Self(rawValue: "process-announced")
  /// Another process was started. Groups: pid, script, service.
  package static let processSpawned = Self(rawValue: "process-spawned")
  /// Another process ended. Groups: pid, service, status.
  package static let processExited = Self(rawValue: "process-exited")
  /// An environment file was loaded (dotenv, Next.js, ConfigModule). Groups: count, file.
  package static let environmentLoaded = Self(rawValue: "environment-loaded")
  /// A runner says that a variable is not set or blank. Groups: variable, service.
  package static let variableBlank = Self(rawValue: "variable-blank")
  /// A secret was not found or not readable. Groups: secret, service.
  package static let secretUnavailable = Self(rawValue: "secret-unavailable")
  /// A credential was changed or reloaded while processes ran. Groups: variable.
  package static let credentialRotated = Self(rawValue: "credential-rotated")
  /// Of two variables that are both set, one wins. Groups: variable.
  package static let variableShadowed = Self(rawValue: "variable-shadowed")
  /// A line of a build step, not of a running process.
  package static let buildStep = Self(rawValue: "build-step")
  /// A lack that a program gets along with: it goes on without the feature.
  package static let featureDisabled = Self(rawValue: "feature-disabled")

  // Found by recognisers, not by patterns.
  package static let credentialState = Self(rawValue: "credential-state")
  package static let keyDisplay = Self(rawValue: "key-display")
  package static let requestLine = Self(rawValue: "request-line")
  package static let success = Self(rawValue: "success")
  package static let announcement = Self(rawValue: "announcement")
  package static let peerComparison = Self(rawValue: "peer-comparison")

  package static let neighbours: Set<Self> = [
    .quotaExhausted, .rateLimited, .permissionDenied, .modelNotFound, .regionBlocked, .contextLength,
    .network, .serverError, .ownAuth, .otherAuth,
  ]
}

/// A line of `Patterns/signals.yaml`.
package struct SignalDefinition: Hashable, Sendable {
  package var name: SignalName
  /// What is known when this signal was found, in one sentence.
  package var sentence: String
  /// What to do instead, where it is a neighbour; else nil.
  package var remedy: String?

  package init(name: SignalName, sentence: String, remedy: String? = nil) {
    self.name = name
    self.sentence = sentence
    self.remedy = remedy
  }
}
