import CulpritRegex
import CulpritRules

/// A pattern as its file has it, before the checks that need all files.
struct PatternDraft {
  var pattern: Pattern
  var position: RulePosition
  var signalPlace: FilePlace
  /// The node of the regex, for places inside it.
  var regexText: PlacedText
  /// Nil where it does not compile; that was reported.
  var regex: CompiledPattern?
  var literals: [PlacedText]
  var examples: [RuleExample]
  var nearMisses: [RuleExample]
  var sharedWith: [PlacedText]
  var source: String
  var versions: String?
  var origin: Origin

  /// Which folder the pattern stands in.
  enum Origin: Sendable {
    case provider, runner
  }

  var id: String { pattern.id }
  var file: String { position.file }

  /// - Parameter file: its name inside the folder of rules.
  func note(in file: String) -> PatternNote {
    PatternNote(
      id: id, file: file, source: source, versions: versions, examples: examples.map(\.line),
      nearMisses: nearMisses.map(\.line), sharedWith: sharedWith.map(\.text))
  }

  func sharesLines(with id: String) -> Bool {
    sharedWith.contains { $0.text == id }
  }
}

/// A line that a rule must match, or must not.
struct RuleExample {
  var line: String
  /// Texts that named groups must have; empty for a near miss.
  var values: [String: PlacedText]
  var place: FilePlace
}
