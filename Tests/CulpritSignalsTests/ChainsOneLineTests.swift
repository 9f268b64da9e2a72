import CulpritIntake
import CulpritSignals
import Testing

@Suite("Failures on one line, mentions, and limits")
struct ChainsOneLineTests {
  @Test(
    "classes before the provider's text are links, outermost first",
    arguments: [
      (
        "gate.AuthenticationError: AuthenticationError: MakerException - no such key",
        ["gate.AuthenticationError > cause MakerException"]
      ),
      (
        "run 7: CrewFailedError: run failed: ModelError: chat failed: 401 no such key",
        ["CrewFailedError > cause ModelError"]
      ),
      (
        "job 7 failed: AuthenticationError: Error code: 401 - {'error': {'message': 'KeyError: x'}}",
        ["AuthenticationError"]
      ),
      ("no plan: [NodeRunError] error, status code: 401", ["NodeRunError"]),
      ("API call failed: Error code: 401 - {'error': {'message': 'no such key'}}", []),
      ("answered \"what is an AuthenticationError: explain\" in 3 ms", []),
      ("worker.ERROR: mail 7 not triaged", []),
      ("Error: config missing", []),
      ("throw new RefusedError('no key');", []),
    ])
  func oneLine(line: String, expected: [String]) {
    #expect(outlines(textRecord(line, level: .error)) == expected)
  }

  @Test("a deep or endless record stays within the limits")
  func limits() throws {
    let deep =
      "A.OuterError: x\n\tat a.B.c(B.java:1)\n"
      + String(repeating: "Caused by: a.InnerError: y\n\tat a.B.c(B.java:1)\n", count: 5_000)
    let chain = try #require(ChainParser().chains(in: textRecord(deep)).first)
    #expect(chain.links.count <= 64)
    let frames = "OuterError: x\n" + String(repeating: "    at a (/srv/a.js:1:1)\n", count: 5_000)
    #expect(ChainParser().chains(in: textRecord(frames)).first?.links[0].frames.count == 256)
    let nested =
      String(repeating: #"{"name":"AError","message":"m","cause":"#, count: 500) + "1"
      + String(repeating: "}", count: 500)
    #expect((ChainParser().chains(in: jsonRecord(nested)).first?.links.count ?? 0) <= 32)
    let dump =
      "AError: x {\n"
      + (0..<2_000).map { String(repeating: " ", count: $0 + 2) + "[cause]: BError: y {\n" }.joined()
    #expect((ChainParser().chains(in: textRecord(dump)).first?.links.count ?? 0) <= 64)
  }

  @Test("parents come before children and every link has a place of its record")
  func order() throws {
    let text =
      "AError: x\n    at a (/a.js:1:1) {\n  [errors]: [\n    BError: y\n        at b (/b.js:1:1),\n    CError: z\n        at c (/c.js:1:1)\n  ]\n}"
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(chain.links.count == 3)
    for (index, link) in chain.links.enumerated() {
      #expect(index == 0 ? link.parent == nil : (link.parent ?? index) < index)
    }
    #expect(chain.links.map(\.place.offset) == [0, 3, 5])
  }
}
