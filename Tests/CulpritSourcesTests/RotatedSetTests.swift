import Culprit
@testable import CulpritSources
import Foundation
import Testing

/// `app.log`, `app.log.1`, `app.log.2.gz`: one source.
@Suite struct RotatedSetTests {
  private static let rules = Rules.builtIn

  private func read(_ folder: TestFolder, _ path: String = "") -> Report {
    SourceReading.analyze(SourceList(paths: [folder.path + path]), with: Analyzer(rules: Self.rules)).report()
  }

  private func refusal(_ key: String) -> String {
    "2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': {'message': "
      + "'Incorrect API key provided: sk-proj-********************\(key).', 'code': 'invalid_api_key'}}\n"
  }

  @Test("a set that logrotate made is one source in order of time, and places are those of its files")
  func logrotate() throws {
    let folder = try TestFolder()
    try folder.write(
      "\"\(folder.path)/logs/app.log\" {\n rotate 9\n compress\n delaycompress\n}\n", to: "logrotate.conf")
    try folder.run(["chmod", "644", "logrotate.conf"])
    for round in 0..<4 {
      try folder.write("one\ntwo\n" + (round == 1 ? refusal("a1B2") : "three\n"), to: "logs/app.log")
      guard round < 3 else { break }
      try folder.run(["sh", "-c", "PATH=$PATH:/usr/sbin logrotate -f -s status logrotate.conf"])
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/logs").sorted()
    #expect(names == ["app.log", "app.log.1", "app.log.2.gz", "app.log.3.gz"])
    let list = SourceList(paths: [folder.path + "/logs"])
    #expect(Set(list.entries.map(\.source)) == [folder.path + "/logs/app.log"])
    let oldestFirst = list.entries.sorted { $0.begin < $1.begin }.map { $0.name.suffix(4) }
    #expect(oldestFirst == ["3.gz", "2.gz", "og.1", ".log"])
    let report = read(folder, "/logs")
    #expect(report.input.sources == 1 && report.input.lines == 12)
    let place = try #require(report.incidents.first?.evidence.first?.place)
    #expect(place.source == folder.path + "/logs/app.log.2.gz" && place.line == 3 && place.offset == 8)
  }

  /// Rounds of writing some lines and rotating them, as the real program does it.
  private func rotate(_ directives: String, rounds: Int, in folder: TestFolder, _ look: () throws -> Void = {}) throws {
    try folder.write("\"\(folder.path)/logs/app.log\" {\n rotate 9\n \(directives)\n}\n", to: "logrotate.conf")
    try folder.run(["chmod", "644", "logrotate.conf"])
    for round in 0..<rounds {
      let lines = (0...round * 40).map { "line \($0) of round \(round)\n" }.joined() + refusal("a1B2")
      try folder.run(["sh", "-c", "mkdir -p logs && cat >> logs/app.log <<'END'\n\(lines)END"])
      try look()
      guard round < rounds - 1 else { break }
      // Names with the hour only tell rotations of one day apart where each has its own.
      let day = "sed -i 's/\\.log. .*/.log\" 2026-1-1-0:0:0/' status 2>/dev/null; "
      try folder.run(["sh", "-c", day + "PATH=$PATH:/usr/sbin logrotate -f -s status logrotate.conf"])
      try look()
    }
  }

  private static let styles = [
    "create", "copytruncate", "create\n compress", "create\n compress\n delaycompress", "copytruncate\n compress",
    "create\n dateext\n dateformat -%Y%m%d-%s", "copytruncate\n compress\n dateext\n dateformat -%Y%m%d-%s",
    "create\n compress\n compresscmd /usr/bin/zstd\n compressext .zst\n compressoptions -q --rm",
  ]

  /// Rotations within a second have one name where it is made of the time; then logrotate leaves the file.
  private static let rounds = 4

  @Test("however logrotate is told to keep a set, it is one source in order of time", arguments: styles)
  func anyStyle(_ directives: String) throws {
    let folder = try TestFolder()
    try rotate(directives, rounds: Self.rounds, in: folder) {
      if directives.contains("%s") { try folder.run(["sleep", "1.1"]) }
    }
    let report = read(folder, "/logs")
    #expect(report.input.sources == 1 && report.input.skipped.isEmpty)
    #expect(report.input.lines == (0..<Self.rounds).reduce(0) { $0 + $1 * 40 + 2 })
    #expect(report.incidents.first?.count == Self.rounds)
    let first = try #require(report.incidents.first?.evidence.map(\.place).min { $0.line < $1.line })
    #expect(first.line == 2 && first.source != folder.path + "/logs/app.log")
  }

  @Test("while logrotate rotates a followed log each line counts once", arguments: styles)
  func whileFollowed(_ directives: String) throws {
    let folder = try TestFolder()
    var log = FollowedLog(path: folder.path + "/logs/app.log")
    var analyzer = Analyzer(rules: Self.rules)
    var block = [UInt8](repeating: 0, count: 64 << 10)
    var looks = 0
    try rotate(directives, rounds: Self.rounds, in: folder) {
      if directives.contains("%s") { try folder.run(["sleep", "1.1"]) }
      looks += 1
      // Not after each step: what was rotated twice has to be found too.
      guard looks % 3 != 0 else { return }
      while log.poll(into: &analyzer, block: &block) {}
    }
    repeat { _ = log.poll(into: &analyzer, block: &block) } while log.poll(into: &analyzer, block: &block) || !log.isAtEnd
    #expect(analyzer.report().input.lines == (0..<Self.rounds).reduce(0) { $0 + $1 * 40 + 2 })
  }

  @Test("a set in an archive is one source too, in whatever order its files stand there")
  func inArchive() throws {
    let folder = try TestFolder()
    try folder.write("one\n" + refusal("a1B2"), to: "in/app.log.2")
    try folder.write("one\n", to: "in/app.log.1")
    try folder.write("one\n", to: "in/app.log")
    try folder.run(["sh", "-c", "tar cf out.tar in/app.log in/app.log.2 in/app.log.1 && rm -r in"])
    let report = read(folder)
    #expect(report.input.sources == 1 && report.input.lines == 4)
    let place = try #require(report.incidents.first?.evidence.first?.place)
    #expect(place.source == folder.path + "/out.tar/in/app.log.2" && place.line == 2)
  }

  @Test("names of rotated logs are told from other names with numbers", arguments: [
    ("app.log.1", "app.log"), ("a/app.log.12.gz", "a/app.log"), ("app.log-20261123", "app.log"),
    ("app.log-20261123.zst", "app.log"), ("0.log.20261123-101500", "0.log"), ("syslog.2.gz", "syslog"),
    ("app.log.2026-11-23", "app.log"),
  ])
  func names(_ name: String, _ current: String) {
    #expect(RotatedName(name)?.current == current)
  }

  @Test("instances, versions and days of other files are no rotations", arguments: [
    "worker.1", "app.log", "app.log.gz", "report-2026", "web.log.old", "app-1.2.3", ".1", "log.1/app",
  ])
  func otherNames(_ name: String) {
    #expect(RotatedName(name) == nil)
  }
}

@Suite struct SelectionTests {
  @Test("a pattern without a slash is about the last part of a name, one with a slash about its last parts")
  func globs() {
    #expect(Glob("*.log").matches("a/b/c.log") && !Glob("*.log").matches("a.log/b"))
    #expect(Glob("b/*.log").matches("a/b/c.log") && !Glob("a/*.log").matches("a/b/c.log"))
    #expect(Glob("a/**/c.log").matches("a/b/b/c.log") && Glob("a/**/c.log").matches("a/c.log"))
    #expect(Glob("[a-c]?.log").matches("b1.log") && !Glob("[!a-c]?.log").matches("b1.log"))
    #expect(Glob("*a*a*a*b").matches(String(repeating: "a", count: 20_000) + "b"))
    #expect(!Glob("*a*a*a*c").matches(String(repeating: "a", count: 20_000) + "b"))
  }

  private func names(_ paths: [String], in folder: TestFolder, _ change: (inout Selection) -> Void = { _ in }) -> [String] {
    var selection = Selection()
    change(&selection)
    return SourceList(paths: paths, in: folder.path, selection: selection).entries.map(\.name)
  }

  private func folder() throws -> TestFolder {
    let folder = try TestFolder()
    for name in ["a.log", "b.txt", "x/c.log", "x/y/d.log", "z/e.log"] { try folder.write("x\n", to: name) }
    return folder
  }

  @Test("what is included is read of folders, what is excluded is not, also whole folders; named files are read")
  func selection() throws {
    let folder = try folder()
    #expect(names(["."], in: folder) { $0.included = [Glob("*.log")] } == ["./a.log", "./x/c.log", "./x/y/d.log", "./z/e.log"])
    #expect(names(["."], in: folder) { $0.excluded = [Glob("y"), Glob("*.txt")] } == ["./a.log", "./x/c.log", "./z/e.log"])
    #expect(names(["b.txt"], in: folder) { $0.included = [Glob("*.log")] } == ["b.txt"])
    var none = Selection()
    none.included = [Glob("*.foo")]
    #expect(SourceList(paths: ["."], in: folder.path, selection: none).skipped.map(\.reason) == [.missing])
  }

  @Test("a pattern that no shell has expanded leads to all files that it means")
  func patterns() throws {
    let folder = try folder()
    #expect(names(["*.log"], in: folder) == ["a.log"])
    #expect(names(["**/*.log"], in: folder) == ["a.log", "x/c.log", "x/y/d.log", "z/e.log"])
    #expect(names(["[xz]/*.log"], in: folder) == ["x/c.log", "z/e.log"])
    let list = SourceList(paths: ["*.none"], in: folder.path)
    #expect(list.skipped.map(\.reason) == [.missing])
  }

  @Test("members of archives are selected as files are")
  func members() throws {
    let folder = try folder()
    try folder.run(["sh", "-c", "tar cf all.tar a.log b.txt x z"])
    var options = ReadingOptions()
    options.selection.included = [Glob("*.log")]
    options.selection.excluded = [Glob("y/*")]
    let list = SourceList(paths: [folder.path + "/all.tar"], selection: options.selection)
    let report = SourceReading.analyze(list, with: Analyzer(), options: options).report()
    #expect(report.input.sources == 3)
  }
}
