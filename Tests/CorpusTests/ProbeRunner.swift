import Culprit
import CulpritRules
import Foundation

/// Runs what `culprit probe` prints, as its user would.
enum ProbeRunner {
  static let rules = Rules.builtIn.set

  /// Program and arguments that run a file of the probe of a runtime.
  private static let commands: [String: [String]] = [
    "node": ["node"], "python": ["python3"], "go": ["go", "run"], "java": ["java"], "ruby": ["ruby"], "php": ["php"],
    "bash": ["bash"],
  ]

  static func command(of probe: ProbeRule) -> [String]? { commands[probe.id] }

  /// Runtimes of this machine.
  static let available = rules.probes.filter { probe in
    guard let program = commands[probe.id]?.first else { return false }
    return isInstalled(program)
  }

  static func isInstalled(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// What the probe of a runtime logs in a process with these variables.
  static func line(of probe: ProbeRule, variables: [String], environment: [String: String]) throws -> String {
    let code = probe.lines(variables: variables, prefixes: rules.publicPrefixes)
    return try inFolder { folder in
      let file = folder.appending(path: probe.file)
      try Data(code.utf8).write(to: file)
      var words = (commands[probe.id] ?? []) + [file.path()]
      if probe.id == "go" {
        let main = folder.appending(path: "main.go")
        try Data("package main\n\nfunc main() {}\n".utf8).write(to: main)
        words.append(main.path())
      }
      let run = try run(words, in: folder, environment: environment)
      guard run.code == 0 else { throw Failed(words: words, output: run.output) }
      return run.output
    }
  }

  struct Failed: Error {
    var words: [String]
    var output: String
  }

  /// Exit code and what was printed on both streams.
  static func run(
    _ words: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> (code: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    var all = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path()]
    // Compiled once for all tests.
    all["GOCACHE"] = NSTemporaryDirectory() + "culprit-test-gocache"
    all["PYENV_ROOT"] = ProcessInfo.processInfo.environment["PYENV_ROOT"] ?? NSHomeDirectory() + "/.pyenv"
    process.environment = all.merging(environment) { $1 }
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// A folder of its own, which is gone afterwards.
  static func inFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "culprit-probe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
  }
}
