import Foundation
import Testing

/// The program as scripts and people see it.
@Suite struct CommandTests {
  private let refused = """
    2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """

  @Test("the exit code tells whether there are incidents, and whether all could be read")
  func exitCodes() throws {
    let (failing, healthy) = (try TemporaryLog(refused), try TemporaryLog("all is well\n"))
    #expect(try RunningProgram.result(of: healthy.path).code == 0)
    #expect(try RunningProgram.result(of: failing.path, healthy.path).code == 1)
    #expect(try RunningProgram.result(of: healthy.path, "/no/such.log").code == 2)
    #expect(try RunningProgram.result(of: failing.path, "/no/such.log").code == 3)
  }

  @Test("an empty file and an empty stream are told, and are no problem")
  func noProblem() throws {
    let empty = try TemporaryLog("")
    #expect(try RunningProgram.result(of: empty.path).code == 0)
    #expect(try RunningProgram.result(of: "-").code == 0)
  }

  @Test("bad usage is told on standard error, with nothing on standard output")
  func usage() throws {
    let result = try RunningProgram.result(of: "--fromat")
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.errors == "culprit: error: unknown option '--fromat'; did you mean '--format'?\n")
  }

  @Test("what cannot be read is told on standard error, at its place")
  func missing() throws {
    let result = try RunningProgram.result(of: "--format", "json", "/no/such.log")
    #expect(result.errors == "/no/such.log: error: no such file or folder\n")
    #expect(result.output.hasPrefix("{"))
  }

  @Test("names with orders for the terminal in them are told without these")
  func hostileName() throws {
    let result = try RunningProgram.result(of: "/no/\u{1B}[2Jsuch.log")
    #expect(!result.errors.contains("\u{1B}") && !result.output.contains("\u{1B}"))
  }

  @Test("the report is the same on any number of cores, and with any vector instructions", arguments: ["text", "json"])
  func jobs(_ format: String) throws {
    let log = try TemporaryLog(refused + String(repeating: "all is well\n", count: 1 << 20) + refused)
    let arguments = ["--format", format, "--jobs"]
    let one = try RunningProgram.result(of: arguments + ["1", log.path])
    #expect(one.code == 1)
    #expect(try RunningProgram.result(of: arguments + ["2", log.path]).output == one.output)
    for level in ["scalar", "avx2"] {
      let environment = ["CULPRIT_SIMD": level]
      #expect(try RunningProgram.result(of: arguments + ["1", log.path], in: environment).output == one.output)
    }
  }

  @Test("a number of cores is a number")
  func noJobs() throws {
    #expect(try RunningProgram.result(of: "--jobs", "0", "/no/such.log").code == 2)
  }

  @Test("patterns stats counts lines of anchors, and runs and matches of patterns")
  func stats() throws {
    let log = try TemporaryLog(refused + "all is well\n" + refused)
    let result = try RunningProgram.result(of: "patterns", "stats", log.path)
    #expect(result.code == 0)
    #expect(result.output.contains("in 3 lines\n"))
    let rows = result.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains { $0.first == "2" && $0.contains("ticationerror") })
    #expect(rows.contains { $0.starts(with: ["2", "2"]) && $0.last?.hasPrefix("openai.credential-refused") == true })
  }

  @Test("patterns stats tells what it cannot read")
  func noStats() throws {
    let result = try RunningProgram.result(of: "patterns", "stats", "/no/such.log")
    #expect(result.code == 2 && result.errors == "/no/such.log: error: no such file or folder\n")
  }

  @Test(
    "whatever a report names can be asked for, on a page",
    arguments: [
      "missing-env", "missing-env/not-inherited", "rotated", "quota-exhausted", "credential-refused", "deepseek",
      "deepseek.credential-refused.echo",
    ])
  func explained(_ name: String) throws {
    let result = try RunningProgram.result(of: "explain", name)
    #expect(result.code == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect((5...60).contains(lines.count) && lines.allSatisfy { $0.count <= 80 })
    #expect(lines[0].contains(name) && !result.output.contains("{process}"))
  }

  @Test("a page on a pattern tells what it means, what it takes, and where that is from")
  func explainedPattern() throws {
    let page = try RunningProgram.result(of: "explain", "deepseek.credential-refused.user").output
    for part in ["impact  ", "do  ", "speaks for", "matches  ", "not  ", "no such user", "https://github.com/"] {
      #expect(page.contains(part), "\(page)")
    }
  }

  @Test("a name that nothing has is told with the nearest ones, as bad usage is")
  func unexplained() throws {
    let result = try RunningProgram.result(of: "explain", "missing-env/absnt")
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.errors.contains("'missing-env/absnt'; did you mean 'missing-env/absent'"))
  }

  @Test("a pattern that is shown is a rule file that passes its test, and explains itself from there")
  func shown() throws {
    let rules = NSTemporaryDirectory() + "culprit-rules-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: rules) }
    try FileManager.default.createDirectory(atPath: rules + "/runners", withIntermediateDirectories: true)
    let shown = try RunningProgram.result(of: "patterns", "show", "openai.credential-refused.incorrect-key").output
    let mine = shown.replacingOccurrences(of: "source: 'https://github.com", with: "source: 'https://example.com")
    try Data(mine.utf8).write(to: URL(filePath: rules + "/runners/mine.yaml"))
    #expect(try RunningProgram.result(of: "patterns", "test", rules).code == 0)
    #expect(try RunningProgram.result(of: "patterns", "lint", rules).code == 0)
    let page = try RunningProgram.result(
      of: "--patterns", rules, "explain", "openai.credential-refused.incorrect-key"
    ).output
    #expect(page.contains("https://example.com") && page.contains("runners/mine.yaml"))
  }

  @Test("patterns are listed, all or those that hold words")
  func listed() throws {
    let all = try RunningProgram.result(of: "patterns", "list").output.split(separator: "\n")
    let some = try RunningProgram.result(of: "patterns", "list", "xai", "refused").output.split(separator: "\n")
    #expect(all.count > 400 && !some.isEmpty && some.count < 20)
    #expect(some.allSatisfy { $0.contains("xai") && $0.contains("refused") })
    #expect(try RunningProgram.result(of: "patterns", "list", "no-such-word").code == 2)
  }

  @Test("version and help are results")
  func versionAndHelp() throws {
    #expect(try RunningProgram.result(of: "--version").output.hasPrefix("culprit "))
    let help = try RunningProgram.result(of: "--help", "/no/such.log")
    #expect(help.code == 0 && help.output.contains("exit codes:"))
  }

  @Test("each path is a deployment of its own where that is asked for")
  func separate() throws {
    let (first, second) = (try TemporaryLog(refused), try TemporaryLog(refused))
    let together = try RunningProgram.result(of: "--format", "ndjson", first.path, second.path)
    let separate = try RunningProgram.result(of: "--format", "ndjson", "--separate", first.path, second.path)
    let deployment = #""deployment":"\#(second.path)""#
    #expect(!together.output.contains(deployment))
    #expect(separate.output.contains(deployment))
  }

  @Test("rule files that are no good are told, and the built-in rules still work")
  func badRules() throws {
    let log = try TemporaryLog(refused)
    let result = try RunningProgram.result(of: "--patterns", "/no/such", log.path)
    #expect(result.code == 3)
    #expect(result.errors.contains("/no/such"))
  }

  @Test("a reader that goes away ends the program without a word")
  func closedPipe() throws {
    let log = try TemporaryLog(refused)
    let program = try RunningProgram([log.path])
    try program.closeInput()
    try program.closeOutput()
    let result = try program.resultWithoutOutput()
    #expect(result.errors.isEmpty && !result.endedBySignal)
  }

  private static let logs = [
    "python/009-web-key-of-other-provider-cri/shopdesk-worker-5d4c7b9f6-t8w2z_default.log",
    "node/012-nest-key-with-quotes-ansi/contracts.log",
    "other/008-go-anthropic-nightly-has-openai-key/nightly.log",
  ]

  @Test("a file gives the same report through a pipe in blocks", arguments: logs, [1, 7, 65_536])
  func throughPipe(_ name: String, _ size: Int) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus/" + name).path()
    // Bytes that are written one by one are many calls: the beginning of the log is enough.
    let bytes = try Data(contentsOf: URL(filePath: path)).prefix(size == 1 ? 4000 : .max)
    let log = try TemporaryLog(bytes)
    let whole = try RunningProgram.result(of: "--format", "json", log.path).output
    let program = try RunningProgram(["--format", "json", "--stdin-name", log.path])
    for start in stride(from: 0, to: bytes.count, by: size) {
      try program.write(bytes[start..<min(start + size, bytes.count)])
    }
    try program.closeInput()
    #expect(try program.result().output == whole)
  }
}

/// A file for one test.
private final class TemporaryLog {
  let path = NSTemporaryDirectory() + "culprit-command-" + UUID().uuidString + ".log"

  init(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  init(_ bytes: Data) throws {
    try bytes.write(to: URL(filePath: path))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
