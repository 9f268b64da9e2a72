import CulpritRules
import CulpritSignals

/// Ids, services and entrypoints of processes, as a report names them.
struct ProcessNames {
  private let ids: [Process.Key: String]
  private let scripts: [String: [(Process.Key, String)]]

  init(_ processes: [Process]) {
    var ids: [Process.Key: String] = [:]
    var taken: Set<String> = []
    for process in processes.sorted(by: { $0.key < $1.key }) {
      let base = [process.family, process.pid.map(String.init) ?? "?"].joined(separator: "#")
      var id = base
      var number = 2
      while taken.contains(id) {
        id = "\(base)~\(number)"
        number += 1
      }
      taken.insert(id)
      ids[process.key] = id
    }
    self.ids = ids
    scripts = Dictionary(
      grouping: processes.flatMap { process in process.scripts.map { (process.key, $0) } },
      by: { pair in processes.first { $0.key == pair.0 }?.family ?? "" })
  }

  func id(of key: Process.Key) -> String { ids[key] ?? "?" }

  /// Service as the envelope names it, else the program's name, else that of its source.
  func service(of process: Process) -> String? { process.family }

  /// First that is known: banner or command line, module-load frame, that of its service, outermost application
  /// frame of a failure.
  func entrypoint(of process: Process) -> String? {
    if let script = process.scripts.first(where: Self.isScript) { return script }
    if let name = process.service ?? process.name, Self.hasEnding(name) { return name }
    let failures = process.failures.map { $0.first[0] } + process.bareChains.map { $0.first[0] }
    if let load = failures.compactMap(\.moduleLoad).first { return load.importer ?? load.module }
    let own = failures.compactMap { $0.scripts.first }.first
    let family = Set((scripts[process.family] ?? []).map(\.1))
    // A source that several programs share makes them no family.
    let isFamily = process.service != nil || process.name != nil || process.parent != nil || own == nil
    if process.pid != nil, isFamily, family.count == 1, let script = family.first { return script }
    return own ?? (family.count == 1 ? family.first : nil) ?? process.scripts.first ?? process.name
  }

  /// A file, not the name of an application or module.
  private static func isScript(_ text: String) -> Bool { hasEnding(text) || text.contains("/") || text.contains(".") }

  private static func hasEnding(_ text: String) -> Bool {
    [".py", ".js", ".ts", ".mjs", ".cjs", ".mts", ".rb", ".php", ".jar"].contains { text.hasSuffix($0) }
  }
}
