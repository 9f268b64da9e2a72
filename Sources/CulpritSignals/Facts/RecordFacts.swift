package import CulpritIntake

/// Everything that one record tells, redacted.
package struct RecordFacts: Sendable {
  package var origin: Origin
  package var level: Level?
  /// How many records tell this: the one itself, and earlier ones that were only counted.
  package var occurrences = 1
  /// One for each branch that ends in a verdict of its own; mostly one or none.
  package var failures: [Failure] = []
  package var claims: [CredentialClaim] = []
  package var requests: [RequestLine] = []
  package var announcements: [Announcement] = []
  package var runtimeEvents: [RuntimeEvent] = []
  /// An error without a word of credentials or neighbours: it may join a failure nearby, or stay unexplained.
  package var bareChain: Failure?
  /// Templates of wordings that are quoted here, not said: prompts, titles, answers.
  package var mentions: [String] = []
  /// Of a record that tells no failure: perhaps a unit of work that went well.
  package var work: Work?
  /// Of a record with numbers in its head, what it says, digits folded: a pid stands before many sentences, a line
  /// of a source file before one.
  package var sentence: UInt64?
  /// A failure word stands in it, or it is a warning or worse.
  package var tellsFailure = false

  package init(origin: Origin) {
    self.origin = origin
  }

  package var isEmpty: Bool {
    failures.isEmpty && claims.isEmpty && requests.isEmpty && announcements.isEmpty && runtimeEvents.isEmpty
  }
}

/// What a record without failure words says, to be compared with what failing units of work say.
package struct Work: Hashable, Sendable {
  /// With digits, ids and quoted texts folded.
  package var template: String
  package var text: RedactedText
  /// Nouns before numbers and ids (`job 17`), in lower case.
  package var units: [String]

  package init(template: String, text: RedactedText, units: [String]) {
    self.template = template
    self.text = text
    self.units = units
  }
}

/// Where a fact was found: its record's place, writer and time.
package struct Origin: Hashable, Comparable, Sendable {
  package var place: Place
  package var writer: Writer
  package var time: Timestamp?
  /// Integers of its head that nothing else claims: candidates for a pid.
  package var numbers: [HeadNumber]
  /// The record could not be told from another writer's with certainty.
  package var isUncertain: Bool

  package init(
    place: Place, writer: Writer, time: Timestamp?, numbers: [HeadNumber] = [], isUncertain: Bool = false
  ) {
    self.place = place
    self.writer = writer
    self.time = time
    self.numbers = numbers
    self.isUncertain = isUncertain
  }

  /// By place alone: a place is where one record begins.
  package static func < (a: Self, b: Self) -> Bool { a.place < b.place }
}
