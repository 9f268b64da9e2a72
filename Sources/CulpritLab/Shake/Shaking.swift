import Culprit
import Foundation

/// A change of a case's logs after which the right answer is still the labelled one, or none.
enum Shaking: String, CaseIterable, Sendable {
  case unchanged = "as it is"
  case dropTenth = "a tenth of the lines dropped"
  case dropBefore = "all lines before the failure dropped"
  case cutChain = "cut in the middle of the chain"
  case renameClasses = "every application class renamed"
  case renamePlaces = "every host and path renamed"
  case moveTime = "all times moved by 37 days"
  case doubleNoise = "as many lines of another program between"
  case dropAfter = "all lines after the failure dropped"
  case repeatTenth = "a tenth of the lines twice"
  case swapTenth = "a tenth of the lines one place later"
  case narrow = "every line cut at 160 columns"
  case alone = "only the sources of those that fail"
  case removeTimes = "times at the beginning of lines removed"
  case wrap = "every line wrapped by docker"

  /// The text of one source; as it is where there is nothing to change.
  func shaken(_ text: String, source: String, report: Report, seed: UInt64) -> String {
    switch self {
    case .unchanged: return text
    case .dropTenth:
      var chance = Chance(seed: seed)
      return Self.joined(Self.lines(of: text).filter { _ in chance.next() % 10 != 0 })
    case .dropBefore:
      guard let first = Self.chainLines(report, source).min() else { return text }
      return Self.joined(Self.lines(of: text).dropFirst(first - 1))
    case .cutChain: return Self.cut(text, lines: Self.chainLines(report, source))
    case .renameClasses: return Self.renamed(text, words: Self.applicationClasses(in: report))
    case .renamePlaces: return PlaceNames.renamed(text, hosts: Self.hosts(in: report))
    case .moveTime: return MovedTimes.moved(text, days: 37)
    case .doubleNoise: return Noise.doubled(text, seed: seed)
    case .dropAfter: return Self.chainLines(report, source).max().map { Self.joined(Self.lines(of: text).prefix($0)) } ?? text
    case .repeatTenth:
      var chance = Chance(seed: seed)
      return Self.joined(Self.lines(of: text).flatMap { chance.next() % 10 == 0 ? [$0, $0] : [$0] })
    case .swapTenth: return Self.swapped(Self.lines(of: text), seed: seed)
    case .narrow: return Self.joined(Self.lines(of: text).map { $0.prefix(160) })
    case .alone: return report.incidents.isEmpty || !Self.chainLines(report, source).isEmpty ? text : ""
    case .removeTimes: return Self.joined(Self.lines(of: text).map(Self.withoutTime))
    case .wrap: return Wrapping.docker(Self.lines(of: text))
    }
  }

  // MARK: - Parts

  private static func lines(of text: String) -> [Substring] {
    // CR LF is one character.
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  private static func joined(_ lines: some Sequence<Substring>) -> String { lines.joined(separator: "\n") }

  /// Of the links of the first incident that has some in this source, counted from 1.
  private static func chainLines(_ report: Report, _ source: String) -> [Int] {
    for incident in report.incidents {
      let places = incident.chain.map(\.place) + incident.evidence.filter(\.supports).prefix(1).map(\.place)
      let here = incident.chain.isEmpty ? places : incident.chain.map(\.place)
      let lines = here.filter { $0.source == source }.map(\.line)
      if !lines.isEmpty { return lines }
    }
    return []
  }

  /// As shippers do that send from several threads.
  private static func swapped(_ lines: [Substring], seed: UInt64) -> String {
    var chance = Chance(seed: seed)
    var lines = lines
    var index = 1
    while index < lines.count {
      if chance.next() % 10 == 0 {
        lines.swapAt(index - 1, index)
        index += 1
      }
      index += 1
    }
    return joined(lines)
  }

  private static func withoutTime(_ line: Substring) -> Substring {
    guard let time = line.prefixMatch(of: #/20\d\d[-/]\d\d[-/]\d\d[T ,]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?[ ,:]*/#) else { return line }
    return line[time.range.upperBound...]
  }

  /// Behind the middle line of the chain; in the middle of its line where it has only one.
  private static func cut(_ text: String, lines numbers: [Int]) -> String {
    guard let first = numbers.min(), let last = numbers.max() else { return text }
    let all = lines(of: text)
    if last > first { return joined(all.prefix((first + last) / 2)) }
    guard all.indices.contains(first - 1) else { return text }
    let line = all[first - 1]
    return joined(Array(all.prefix(first - 1)) + [line.prefix(line.count / 2)])
  }

  /// Of errors that are no SDK's and no language's own: they stand above the verdict.
  private static func applicationClasses(in report: Report) -> Set<String> {
    let own = report.incidents.flatMap { incident in
      let verdict = incident.chain.firstIndex(where: \.isVerdict) ?? 0
      return incident.chain.prefix(verdict).map { $0.type.split(whereSeparator: { ".:".contains($0) }).last.map(String.init) ?? "" }
    }
    return Set(own.filter { $0.count > 6 && !builtIn.contains($0) && !$0.contains("API") && !$0.contains("Authentication") })
  }

  private static let builtIn: Set<String> = [
    "TypeError", "ValueError", "RuntimeError", "KeyError", "Exception", "BaseException", "RuntimeException", "IOException",
    "ExceptionGroup", "ImportError", "ModuleNotFoundError", "ExecutionException", "CompletionException", "IllegalStateException",
    "IllegalArgumentException", "BadRequestError", "OpenAIError", "APIStatusError", "UnauthorizedError", "ValidationError",
    "ClientError", "HTTPStatusError", "HTTPError", "StandardError", "LocalProtocolError", "ExceptionInInitializerError",
    "AggregateError", "SystemExit", "UnhandledPromiseRejection", "GroqException", "GeminiException", "AnthropicException",
    "OpenAIException", "RemoteTraceback", "_RemoteTraceback",
  ]

  private static func hosts(in report: Report) -> Set<String> {
    Set(report.processes.flatMap { [$0.host, $0.container].compactMap(\.self) }.filter { $0.count > 3 })
  }

  /// Each word by another of the same kind, wherever it stands whole.
  static func renamed(_ text: String, words: Set<String>) -> String {
    words.sorted().enumerated().reduce(text) { text, entry in
      let ending = ["Error", "Exception", "Failure"].first { entry.element.hasSuffix($0) } ?? ""
      let pattern = "(?<![A-Za-z0-9_])" + NSRegularExpression.escapedPattern(for: entry.element) + "(?![A-Za-z0-9_])"
      return text.replacingOccurrences(of: pattern, with: "Quux\(entry.offset)\(ending)", options: .regularExpression)
    }
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// FNV-1a of a name.
  static func seed(of name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
