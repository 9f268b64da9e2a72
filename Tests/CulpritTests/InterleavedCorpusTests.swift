import Culprit
import CulpritIntake
import Testing

/// Two logs whose lines tell their writers, interleaved in any way, tell what they tell apart.
@Suite struct InterleavedCorpusTests {
  private static let rules = Rules.builtIn

  /// How a runner that tells its programs apart prints a line.
  enum Prefix: CaseIterable, Sendable {
    case compose, kubectl, procfile, pm2

    func line(_ process: Int, _ text: Substring) -> String {
      let name = ["left", "right"][process]
      return switch self {
      case .compose: "\(name)-1  | \(text)\n"
      case .kubectl: "[pod/\(name)-7c9f6d5b8-kx2lp/\(name)] \(text)\n"
      case .procfile: "03:00:00 \(name).1 | \(text)\n"
      case .pm2: "\(process)|\(name) | \(text)\n"
      }
    }
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    var left: CorpusLogs
    var right: CorpusLogs
    var seed: UInt64
    var testDescription: String { "\(left.name) and \(right.name)" }
  }

  /// Cases of one file each, which is a text; some dozens of pairs.
  private static let pairs: [Pair] = {
    let single = CorpusLogs.cases(every: 1, upTo: 40_000).filter { $0.files.count == 1 && text(of: $0) != nil }
    guard single.count > 60 else { return [] }
    return (0..<36).map { Pair(left: single[$0], right: single[single.count - 1 - $0 * 2 / 3], seed: UInt64($0)) }
  }()

  private static func text(of logs: CorpusLogs) -> String? {
    let bytes = logs.files[0].bytes
    return bytes.contains(0) || bytes.contains(0x0D) || bytes.contains(0x1B) ? nil : String(validating: bytes, as: UTF8.self)
  }

  @Test("there are dozens of pairs, and most have somebody to blame")
  func some() {
    #expect(Self.pairs.count > 30)
  }

  @Test("two logs that one runner interleaves have the incidents that they have one after the other", arguments: pairs)
  func interleaved(_ pair: Pair) throws {
    var random = SplitMix(seed: pair.seed)
    let prefix = Prefix.allCases[Int(pair.seed) % Prefix.allCases.count]
    let logs = try [pair.left, pair.right].enumerated().map { process, logs in
      let text = try #require(Self.text(of: logs))
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { prefix.line(process, $0) }
    }
    let apart = incidents(of: logs[0].joined() + logs[1].joined())
    var (mixed, next) = ("", [0, 0])
    while next[0] < logs[0].count || next[1] < logs[1].count {
      let process = next[0] == logs[0].count ? 1 : next[1] == logs[1].count ? 0 : Int(random.next() % 2)
      let end = min(logs[process].count, next[process] + Int(random.next() % 5) + 1)
      mixed += logs[process][next[process]..<end].joined()
      next[process] = end
    }
    #expect(incidents(of: mixed) == apart)
  }

  /// What each incident says, without places and ids, which are of the file, and without counts: where lines tell no
  /// times, what is near is counted in bytes.
  private func incidents(of log: String) -> [String] {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed(log, from: "mixed.log")
    return analyzer.report().incidents.map { incident in
      let processes = incident.processes.map { "\($0.service ?? "?") \($0.pid.map(String.init) ?? "?") \($0.entrypoint ?? "?")" }
      return "\(incident.cause) \(incident.subcause ?? "") \(incident.provider ?? "") \(incident.chain.map(\.type)) \(processes.sorted())"
    }.sorted()
  }

  /// SplitMix64: the same at every run.
  private struct SplitMix {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
