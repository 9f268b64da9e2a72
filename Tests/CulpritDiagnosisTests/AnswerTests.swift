import Culprit
import Testing

/// What an answer says beside its cause: names, reasons, what to do.
@Suite struct AnswerTests {
  private typealias Log = InventedLog

  @Test("each line of evidence has a reason, and the part that proves it stands in the line")
  func reasons() {
    let web = Log.line(0, 4100, "web.py ready pid=4100, OPENAI_API_KEY present: True")
    let worker = Log.line(0, 4121, "mailer.py ready pid=4121, OPENAI_API_KEY present: False")
    let log = Log(web + worker + Log.line(5, 4121, "job 17 failed", level: "ERROR") + Log.building + Log.notSet)
    let evidence = log.report.incidents.flatMap(\.evidence)
    #expect(evidence.count >= 3)
    #expect(evidence.allSatisfy { !$0.reason.description.isEmpty })
    #expect(evidence.contains { $0.reason.description == "the client finds no key" })
    #expect(evidence.contains { $0.reason.description == "it says that OPENAI_API_KEY is not there" })
  }

  @Test("a subcause has its own share, which is no more than its cause's")
  func share() throws {
    let log = Log(Log.line(0, 4121, "mailer.py ready pid=4121") + Log.line(5, 4121, "job 17 failed", level: "ERROR") + Log.building + Log.notSet)
    let incident = try #require(log.report.incidents.first)
    let part = try #require(incident.subcauseConfidence)
    #expect(part <= incident.confidence && part > 0)
  }

  @Test("a process that PM2 says to have killed is not called PM2")
  func killed() throws {
    var log = Log(
      "2026-03-02T10:00:06.000Z INFO api listening pid=16218 script=/srv/notes/api.js openai=configured\n", source: "api-out.log")
    log.sources["digest-out.log"] = "2026-03-02T10:00:07.000Z INFO digest started pid=16219 script=/srv/notes/digest.js openai=MISSING\n"
    log.sources["digest-error.log"] =
      "2026-03-02T10:00:08.000Z ERROR digest failed: OpenAIError: Missing credentials. Please pass an `apiKey`, or set the `OPENAI_API_KEY` environment variable.\n"
    log.sources["pm2.log"] = """
      2026-03-02T10:00:05: PM2 log: App [api:0] online
      2026-03-02T10:00:33: PM2 log: App [digest:1] exited with code [0] via signal [SIGINT]
      2026-03-02T10:00:33: PM2 log: pid=16219 msg=process killed
      2026-03-02T10:00:33: PM2 log: pid=16218 msg=process killed

      """
    let incident = try #require(log.report.incidents.first)
    #expect(incident.processes.map(\.service) == ["digest"])
    #expect(!incident.explanation.description.contains("PM2"))
    #expect(incident.fix?.snippet?.code.contains("name: \"digest\"") ?? false)
  }

  @Test("the application's own 401 at info is told, and nobody is accused")
  func ownRefusals() {
    let request = #"{"level":30,"time":1795412946156,"pid":8639,"hostname":"td","name":"web","req":{"id":9,"method":"POST","url":"/api/tickets","#
      + #""headers":{"authorization":"Bearer wrong"}},"res":{"statusCode":401},"responseTime":1,"msg":"request completed"}"#
    let report = Log(request + "\n" + request + "\n", source: "web.log").report
    #expect(report.incidents.isEmpty)
    #expect(report.neighbours.map(\.kind) == ["own-auth"])
    #expect(report.neighbours.first?.count == 2)
    #expect(report.neighbours.first?.remedy != nil)
  }

  @Test("what probes saw is kept for the report, also without a failure; a class of shape without letters is nothing")
  func probes() {
    let line = Log.line(0, 4121, #"msg=culprit-probe/1 pid=4121 entrypoint=mailer.py OPENAI_API_KEY="present, shape other, length 40-63" GROQ_API_KEY=absent"#)
    let report = Log(line).report
    let seen = report.processes.flatMap(\.credentials)
    #expect(report.incidents.isEmpty)
    #expect(Set(seen.filter(\.isProbed).map(\.state)) == [.present, .absent])
    #expect(seen.allSatisfy { $0.head != "" && $0.tail != "" })
  }

  @Test("a key that looks like those of two providers is of the one that the process names, else of either")
  func twoOwners() throws {
    func verdict(_ banner: String) throws -> String {
      let echo = Log.masked("sk-01e3a", 35, "d963")
      let log = Log(Log.line(0, 4121, "mailer.py ready pid=4121") + Log.line(0, 4121, banner) + Log.line(1, 4121, "job 1 failed: " + Log.incorrect(echo), level: "ERROR"))
      return try #require(log.report.incidents.first).explanation.description
    }
    #expect(try verdict("assistant vendor=deepseek uri=https://api.openai.com/v1/chat/completions secret=sk-01e3… (35 chars)").contains("a key of DeepSeek ("))
    #expect(try !verdict("assistant up").contains("a key of Alibaba DashScope (Qwen) (sk"))
  }

  @Test("who comes through standard input is not called by a hyphen")
  func standardInput() throws {
    let log = Log(Log.building + Log.notSet, source: "-")
    let incident = try #require(log.report.incidents.first)
    #expect(!incident.explanation.description.hasPrefix("- "))
  }

  @Test("a frame is no entry file: what is pasted has a gap there")
  func frames() throws {
    let log = Log(
      """
      /srv/shop/dist/llm/client.js:9
          throw new Errors.OpenAIError('Missing credentials. Please pass an `apiKey`, or set the `OPENAI_API_KEY` environment variable.');
          ^

      OpenAIError: Missing credentials. Please pass an `apiKey`, or set the `OPENAI_API_KEY` environment variable.
          at new OpenAI (/srv/shop/node_modules/openai/client.js:123:19)
          at Object.<anonymous> (/srv/shop/dist/llm/client.js:9:16)
          at Module._compile (node:internal/modules/cjs/loader:1529:14)
          at Object.<anonymous> (/srv/shop/dist/report.js:4:1)

      Node.js v20.20.2

      """, source: "shop.log")
    let incident = try #require(log.report.incidents.first)
    #expect(incident.fix?.snippet?.code.contains("dist/report.js") != true)
  }
}
