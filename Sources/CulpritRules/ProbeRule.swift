/// A few lines of one language which, put at the start of a process, log what Culprit reads as certain.
///
/// What they log is one line of `key=value` pairs: the time, `msg=` and the marker, pid, entrypoint, and for each
/// variable `absent`, `empty`, or presence with a class of shape, a class of length and the last four characters.
package struct ProbeRule: Hashable, Sendable {
  /// Of a runtime: `node`.
  package var id: String
  /// As people call it: `Node.js`.
  package var name: String
  /// Other words by which it is asked for.
  package var aliases: [String]
  /// The name that a file with nothing else in it would have.
  package var file: String
  /// What stands around each name of a variable in the code; may be empty.
  package var quote: String
  /// What stands between two of them.
  package var separator: String
  /// With `@variables@` and `@prefixes@`.
  package var code: String

  package init(
    id: String, name: String, aliases: [String] = [], file: String, quote: String, separator: String, code: String
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.file = file
    self.quote = quote
    self.separator = separator
    self.code = code
  }

  /// Stands in each line of a probe; its number rises with the format.
  package static let marker = "culprit-probe/1"
  package static let placeholders = ["@variables@", "@prefixes@"]

  /// The lines for these variables; names that are none are left out.
  ///
  /// - Parameter prefixes: public beginnings of keys; the longest ones win.
  package func lines(variables: [String], prefixes: [String]) -> String {
    let names = variables.filter(Self.isVariable).map { quote + $0 + quote }.joined(separator: separator)
    let beginnings = Set(prefixes.filter(Self.isPlain)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    // A dot is the only sign of a prefix that means something in a regex.
    let alternatives = beginnings.map { $0.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "[.]") }
    return Self.replacing(
      "@prefixes@", by: alternatives.isEmpty ? "sk-" : alternatives.joined(separator: "|"),
      in: Self.replacing("@variables@", by: names, in: code))
  }

  /// Capitals, digits and underscores, as every shell and every SDK writes a variable.
  package static func isVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, (65...90).contains(first) || first == 95, name.utf8.count <= 100 else { return false }
    return name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
  }

  private static func isPlain(_ prefix: String) -> Bool {
    !prefix.isEmpty && prefix.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || [45, 46, 95].contains(byte)
    }
  }

  private static func replacing(_ part: String, by text: String, in whole: String) -> String {
    var copy = whole
    for range in whole.ranges(of: part).reversed() { copy.replaceSubrange(range, with: text) }
    return copy
  }
}
