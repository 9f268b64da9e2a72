package import CulpritRules

/// What a runner or framework says of environments, secrets and builds.
package struct RuntimeEvent: Hashable, Sendable {
  package var origin: Origin
  package var signal: SignalName
  package var pattern: String
  package var variable: String?
  /// The app, service or unit that it is about, where it names one.
  package var subject: String?
  package var text: RedactedText

  package init(origin: Origin, signal: SignalName, pattern: String, text: RedactedText) {
    self.origin = origin
    self.signal = signal
    self.pattern = pattern
    self.text = text
  }
}
