import Culprit
@testable import CulpritSources
import Foundation
import Testing

/// Where the program is that makes journals.
private let maker = ["/lib/systemd/systemd-journal-remote", "/usr/lib/systemd/systemd-journal-remote"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

/// systemd's binary journal files, made by its own program; left out where that is missing.
@Suite(.enabled(if: maker != nil, "systemd-journal-remote is not installed")) struct JournalTests {
  private static let rules = Rules.builtIn

  private func journal(_ messages: [String]) throws -> (folder: TestFolder, path: String) {
    let folder = try TestFolder()
    var entries = ""
    for (number, message) in messages.enumerated() {
      entries += "__REALTIME_TIMESTAMP=\(1_764_000_000_000_000 + number * 1_000_000)\n__MONOTONIC_TIMESTAMP=\(number + 1)\n"
        + "_BOOT_ID=0123456789abcdef0123456789abcdef\nMESSAGE=\(message)\nPRIORITY=3\n_PID=41\n"
        + "_SYSTEMD_UNIT=worker.service\nSYSLOG_IDENTIFIER=worker\n_HOSTNAME=shop\n\n"
    }
    try folder.write(entries, to: "entries")
    try folder.run([try #require(maker), "-o", "system.journal", "entries"])
    return (folder, folder.path + "/system.journal")
  }

  private func read(_ path: String) -> Report {
    SourceReading.analyze(SourceList(paths: [path]), with: Analyzer(rules: Self.rules)).report()
  }

  private static let refusal = "openai.AuthenticationError: Error code: 401 - {'error': {'code': 'invalid_api_key'}}"

  @Test("a journal file is read, with unit and pid of who wrote to it")
  func whole() throws {
    let (folder, path) = try journal(["starting", Self.refusal, "on and on"])
    let report = read(path)
    #expect(report.input.lines == 3 && report.input.skipped.isEmpty)
    #expect(report.incidents.count == 1)
    let process = try #require(report.processes.first)
    #expect(process.pid == 41 && process.host == "shop")
    _ = folder
  }

  @Test("a journal that breaks off is analysed as far as journalctl goes, and named", arguments: [1, 4, 7])
  func cut(_ eighths: Int) throws {
    let (folder, path) = try journal([Self.refusal, Self.refusal])
    let bytes = try folder.bytes(of: "system.journal")
    let size = eighths == 1 ? 200 : bytes.count * eighths / 8
    try Data(bytes.prefix(size)).write(to: URL(filePath: path))
    let report = read(path)
    #expect(report.input.skipped.count == 1 || report.input.lines == 2)
    #expect(report.input.skipped.allSatisfy { $0.source == path && [.corrupt, .notText].contains($0.reason) })
  }

  @Test("in an archive a journal is named, with what to do instead")
  func packed() throws {
    let (folder, path) = try journal([Self.refusal])
    try folder.run(["sh", "-c", "tar czf out.tgz system.journal"])
    let skipped = read(folder.path + "/out.tgz").input.skipped
    #expect(skipped.map(\.source) == [folder.path + "/out.tgz/system.journal"])
    #expect(skipped.first?.detail.contains("journalctl") == true)
    _ = path
  }
}
