import CulpritRegex

/// Values that the head of a record carries about its writer or its work: `lane=teal`, `p=811`.
package enum HeadValues {
  /// `name=value` in lower case, each once, at most eight; costs a regex where a `=` stands.
  package static func pairs(of head: String) -> [String] {
    guard head.utf8.contains(UInt8(ascii: "=")) else { return [] }
    var found: [String] = []
    for match in pair.allMatches(in: String(head.prefix(400)), limit: 24) where found.count < 8 {
      guard let name = match["name"]?.lowercased(), let value = match["value"]?.lowercased(), !settings.contains(name) else { continue }
      let text = "\(name)=\(value)"
      if !found.contains(text) { found.append(text) }
    }
    return found
  }

  /// What many processes share, and what changes with each record.
  private static let settings: Set<String> = [
    "model", "provider", "env", "version", "host", "port", "status", "code", "level", "lvl", "attempt", "try", "retries", "rev",
    "log", "time", "ts", "ms", "took", "count", "queue", "region", "base_url", "url",
  ]

  /// Values of up to twenty characters: what is longer may be a secret, and names nobody.
  private static let pair = CompiledPattern.constant(
    #"(?<![\w.])(?<name>[A-Za-z_][\w.\-]{0,30})=["']?(?<value>[A-Za-z0-9_][\w.\-/]{0,19})(?![\w.\-/])"#)
}
