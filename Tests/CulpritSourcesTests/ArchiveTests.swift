import Culprit
@testable import CulpritSources
import Foundation
import Testing

/// Archives as the real programs make them.
@Suite struct ArchiveTests {
  private static let rules = Rules.builtIn

  private func read(_ path: String, _ options: ReadingOptions = ReadingOptions()) -> Report {
    SourceReading.analyze(
      SourceList(paths: [path]), with: Analyzer(rules: Self.rules), options: options
    ).report()
  }

  private static let refusal = """
    2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """
  /// No two lines are the same, so that they do not shrink to nothing.
  private static let lines = (0..<8_000).map { "request \($0 &* 2_654_435_761) of \($0 &* 40_503) is done\n" }.joined()

  private static let makers = [
    "tar cf out.tar in", "tar czf out.tar.gz in", "tar -I 'bzip2 -1' -cf out.tar.bz2 in", "tar cJf out.tar.xz in",
    "tar --zstd -cf out.tar.zst in", "tar cf - in | lz4 -qB4 - out.tar.lz4", "tar --format=v7 -cf out.tar in",
    "zip -qr out.zip in", "7z a -bd -y out.7z in >/dev/null", "gzip -c in/b.log > out.gz", "xz -c in/b.log > out.xz",
    "zstd -qc in/b.log > out.zst", "bzip2 -1c in/b.log > out.bz2", "lz4 -qcB4 in/b.log > out.lz4",
    "tar czf in.tgz in && zip -qm outer.zip in.tgz && tar cf out.tar outer.zip && rm outer.zip",
  ]

  /// The only file that is left is the archive of `a.log`, which tells of a refusal, and `b.log`, all of that.
  private func archive(_ maker: String) throws -> (folder: TestFolder, path: String) {
    let folder = try TestFolder()
    try folder.write(Self.refusal, to: "in/a.log")
    try folder.write(Self.refusal + Self.lines, to: "in/b.log")
    try folder.run(["sh", "-c", maker + " && rm -r in"])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (folder, folder.path + "/" + (try #require(names.first { $0.hasPrefix("out.") })))
  }

  @Test("what the real programs pack is read whole, each member named after its archive", arguments: makers)
  func whole(_ maker: String) throws {
    let (folder, path) = try archive(maker)
    _ = folder
    let report = read(path)
    let both = 2 * Self.refusal.utf8.count + Self.lines.utf8.count
    let isOne = maker.contains("in/b.log")
    #expect(report.input.bytes == (isOne ? both - Self.refusal.utf8.count : both))
    #expect(report.input.sources == (isOne ? 1 : 2) && report.input.skipped.isEmpty)
    #expect(report.incidents.count == 1)
    let places = Set(report.incidents.flatMap(\.evidence).map(\.place.source))
    #expect(places.allSatisfy { isOne ? $0 == path : $0.hasPrefix(path + "/") && $0.hasSuffix(".log") })
  }

  @Test("cut short anywhere it is read up to there, and what is lost is said", arguments: makers)
  func truncated(_ maker: String) throws {
    let (folder, path) = try archive(maker)
    let bytes = try folder.bytes(of: String(path.split(separator: "/").last ?? ""))
    let whole = read(path).input.bytes
    var most = 0
    for cut in 1...20 {
      // The end of a tar is a kilobyte and more of zeros that nobody misses.
      let size = bytes.count * cut / 21
      try Data(bytes.prefix(size)).write(to: URL(filePath: path))
      let input = read(path).input
      #expect(!input.skipped.isEmpty, "cut at \(size) of \(bytes.count)")
      #expect(input.skipped.allSatisfy { $0.source.hasPrefix(path) && [.truncated, .corrupt, .notText].contains($0.reason) })
      #expect(input.bytes < whole)
      most = max(most, input.bytes)
    }
    // 7z has its table at the end: without it nothing can be read.
    #expect(maker.contains("7z") || most > whole / 2)
  }

  @Test("a break in the middle leaves what stands before it, and names member and offset", arguments: [
    "tar czf out.tar.gz in", "zip -qr out.zip in", "gzip -c in/b.log > out.gz", "7z a -bd -y out.7z in >/dev/null",
  ])
  func corrupt(_ maker: String) throws {
    let (folder, path) = try archive(maker)
    var bytes = try folder.bytes(of: String(path.split(separator: "/").last ?? ""))
    for index in bytes.count / 2..<bytes.count / 2 + 200 { bytes[index] = ~bytes[index] }
    try Data(bytes).write(to: URL(filePath: path))
    let input = read(path).input
    let broken = try #require(input.skipped.first)
    #expect([.corrupt, .truncated].contains(broken.reason))
    #expect(broken.source.hasSuffix("b.log") || broken.source == path)
    #expect(!maker.contains("gzip -c") || input.skipped.count == 1)
    // A tar has no checksums of its members: what is broken shows behind the last one.
    #expect(
      maker.contains("7z") || (broken.offset ?? 0) > 100_000 || broken.detail.contains("behind 'in/b.log'"))
  }

  @Test("a stream's bytes up to the break are analysed, and the break is told once")
  func beforeBreak() throws {
    let (folder, path) = try archive("gzip -c in/b.log > out.gz")
    var bytes = try folder.bytes(of: "out.gz")
    // The end of the packed bytes, before the checksum.
    for index in bytes.count - 300..<bytes.count - 8 { bytes[index] = ~bytes[index] }
    try Data(bytes).write(to: URL(filePath: path))
    let input = read(path).input
    let size = Self.refusal.utf8.count + Self.lines.utf8.count
    #expect(input.bytes >= size - 2000)
    #expect(input.skipped.map(\.offset) == [input.bytes])
  }

  @Test("of a cut gzip file every byte counts that zlib makes of it", arguments: [
    "gzip -c in/b.log > out.gz", "tar czf out.tar.gz in/a.log in/b.log",
  ])
  func everyByte(_ maker: String) throws {
    let (folder, path) = try archive(maker)
    let name = String(path.split(separator: "/").last ?? "")
    let bytes = try folder.bytes(of: name)
    let count = "import sys, zlib; print(len(zlib.decompressobj(31).decompress(open(sys.argv[1], 'rb').read())))"
    for size in [12, 100, 700, 5000] + (1...16).map({ bytes.count * $0 / 17 }) {
      try Data(bytes.prefix(size)).write(to: URL(filePath: path))
      try folder.run(["sh", "-c", "python3 -c \"\(count)\" '\(path)' > '\(folder.path)/count'"])
      let unpacked = try #require(Int(String(decoding: try folder.bytes(of: "count"), as: UTF8.self).dropLast()))
      try folder.run(["rm", "count"])
      let input = read(path).input
      // A tar has a head of 512 bytes before each file, and fills its last such block.
      let second = 512 + (Self.refusal.utf8.count + 511) / 512 * 512 + 512
      let isTar = maker.contains("tar")
      guard !isTar || unpacked > second else { continue }
      #expect(input.bytes == unpacked - (isTar ? second - Self.refusal.utf8.count : 0), "cut at \(size)")
      #expect(Set(input.skipped.map(\.reason)) == [.truncated], "cut at \(size)")
    }
  }

  /// How they are packed, what the real program makes of a broken file, and how many bytes before a break may be
  /// lost: libarchive hands on pieces of 64 KiB, and drops the one that a break is in. Newer programs than
  /// zstd 1.5.4 print what they have of such a piece.
  private static let unpackers = [
    ("zstd -qc in/b.log > out.zst", "zstd -dqc", 65_535), ("lz4 -qcB4 in/b.log > out.lz4", "lz4 -dqc", 0),
    ("xz -c in/b.log > out.xz", "xz -dc", 65_535), ("bzip2 -1c in/b.log > out.bz2", "bzip2 -dc", 65_535),
  ]

  @Test("of a file that is cut or broken all is analysed that the real program makes of it", arguments: unpackers)
  func asTheProgram(_ maker: String, _ program: String, _ loss: Int) throws {
    let (folder, path) = try archive(maker)
    let name = String(path.split(separator: "/").last ?? "")
    let whole = try folder.bytes(of: name)
    for part in 1...4 {
      let place = whole.count * part / 5
      let broken = whole[..<place] + whole[place..<place + 200].map { ~$0 } + whole[(place + 200)...]
      for (bytes, reason) in [(whole[..<place], Report.Skipped.Reason.truncated), (broken, .corrupt)] {
        try Data(bytes).write(to: URL(filePath: path))
        try folder.run(["sh", "-c", "\(program) < \(name) 2> said | wc -c > count; rm said"])
        let count = String(decoding: try folder.bytes(of: "count"), as: UTF8.self)
        let unpacked = try #require(Int(count.trimmingCharacters(in: .whitespacesAndNewlines)))
        let input = read(path).input
        // bzip2 checks a block before it gives anything of it, libarchive afterwards.
        #expect(input.bytes >= unpacked - loss, "\(reason) at \(place)")
        #expect(input.skipped.map(\.reason) == [reason] && input.skipped.map(\.source) == [path])
        #expect(input.skipped.first?.offset ?? 0 == input.bytes)
      }
    }
  }

  @Test("gzip files one behind the other are one, whatever stands behind the last is none")
  func severalGzips() throws {
    let folder = try TestFolder()
    try folder.run(["sh", "-c", "for n in 1 2 3; do echo line $n > name; gzip -c name; echo line $n | gzip -n; done > all.gz; printf 'a tail\\n' >> all.gz"])
    let input = read(folder.path + "/all.gz").input
    #expect(input.lines == 6 && input.skipped.isEmpty)
  }

  @Test("a gzip file of another length than it says is analysed whole, and said to be corrupt")
  func length() throws {
    let folder = try TestFolder()
    try folder.run(["sh", "-c", "printf 'one\\ntwo\\n' | gzip > a.gz"])
    var bytes = try folder.bytes(of: "a.gz")
    bytes[bytes.count - 3] ^= 1
    try folder.write(bytes, to: "a.gz")
    let input = read(folder.path + "/a.gz").input
    #expect(input.lines == 2 && input.skipped.map(\.reason) == [.corrupt])
  }

  @Test("a tar without files that was packed is no log")
  func emptyTar() throws {
    let folder = try TestFolder()
    try folder.run(["sh", "-c", "tar czf none.tar.gz -T /dev/null"])
    let input = read(folder.path + "/none.tar.gz").input
    #expect(input.bytes == 0)
  }

  @Test("the holes of a sparse file are zeros, as where it was packed")
  func sparse() throws {
    let (folder, path) = try archive(
      "rm in/a.log && truncate -s 3000000 in/a.log && cat in/b.log >> in/a.log && rm in/b.log && tar -Scf out.tar in")
    _ = folder
    #expect(read(path).input.bytes == 3_000_000 + Self.refusal.utf8.count + Self.lines.utf8.count)
    #expect(read(path).incidents.count == 1)
  }

  @Test("an archive of another kind than its name says is read as what it is")
  func wrongExtension() throws {
    let (folder, path) = try archive("tar czf out.tar.gz in && mv out.tar.gz out.log")
    _ = folder
    #expect(read(path).input.sources == 2)
  }

  @Test("encrypted members are named, in zip and in 7z", arguments: [
    "zip -q -P secret -r out.zip in", "7z a -bd -y -psecret out.7z in >/dev/null",
    "7z a -bd -y -psecret -mhe=on out.7z in >/dev/null",
  ])
  func encrypted(_ maker: String) throws {
    let (folder, path) = try archive(maker)
    _ = folder
    let input = read(path).input
    #expect(Set(input.skipped.map(\.reason)) == [.encrypted] && input.bytes == 0)
  }

  @Test("what is appended to a tar under the same name is a source of its own")
  func twice() throws {
    let (folder, path) = try archive("tar cf out.tar in && tar rf out.tar in/a.log")
    _ = folder
    #expect(read(path).input.sources == 3)
  }

  // MARK: limits

  private func skipped(_ maker: String, _ change: (inout UnpackLimits) -> Void) throws -> [Report.Skipped] {
    let (folder, path) = try archive(maker)
    _ = folder
    var options = ReadingOptions()
    change(&options.limits)
    return read(path, options).input.skipped
  }

  @Test("every limit ends the reading with a message that names the option")
  func limits() throws {
    let members = try skipped("tar czf out.tar.gz in") { $0.members = 1 }
    #expect(members.map(\.reason) == [.limit] && members[0].detail.contains("--max-members"))
    let total = try skipped("tar czf out.tar.gz in") { $0.total = 100_000 }
    #expect(total.first?.reason == .limit && total.first?.detail.contains("--max-unpacked") == true)
    let nested = "tar czf in.tgz in && tar cf out.tar in.tgz && rm in.tgz"
    let depth = try skipped(nested) { $0.depth = 1 }
    #expect(depth.map(\.reason) == [.limit] && depth[0].detail.contains("--max-depth"))
    #expect(try skipped(nested) { $0.depth = 2 }.isEmpty)
  }

  @Test("a bomb is left where it unpacks to more than so many times its size")
  func bomb() throws {
    let folder = try TestFolder()
    try folder.run(["sh", "-c", "yes 'all is well' | head -c 4000000 | gzip -9 > bomb.gz"])
    var options = ReadingOptions()
    // What a packed file may grow to in any case would take long to read.
    options.limits.unpackedFreely = 1 << 20
    options.limits.expansion = 100
    let input = read(folder.path + "/bomb.gz", options).input
    #expect(input.skipped.map(\.reason) == [.limit] && input.bytes < 4_000_000)
    #expect(input.skipped.first?.detail.contains("--max-expansion") == true)
    #expect(input.skipped.first?.offset == input.bytes)
    options.limits.expansion = 2000
    #expect(read(folder.path + "/bomb.gz", options).input.skipped.isEmpty)
  }

  @Test("a packed file is read with one core and with two alike")
  func cores() throws {
    let folder = try TestFolder()
    try folder.write((0..<8).map { _ in Self.lines + Self.refusal }.joined(), to: "big.log")
    try folder.run(["gzip", "big.log"])
    var one = ReadingOptions()
    one.jobs = 1
    #expect(read(folder.path + "/big.log.gz", one) == read(folder.path + "/big.log.gz"))
  }

  @Test("members of one archive are read with one core and with two alike, also where it breaks off", arguments: [1, 2, 3])
  func membersOnCores(_ thirds: Int) throws {
    let folder = try TestFolder()
    for number in 0..<40 {
      try folder.write(Self.lines.suffix(number * 2000) + Self.refusal, to: "in/\(number).log")
      try folder.write("\u{0}\u{1}\u{2}" + Self.lines.prefix(40_000).map { $0 == "\n" ? "\u{0}" : "\u{1}" }, to: "in/\(number).bin")
    }
    try folder.run(["sh", "-c", "gzip in/7.log && tar czf in.tgz in && rm -r in && tar czf out.tgz in.tgz && rm in.tgz"])
    let bytes = try folder.bytes(of: "out.tgz")
    try Data(bytes.prefix(bytes.count * thirds / 3)).write(to: URL(filePath: folder.path + "/out.tgz"))
    var one = ReadingOptions()
    one.jobs = 1
    let report = read(folder.path + "/out.tgz", one)
    #expect(report == read(folder.path + "/out.tgz"))
    #expect(report.incidents.count == 1 && report.input.sources >= 10)
  }
}
