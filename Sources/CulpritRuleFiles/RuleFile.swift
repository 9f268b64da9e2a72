/// A rule file as it was read: where it stands and its bytes.
package struct RuleFile: Sendable {
  /// Inside the folder of rules: `providers/openai.yaml`. Decides what is read from it.
  package var name: String
  /// As messages name it: `Patterns/providers/openai.yaml`.
  package var path: String
  package var bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }

  package init(name: String, text: String) {
    self.init(name: name, path: name, bytes: Array(text.utf8))
  }
}

extension RuleFile {
  /// What a file holds, by its folder and name.
  enum Role: Equatable {
    case signals, anchors, weights
    // With the name of the file without its ending: the id that stands in it.
    case provider(String)
    case runner(String)
    case formats
    case cause(String)
    case probe(String)
  }

  /// Nil where no rules are looked for.
  var role: Role? {
    let parts = name.split(separator: "/").map(String.init)
    guard let file = parts.last, file.hasSuffix(".yaml") else { return nil }
    let stem = String(file.dropLast(5))
    switch (parts.count, parts.first) {
    case (1, "signals.yaml"): return .signals
    case (1, "anchors.yaml"): return .anchors
    case (1, "weights.yaml"): return .weights
    case (2, "providers"): return .provider(stem)
    case (2, "runners"): return .runner(stem)
    case (2, "formats"): return .formats
    case (2, "causes"): return .cause(stem)
    case (2, "probes"): return .probe(stem)
    default: return nil
    }
  }
}
