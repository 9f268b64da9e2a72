import Culprit
@testable import CulpritSources
import Foundation
import Testing

@Suite struct SourceReadingTests {
  private static let rules = Rules.builtIn

  private func read(_ paths: String...) -> Report {
    SourceReading.analyze(SourceList(paths: paths), with: Analyzer(rules: Self.rules)).report()
  }

  /// 3,000 lines; no two are the same, so that they do not shrink to nothing.
  private let lines = (0..<3000).map { "2026-11-23 05:48:45,101 INFO app: request \($0 &* 2_654_435_761) done\n" }
    .joined()

  @Test("every byte of a plain file is read, whatever its size", arguments: [1, 8191, 8192, 8193, 262_144, 300_001])
  func plain(_ size: Int) throws {
    let folder = try TestFolder()
    let file = try folder.write([UInt8](repeating: UInt8(ascii: "a"), count: size), to: "a.log")
    #expect(read(file).input.bytes == size)
  }

  @Test("a compressed file reads as what was compressed, under its own name", arguments: [
    ["gzip"], ["zstd", "-q", "--rm"], ["xz"], ["bzip2"],
  ])
  func compressed(_ command: [String]) throws {
    let folder = try TestFolder()
    try folder.write(lines, to: "a.log")
    try folder.run(["sh", "-c", (command + ["a.log"]).joined(separator: " ")])
    let report = read(folder.path)
    #expect(report.input.bytes == lines.utf8.count && report.input.sources == 1)
    #expect(report.input.skipped.isEmpty)
  }

  @Test("gzip files that were appended to each other are read to the end of the last one")
  func concatenated() throws {
    let folder = try TestFolder()
    try folder.write(lines, to: "a.log")
    try folder.run(["sh", "-c", "gzip -k a.log && cat a.log.gz a.log.gz > both.gz && rm a.log a.log.gz"])
    #expect(read(folder.path).input.bytes == 2 * lines.utf8.count)
  }

  @Test("members of archives are sources of their own, also in an archive in an archive", arguments: [
    "tar czf out.tar.gz in", "tar cf out.tar in", "zip -qr out.zip in",
    "gzip in/a.log && tar cJf out.tar.xz in", "tar czf in/nested.tar.gz in/a.log && rm in/a.log && tar cf out.tar in",
  ])
  func archives(_ command: String) throws {
    let folder = try TestFolder()
    try folder.write(lines, to: "in/a.log")
    try folder.write("short\n", to: "in/b.log")
    try folder.run(["sh", "-c", command + " && rm -r in"])
    let report = read(folder.path)
    #expect(report.input.bytes == lines.utf8.count + 6 && report.input.sources == 2)
    #expect(report.input.skipped.isEmpty)
  }

  @Test("a member is named after its archive")
  func memberName() throws {
    let folder = try TestFolder()
    try folder.write(Self.refusal, to: "worker/app.log")
    try folder.run(["sh", "-c", "tar czf logs.tar.gz worker && rm -r worker"])
    let places = read(folder.path + "/logs.tar.gz").incidents.flatMap(\.evidence).map(\.place.source)
    #expect(Set(places) == [folder.path + "/logs.tar.gz/worker/app.log"])
  }

  @Test("a truncated file is analysed as far as it goes, and named", arguments: [
    "gzip a.log", "xz a.log", "bzip2 a.log", "zstd -q --rm a.log", "tar czf a.tar.gz a.log && rm a.log",
    "zip -q a.zip a.log && rm a.log", "tar cf a.tar a.log && rm a.log",
  ])
  func truncated(_ command: String) throws {
    let folder = try TestFolder()
    // More than the block of bzip2, which unpacks blocks whole.
    let text = (0..<60_000).map { "request \($0 &* 2_654_435_761) of \($0 &* 40_503) is done\n" }.joined()
    try folder.write(text, to: "a.log")
    try folder.run(["sh", "-c", command])
    let name = try #require(SourceList(paths: [folder.path]).entries.first?.path)
    let bytes = Array(try Data(contentsOf: URL(filePath: name)))
    try Data(bytes.dropLast(bytes.count / 3)).write(to: URL(filePath: name))
    let input = read(folder.path).input
    #expect(Set(input.skipped.map(\.reason)) == [.truncated])
    #expect(input.bytes > 0 && input.bytes < text.utf8.count)
    #expect(input.skipped.last?.offset == input.bytes)
  }

  @Test("what is no archive inside is named as corrupt")
  func corrupt() throws {
    let folder = try TestFolder()
    try folder.write(lines, to: "a.log")
    try folder.run(["gzip", "a.log"])
    var bytes = try folder.bytes(of: "a.log.gz")
    for index in 40..<80 { bytes[index] = 0xFF }
    let file = try folder.write(bytes, to: "a.log.gz")
    let skipped = read(file).input.skipped
    #expect(skipped.map(\.reason) == [.corrupt] && skipped.map(\.source) == [file])
  }

  @Test("encrypted members are named, the others are read")
  func encrypted() throws {
    let folder = try TestFolder()
    try folder.write(lines, to: "secret.log")
    try folder.write(lines, to: "open.log")
    try folder.run(["sh", "-c", "zip -q -P pass a.zip secret.log && zip -q a.zip open.log && rm *.log"])
    let input = read(folder.path).input
    #expect(input.skipped.map(\.reason) == [.encrypted])
    #expect(input.bytes == lines.utf8.count)
  }

  @Test("an empty file is a source, and said to be empty")
  func empty() throws {
    let folder = try TestFolder()
    let file = try folder.write("", to: "a.log")
    let input = read(file).input
    #expect(input.sources == 1 && input.skipped.map(\.detail) == ["is empty"])
  }

  @Test("a binary file is named, not read")
  func binary() throws {
    let folder = try TestFolder()
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    try folder.write([0x89, 0x50, 0x4E, 0x47] + noise, to: "picture.png")
    try folder.write(lines, to: "a.log")
    let input = read(folder.path).input
    #expect(input.skipped.map(\.reason) == [.notText])
    #expect(input.bytes == lines.utf8.count)
  }

  @Test("UTF-16, colours, stray zeros and the hole that copytruncate leaves are text")
  func text() {
    let word = "Authentication failed for worker"
    let utf16 = word.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(isText([0xFF, 0xFE] + utf16))
    #expect(isText(utf16))
    #expect(isText([0] + utf16.dropLast()))
    #expect(isText(Array("\u{1B}[31m\(word)\u{1B}[0m".utf8)))
    #expect(isText([UInt8](repeating: 0, count: 5000) + Array(word.utf8)))
    #expect(isText(Array(String(repeating: word, count: 9).utf8) + [0]))
    #expect(!isText(Array(word.utf8) + [0, 1, 2, 3]))
  }

  private func isText(_ bytes: [UInt8]) -> Bool { TextCheck.isText(bytes.span) }

  @Test("a banner megabytes before the failure names the process, on one core as on two", arguments: [1, 2])
  func secondLook(jobs: Int) throws {
    let folder = try TestFolder()
    let filler = String(repeating: "10.0.0.7 - - [23/Nov/2026:03:00:00 +0000] \"GET / HTTP/1.1\" 200 12\n", count: 30_000)
    let banner = "2026-11-23 03:00:00,000 INFO tagger started, pid 43127\n"
    let failure = "2026-11-23 03:00:01,000 ERROR [43127] tagging failed: openai.AuthenticationError: Error code: 401 - "
      + "{'error': {'message': 'Incorrect API key provided: sk-proj-****a1B2', 'code': 'invalid_api_key'}}\n"
    let path = try folder.write(filler + banner + filler + failure + filler, to: "tagger.log")
    var options = ReadingOptions()
    options.jobs = jobs
    let list = SourceList(paths: [path])
    let report = SourceReading.analyze(list, with: Analyzer(), options: options, partSize: 1 << 20).report()
    #expect(report.incidents.count == 1)
    #expect(report.incidents.first?.processes.map(\.pid) == [43127])
    #expect(report == SourceReading.analyze(list, with: Analyzer()).report())
  }

  @Test("a big file that is read in parts on all cores gives the report of one that is read at once")
  func parts() throws {
    let folder = try TestFolder()
    let filler = Array(String(repeating: lines, count: 40).utf8)
    var bytes: [UInt8] = []
    while bytes.count < 20 << 20 { bytes += filler + Array(Self.refusal.utf8) }
    let file = try folder.write(bytes, to: "big.log")
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed(bytes, from: file)
    let list = SourceList(paths: [file])
    let report = SourceReading.analyze(list, with: Analyzer(rules: Self.rules), partSize: 4 << 20).report()
    #expect(report == analyzer.report())
    #expect(report.incidents.count == 1)
  }

  private static let refusal = """
    2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """
}
