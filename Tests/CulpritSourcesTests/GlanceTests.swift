import Culprit
@testable import CulpritSources
import Foundation
import Testing

/// A search for failures alone, before anything else is read.
@Suite struct GlanceTests {
  private static let rules = Rules.builtIn
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus").path()

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0 != "label.json" }.sorted()
  }

  /// Every third: each is read three times.
  private static let cases = ["python", "node", "other"].flatMap { area in
    let all = names(in: corpus + "/" + area)
    return stride(from: 0, to: all.count, by: 3).map { "\(area)/\(all[$0])" }
  }

  private func report(
    _ paths: [String], glancesFrom size: Int, partSize: Int? = nil, jobs: Int = 1
  ) -> Report {
    var options = ReadingOptions()
    options.glanceSize = size
    options.jobs = jobs
    return SourceReading.analyze(
      SourceList(paths: paths), with: Analyzer(rules: Self.rules), options: options, partSize: partSize
    ).report()
  }

  @Test("whatever fails in a log of the corpus, a glance has it read as without one", arguments: cases)
  func corpusCase(_ name: String) {
    let folder = "\(Self.corpus)/\(name)"
    let paths = Self.names(in: folder).map { "\(folder)/\($0)" }
    let whole = report(paths, glancesFrom: .max)
    let glanced = report(paths, glancesFrom: 0)
    #expect(glanced.incidents == whole.incidents)
    #expect(glanced.unexplained == whole.unexplained)
    #expect(refusals(of: glanced) == refusals(of: whole))
  }

  /// Neighbours of providers; a connection that fails has no word that is rare in ordinary logs.
  private func refusals(of report: Report) -> [Neighbour] {
    report.neighbours.filter { $0.provider != nil && $0.kind != "network" }
  }

  // MARK: one log of several parts

  /// A healthy worker's megabytes: banner, requests that went well, lines of others.
  private static let healthy = (0..<40_000).map { number in
    let clock = "2026-11-23 05:\(10 + number / 1_000):\(10 + number / 20 % 50),\(100 + number % 900)"
    return number % 5 == 0
      ? "\(clock) INFO [43127] httpx: HTTP Request: POST https://api.openai.com/v1/chat/completions \"HTTP/1.1 200 OK\"\n"
      : "\(clock) INFO [\(50 + number % 3)] app: request \(number &* 2_654_435_761) done\n"
  }.joined()
  private static let refusal = """
    2026-11-23 05:58:45,101 ERROR [43127] worker: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """

  @Test("of a healthy log hardly a record is read closely, on one core as on two", arguments: [1, 2])
  func healthyLog(_ jobs: Int) throws {
    let folder = try TestFolder()
    let path = try folder.write(String(repeating: Self.healthy, count: 3), to: "app.log")
    let whole = report([path], glancesFrom: .max, partSize: 2 << 20, jobs: jobs)
    let glanced = report([path], glancesFrom: 0, partSize: 2 << 20, jobs: jobs)
    #expect(whole.incidents.isEmpty && glanced.incidents.isEmpty)
    #expect(glanced.input.bytes == whole.input.bytes && glanced.input.lines == whole.input.lines)
    #expect(whole.input.records > 20_000 && (1..<200).contains(glanced.input.records))
    #expect(!glanced.input.formats.isEmpty)
    #expect(glanced == report([path], glancesFrom: 0))
  }

  @Test("a failure anywhere has everything read, and progress told from its start", arguments: [0, 1, 2])
  func failure(_ place: Int) throws {
    let folder = try TestFolder()
    var texts = [Self.healthy, Self.healthy]
    texts.insert(Self.refusal, at: place)
    let path = try folder.write(texts.joined(), to: "app.log")
    let peer = try folder.write(Self.healthy, to: "peer.log")
    let whole = report([path, peer], glancesFrom: .max)
    #expect(whole.incidents.count == 1)
    for jobs in [1, 2] { #expect(report([path, peer], glancesFrom: 0, partSize: 2 << 20, jobs: jobs) == whole) }
    var options = ReadingOptions()
    options.glanceSize = 0
    let progress = ReadingProgress()
    let list = SourceList(paths: [path, peer])
    _ = SourceReading.analyze(list, with: Analyzer(rules: Self.rules), options: options, progress: progress)
    #expect(progress.bytes == progress.size)
  }

  @Test("what refuses for other reasons than the key has everything read too", arguments: [
    "openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan'}}",
    "anthropic.InternalServerError: 529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}",
  ])
  func neighbour(_ error: String) throws {
    let folder = try TestFolder()
    let line = "2026-11-23 05:58:45,101 ERROR [43127] worker: \(error)\n"
    let path = try folder.write(Self.healthy + line + Self.healthy, to: "app.log")
    let glanced = report([path], glancesFrom: 0)
    #expect(glanced == report([path], glancesFrom: .max))
    #expect(glanced.neighbours.count == 1)
  }

  @Test("packed files are unpacked once, and read whole")
  func packed() throws {
    let folder = try TestFolder()
    try folder.write(Self.healthy, to: "app.log")
    try folder.run(["gzip", "-k", "app.log"])
    #expect(report([folder.path], glancesFrom: 0) == report([folder.path], glancesFrom: .max))
  }
}
