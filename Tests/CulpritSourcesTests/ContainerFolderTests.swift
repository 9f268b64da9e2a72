import Culprit
@testable import CulpritSources
import Foundation
import Testing

/// Logs as docker and Kubernetes lay them out: the path says whose they are, and links to them lead to no second reading.
@Suite struct ContainerFolderTests {
  private static let rules = Rules.builtIn
  private static let refused = "2026-11-23T05:48:45.101234567Z stderr F openai.AuthenticationError: Error code: 401 - invalid_api_key\n"
  private static let json = "{\"log\":\"openai.AuthenticationError: Error code: 401 - invalid_api_key\\n\",\"stream\":\"stderr\","
    + "\"time\":\"2026-11-23T05:48:45.101234567Z\"}\n"
  private static let id = String(repeating: "0123456789abcdef", count: 4)

  private func read(_ paths: [String], in folder: TestFolder) -> Report {
    let list = SourceList(paths: paths.map { folder.path + "/" + $0 })
    return SourceReading.analyze(list, with: Analyzer(rules: Self.rules)).report()
  }

  /// Containers of a node, in Kubernetes' two folders.
  private func node() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write(Self.refused, to: "log/pods/shop_worker-7d9f-x2k_1b2c3d4e/worker/0.log")
    try folder.write(Self.refused, to: "log/pods/shop_web-5c6d-p4q_5f6a7b8c/web/3.log")
    let links = folder.path + "/log/containers"
    try FileManager.default.createDirectory(atPath: links, withIntermediateDirectories: true)
    for (pod, uid, container, file) in [("worker-7d9f-x2k", "1b2c3d4e", "worker", "0"), ("web-5c6d-p4q", "5f6a7b8c", "web", "3")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(links)/\(pod)_shop_\(container)-\(Self.id).log",
        withDestinationPath: "\(folder.path)/log/pods/shop_\(pod)_\(uid)/\(container)/\(file).log")
    }
    return folder
  }

  @Test("a pod's log is read once, whichever of its names leads to it, and its pod and container are known", arguments: [
    ["log"], ["log/pods"], ["log/containers"], ["log/pods", "log/containers"], ["log/containers", "log/pods", "log"],
  ])
  func pods(_ paths: [String]) throws {
    let folder = try node()
    let report = read(paths, in: folder)
    #expect(report.input.lines == 2 && report.input.skipped.isEmpty)
    #expect(Set(report.processes.map(\.container)) == ["worker-7d9f-x2k", "web-5c6d-p4q"])
    #expect(Set(report.processes.map(\.service)) == ["worker", "web"])
  }

  @Test("in an archive the path says the same")
  func archive() throws {
    let folder = try node()
    try folder.run(["sh", "-c", "tar czf node.tar.gz log/pods"])
    let report = read(["node.tar.gz"], in: folder)
    #expect(Set(report.processes.map(\.container)) == ["worker-7d9f-x2k", "web-5c6d-p4q"])
  }

  @Test("followed by both of its names a log is read once, also through a rotation that only one of them shows", arguments: [
    ["log/pods", "log/containers"], ["log/containers", "log/pods"], ["log"],
  ])
  func followed(_ paths: [String]) throws {
    let folder = try node()
    var follower = try FileFollower(
      paths: paths.map { folder.path + "/" + $0 }, with: Analyzer(rules: Self.rules), options: ReadingOptions(),
      stateFile: nil)
    follower.lookOnce()
    #expect(follower.report.input.lines == 2)
    let log = folder.path + "/log/pods/shop_worker-7d9f-x2k_1b2c3d4e/worker/0.log"
    try folder.run(["sh", "-c", "cat '\(log)' >> '\(log)' 2>/dev/null; printf 'x\\n' >> '\(log)'; mv '\(log)' '\(log).20261123-054900'; printf 'y\\n' > '\(log)'"])
    let written = try String(contentsOfFile: log + ".20261123-054900", encoding: .utf8).split(separator: "\n").count
    for _ in 0..<4 { follower.lookOnce() }
    #expect(follower.report.input.lines == 1 + written + 1)
    #expect(Set(follower.report.processes.map(\.container)) == ["worker-7d9f-x2k", "web-5c6d-p4q"])
  }

  @Test("rotations behind a symbolic link are found after a start from a state")
  func linked() throws {
    let folder = try node()
    let link = folder.path + "/log/containers/worker-7d9f-x2k_shop_worker-\(Self.id).log"
    var analyzer = Analyzer(rules: Self.rules)
    var block = [UInt8](repeating: 0, count: 4096)
    var log = FollowedLog(path: link)
    while log.poll(into: &analyzer, block: &block) {}
    let (state, known) = (log.state, analyzer.state)
    let file = folder.path + "/log/pods/shop_worker-7d9f-x2k_1b2c3d4e/worker/0.log"
    try folder.run(["sh", "-c", "printf 'late\\n' >> '\(file)'; mv '\(file)' '\(file).20261123-054900'; printf 'new\\n' > '\(file)'"])
    analyzer = Analyzer(rules: Self.rules)
    analyzer.restore(known)
    log = FollowedLog(state, for: analyzer)
    repeat { _ = log.poll(into: &analyzer, block: &block) } while log.poll(into: &analyzer, block: &block) || !log.isAtEnd
    #expect(analyzer.report().input.lines == 3)
  }

  /// What `docker inspect` shows, as docker keeps it.
  private func docker(_ description: String) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write(Self.json, to: "containers/\(Self.id)/\(Self.id)-json.log")
    try folder.write(description, to: "containers/\(Self.id)/config.v2.json")
    try folder.write("{\"RestartPolicy\":{\"Name\":\"always\"}}", to: "containers/\(Self.id)/hostconfig.json")
    return folder
  }

  private static let described = "{\"State\":{},\"ID\":\"\(id)\",\"Config\":{\"Env\":[\"OPENAI_API_KEY=\"],\"Labels\":{"
    + "\"com.docker.compose.project\":\"shop\",\"com.docker.compose.service\":\"worker\"}},\"Name\":\"/shop-worker-1\"}"

  @Test("docker's own description names a container, and is no log itself", arguments: [
    (described, "shop-worker-1", "worker"), ("{\"Name\":\"/lonely\"}", "lonely", nil), ("{", "0123456789ab", nil),
    ("{\"Name\":\"/a\\u001b[31m\"}", "0123456789ab", nil),
  ] as [(String, String, String?)])
  func named(_ description: String, _ container: String, _ service: String?) throws {
    let folder = try docker(description)
    let report = read(["containers"], in: folder)
    #expect(report.input.sources == 1 && report.input.skipped.isEmpty)
    let process = try #require(report.processes.first)
    #expect(process.container == container && (service == nil || process.service == service))
  }

  @Test("while it is followed a container has the same name")
  func namedLive() throws {
    let folder = try docker(Self.described)
    var follower = try FileFollower(
      paths: [folder.path], with: Analyzer(rules: Self.rules), options: ReadingOptions(), stateFile: nil)
    follower.lookOnce()
    #expect(follower.report.processes.map(\.container) == ["shop-worker-1"])
  }
}
