import CulpritIntake

/// What the name of a source says of its writer.
enum SourceName {
  /// One name for the logs of one writer: without rotation, compression, and PM2's `-out` and `-error`.
  ///
  /// Asked for every fact: no arrays, no words but those that are compared.
  static func stem(of source: String) -> String {
    let slash = source.utf8.lastIndex(of: UInt8(ascii: "/"))
    let nameStart = slash.map(source.utf8.index(after:)) ?? source.startIndex
    var name = source[nameStart...]
    while let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex {
      guard isEnding(name[name.utf8.index(after: dot)...]) else { break }
      name = name[..<dot]
    }
    let number = instance(name)
    let base = name.dropLast(number.utf8.count)
    guard let stream = streams.first(where: base.hasSuffix) else { return String(source[..<name.endIndex]) }
    return String(source[..<base.endIndex].dropLast(stream.count) + number)
  }

  /// A container's output is a log of its own, also where a runner prints several into one file: what is known of
  /// one says nothing of the others.
  static func stem(of source: String, in container: String?) -> String {
    guard let container else { return stem(of: source) }
    return "\(container)@\(stem(of: source))"
  }

  static func stem(of writer: Writer) -> String { stem(of: writer.source, in: writer.container) }

  /// The last component of the stem: a service's name, as far as files are named after services.
  static func service(of source: String) -> String {
    if source == "-" { return "stdin" }
    let name = program(of: source)
    return name.isEmpty ? source : name
  }

  /// The program that a runner named the file after: `worker` of `worker.log` and of supervisord's
  /// `worker-stdout---supervisor-k3v0a9.log`, of runit's `worker/current`.
  static func program(of source: String) -> String {
    let name = stem(of: source)
    let parts = name.split(separator: "/")
    guard var last = parts.last else { return source }
    if last == "current", parts.count > 1 { last = parts[parts.count - 2] }
    for mark in ["-stdout---", "-stderr---"] { if let range = last.firstRange(of: mark) { last = last[..<range.lowerBound] } }
    return String(last)
  }

  /// `-3` at the end, as PM2 numbers the logs of a cluster; else nothing.
  private static func instance(_ name: Substring) -> Substring {
    let end = name.suffix(2)
    guard end.utf8.first == UInt8(ascii: "-"), let last = end.utf8.last else { return "" }
    return UInt8(ascii: "0")...UInt8(ascii: "9") ~= last ? end : ""
  }

  /// What rotation, packing and kind of a log add to its name.
  private static func isEnding(_ text: Substring) -> Bool {
    if Int(text) != nil || endings.contains(where: { $0 == text }) { return true }
    return text.count >= 8 && text.allSatisfy { $0.isNumber || $0 == "-" }
  }

  /// What a process's streams are called behind its name.
  private static let streams = ["-out", "-error", "-err", "_out", "_err", "-stdout", "-stderr", ".out", ".err"]

  private static let endings = [
    "log", "txt", "json", "jsonl", "ndjson", "gz", "zst", "xz", "bz2", "out", "err", "logs", "tar", "zip", "tgz",
  ]
}
