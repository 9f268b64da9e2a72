@testable import CulpritCommand
import Foundation
import Testing

@Suite struct ProgressLineTests {
  @Test("progress tells how much of how much was read, how fast, and how long it still takes")
  func text() {
    #expect(
      ProgressLine.text(bytes: 1_200_000_000, of: 4_800_000_000, nanoseconds: 4_000_000_000)
        == "1.2 GB of 4.8 GB, 300 MB/s, 12 s left")
    #expect(
      ProgressLine.text(bytes: 10_000, of: 40_000_000, nanoseconds: 1_000_000_000)
        == "10 kB of 40 MB, 10 kB/s, 67 min left")
    #expect(ProgressLine.text(bytes: 0, of: 100, nanoseconds: 0) == "0 bytes of 100 bytes, 0 bytes/s")
  }
}

private enum Script {
  /// A room without `/dev/pts` has no terminals.
  static let makesTerminals: Bool = {
    let script = Process()
    script.executableURL = URL(filePath: "/usr/bin/script")
    script.arguments = ["-qec", "true", "/dev/null"]
    script.standardInput = FileHandle.nullDevice
    script.standardOutput = FileHandle.nullDevice
    script.standardError = FileHandle.nullDevice
    guard (try? script.run()) != nil else { return false }
    script.waitUntilExit()
    return script.terminationStatus == 0
  }()
}

/// The program with a terminal of its own, which `script` makes; left out where it cannot.
@Suite(.enabled(if: Script.makesTerminals, "script makes no terminal here"))
struct TerminalTests {
  /// What a terminal shows while culprit reads a pipe that stays open for more than a second; `redirection` says
  /// which of its outputs go elsewhere.
  private func shown(_ redirection: String) throws -> String {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "culprit-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("all is well\n".utf8).write(to: folder.appending(path: "a.log"))
    let program = try RunningProgram.program.path()
    // A named pipe is read to its end as a file is, however long its writer takes.
    let line = "mkfifo slow; (printf 'well\\n'; sleep 2; printf 'well\\n') > slow & "
      + "'\(program)' a.log slow \(redirection); wait"
    let script = Process()
    script.executableURL = URL(filePath: "/usr/bin/script")
    script.arguments = ["-qec", line, "/dev/null"]
    script.currentDirectoryURL = folder
    script.standardInput = FileHandle.nullDevice
    let output = Pipe()
    script.standardOutput = output
    try script.run()
    let told = try output.fileHandleForReading.readToEnd() ?? Data()
    script.waitUntilExit()
    #expect(script.terminationStatus == 0)
    return String(decoding: told, as: UTF8.self)
  }

  @Test("on a terminal's standard error progress is told, and nothing of it is left at the end")
  func gone() throws {
    let text = try shown("> /dev/null")
    #expect(text.contains("bytes/s") && text.hasSuffix("\r\u{1B}[K"))
    #expect(!text.contains("\n"))
  }

  @Test("where standard error goes elsewhere no progress is told")
  func elsewhere() throws {
    let text = try shown("2> errors; cat errors")
    #expect(text.contains("no credential failure") && !text.contains("bytes/s") && !text.contains("\u{1B}[K"))
  }
}
