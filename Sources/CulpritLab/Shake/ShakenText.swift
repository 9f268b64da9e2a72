import Foundation

/// Replaces what matches a regex, piece by piece.
enum Pieces {
  static func replaced(_ text: String, _ pattern: String, by other: ([String]) -> String?) -> String {
    guard let regex = try? NSRegularExpression(pattern: pattern) else { return text }
    let whole = text as NSString
    var result = ""
    var end = 0
    for match in regex.matches(in: text, range: NSRange(location: 0, length: whole.length)) {
      let groups = (0..<match.numberOfRanges).map { number -> String in
        let range = match.range(at: number)
        return range.location == NSNotFound ? "" : whole.substring(with: range)
      }
      result += whole.substring(with: NSRange(location: end, length: match.range.location - end))
      result += other(groups) ?? groups[0]
      end = match.range.location + match.range.length
    }
    return result + whole.substring(from: end)
  }
}

/// Folders and hosts under other names.
enum PlaceNames {
  /// Folders of libraries and of the system keep their names: they tell whose code it is.
  private static let kept: Set<String> = [
    "usr", "lib", "node_modules", "site-packages", "dist-packages", "vendor", "gems", "go", "pkg", "mod", "dist", "src", "bin",
    "app", "local", "v1", "v2", "chat", "completions", "proc", "dev", "etc", "var", "tmp",
  ]

  /// The part of an absolute path before its first library folder; URLs and the names of files stay.
  static func renamed(_ text: String, hosts: Set<String>) -> String {
    let paths = Pieces.replaced(text, #"(?<![\w.:/@])/(?:[A-Za-z0-9_.\-]+/)+(?=[A-Za-z0-9_.\-]+\.(?:py|js|ts|mjs|cjs|rb|php|go|java))"#) { groups in
      let parts = groups[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let library = parts.firstIndex { ["node_modules", "site-packages", "dist-packages", "gems"].contains($0) } ?? parts.count
      return parts.enumerated().map { index, part in
        index >= library || part.isEmpty || kept.contains(part) ? part : "d\(Chance.seed(of: part) % 997)"
      }.joined(separator: "/")
    }
    return hosts.sorted { ($1.count, $0) < ($0.count, $1) }.reduce(paths) { text, host in
      let pattern = "(?<![A-Za-z0-9_.])" + NSRegularExpression.escapedPattern(for: host) + "(?![A-Za-z0-9_])"
      return text.replacingOccurrences(of: pattern, with: "node-\(Chance.seed(of: host) % 99_991)", options: .regularExpression)
    }
  }
}

/// Whole days later: the clock stays, so that times of all formats move alike.
enum MovedTimes {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  static func moved(_ text: String, days: Int) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    func later(_ year: Int, _ month: Int, _ day: Int) -> DateComponents? {
      guard let date = calendar.date(from: DateComponents(year: year, month: month, day: day)),
        let moved = calendar.date(byAdding: .day, value: days, to: date)
      else { return nil }
      return calendar.dateComponents([.year, .month, .day], from: moved)
    }
    let dated = Pieces.replaced(text, #"(?<!\d)(20\d\d)([-/])(\d\d)([-/])(\d\d)(?=[T _,:]|$)"#) { groups in
      guard let date = later(Int(groups[1]) ?? 0, Int(groups[3]) ?? 0, Int(groups[5]) ?? 0) else { return nil }
      return String(format: "%04d%@%02d%@%02d", date.year ?? 0, groups[2], date.month ?? 0, groups[4], date.day ?? 0)
    }
    let named = Pieces.replaced(dated, #"(?<![A-Za-z])(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)( {1,2})(\d{1,2})(?= \d\d:\d\d:\d\d)"#) { groups in
      guard let month = months.firstIndex(of: groups[1]), let date = later(2026, month + 1, Int(groups[3]) ?? 0) else { return nil }
      return "\(months[(date.month ?? 1) - 1]) \((date.day ?? 1) < 10 ? " " : "")\(date.day ?? 1)"
    }
    let slashed = Pieces.replaced(named, #"(?<!\d)(\d\d)/(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/(20\d\d)(?=:)"#) { groups in
      guard let month = months.firstIndex(of: groups[2]),
        let date = later(Int(groups[3]) ?? 0, month + 1, Int(groups[1]) ?? 0)
      else { return nil }
      return String(format: "%02d/%@/%04d", date.day ?? 1, months[(date.month ?? 1) - 1], date.year ?? 0)
    }
    return Pieces.replaced(slashed, #"(?<![\d.])(1[678]\d{8})(\d{3}(?:\d{3}){0,2})?(?!\d)"#) { groups in
      Int(groups[1]).map { "\($0 + days * 86_400)\(groups[2])" }
    }
  }
}

/// Lines of another program, which has nothing to do with it.
enum Noise {
  private static let sentences = [
    "inventory.cache - refreshed %d entries in 12 ms", "inventory.sync - %d rows written", "scheduler - next run in %d s",
    "metrics - flushed %d points", "http - GET /items/%d 200 3 ms", "pool - %d connections idle",
  ]

  /// Before each line that begins a record of its own, one more; lines inside of records stay together.
  static func doubled(_ text: String, seed: UInt64) -> String {
    var chance = Chance(seed: seed)
    var stamp = "2026-11-23T03:00:00.000Z"
    var result: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let time = line.prefix(200).firstMatch(of: #/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?/#) { stamp = String(time.0) }
      if line.firstMatch(of: #/^(?:\{|\[|20\d\d-|\d\d:\d\d:|[A-Z][a-z]{2} [ \d]\d )/#) != nil {
        let sentence = sentences[Int(chance.next() % UInt64(sentences.count))]
        result.append("\(stamp) INFO " + String(format: sentence, Int(chance.next() % 900)))
      }
      result.append(String(line))
    }
    return result.joined(separator: "\n")
  }
}
