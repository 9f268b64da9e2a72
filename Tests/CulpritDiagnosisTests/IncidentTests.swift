import Culprit
import Testing

/// What is one incident, and who only suffers from it, in logs of several languages.
@Suite struct IncidentTests {
  private typealias Log = InventedLog

  private static func json(_ body: String) -> String { #"{"error": {"message": "\#(body)", "type": "invalid_request_error", "code": "invalid_api_key"}}"# }
  private static let incorrect = "Incorrect API key provided: \(Log.masked). You can find your API key at https://platform.openai.com/account/api-keys."

  /// A program that prints, in its language's way, that OpenAI refused its key.
  private static let refusals: [(language: String, text: String)] = [
    (
      "go",
      """
      2026/03/02 10:00:00 billing start, pid 5101
      2026/03/02 10:00:05 billing pid=5101 invoice 7 failed: error, status code: 401, status: 401 Unauthorized, message: \(incorrect)

      """
    ),
    (
      "java",
      """
      2026-03-02 10:00:00.120  INFO 5101 --- [main] shop.Billing : started
      2026-03-02 10:00:05.120 ERROR 5101 --- [main] shop.Billing : invoice 7 failed
      com.openai.errors.UnauthorizedException: 401: \(incorrect)
      \tat com.openai.core.handlers.ErrorHandler.handle(ErrorHandler.kt:61)
      \tat shop.Billing.bill(Billing.java:20)

      """
    ),
    (
      "python",
      """
      2026-03-02 10:00:00,120 [5101] INFO billing: billing.py ready pid=5101
      2026-03-02 10:00:05,120 [5101] ERROR billing: invoice 7 failed
      Traceback (most recent call last):
        File "/srv/billing/billing.py", line 12, in bill
          answer = client.chat.completions.create(model="gpt-4o-mini", messages=messages)
      openai.AuthenticationError: Error code: 401 - {'error': {'message': '\(incorrect)', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}

      """
    ),
    (
      "ruby",
      """
      2026-03-02T10:00:00.120Z pid=5101 tid=a1 INFO: Booting Sidekiq 7.2.0
      2026-03-02T10:00:05.120Z pid=5101 tid=b2 class=BillJob jid=ac6617a825adb54240b4dda7 WARN: OpenAI::Error: OpenAI responded 401: \(json(incorrect))

      """
    ),
    (
      "node",
      """
      {"level":30,"time":1772445600120,"pid":5101,"hostname":"a","name":"billing","msg":"billing up"}
      {"level":50,"time":1772445605120,"pid":5101,"hostname":"a","name":"billing","err":{"type":"AuthenticationError","message":"401 \(incorrect)","stack":"AuthenticationError: 401 \(incorrect)\\n    at APIError.generate (/srv/billing/node_modules/openai/core/error.js:63:20)"},"msg":"invoice 7 failed"}

      """
    ),
  ]

  private static let languages = refusals.map(\.language)
  private static func refusal(_ language: String) -> String { refusals.first { $0.language == language }?.text ?? "" }

  /// A process of another service that was started without its key.
  private static let lacking = Log.line(0, 4121, "mailer.py ready pid=4121") + Log.line(5, 4121, "job 17 failed", level: "ERROR") + Log.building
    + Log.notSet

  @Test("two culprits at once are two incidents, whatever they are written in", arguments: languages)
  func two(_ language: String) {
    var log = Log(Self.lacking, source: "mailer.log")
    log.sources["billing.log"] = Self.refusal(language)
    let incidents = log.report.incidents
    #expect(Set(incidents.map(\.cause)) == [.missingEnv, .staleCredential])
    #expect(incidents.first { $0.cause == .missingEnv }?.processes.map(\.pid) == [4121])
    #expect(incidents.first { $0.cause == .staleCredential }?.processes.map(\.pid) == [5101])
  }

  @Test("who answers 500 because of another's key is not accused", arguments: languages)
  func downstream(_ language: String) {
    var log = Log(Self.refusal(language), source: "billing.log")
    log.sources["web.log"] = """
      2026-03-02T10:00:00.000Z INFO web listening pid=6100 script=/srv/web/server.js
      2026-03-02T10:00:05.500Z ERROR web pid=6100 POST /invoices/7 failed: billing answered 500: {"error":"\(Self.incorrect)"}
      2026-03-02T10:00:05.600Z INFO web pid=6100 "POST /invoices/7 HTTP/1.1" 500 41

      """
    let incidents = log.report.incidents
    #expect(incidents.count == 1)
    #expect(incidents.flatMap(\.processes).map(\.pid) == [5101])
  }

  @Test("a crash loop is one incident of one service, not one each life", arguments: 2...6)
  func crashLoop(_ lives: Int) {
    let text = (0..<lives).map { life in
      Log.line(life * 3, 4100 + life, "mailer.py ready pid=\(4100 + life)") + Log.building + Log.notSet
    }.joined()
    let incidents = Log(text).report.incidents
    #expect(incidents.count == 1)
    #expect(incidents.first?.recovered == false)
  }

  @Test("jobs that fail side by side are so many failures")
  func jobs() throws {
    let lines = (0..<5).map { job in
      "2026-03-02T10:00:05.1\(job)0Z pid=5101 tid=b\(job) class=BillJob jid=ac6617a825adb54240b4dda\(job) WARN: OpenAI::Error: OpenAI responded 401: "
        + Self.json(Self.incorrect) + "\n"
    }
    let log = Log("2026-03-02T10:00:00.120Z pid=5101 tid=a1 INFO: Booting Sidekiq 7.2.0\n" + lines.joined())
    #expect(try #require(log.report.incidents.first).count == 5)
  }

  @Test("where nobody knows whose failure it is, the work of others is no recovery")
  func unknown() throws {
    let log = Log(
      """
      2026/03/02 10:00:00 plan/south start, pid 18353
      2026/03/02 10:00:01 plan/south day 1: 36 characters
      2026/03/02 10:00:02 plan/south done
      2026/03/02 10:00:03 plan/north start, pid 18360
      panic: north, day 1: error, status code: 401, status: 401 Unauthorized, message: You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth

      goroutine 18 [running]:
      main.plan(0x1)
      \t/src/plan/main.go:32 +0x254
      2026/03/02 10:00:05 plan/harbour start, pid 18366
      2026/03/02 10:00:06 plan/harbour day 1: 48 characters
      2026/03/02 10:00:07 plan/harbour day 2: 48 characters
      2026/03/02 10:00:08 plan/harbour done

      """)
    let incident = try #require(log.report.incidents.first)
    #expect(!incident.recovered)
  }

  @Test("blank at first, then the file is loaded: read too early")
  func blankThenLoaded() throws {
    let boot = "2026-03-02T10:00:00.120Z pid=5101 tid=a1 INFO: boot: pid 5101, OPENAI_API_KEY blank\n"
    let loaded = "2026-03-02T10:00:00.130Z pid=5101 tid=a1 INFO: 2 settings loaded from /srv/shop/.env\n"
    let failed = "2026-03-02T10:00:05.120Z pid=5101 tid=b2 WARN: OpenAI::Error: OpenAI responded 401: "
      + Self.json("You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth") + "\n"
    #expect(Log(boot + loaded + failed).report.incidents.map(\.subcause) == ["read-too-early"])
    #expect(Log(boot + failed).report.incidents.map(\.subcause) == ["empty"])
  }

  @Test("a mask that the line's end cuts tells no length")
  func cutMask() throws {
    let whole = Log.line(0, 4121, "mailer.py ready pid=4121") + Log.line(5, 4121, "job 17 failed", level: "ERROR") + Log.asking()
      + "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-proj-*************"
    let incident = try #require(Log(whole + "\n" + Log.line(6, 4121, "job 18 started")).report.incidents.first)
    #expect(incident.subcause != "mangled")
  }

  @Test("a failure before all that the only known process says is not that process's")
  func before() throws {
    let text = "openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable\n"
      + Log.line(5, 4121, "web.py ready pid=4121") + Log.line(6, 4121, "order 7 done")
    let incident = try #require(Log(text).report.incidents.first)
    #expect(incident.processes.allSatisfy { $0.pid == nil })
  }
}
