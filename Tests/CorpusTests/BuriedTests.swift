import Culprit
import CulpritLab
import Testing

/// A failure is understood as well in the middle of a long log as in a short one.
@Suite struct BuriedTests {
  /// One of each way in which logs are wrapped and processes are known.
  static let caseNames: Set = [
    "node/001-bullmq-worker-not-inherited-pino", "node/002-bullmq-worker-empty-var-compose",
    "python/001-worker-not-inherited-celery", "node/013-nest-web-anthropic-key-in-openai",
    "node/029-pm2-digest-app-without-key", "node/091-langchain1-claude-through-openai-client",
    "other/001-go-asynq-worker-package-var-before-dotenv", "other/017-openai-java-two-consumers-one-stale",
    "other/027-sidekiq-one-process-without-key", "python/004-worker-rotated-journald",
    "python/009-web-key-of-other-provider-cri", "python/013-crew-scheduler-other-provider-panels",
    "python/015-crew-revoked-ansi", "python/056-pydanticai-exceptiongroup-two",
    "python/073-fleet-hup-forgotten-json-docker",
  ]

  @Test(
    "other programs' lines around a failure change nothing of its incidents",
    arguments: AnsweredCorpus.cases.filter { caseNames.contains($0.description) })
  func bury(_ corpusCase: CorpusCase) throws {
    let buried = try BuriedCase(corpusCase, rules: Rules.builtIn)
    let alone = try buried.report(burying: 0, at: [], linesOf: .server).outlines
    #expect(!alone.isEmpty)
    for writer in OrdinaryLines.Writer.allCases {
      let outlines = try buried.report(
        burying: 2_000_000, at: Set(BuriedCase.Spot.allCases), linesOf: writer).outlines
      #expect(outlines == alone)
    }
  }

  @Test("the cases that are buried are in the corpus")
  func known() {
    let known = Set(AnsweredCorpus.cases.map(\.description))
    #expect(known.isSuperset(of: Self.caseNames))
  }
}
