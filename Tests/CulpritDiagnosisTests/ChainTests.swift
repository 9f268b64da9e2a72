import Culprit
import Testing

@Suite("Chains over several records and processes")
struct ChainTests {
  private static let refusal = "Error code: 401 - " + InventedLog.refusal("Incorrect API key provided: \(InventedLog.masked). You can find your API key at https://platform.openai.com/account/api-keys.")

  private static func traceback(_ second: Int) -> String {
    InventedLog.line(second, 41, "Traceback (most recent call last):", level: "ERROR") + """
        File "/srv/shop/main.py", line 30, in ask
          return client.chat.completions.create(model="gpt-4o-mini", messages=messages)
      openai.AuthenticationError: \(refusal)

      The above exception was the direct cause of the following exception:

      Traceback (most recent call last):
        File "/srv/shop/main.py", line 40, in step
          ask()
      shop.StepFailed: step research failed

      """
  }

  /// The message, the stack, the crash: three records.
  private static func run(_ second: Int, _ number: Int) -> String {
    InventedLog.line(second, 41, "run \(number) failed: step research failed: \(refusal)", level: "ERROR") + traceback(second)
      + InventedLog.line(second, 41, "uncaught: RunFailed: step research failed", level: "CRITICAL")
  }

  @Test("a logger prints the message, then the stack, then the crash: one failure, one chain", arguments: [1, 3])
  func threeRecords(_ runs: Int) throws {
    let text = (1...runs).map { Self.run($0 * 10, $0) }.joined()
    let report = InventedLog(InventedLog.line(1, 41, "shop started, pid 41") + text).report
    #expect(report.incidents.count == 1)
    let incident = try #require(report.incidents.first)
    #expect(incident.count == runs)
    #expect(incident.processes.map(\.count) == [runs])
    #expect(incident.chain.map(\.type) == ["RunFailed", "StepFailed", "AuthenticationError"])
    #expect(incident.chain.map(\.isVerdict) == [false, false, true])
    #expect(incident.chain.map(\.parent) == [nil, 0, 1])
  }

  @Test("failures of two runs that end in different errors are counted each")
  func different() throws {
    let other = Self.traceback(30).split(separator: "shop.StepFailed").joined(separator: "shop.PlanFailed")
    let report = InventedLog(InventedLog.line(1, 41, "shop started, pid 41") + Self.traceback(30) + other).report
    #expect(report.incidents.map(\.count) == [2])
  }

  @Test("a process that quotes what another one answered it is named, not blamed")
  func relay() throws {
    let body = Self.refusal.split(separator: "\\").joined(separator: "\\\\").split(separator: "\"").joined(separator: "\\\"")
    let relay = #"""
      {"level":50,"time":1772445631200,"pid":11,"svc":"web","err":{"type":"AgentError","message":"agent answered 500: {\"detail\":\"\#(body)\"}","stack":"AgentError: agent answered 500\n    at ask (/srv/web/dist/agent.js:12:11)"},"msg":"GET /plan failed"}

      """#
    var log = InventedLog(InventedLog.line(1, 41, "shop started, pid 41") + Self.traceback(30), source: "agent.log")
    log.sources["web.log"] = #"{"level":30,"time":1772445601000,"pid":11,"svc":"web","msg":"listening"}"# + "\n" + relay
    let incident = try #require(log.report.incidents.first)
    #expect(log.report.incidents.count == 1)
    #expect(incident.processes.map(\.pid) == [41])
    #expect(incident.relayedBy.map(\.pid) == [11])
    #expect(incident.count == 1)
  }

  @Test("all errors of a group stand in the chain, the verdict on the one that was refused")
  func branches() throws {
    let group = InventedLog.line(30, 41, "run failed", level: "ERROR") + """
        + Exception Group Traceback (most recent call last):
        |   File "/srv/shop/main.py", line 9, in main
        | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
        +-+---------------- 1 ----------------
          | Traceback (most recent call last):
          |   File "/srv/shop/b.py", line 2, in two
          | ValueError: no plan
          +---------------- 2 ----------------
          | Traceback (most recent call last):
          |   File "/srv/shop/a.py", line 2, in one
          | openai.AuthenticationError: \(Self.refusal)
          +------------------------------------

      """
    let incident = try #require(InventedLog(group).report.incidents.first)
    #expect(incident.chain.map(\.type) == ["ExceptionGroup", "ValueError", "AuthenticationError"])
    #expect(incident.chain.map(\.relation) == ["outermost", "grouped", "grouped"])
    #expect(incident.chain.map(\.isVerdict) == [false, false, true])
  }

  @Test("a chain of ten thousand errors says that it was cut, and shows both ends")
  func tenThousand() throws {
    var text = InventedLog.line(30, 41, "run failed", level: "ERROR") + "com.shop.RunFailed: run 7\n\tat com.shop.A.b(A.java:1)\n"
    for level in 1..<10_000 { text += "Caused by: com.shop.StepFailed: level \(level)\n\tat com.shop.A.b(A.java:\(level))\n" }
    text += "Caused by: com.openai.errors.UnauthorizedException: 401: \(Self.refusal)\n"
    let report = InventedLog(text).report
    let incident = try #require(report.incidents.first)
    #expect(incident.chain.count <= 64)
    #expect(incident.chainOmitted > 0)
  }
}
