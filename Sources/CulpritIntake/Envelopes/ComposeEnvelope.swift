import CulpritRegex

/// Docker compose: `worker-1  | text` (v2), `worker_1  | text` (v1), or a container's own name.
enum ComposeEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    // Rows of tables have bars too, but no number; a group of Python's errors has a margin of bars.
    #"^(?<container>[A-Za-z][A-Za-z0-9_.-]*?)(?:(?<number>[-_]\d+) *\| | *\| (?! *\|))"#
      + #"|^(?<container>[A-Za-z][A-Za-z0-9_.-]*?)(?<number>[-_]\d+)? *\|$"#
  )

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.depth <= 1, line.text.utf8.first?.isLetter == true,
      line.text.utf8.prefix(80).contains(UInt8(ascii: "|")),
      let (_, rest) = PrefixPattern.match(pattern, line)
    else { return nil }
    let printed = line.text.slice(0..<(line.text.utf8.count - rest.utf8.count))
    let container = String(printed.prefix { $0 != " " && $0 != "|" })
    // `WARN | 2026-11-23 …` is a header of its own.
    guard LevelWord.level(container) == nil else { return nil }
    var peeled = PeeledLine(text: rest)
    let service = Self.service(container)
    peeled.origin.service = service
    // Nobody runs a thousand containers of one service: `belt-1-4872 | ` is a program's own name and pid.
    if container.utf8.count - service.utf8.count > 4 { peeled.origin.tag = container } else { peeled.origin.container = container }
    return peeled
  }

  /// The name without the number of the container.
  private static func service(_ container: String) -> String {
    let bytes = Array(container.utf8)
    guard let last = bytes.lastIndex(where: { !$0.isDigit }), last > 0, last < bytes.count - 1,
      bytes[last] == UInt8(ascii: "-") || bytes[last] == UInt8(ascii: "_")
    else { return container }
    return String(decoding: bytes[..<last], as: UTF8.self)
  }
}
