import Foundation

/// What is wrong in the logs of a case, as its `label.json` says. `Corpus/README.md` explains the fields.
package struct Label: Decodable, Sendable {
  /// Empty: the right answer is silence.
  package var incidents: [Expectation]
  /// Whether the logs show enough to tell the cause; else the answer must hedge.
  package var isDecidable: Bool
  /// Of the application that wrote the logs; several are joined by `+`.
  package var family: String?

  private enum Key: String, CodingKey {
    case incidents, origin, decidable = "decidable_from_log"
    case cause, subcause, chain, status, provider, pid, entrypoint
  }

  private struct Origin: Decodable {
    var family: String?
  }

  /// Reads both shapes: a list of `incidents`, or one `cause` for the whole log.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    isDecidable = try fields.decodeIfPresent(Bool.self, forKey: .decidable) ?? true
    family = try fields.decodeIfPresent(Origin.self, forKey: .origin)?.family
    let cause = try fields.decodeIfPresent(String.self, forKey: .cause)
    if fields.contains(.incidents) || cause.map(Self.causes.contains) != true {
      incidents = try fields.decodeIfPresent([Expectation].self, forKey: .incidents) ?? []
      return
    }
    var only = Expectation(cause: cause ?? "")
    only.subcause = try fields.decodeIfPresent(String.self, forKey: .subcause)
    only.chain = try fields.decodeIfPresent([String].self, forKey: .chain) ?? []
    only.status = try fields.decodeIfPresent(Int.self, forKey: .status)
    only.provider = try fields.decodeIfPresent(String.self, forKey: .provider)
    only.pids = try fields.decodeIfPresent(Int.self, forKey: .pid).map { [$0] } ?? []
    only.entrypoint = try fields.decodeIfPresent(String.self, forKey: .entrypoint)
    incidents = [only]
  }

  package init(incidents: [Expectation], isDecidable: Bool = true, family: String? = nil) {
    self.incidents = incidents
    self.isDecidable = isDecidable
    self.family = family
  }

  /// Those that an answer can accuse a process of; `undetermined` is none.
  package static let causes = ["missing-env", "wrong-provider", "stale-credential"]
}

/// One labelled incident. Words joined by `|`: any of them is right.
package struct Expectation: Decodable, Sendable {
  package var cause: String
  package var isCauseInLog = true
  package var subcause: String?
  package var isSubcauseInLog = true
  package var provider: String?
  package var variable: String?
  package var status: Int?
  /// Type names from the outermost to the innermost, on the way through the verdict; empty: not asked.
  package var chain: [String] = []
  /// Nil in the shape that lists bare `pids`.
  package var processes: [Process]?
  package var pids: [Int] = []
  package var entrypoint: String?
  package var healthy: [Process] = []
  package var decisiveLines: [DecisiveLine] = []

  package struct Process: Decodable, Sendable {
    package var pid: Int?
    package var isPidInLog: Bool

    private enum Key: String, CodingKey { case pid, isPidInLog = "pid_in_log" }

    package init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      pid = try fields.decodeIfPresent(Int.self, forKey: .pid)
      isPidInLog = try fields.decodeIfPresent(Bool.self, forKey: .isPidInLog) ?? false
    }
  }

  package struct DecisiveLine: Decodable, Sendable {
    /// Name of a file of the case; of a member, `archive!path`.
    package var file: String
    /// Counted from 1.
    package var line: Int
  }

  private enum Key: String, CodingKey {
    case cause, isCauseInLog = "cause_in_log", subcause, isSubcauseInLog = "subcause_in_log", provider, variable
    case status, chain, processes, pids, entrypoint, healthy, decisiveLines = "decisive_lines"
  }

  package init(cause: String) {
    self.cause = cause
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    cause = try fields.decode(String.self, forKey: .cause)
    isCauseInLog = try fields.decodeIfPresent(Bool.self, forKey: .isCauseInLog) ?? true
    subcause = try fields.decodeIfPresent(String.self, forKey: .subcause)
    isSubcauseInLog = try fields.decodeIfPresent(Bool.self, forKey: .isSubcauseInLog) ?? true
    provider = try fields.decodeIfPresent(String.self, forKey: .provider)
    variable = try fields.decodeIfPresent(String.self, forKey: .variable)
    status = try fields.decodeIfPresent(Int.self, forKey: .status)
    chain = try fields.decodeIfPresent([String].self, forKey: .chain) ?? []
    processes = try fields.decodeIfPresent([Process].self, forKey: .processes)
    pids = try fields.decodeIfPresent([Int].self, forKey: .pids) ?? []
    entrypoint = try fields.decodeIfPresent(String.self, forKey: .entrypoint)
    healthy = try fields.decodeIfPresent([Process].self, forKey: .healthy) ?? []
    decisiveLines = try fields.decodeIfPresent([DecisiveLine].self, forKey: .decisiveLines) ?? []
  }
}

extension Expectation {
  /// Pids of the processes to blame, whether the log shows them or not.
  package var blamedPids: Set<Int> {
    Set(processes.map { $0.compactMap(\.pid) } ?? pids)
  }

  /// Pids that the log shows: what an answer has to name.
  package var visiblePids: Set<Int> {
    Set(processes.map { $0.filter(\.isPidInLog).compactMap(\.pid) } ?? pids)
  }

  /// Pids that must not be blamed. Pid 1 is every container's first: it accuses nobody.
  package var healthyPids: Set<Int> {
    Set(healthy.compactMap(\.pid)).subtracting((processes ?? []).compactMap(\.pid)).subtracting([1])
  }
}
