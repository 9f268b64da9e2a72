import Culprit
import Testing

/// What a parent, a peer or the failing record itself says of whose key lacks.
@Suite struct ChildrenTests {
  private typealias Log = InventedLog

  private func zap(_ second: Int, _ pid: Int, _ fields: String, level: String = "info") -> String {
    #"{"level":"\#(level)","ts":"2026-03-02T10:00:0\#(second).120Z","logger":"mill","pid":\#(pid),\#(fields)}"# + "\n"
  }

  /// A parent with settings, and its child that fails.
  private func family(settings: String, error: String) -> Log {
    Log(
      zap(0, 5282, #""msg":"serve","settings":["MILL_STATIONS","\#(settings)"]"#) + zap(0, 5282, #""msg":"grader started","child":5287"#)
        + zap(1, 5287, #""msg":"sample not graded","error":"\#(error)""#, level: "error"))
  }

  private func answer(_ log: Log) -> [String] {
    log.report.incidents.map { "\($0.cause.rawValue) \($0.subcause ?? "-") \($0.provider ?? "-") \($0.processes.compactMap(\.pid))" }
  }

  private static let lack = "no credentials for the grading model"

  @Test("a lack that names nobody is of the provider whose variable the parent has, or has misnamed")
  func lackOfModel() {
    #expect(answer(family(settings: "GEMINI_API_KEY", error: Self.lack)) == ["missing-env not-inherited google [5287]"])
    #expect(answer(family(settings: "GEMINI_APIKEY", error: Self.lack)) == ["missing-env misnamed google [5287]"])
    #expect(answer(family(settings: "SMTP_PASSWORD", error: Self.lack)).isEmpty)
    #expect(answer(family(settings: "GEMINI_API_KEY", error: "no credentials for the mail server")).isEmpty)
  }

  @Test("a sentence that several services of a vendor print is of the one whose variable the parent has")
  func sharedSentence() {
    let expired = "unexpected status 400: INVALID_ARGUMENT: API key expired. Please renew the API key."
    #expect(answer(family(settings: "GEMINI_API_KEY", error: expired)) == ["stale-credential expired google [5287]"])
    #expect(answer(family(settings: "MAPS_REGION", error: expired)).isEmpty)
  }

  @Test("a class that says in words of its own which variable it needs lacks that", arguments: [
    "planner needs an api key (ANTHROPIC_API_KEY)", "planner requires the token ANTHROPIC_AUTH_TOKEN", "no API key: ANTHROPIC_API_KEY",
  ])
  func needs(_ sentence: String) {
    let log = Log(Log.line(0, 4121, "mailer.py ready pid=4121") + Log.line(1, 4121, "planner failed: PlannerError: \(sentence)", level: "ERROR"))
    #expect(log.report.incidents.map(\.cause) == [.missingEnv])
    #expect(log.report.incidents.map(\.provider) == ["anthropic"])
  }

  /// Three engines of one program, each with a provider of its own.
  private func engines(_ own: String) -> Log {
    let lack = "ValueError: No API key was provided. Please pass a valid API key. Learn how to create an API key at https://aistudio.google.com/docs/api-key."
    return Log(
      Log.line(0, 4121, "engine ready engine=mistral host=api.mistral.ai pid=4121") + Log.line(1, 4121, "cue 1 translated chars=48")
        + Log.line(1, 4122, "engine ready engine=grok host=api.x.ai pid=4122") + Log.line(2, 4123, "engine unavailable\(own) pair=de-ja pid=4123", level: "ERROR")
        + "Traceback (most recent call last):\n  File \"/srv/polycast/polycast.py\", line 48, in __init__\n    self.c = genai.Client()\n"
        + "  File \"/srv/venv/lib/python3.11/site-packages/google/genai/client.py\", line 426, in __init__\n    raise ValueError(\n\(lack)\n")
  }

  @Test("peers that are set up for different providers do not say that another one is meant, nor does a record that names its own")
  func engines() {
    #expect(engines(" engine=gemini").report.incidents.map(\.cause) == [.missingEnv])
  }
}
