@testable import Culprit
@testable import CulpritSources
import Foundation
import Testing

/// A log as it is written, rotated and looked at, step by step; nothing here depends on time.
@Suite struct FollowedLogTests {
  private static let rules = Rules.builtIn

  /// A follower of one log, and the log.
  private final class Scene {
    let folder: TestFolder
    var analyzer = Analyzer(rules: FollowedLogTests.rules)
    var log: FollowedLog
    var written = 0
    private var block = [UInt8](repeating: 0, count: 64 << 10)

    init(_ name: String = "app.log") throws {
      folder = try TestFolder()
      log = FollowedLog(path: folder.path + "/" + name)
    }

    var path: String { log.path }
    var lines: Int { analyzer.report().input.lines }

    /// Appends numbered lines.
    func write(_ count: Int) throws {
      let text = (0..<count).map { "line \(written + $0) of the log \($0 &* 40_503)\n" }.joined()
      written += count
      try append(text)
    }

    func append(_ text: String) throws {
      if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    }

    func look() { _ = log.poll(into: &analyzer, block: &block) }

    /// Until nothing is left.
    func lookToEnd() {
      repeat { look() } while log.poll(into: &analyzer, block: &block) || !log.isAtEnd
    }

    func shift() throws {
      for number in (1...20).reversed() {
        for ending in ["", ".gz"] where FileManager.default.fileExists(atPath: "\(path).\(number)\(ending)") {
          try folder.run(["mv", "\(path).\(number)\(ending)", "\(path).\(number + 1)\(ending)"])
        }
      }
    }

    func rotateByName() throws {
      try shift()
      try folder.run(["mv", path, path + ".1"])
    }

    func rotateByCopy() throws {
      try shift()
      try folder.run(["cp", path, path + ".1"])
      try folder.run(["truncate", "-s", "0", path])
    }

    /// Ends the follower without a word and starts another one from its state.
    func crash(savedAt state: FollowState? = nil) throws {
      let state = state ?? self.state
      var writer = StateWriter()
      writer.write(state)
      var reader = StateReader(writer.bytes)
      let kept: FollowState = try reader.read()
      analyzer = Analyzer(rules: FollowedLogTests.rules)
      analyzer.restore(kept.analyzer)
      log = FollowedLog(kept.logs[0], for: analyzer)
    }

    var state: FollowState { FollowState(analyzer: analyzer.state, logs: [log.state], toldBefore: nil, output: nil) }
  }

  @Test("a file that is renamed is read to its end, and the new one from its beginning")
  func renamed() throws {
    let scene = try Scene()
    try scene.write(10)
    scene.lookToEnd()
    try scene.write(5)
    try scene.rotateByName()
    try scene.write(7)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
  }

  @Test("a file that is copied and emptied is read to its end in the copy", arguments: [0, 3])
  func copied(_ unread: Int) throws {
    let scene = try Scene()
    try scene.write(10)
    scene.lookToEnd()
    if unread > 0 { try scene.write(unread) }
    try scene.rotateByCopy()
    scene.lookToEnd()
    try scene.write(40)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
  }

  @Test("several rotations between two looks lose nothing", arguments: 0..<8)
  func several(_ seed: Int) throws {
    let scene = try Scene()
    try scene.write(3)
    scene.lookToEnd()
    for step in 0..<12 {
      try scene.write(1 + (step * 7 + seed * 3) % 50)
      if (step + seed) % 3 == 0 { try scene.rotateByCopy() } else { try scene.rotateByName() }
      if step % 4 == seed % 4 { scene.look() }
    }
    try scene.write(2)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
  }

  @Test("what is written between copying and emptying is read in time, and the copy is not read again")
  func earlyCopy() throws {
    let scene = try Scene()
    try scene.write(40)
    scene.lookToEnd()
    try scene.folder.run(["cp", scene.path, scene.path + ".1"])
    try scene.write(10)
    scene.lookToEnd()
    try scene.folder.run(["truncate", "-s", "0", scene.path])
    try scene.write(5)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
    try scene.rotateByName()
    try scene.write(5)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
  }

  /// A writer that rotates, step by step, with anything between two steps.
  private final class Rotator {
    let scene: Scene
    var random: Generator
    private var lines = 0
    /// The rest of a line of which a part is written.
    private var rest = ""
    private var renamed: Foundation.FileHandle?
    /// Bytes that are copied; nil while nothing is.
    private var copied: Int?

    struct Generator: RandomNumberGenerator {
      var state: UInt64

      mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
      }
    }

    init(_ scene: Scene, seed: Int) {
      self.scene = scene
      random = Generator(state: UInt64(seed) &* 7919)
    }

    /// All begin with the same time, as they do in a busy log.
    private func text() -> String {
      var text = rest
      rest = ""
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text += "2026-11-23 05:48:45,101 INFO worker[41]: step \(lines) of \(lines &* 40_503)\n"
        lines += 1
      }
      guard Bool.random(using: &random), text.count > 1 else { return text }
      let half = text.index(text.startIndex, offsetBy: Int.random(in: 1..<text.count, using: &random))
      rest = String(text[half...])
      return String(text[..<half])
    }

    private func rename(_ old: String, _ new: String) throws {
      guard FileManager.default.fileExists(atPath: old) else { return }
      try FileManager.default.moveItem(atPath: old, toPath: new)
    }

    private func shift() throws {
      for number in (1...60).reversed() { try rename("\(scene.path).\(number)", "\(scene.path).\(number + 1)") }
    }

    func step() throws {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<8: scene.look()
      case 8: try scene.crash()
      case 9..<14: try write()
      default: try rotate()
      }
    }

    private func write() throws {
      // Who copies and empties a file while it is written loses lines, whoever reads it.
      guard copied == nil else { return }
      if let renamed { try renamed.write(contentsOf: Data(text().utf8)) } else { try scene.append(text()) }
    }

    private func rotate() throws {
      if let old = renamed {
        try old.write(contentsOf: Data(rest.utf8))
        rest = ""
        try old.close()
        renamed = nil
        try scene.append("")
      } else if let done = copied {
        let all = try Data(contentsOf: URL(filePath: scene.path))
        guard done < all.count else { return try empty() }
        let next = Int.random(in: done...all.count, using: &random)
        try all.prefix(next).write(to: URL(filePath: scene.path + ".1"))
        copied = next
      } else if FileManager.default.fileExists(atPath: scene.path) {
        try scene.append(rest)
        rest = ""
        try shift()
        if Bool.random(using: &random) { try rename() } else { try beginCopy() }
      }
    }

    private func rename() throws {
      try rename(scene.path, scene.path + ".1")
      let file = try FileHandle(forWritingTo: URL(filePath: scene.path + ".1"))
      try file.seekToEnd()
      renamed = file
    }

    private func beginCopy() throws {
      try Data().write(to: URL(filePath: scene.path + ".1"))
      copied = 0
    }

    private func empty() throws {
      try Data().write(to: URL(filePath: scene.path))
      copied = nil
    }

    /// All lines are whole, and nothing is between two steps any more.
    func end() throws -> Int {
      while copied != nil || renamed != nil { try rotate() }
      try scene.append(rest)
      return lines
    }
  }

  @Test("whatever is seen between the steps of rotations, each line counts once", arguments: 0..<60)
  func steps(_ seed: Int) throws {
    let scene = try Scene()
    try scene.append("the first line\n")
    scene.look()
    let rotator = Rotator(scene, seed: seed)
    for _ in 0..<80 { try rotator.step() }
    let lines = try rotator.end()
    scene.lookToEnd()
    #expect(scene.lines == lines + 1)
  }

  @Test("a crash at any time, with rotations before the next start, loses nothing and reads nothing twice",
    arguments: 0..<8)
  func crashes(_ seed: Int) throws {
    let scene = try Scene()
    try scene.write(3)
    scene.lookToEnd()
    var saved = scene.state
    for step in 0..<16 {
      try scene.write(1 + (step * 5 + seed) % 40)
      scene.look()
      if (step + seed) % 3 == 0 { saved = scene.state }
      try scene.write(1 + step % 3)
      if (step + seed) % 5 < 2 { try scene.rotateByCopy() } else { try scene.rotateByName() }
      if step % 5 == seed % 5 { try scene.crash(savedAt: saved) }
    }
    try scene.write(2)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
  }

  @Test("files that were packed while nobody was reading are read from there")
  func packed() throws {
    let scene = try Scene()
    try scene.write(20)
    scene.lookToEnd()
    let state = scene.state
    try scene.write(5)
    try scene.rotateByName()
    try scene.write(8)
    try scene.rotateByName()
    try scene.folder.run(["gzip", scene.path + ".1", scene.path + ".2"])
    try scene.write(2)
    try scene.crash(savedAt: state)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
  }

  @Test("a rotated file that is packed while it is known is not read again")
  func packedLater() throws {
    let scene = try Scene()
    try scene.write(20)
    scene.lookToEnd()
    try scene.rotateByName()
    try scene.write(5)
    scene.lookToEnd()
    try scene.folder.run(["gzip", scene.path + ".1"])
    try scene.rotateByName()
    try scene.write(5)
    scene.lookToEnd()
    #expect(scene.lines == scene.written)
  }

  @Test("files that appear later, are deleted, and are written anew are read")
  func late() throws {
    let scene = try Scene()
    scene.look()
    #expect(scene.lines == 0)
    try scene.write(4)
    scene.lookToEnd()
    #expect(scene.lines == 4)
    try scene.folder.run(["rm", scene.path])
    scene.look()
    try scene.write(3)
    scene.lookToEnd()
    #expect(scene.lines == 7)
  }

  @Test("a file that is emptied without a copy keeps what was read of it")
  func emptied() throws {
    let scene = try Scene()
    try scene.write(10)
    scene.lookToEnd()
    try scene.folder.run(["truncate", "-s", "0", scene.path])
    try scene.write(2)
    scene.lookToEnd()
    #expect(scene.lines == 12)
  }

  @Test("half of a line is no line until the rest is there")
  func half() throws {
    let scene = try Scene()
    try scene.append("2026-11-23 05:48:45,101 ERROR worker[41]: openai.Authent")
    scene.lookToEnd()
    try scene.append("icationError: Error code: 401 - invalid_api_key\n")
    scene.lookToEnd()
    #expect(scene.lines == 1)
    #expect(scene.analyzer.report().incidents.count == 1)
  }

  /// A log that was renamed while its writer holds it open.
  private func renamedWhileOpen() throws -> (Scene, Foundation.FileHandle) {
    let scene = try Scene()
    try scene.write(3)
    scene.lookToEnd()
    let writer = try FileHandle(forWritingTo: URL(filePath: scene.path))
    try writer.seekToEnd()
    try scene.folder.run(["mv", scene.path, scene.path + ".1"])
    return (scene, writer)
  }

  /// So much later, in seconds.
  private func pass(_ seconds: Int64, in scene: Scene) {
    let before = scene.log.clock
    scene.log.clock = { before() + seconds * 1_000_000_000 }
    scene.look()
  }

  @Test("a renamed file is read for as long as its writer has not begun another one", arguments: [false, true])
  func writerThatSleeps(_ isMadeAnew: Bool) throws {
    let (scene, writer) = try renamedWhileOpen()
    if isMadeAnew { try scene.append("") }
    scene.look()
    pass(86_400, in: scene)
    try writer.write(contentsOf: Data("late\n".utf8))
    scene.lookToEnd()
    #expect(scene.lines == 4)
  }

  @Test("a second process may write to a renamed file for minutes, and nobody waits for it for hours")
  func secondWriter() throws {
    let (scene, writer) = try renamedWhileOpen()
    try scene.write(5)
    scene.lookToEnd()
    pass(500, in: scene)
    try writer.write(contentsOf: Data("late\n".utf8))
    scene.look()
    #expect(scene.lines == 9 && scene.log.openRotated == 1)
    pass(3_600, in: scene)
    #expect(scene.log.openRotated == 0)
  }

  @Test("a deleted file is let go of soon, and a log holds eight of its rotated files at most")
  func handles() throws {
    let (scene, _) = try renamedWhileOpen()
    scene.look()
    try scene.folder.run(["rm", scene.path + ".1"])
    pass(9, in: scene)
    #expect(scene.log.files.count == 1)
    try scene.write(1)
    scene.lookToEnd()
    pass(20, in: scene)
    #expect(scene.log.openRotated == 0)
    for _ in 0..<20 {
      try scene.rotateByName()
      try scene.write(2)
      scene.lookToEnd()
    }
    #expect(scene.log.openRotated == 8)
    #expect(scene.log.closeLongestSilent(in: &scene.analyzer) && scene.log.openRotated == 7)
    #expect(scene.lines == scene.written)
  }

  @Test("what was rotated before the first look is of no interest")
  func older() throws {
    let scene = try Scene()
    try scene.write(10)
    try scene.rotateByName()
    try scene.write(3)
    scene.lookToEnd()
    #expect(scene.lines == 3)
  }

  @Test("what is no text is named and left")
  func binary() throws {
    let scene = try Scene("app.db")
    try scene.folder.write([UInt8](repeating: 0, count: 100) + (0..<200).map { UInt8($0 % 8) }, to: "app.db")
    scene.look()
    #expect(scene.log.refusal?.reason == .notText && scene.lines == 0)
  }

  @Test("a file of many parts gives the report of one that is read at once, also after a crash")
  func parts() throws {
    let scene = try Scene()
    let filler = (0..<60_000).map { "2026-11-23 05:48:45,101 INFO web[7]: request \($0 &* 2_654_435_761) done\n" }.joined()
    let refusal = "2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - invalid_api_key\n"
    for _ in 0..<12 { try scene.append(filler + refusal) }
    for _ in 0..<500 { scene.look() }
    let state = scene.state
    #expect(state.logs[0].files[0].settled > 0)
    try scene.crash(savedAt: state)
    scene.lookToEnd()
    var whole = Analyzer(rules: Self.rules)
    whole.feed(try scene.folder.bytes(of: "app.log"), from: scene.path)
    #expect(scene.analyzer.report() == whole.report())
  }
}
