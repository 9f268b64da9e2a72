import CulpritRules

/// One pattern as a file of its own, `runners/mine.yaml`, that takes the place of the built-in one.
enum PatternFile {
  static func text(of pattern: Pattern, _ note: PatternNote?) -> String {
    var lines = ["# runners/mine.yaml in a folder of yours: takes the place of the rule with this id", "id: mine"]
    lines += ["name: Rules of my own", "patterns:", "  - id: \(pattern.id)", "    signal: \(pattern.signal.rawValue)"]
    lines += ["    pattern: \(quoted(pattern.regex))", "    literals: [\(pattern.literals.map(quoted).joined(separator: ", "))]"]
    if let provider = pattern.provider { lines.append("    provider: \(provider)") }
    if let sdk = pattern.sdk { lines.append("    sdk: \(quoted(sdk))") }
    if !pattern.values.isEmpty {
      let pairs = pattern.values.sorted { $0.key < $1.key }.map { "\($0.key): \(quoted($0.value))" }
      lines.append("    set: {\(pairs.joined(separator: ", "))}")
    }
    if pattern.isAmbiguous { lines.append("    ambiguous: true") }
    if let versions = note?.versions { lines.append("    versions: \(quoted(versions))") }
    lines.append("    source: \(quoted(note?.source ?? "observed: "))")
    lines += list("examples", note?.examples ?? []) + list("near_misses", note?.nearMisses ?? [])
    if let shared = note?.sharedWith, !shared.isEmpty { lines.append("    shared_with: [\(shared.joined(separator: ", "))]") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ key: String, _ texts: [String]) -> [String] {
    ["    \(key):"] + texts.map { "      - \(quoted($0))" }
  }

  /// In single quotes where all of it stays on its line, else in double ones with escapes.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard !isPlain else { return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" }
    var escaped = ""
    for letter in text.unicodeScalars {
      switch letter {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\r": escaped += "\\r"
      case _ where letter.value < 0x20 || letter.value == 0x7F:
        let digits = String(letter.value, radix: 16)
        escaped += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: escaped.unicodeScalars.append(letter)
      }
    }
    return "\"\(escaped)\""
  }
}
