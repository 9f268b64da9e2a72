/// What a record says of a credential's state.
package struct CredentialClaim: Hashable, Sendable {
  package enum State: String, Hashable, Sendable {
    case present, absent, empty
    /// The text `undefined` or `None`, or a client made with it.
    case undefined
  }

  /// How strong the claim is, strongest first.
  package enum Rank: Int, Hashable, Comparable, Sendable {
    /// A probe of ours looked, in the process itself.
    case probed = 4
    /// A fragment or a length of the value is shown.
    case shown = 3
    /// An SDK or a runtime says so.
    case library = 2
    /// The application's own word.
    case application = 1
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  package var origin: Origin
  /// As printed, where a whole identifier stands there.
  package var variable: String?
  /// Id of the provider that the name belongs to.
  package var provider: String?
  package var state: State
  package var rank: Rank
  package var fragment: KeyFragment?
  /// Whom a runner's line is about, where it names somebody else than its writer.
  package var subject: String?
  /// Id of the pattern; nil for the recogniser.
  package var pattern: String?
  /// One of many variables in one record: a listing of configuration.
  package var isListing: Bool
  /// A near name of the right one: nothing reads it.
  package var isMisnomer: Bool
  package var text: RedactedText

  package init(origin: Origin, state: State, rank: Rank, text: RedactedText) {
    self.origin = origin
    self.state = state
    self.rank = rank
    self.text = text
    isListing = false
    isMisnomer = false
  }
}
