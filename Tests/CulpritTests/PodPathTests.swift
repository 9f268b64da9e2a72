import Culprit
import Testing

@Suite struct PodPathTests {
  private static let rules = Rules.builtIn

  @Test("the path of a container's log says which pod and which container it is of", arguments: [
    ("/var/log/pods/shop_worker-7d9f-x2k_1b2c3d4e/worker/0.log", "worker-7d9f-x2k", "worker"),
    ("/var/log/containers/worker-7d9f-x2k_shop_worker-0a1b2c3d.log", "worker-7d9f-x2k", "worker"),
    ("/var/lib/docker/containers/0123456789abcdef01/0123456789abcdef01-json.log", "0123456789ab", nil),
  ] as [(String, String, String?)])
  func names(_ path: String, _ pod: String, _ container: String?) throws {
    var analyzer = Analyzer(rules: Self.rules)
    analyzer.feed(
      "2026-11-23T05:48:45.101234567Z stderr F openai.AuthenticationError: Error code: 401 - invalid_api_key\n",
      from: path)
    let process = try #require(analyzer.report().processes.first)
    #expect(process.container == pod)
    #expect(container == nil || process.service == container)
  }

  @Test("other paths say nothing")
  func others() throws {
    var analyzer = Analyzer(rules: Self.rules)
    let line = "2026-11-23 05:48:45,101 ERROR openai.AuthenticationError: Error code: 401 - invalid_api_key\n"
    for path in ["/var/log/pods/a/b.log", "containers/web.log", "/srv/containers/web/app.log"] {
      analyzer.feed(line, from: path)
    }
    #expect(analyzer.report().processes.allSatisfy { $0.container == nil })
  }
}
