/// What the name of a rotated log tells: `app.log.2.gz` is the file before `app.log.1`, that the one before
/// `app.log`; `app.log-20261123` has its day.
struct RotatedName: Hashable, Sendable {
  /// Path of the file that is written to now, whether or not it is there.
  var current: String
  /// It was packed after it was rotated.
  var isPacked: Bool
  /// Higher is older; nil where a date tells.
  var number: Int?
  /// Digits of date and time; nil where a number tells.
  var date: String?

  /// Nil where the name is not that of a rotated file.
  ///
  /// - Parameter known: the path of a log, whose rotated files may have any name with a number or date.
  init?(_ path: String, of known: String? = nil) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    var name = path[slash...]
    let ending = Self.packings.first { name.hasSuffix($0) }
    name = name.dropLast(ending?.count ?? 0)
    isPacked = ending != nil
    let tail = name.reversed().prefix { $0.isASCII && ($0.isNumber || "-_.:T".contains($0)) }.reversed()
    guard let separator = tail.firstIndex(where: { ".-_".contains($0) }) else { return nil }
    let suffix = String(tail[separator...])
    let digits = suffix.filter(\.isNumber)
    current = String(path[..<slash]) + name.dropLast(suffix.count)
    guard name.count > suffix.count else { return nil }
    guard known == current || known == nil && Self.isLog(name.dropLast(suffix.count)) else { return nil }
    if suffix == "." + digits, digits.count < 5, let number = Int(digits) {
      self.number = number
    } else if digits.count >= 8, digits.hasPrefix("20") || digits.hasPrefix("19") {
      date = digits
    } else {
      return nil
    }
  }

  /// Names that programs give to logs; a number behind another name may be that of an instance.
  private static func isLog(_ name: Substring) -> Bool {
    let lower = name.lowercased()
    return lower.contains("log") || lower.contains(".out") || lower.contains(".err")
      || [".txt", ".json", ".jsonl", ".ndjson"].contains { lower.hasSuffix($0) }
      || ["messages", "daemon", "secure", "kern", "cron"].contains(lower)
  }

  private static let packings = [".gz", ".zst", ".xz", ".bz2", ".lz4"]

  /// Rotated names, oldest first.
  static func isOlder(_ a: RotatedName, _ b: RotatedName) -> Bool {
    switch (a.number, b.number) {
    case (let first?, let second?): first > second
    case (nil, nil): (a.date ?? "") < (b.date ?? "")
    // Where a configuration was changed from dates to numbers or back, nobody knows.
    case (let first, _): first == nil
    }
  }
}

/// Where the files of a rotated set stand in their one source: each has room of its own, in order of time,
/// whatever the sizes of those before it.
enum FileSlot {
  /// Bytes; a file may be as long, and positions stay far from the end of `Int`.
  static let size = 1 << 44

  /// Offset of the file at an index of a set, oldest first.
  static func begin(_ index: Int) -> Int { index * size }

  /// By the name alone, for members of an archive, of which nobody knows the others; nil where the name does
  /// not tell enough. A rotated file stands before the current one, which is at `current`.
  static func begin(of name: RotatedName) -> Int? {
    if let number = name.number { return current - number * size }
    guard let date = name.date, date.count == 8, let digits = Int(date) else { return nil }
    let days = digits / 10_000 % 1000 * 372 + digits / 100 % 100 * 31 + digits % 100
    return days < 370_000 ? days * size : nil
  }

  static let current = 500_000 * size
}
