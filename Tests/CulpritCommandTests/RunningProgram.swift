import Foundation
import Testing

/// The built program, running, with pipes to its standard input and from its output.
final class RunningProgram {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()

  /// - Parameter environment: variables beside those of this process.
  init(_ arguments: [String], in environment: [String: String] = [:]) throws {
    process.executableURL = try Self.program
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  /// Beside the bundle of the tests.
  static var program: URL {
    get throws {
      let test = URL(filePath: CommandLine.arguments[0])
      let folders = sequence(first: test) { $0.path() == "/" ? nil : $0.deletingLastPathComponent() }
      let programs = folders.prefix(8).map { $0.appending(path: "culprit") }
      return try #require(programs.first { FileManager.default.isExecutableFile(atPath: $0.path()) })
    }
  }

  func write(_ text: String) throws {
    try write(Data(text.utf8))
  }

  func write(_ bytes: Data) throws {
    try input.fileHandleForWriting.write(contentsOf: bytes)
  }

  /// The text as gzip makes it.
  func write(packed text: String) throws {
    let gzip = Process()
    let (plain, packed) = (Pipe(), Pipe())
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip"]
    gzip.standardInput = plain
    gzip.standardOutput = packed
    try gzip.run()
    try plain.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try plain.fileHandleForWriting.close()
    let bytes = try packed.fileHandleForReading.readToEnd() ?? Data()
    try input.fileHandleForWriting.write(contentsOf: bytes)
  }

  func closeInput() throws {
    try input.fileHandleForWriting.close()
  }

  func closeOutput() throws {
    try output.fileHandleForReading.close()
  }

  func interrupt() {
    process.interrupt()
  }

  /// Asks for what is known so far.
  func ask() {
    kill(process.processIdentifier, SIGUSR1)
  }

  func terminate() {
    process.terminate()
  }

  /// What is printed up to the first occurrence of a text; waits for it as long as it takes.
  func read(upTo text: String) throws -> String {
    var read = Data()
    while true {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Ended(before: text, after: String(decoding: read, as: UTF8.self)) }
      read += more
      let soFar = String(decoding: read, as: UTF8.self)
      if soFar.contains(text) { return soFar }
    }
  }

  struct Ended: Error {
    var before: String
    var after: String
  }

  struct Result {
    var output: String
    var errors: String
    var code: Int32
    var endedBySignal: Bool
  }

  /// The rest of what it prints, and how it ends.
  func result() throws -> Result {
    try result(printed: output.fileHandleForReading.readToEnd() ?? Data())
  }

  /// How it ends, where nobody reads what it prints.
  func resultWithoutOutput() throws -> Result {
    try result(printed: Data())
  }

  private func result(printed: Data) throws -> Result {
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      output: String(decoding: printed, as: UTF8.self), errors: String(decoding: told, as: UTF8.self),
      code: process.terminationStatus, endedBySignal: process.terminationReason == .uncaughtSignal)
  }

  /// Runs to its end, with nothing on standard input.
  static func result(of arguments: String..., input: String = "") throws -> Result {
    try result(of: arguments, input: input)
  }

  static func result(
    of arguments: [String], in environment: [String: String] = [:], input: String = ""
  ) throws -> Result {
    let program = try RunningProgram(arguments, in: environment)
    try? program.write(input)
    try program.closeInput()
    return try program.result()
  }
}
