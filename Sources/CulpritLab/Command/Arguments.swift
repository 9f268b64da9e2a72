/// Words of a command line: options with and without a value, and the rest.
struct Arguments {
  private var values: [String: [String]] = [:]
  private(set) var paths: [String] = []

  struct Problem: Error {
    var message: String
  }

  /// `options` take a value, as `--json FILE` or `--json=FILE`; `flags` take none.
  init(_ words: [String], options: Set<String>, flags: Set<String>) throws(Problem) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        paths.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if flags.contains(word) {
        values[word, default: []].append("")
      } else if options.contains(parts[0]) {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw Problem(message: "\(word) needs a value")
        }
        values[parts[0], default: []].append(value)
      } else {
        throw Problem(message: "unknown option '\(word)'")
      }
    }
  }

  func has(_ flag: String) -> Bool { values[flag] != nil }

  /// The last one given.
  func value(_ option: String) -> String? { values[option]?.last }

  func all(_ option: String) -> [String] { values[option] ?? [] }
}
