import CulpritReport
import Foundation
import Testing

/// What cannot be read, or not to its end, as scripts see it: exit code, member and offset.
@Suite struct BrokenInputTests {
  struct Break: CustomTestStringConvertible, Sendable {
    /// Makes the file `out` of the healthy log `b.log` and the short one `a.log`, with the real programs.
    var maker: String
    var reason: String
    /// What stands behind the path of `out` in the name of what is broken.
    var member = ""
    /// The break is told with the place up to which everything was read.
    var hasOffset = true
    var testDescription: String { maker }
  }

  private static let flip = "python3 -c \"import sys; b = bytearray(open('out', 'rb').read()); m = len(b) * 7 // 8; "
    + "b[m:m + 200] = bytes(255 - x for x in b[m:m + 200]); open('out', 'wb').write(b)\""
  private static let cut = "truncate -s $(($(stat -c %s out) * 2 / 3)) out"

  static let breaks = [
    Break(maker: "gzip -c b.log > out; " + cut, reason: "truncated"),
    Break(maker: "xz -c b.log > out; " + cut, reason: "truncated"),
    Break(maker: "zstd -qc b.log > out; " + cut, reason: "truncated"),
    Break(maker: "lz4 -qcB4 b.log > out; " + cut, reason: "truncated"),
    Break(maker: "bzip2 -1c b.log > out; " + cut, reason: "truncated"),
    Break(maker: "tar czf out a.log b.log; " + cut, reason: "truncated", member: "/b.log"),
    Break(maker: "tar cf out a.log b.log; " + cut, reason: "truncated", member: "/b.log"),
    Break(maker: "gzip -c b.log > out; " + flip, reason: "corrupt"),
    Break(maker: "xz -c b.log > out; " + flip, reason: "corrupt"),
    Break(maker: "zstd -qc b.log > out; " + flip, reason: "corrupt"),
    Break(maker: "zip -q out.zip a.log b.log; mv out.zip out; " + flip, reason: "corrupt", member: "/b.log"),
    // A header of gzip, and a block of a type that there is not.
    Break(maker: "printf '\\037\\213\\010\\0\\0\\0\\0\\0\\0\\003\\377\\377\\377\\377' > out", reason: "corrupt", hasOffset: false),
    Break(maker: "zip -q -P secret out.zip b.log; mv out.zip out", reason: "encrypted", member: "/b.log", hasOffset: false),
    Break(maker: "7z a -bd -y -psecret out.7z b.log > said; mv out.7z out", reason: "encrypted", member: "/b.log", hasOffset: false),
    Break(maker: "ln -s out out", reason: "unreadable", hasOffset: false),
  ]

  @Test("each kind of break ends with exit code 2, named with member and offset in report and on standard error", arguments: breaks)
  func exitCode(_ kind: Break) throws {
    let folder = NSTemporaryDirectory() + "culprit-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let lines = (0..<8_000).map { "request \($0 &* 2_654_435_761) of \($0 &* 40_503) is done\n" }.joined()
    try Data(lines.utf8).write(to: URL(filePath: folder + "/b.log"))
    try Data("all is well\n".utf8).write(to: URL(filePath: folder + "/a.log"))
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", kind.maker]
    shell.currentDirectoryURL = URL(filePath: folder)
    try shell.run()
    shell.waitUntilExit()
    let result = try RunningProgram.result(of: "--format", "json", folder + "/out")
    #expect(result.code == 2)
    let name = folder + "/out" + kind.member
    #expect(result.errors.contains("\(name): error: "))
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let input = try #require(report["input"] as? [String: Any])
    let skipped = try #require(input["skipped"] as? [[String: Any]])
    let broken = try #require(skipped.first { $0["source"] as? String == name })
    #expect(broken["reason"] as? String == kind.reason)
    #expect((broken["offset"] as? Int ?? 0 > 60_000) == kind.hasOffset)
  }
}
