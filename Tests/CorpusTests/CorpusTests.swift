import Culprit
import CulpritLab
import Foundation
import Testing

@Suite struct CorpusTests {
  @Test("every area of the corpus has cases, and some of each half")
  func corpusIsThere() throws {
    let cases = try Corpus(at: AnsweredCorpus.folder).cases
    #expect(Set(cases.map(\.area)).isSuperset(of: ["node", "other", "python"]))
    #expect(cases.contains { $0.isHeldBack } && cases.contains { !$0.isHeldBack })
    #expect(cases.allSatisfy { !$0.files.isEmpty })
  }

  private static let baseline = Result {
    try Baseline(readingFrom: AnsweredCorpus.folder + "/baseline.json")
  }

  @Test("what was answered right stays right", arguments: AnsweredCorpus.cases)
  func noLoss(_ corpusCase: CorpusCase) async throws {
    let score = try await AnsweredCorpus.score(of: corpusCase)
    let losses = try Self.baseline.get().losses(of: score, in: corpusCase.description)
    #expect(losses.isEmpty)
  }

  @Test(
    "a log without a credential failure accuses nobody",
    arguments: AnsweredCorpus.cases.filter(\.label.incidents.isEmpty))
  func silence(_ corpusCase: CorpusCase) async throws {
    let named = try await AnsweredCorpus.report(on: corpusCase).incidents.filter { $0.cause != .undetermined }
    #expect(named.isEmpty)
  }

  @Test("an application is held back if it, or one that it works with, is on the list")
  func heldBack() throws {
    let folder = NSTemporaryDirectory() + "culprit-held-back-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, family) in [("1", "shop"), ("2", "shop+mail"), ("3", "mail"), ("4", "shopping")] {
      try FileManager.default.createDirectory(atPath: "\(folder)/node/\(name)", withIntermediateDirectories: true)
      let label = #"{"incidents": [], "origin": {"family": "\#(family)"}}"#
      try Data(label.utf8).write(to: URL(fileURLWithPath: "\(folder)/node/\(name)/label.json"))
    }
    let list = "# a comment\nnode/shop\nother/mail\n"
    try Data(list.utf8).write(to: URL(fileURLWithPath: folder + "/held-back.txt"))
    for start in [folder, folder + "/node"] {
      #expect(try Corpus(at: start).cases.map(\.isHeldBack) == [true, true, false, false])
    }
  }
}
