import CulpritIntake
import CulpritSignals

/// Numbers that headers join to a name: `[report:1173]`, `api/31784`, `worker#812`.
///
/// They are pids or lines of source files. A line of a source file prints one sentence, a process many; and a
/// number that someone announces as a pid is one. Decided for all numbers of one shape of header together.
struct PairedPids {
  private struct Shape: Hashable {
    var source: String
    var shape: String
  }

  private var shapes: Set<Shape> = []

  init(_ ledger: Ledger) {
    var announced: [String: Set<Int>] = [:]
    for announcement in ledger.announcements.values.flatMap(\.first) {
      guard let pid = announcement.pid else { continue }
      announced[announcement.origin.writer.source, default: []].insert(pid)
    }
    var sentences: [Shape: [String: Set<String>]] = [:]
    for tally in ledger.work.values {
      let writer = tally.first[0].origin.writer
      guard let logger = writer.logger, Self.number(in: logger) != nil else { continue }
      let shape = Shape(source: writer.source, shape: writer.shape)
      sentences[shape, default: [:]][logger, default: []].insert(tally.first[0].work.template)
    }
    for (shape, loggers) in sentences {
      let count = loggers.values.map(\.count).reduce(0, +)
      let isAnnounced = loggers.keys.contains { logger in
        Self.number(in: logger).map { announced[shape.source]?.contains($0) ?? false } ?? false
      }
      let isSpoken = count >= 3 && (count >= 2 * loggers.count || count > loggers.count && Self.isOneEach(Array(loggers.keys)))
      if isAnnounced || isSpoken { shapes.insert(shape) }
    }
  }

  /// Whether each of several names has one number of its own, beyond the length of most source files.
  private static func isOneEach(_ loggers: [String]) -> Bool {
    let numbers = loggers.compactMap { number(in: $0) }
    let names = Set(loggers.map { $0.prefix { !":/#.".contains($0) } })
    return loggers.count > 1 && names.count == loggers.count && Set(numbers).count == numbers.count && numbers.allSatisfy { $0 > 999 }
  }

  func pid(of writer: Writer) -> Int? {
    guard writer.pid == nil, let logger = writer.logger, let number = Self.number(in: logger),
      shapes.contains(Shape(source: writer.source, shape: writer.shape))
    else { return nil }
    return number
  }

  /// Behind the last `:`, `/`, `#` or `.` of the name; a file's name (`app.py:31`) and a version's have none.
  private static func number(in logger: String) -> Int? {
    guard let sign = logger.lastIndex(where: { ":/#.".contains($0) }) else { return nil }
    let name = logger[..<sign]
    let digits = logger[logger.index(after: sign)...]
    let least = logger[sign] == "." ? 3 : 2
    guard !name.isEmpty, !name.contains("."), (least...7).contains(digits.count), digits.allSatisfy(\.isNumber) else { return nil }
    return Int(digits).flatMap { $0 > 1 && $0 < 4_194_304 ? $0 : nil }
  }
}
