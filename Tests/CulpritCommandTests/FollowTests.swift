import Foundation
import Testing

/// `culprit follow`.
@Suite(.timeLimit(.minutes(5))) struct FollowTests {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The whole of it, with a thousand rotations, is `Fuzz/rotations/run`.
  @Test("rotations of both kinds and kills lose no line, count none twice and tell nothing twice", arguments: 1...3)
  func rotations(_ seed: Int) throws {
    let script = Process()
    script.executableURL = Self.checkout.appending(path: "Fuzz/rotations/run")
    script.arguments = [
      "--culprit", try RunningProgram.program.path(), "--rotations", "24", "--kills", "6", "--seed", "\(seed)",
      // At full speed it depends on the machine what can be told of copies that were emptied again.
      "--patient",
    ]
    let output = Pipe()
    script.standardOutput = output
    script.standardError = output
    try script.run()
    let told = try output.fileHandleForReading.readToEnd() ?? Data()
    script.waitUntilExit()
    #expect(script.terminationStatus == 0, "\(String(decoding: told, as: UTF8.self))")
  }

  private let refused = """
    2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """

  private func folder() throws -> URL {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "culprit-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("files of a folder are followed, also those that appear later")
  func folders() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("starting\n".utf8).write(to: folder.appending(path: "web.log"))
    let program = try RunningProgram(["follow", folder.path()])
    try Data(refused.utf8).write(to: folder.appending(path: "worker.log"))
    #expect(try program.read(upTo: "AuthenticationError").contains("opened"))
    program.terminate()
    let result = try program.result()
    #expect(result.code == 1 && result.output.contains("2 sources"))
  }

  @Test("SIGUSR1 prints what is known so far, and goes on")
  func asked() throws {
    let program = try RunningProgram(["--format", "ndjson"])
    try program.write(refused)
    _ = try program.read(upTo: "opened")
    program.ask()
    #expect(try program.read(upTo: "\"summary\"").contains("\"summary\""))
    try program.closeInput()
    #expect(try program.result().output.contains("\"summary\""))
  }

  @Test("a state that is none is refused, with what to do")
  func badState() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let state = folder.appending(path: "state")
    try Data("something else".utf8).write(to: state)
    let result = try RunningProgram.result(of: "follow", "--state", state.path(), folder.path())
    #expect(result.code == 2 && result.errors.contains("remove it to begin anew"))
  }

  @Test("what cannot be followed is refused", arguments: [["follow"], ["follow", "-"], ["follow", "--separate", "a"], ["--state", "s", "a"]])
  func usage(_ words: [String]) throws {
    let program = try RunningProgram(words)
    try program.closeInput()
    #expect(try program.result().code == 2)
  }
}
