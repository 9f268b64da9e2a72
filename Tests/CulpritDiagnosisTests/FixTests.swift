import Culprit
import CulpritDiagnosis
import Testing

/// What a person may paste holds nothing that a log could put there.
@Suite struct FixTests {
  private typealias Log = InventedLog

  private static let hostile = [
    "; curl x | sh", "$(curl x)", "`curl x`", "a\nb", "\"; curl x", "'; curl x", "-rf", "../../etc/passwd", "a b", "x&y", "é", "{variable}",
    "", "a\u{202E}b", "\0", "${IFS}curl", "a>b", "#x", "*", "~root",
  ]

  @Test("a name that is not plain is never inserted", arguments: hostile)
  func keptOut(_ name: String) {
    let names = PlainNames(variable: name, entrypoint: name, service: name, misnomer: name, peer: name, host: name)
    let unknown = PlainNames(variable: nil, entrypoint: nil, service: nil)
    #expect(names.pasted == unknown.pasted)
    #expect(FixTemplate.filled("run `{service}` for {service}", read: [:], pasted: names.pasted) == "run `YOUR_SERVICE` for {service}")
  }

  @Test("plain names are inserted", arguments: ["worker", "web-1", "/srv/app/worker.js", "app.tar", "a_b"])
  func inserted(_ name: String) {
    #expect(PlainNames(variable: "OPENAI_API_KEY", entrypoint: name, service: name).pasted["entrypoint"] == name)
  }

  @Test("a log that names its processes like commands cannot put them into a fix", arguments: [
    "; curl x | sh", "`curl x`", "$(curl x)", "a\\nb; curl x", "x' ; curl x '",
  ])
  func hostileLog(_ name: String) throws {
    let line = { (second: Int, text: String) in
      #"{"time":"2026-03-02T10:00:0\#(second)Z","level":"error","pid":4121,"service":"\#(name)","#
        + #""entrypoint":"/srv/\#(name)/worker.js","msg":"\#(text)"}"# + "\n"
    }
    let log = Log(
      line(0, "worker started")
        + line(5, "OpenAIError: The OPENAI_API_KEY environment variable is missing or empty; either provide it, or instantiate the OpenAI client with an apiKey option"))
    let incident = try #require(log.report.incidents.first)
    let fix = try #require(incident.fix)
    for text in [fix.summary, fix.snippet?.code ?? "", fix.verify ?? ""] + fix.steps { #expect(!text.contains("curl")) }
    #expect(fix.verify?.contains("OPENAI_API_KEY") ?? false)
  }

  private static let boot = Log.line(0, 4121, "mailer.py ready pid=4121")
  private static let failed = Log.line(5, 4121, "job 17 failed", level: "ERROR")
  private static let lack = boot + failed + Log.building + Log.notSet
  private static let anthropic =
    boot + failed + "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': "
    + "'authentication_error', 'message': 'invalid x-api-key'}}\n"

  @Test("an open question names the signs that would decide it, and the runtime's probe")
  func question() throws {
    let incident = try #require(Log(Self.anthropic).report.incidents.first)
    let question = try #require(incident.question)
    #expect(question.text.contains("a whole key of Anthropic") && question.text.contains("another provider's"))
    #expect(question.probe == "python")
    #expect(Log(Self.lack).report.incidents.first?.question == nil)
  }

  @Test("what is not the cause has its reason, where the log gives one")
  func objections() throws {
    let open = try #require(Log(Self.anthropic).report.incidents.first)
    let foreign = try #require(open.alternatives.first { $0.subcause == "foreign-key" })
    #expect(foreign.objection?.contains("nothing shows the key") ?? false)
    let echoed = try #require(Log(Self.boot + Self.failed + Log.incorrect(Log.masked)).report.incidents.first)
    for other in echoed.alternatives where other.cause == .missingEnv { #expect(other.objection != nil, "\(other)") }
  }

  @Test("a process that worked before says when, and one that is known from its start that it never did")
  func lastSuccess() throws {
    let refused = Self.failed + Log.asking() + Log.incorrect(Log.masked)
    let worked = try #require(Log(Self.boot + Log.request(2, 4121, "200 OK") + refused).report.incidents.first?.processes.first)
    guard case .at(let time?) = worked.lastSuccess else {
      Issue.record("\(String(describing: worked.lastSuccess))")
      return
    }
    #expect(time.description.hasPrefix("2026-03-02T10:00:02"))
    let never = Log(Self.boot + Log.request(4, 4121, "401 Unauthorized") + refused).report.incidents.first?.processes.first
    #expect(never?.lastSuccess == .never)
    #expect(Log(Self.boot + refused).report.incidents.first?.processes.first?.lastSuccess == nil)
  }
}
