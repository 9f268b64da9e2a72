import CulpritIntake
import CulpritSignals

/// Sets apart the threads of a process that lack what another thread of it has: each is given an environment of its own.
///
/// Both must be named: what a process says before its threads begin is said of all of it.
struct ThreadParts {
  private(set) var processes: [Process.Key: Process]

  init(_ bound: [Process.Key: Process]) {
    processes = bound
    for process in bound.values.sorted(by: { $0.key < $1.key }) where process.threads.count > 1 { split(process) }
  }

  private mutating func split(_ process: Process) {
    let having = Self.having(process)
    let lacking = Self.lacking(process).subtracting(having).sorted()
    guard !having.isEmpty, !lacking.isEmpty, lacking.count <= Self.limit else { return }
    let keys = [process.key] + lacking.map { thread in
      var key = process.key
      key.thread = thread
      return key
    }
    var parts = process.parted(into: keys) { origin in
      origin.writer.thread.flatMap { lacking.firstIndex(of: $0) }.map { $0 + 1 }
    }
    parts[0].threads.subtract(lacking)
    for index in parts.indices.dropFirst() {
      parts[index].parent = process.key
      parts[index].threads = [lacking[index - 1]]
    }
    for part in parts where part.first != nil { processes[part.key] = part }
  }

  /// So many threads are told apart; where more lack something it is no matter of threads.
  private static let limit = 64

  private static func lacking(_ process: Process) -> Set<String> {
    let claims = process.claims.flatMap(\.kept).filter { $0.state != .present }.map(\.origin)
    let failures = process.failures.flatMap(\.kept).filter { Suspect.lackSignals.contains($0.signal) }.map(\.origin)
    return Set((claims + failures).compactMap(\.writer.thread).filter(Process.isThread))
  }

  private static func having(_ process: Process) -> Set<String> {
    let claims = process.claims.flatMap(\.kept).filter { $0.state == .present }.map(\.origin)
    let requests = process.requests.flatMap(\.kept).filter { $0.succeeded && $0.provider != nil }.map(\.origin)
    return Set((claims + requests).compactMap(\.writer.thread).filter(Process.isThread))
  }
}
