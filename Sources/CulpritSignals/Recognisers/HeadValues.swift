import CulpritIntake
import CulpritRegex

/// Values that the head of a record carries about its writer or its work: `lane=teal`, `p=811`.
package enum HeadValues {
  /// `name=value` in lower case and the tag that the head begins with, each once, at most nine; costs a regex
  /// where a `=` stands.
  package static func values(of head: String) -> [String] {
    var found = [tag(of: head)].compactMap { $0 }
    guard head.utf8.contains(UInt8(ascii: "=")) else { return found }
    for match in pair.allMatches(in: String(head.prefix(400)), limit: 24) where found.count < 9 {
      guard let name = match["name"]?.lowercased(), let value = match["value"]?.lowercased(), !settings.contains(name) else { continue }
      let text = "\(name)=\(value)"
      if !found.contains(text) { found.append(text) }
    }
    return found
  }

  /// Pids that a failure's text gives in brackets, as who failed: `ray::resize() (pid=4312, ip=10.0.0.7)`; at most two, each
  /// once, as `pid=4312`.
  package static func namedPids(in text: String) -> [String] {
    guard text.utf8.count < 1 << 16, text.containsBytes("pid") else { return [] }
    var found: [String] = []
    for match in bracketed.allMatches(in: text, limit: 8) {
      guard let pid = match["pid"], !found.contains("pid=\(pid)"), found.count < 2 else { continue }
      found.append("pid=\(pid)")
    }
    return found
  }

  private static let bracketed = CompiledPattern.constant(#"\((?:[\w.:\- ]{1,40},? )?pid[=: ]\s?(?<pid>\d{2,7})(?:,[^()\n]{1,80})?\)"#)

  /// `reader-2: page 12 lost`, `[tagger] up`, `SpawnProcess-2 page 12 lost`, `mealplan/south day 2`.
  private static func tag(of head: String) -> String? {
    var bytes = head.utf8.drop { $0 == UInt8(ascii: " ") }.prefix(96)
    // `Worker 371a78ea3e54: job 17 done`: what is named behind the role.
    for role in roles where bytes.starts(with: role.utf8) { bytes = bytes.dropFirst(role.utf8.count) }
    let isBracketed = bytes.first.map { "[(<".utf8.contains($0) } ?? false
    let name = bytes.dropFirst(isBracketed ? 1 : 0).prefix { isName($0) || $0 == UInt8(ascii: "/") }
    guard (2...40).contains(name.count), let sign = bytes.dropFirst(name.count + (isBracketed ? 1 : 0)).first else { return nil }
    // A word of its own is a name where no sentence begins so.
    let isPair = name.first != UInt8(ascii: "/") && name.count(where: { $0 == UInt8(ascii: "/") }) == 1
    guard isPair || !name.contains(UInt8(ascii: "/")) else { return nil }
    let isAlone = sign == UInt8(ascii: " ") && (isPair || name.contains { $0 == UInt8(ascii: "-") || (48...57).contains($0) })
    let isTag = isBracketed ? "])>".utf8.contains(sign) : sign == UInt8(ascii: ":") || isAlone
    return isTag ? String(decoding: name, as: UTF8.self).lowercased() : nil
  }

  private static let roles = ["Worker ", "worker ", "Process ", "process ", "Child ", "child ", "Thread ", "thread ", "Consumer ", "consumer "]

  private static func isName(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || "_-.".utf8.contains(byte)
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
