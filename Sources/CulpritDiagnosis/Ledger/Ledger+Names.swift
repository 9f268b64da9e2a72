import CulpritIntake
import CulpritSignals

extension Ledger {
  /// What the processes that fail and their peers are called in the log: pids, services, loggers, threads,
  /// scripts, in the spelling in which one looks for them. Empty where nothing fails; sorted, at most 48.
  ///
  /// A line that has one of them may say who a process is, though no word of the field stands in it. So may
  /// one that calls a number a pid, where a failing record has no name at all.
  package var names: [String] {
    guard !failures.isEmpty else { return [] }
    var pids: Set<Int> = []
    var names: Set<String> = []
    for writer in failures.keys.map(\.writer) + claims.keys.map(\.writer) + requests.keys.map(\.writer) {
      if let pid = writer.pid { pids.insert(pid) }
      names.formUnion([writer.service, writer.thread, writer.logger, writer.program, writer.container].compactMap(\.self))
      names.formUnion(writer.constants.map(\.value))
    }
    names.formUnion(failures.keys.map { SourceName.stem(of: $0.writer.source) })
    for tally in failures.values { names.formUnion(tally.first[0].scripts.map(Self.fileName)) }
    for key in announcements.keys {
      if let pid = key.pid { pids.insert(pid) }
      names.formUnion([key.script.map(Self.fileName), key.service].compactMap(\.self))
    }
    let spelled = Self.pidWords + pids.sorted().flatMap(Self.spellings) + names.sorted().map { $0.lowercased() }.filter(Self.isTelling)
    var seen: Set<String> = []
    return Array(spelled.filter { seen.insert($0).inserted }.prefix(48))
  }

  private static let pidWords = ["pid=", "pid ", "pid:", "pid\":"]

  /// A number of four digits and more tells for itself; a shorter one where it is called a pid.
  private static func spellings(of pid: Int) -> [String] {
    pid >= 1_000 ? ["\(pid)"] : ["pid=\(pid)", "pid \(pid)", "pid: \(pid)", "pid\":\(pid)", "[\(pid)]", "(\(pid))"]
  }

  private static func fileName(_ path: String) -> String {
    path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last.map { String(Substring($0)) } ?? path
  }

  private static func isTelling(_ name: String) -> Bool {
    (4...32).contains(name.utf8.count) && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && name.utf8.contains { (97...122).contains($0) }
  }
}
