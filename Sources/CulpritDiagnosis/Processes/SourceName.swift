/// What the name of a source says of its writer.
enum SourceName {
  /// One name for the logs of one writer: without rotation, compression, and PM2's `-out` and `-error`.
  static func stem(of source: String) -> String {
    var parts = source.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard var name = parts.popLast() else { return source }
    var pieces = name.split(separator: ".").map(String.init)
    while pieces.count > 1, let last = pieces.last, endings.contains(last) || Int(last) != nil || isDate(last) {
      pieces.removeLast()
    }
    name = pieces.joined(separator: ".")
    for ending in ["-out", "-error", "-err", "_out", "_err", "-stdout", "-stderr", ".out", ".err"] {
      if name.hasSuffix(ending) { name = String(name.dropLast(ending.count)) }
      for digit in 0...9 where name.hasSuffix("\(ending)-\(digit)") {
        name = String(name.dropLast(ending.count + 2)) + "-\(digit)"
      }
    }
    return (parts + [name]).joined(separator: "/")
  }

  /// The last component of the stem: a service's name, as far as files are named after services.
  static func service(of source: String) -> String {
    stem(of: source).split(separator: "/").last.map(String.init) ?? source
  }

  private static func isDate(_ text: String) -> Bool {
    text.count >= 8 && text.allSatisfy { $0.isNumber || $0 == "-" }
  }

  private static let endings: Set<String> = [
    "log", "txt", "json", "jsonl", "ndjson", "gz", "zst", "xz", "bz2", "out", "err", "logs", "tar", "zip", "tgz",
  ]
}
