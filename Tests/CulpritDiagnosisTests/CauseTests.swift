import Culprit
import Testing

/// One log for each subcause, and its twin without the line that decides.
@Suite struct CauseTests {
  private typealias Log = InventedLog
  private static let boot = Log.line(0, 4121, "mailer.py ready pid=4121")
  private static let failed = Log.line(5, 4121, "job 17 failed", level: "ERROR")
  private static let lack = boot + failed + Log.building + Log.notSet

  private func expect(
    _ log: InventedLog, _ cause: Incident.Cause, _ subcause: String, isCertain: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let incidents = log.report.incidents
    #expect(incidents.map(\.cause) == [cause], sourceLocation: sourceLocation)
    #expect(incidents.first?.subcause == subcause, sourceLocation: sourceLocation)
    #expect(
      ((incidents.first?.confidence ?? 0) >= 0.8) == isCertain, "\(incidents.first?.confidence ?? 0)",
      sourceLocation: sourceLocation)
  }

  @Test("a client without a key fails: absent; without its sentence nothing is blamed")
  func absent() {
    let log = Log(Self.lack)
    expect(log, .missingEnv, "absent")
    #expect(log.without("openai.OpenAIError").report.incidents.isEmpty)
  }

  @Test("its own word and its client's contradict each other: nobody is sure, be the key called by name or not")
  func contradiction() {
    for word in ["OPENAI_API_KEY=set", "api key configured: yes"] {
      let log = Log(Self.boot + Log.line(1, 4121, word) + Self.failed + Log.building + Log.notSet)
      let incidents = log.report.incidents
      #expect(incidents.map(\.cause) == [.missingEnv])
      #expect((incidents.first?.confidence ?? 1) < 0.8, "\(word): \(incidents.first?.confidence ?? 0)")
      #expect(incidents.first?.question != nil)
    }
  }

  @Test("compose's warning of a blank string makes it empty")
  func empty() {
    let warning =
      #"time="2026-03-02T09:59:58Z" level=warning msg="The \"OPENAI_API_KEY\" variable is not set. Defaulting to a blank string.""#
    let log = Log(warning + "\n" + Self.lack)
    expect(log, .missingEnv, "empty")
    expect(log.without("blank string"), .missingEnv, "absent")
  }

  @Test("a header without a value is empty; with a refusal that shows nothing it is a guess")
  func blankHeader() {
    let log = Log(Self.boot + Self.failed + Log.asking() + "httpx.LocalProtocolError: Illegal header value b'Bearer '\n")
    expect(log, .missingEnv, "empty")
    let header = "httpx.LocalProtocolError: Illegal header value b'Bearer '"
    let error = "openai.AuthenticationError: Error code: 401"
    let refused = log.replacing(header, by: error + " - {'error': {'message': 'Unauthorized.'}}")
    expect(refused, .staleCredential, "rejected", isCertain: false)
    // The client prints the body where there is one, and OpenAI always sends one: somebody else may have answered.
    expect(log.replacing(header, by: error), .wrongProvider, "wrong-endpoint", isCertain: false)
  }

  @Test("an echo that nobody replaced is a placeholder; without the echo it is a guess")
  func placeholder() {
    let refused = Log.incorrect("your-api-key-here")
    let log = Log(Self.boot + Self.failed + Log.asking() + refused)
    expect(log, .missingEnv, "placeholder")
    expect(log.replacing("Incorrect API key provided: your-api-key-here.", by: "Unauthorized."), .staleCredential, "rejected", isCertain: false)
  }

  @Test("a quote or a newline in the value is mangled; the plain value is rejected")
  func mangled() {
    let log = Log(Self.boot + Self.failed + Log.asking() + Log.incorrect("\"\(Log.masked)\""))
    expect(log, .missingEnv, "mangled")
    expect(log.replacing("\"\(Log.masked)\"", by: Log.masked), .staleCredential, "rejected")
  }

  @Test("a near name that is set makes it misnamed")
  func misnamed() {
    let log = Log(Self.boot + Log.line(1, 4121, "OPEN_AI_KEY present: True") + Self.failed + Log.building + Log.notSet)
    expect(log, .missingEnv, "misnamed")
    expect(log.without("OPEN_AI_KEY"), .missingEnv, "absent")
  }

  private static func loading(_ file: String) -> String {
    """
    Traceback (most recent call last):
      File "/srv/mailer/main.py", line 3, in <module>
        from llm import client
      File "/srv/mailer/\(file)", line 7, in <module>
        client = OpenAI()
      File "/srv/mailer/.venv/lib/python3.12/site-packages/openai/_client.py", line 135, in __init__
        raise OpenAIError(

    """ + Log.notSet
  }

  @Test("a client that a module builds while the process says present is read too early; at run time it is absent")
  func readTooEarly() {
    let log = Log(
      Log.line(0, 4121, "OPENAI_API_KEY is set") + Log.line(1, 4121, "cannot start", level: "ERROR") + Self.loading("llm.py"))
    expect(log, .missingEnv, "read-too-early")
    expect(Log(Self.lack), .missingEnv, "absent")
  }

  @Test("a process that lacks what a peer of its host has did not inherit it; alone it is absent")
  func notInherited() {
    let log = Log(Log.line(0, 4100, "web.py ready pid=4100") + Log.request(2, 4100, "200 OK") + Self.lack)
    expect(log, .missingEnv, "not-inherited")
    #expect(log.report.incidents.first?.healthy.map(\.pid) == [4100])
    expect(log.without("[4100]"), .missingEnv, "absent")
  }

  private func inContainer(_ name: String, _ text: String) -> String {
    text.split(separator: "\n").map { "\(name)  | \($0)\n" }.joined()
  }

  @Test("a container that lacks what another one has is out of the secret's scope; alone it is absent")
  func secretScope() {
    let log = Log(
      inContainer("web-1   ", Log.line(0, 4100, "web.py ready pid=4100") + Log.request(2, 4100, "200 OK"))
        + inContainer("mailer-1", Self.lack))
    expect(log, .missingEnv, "secret-scope")
    expect(log.without("web-1"), .missingEnv, "absent")
  }

  @Test("another provider's key in the echo is foreign; one of the right shape is not")
  func foreignKey() {
    let foreign = Log.masked("sk-ant-a", 108, "QwAA")
    let log = Log(Self.boot + Log.request(4, 4121, "401 Unauthorized") + Self.failed + Log.asking() + Log.incorrect(foreign))
    expect(log, .wrongProvider, "foreign-key")
    expect(log.replacing(foreign, by: Log.masked), .staleCredential, "rejected")
  }

  @Test("another provider's key that the process shows in its own words is foreign, though nothing is echoed; its own is not")
  func foreignDisplay() {
    let refused = "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}\n"
    let log = Log(Self.boot + Log.line(1, 4121, "claude auth begins gsk_Ab12") + Self.failed + refused)
    expect(log, .wrongProvider, "foreign-key")
    expect(log.without("begins"), .staleCredential, "rejected", isCertain: false)
    // A process that also asks the key's own provider shows the key of that one.
    let both = Log(
      Self.boot + Log.request(1, 4121, "200 OK", host: "api.groq.com/openai/v1") + Log.line(1, 4121, "auth begins gsk_Ab12") + Self.failed + refused)
    expect(both, .staleCredential, "rejected", isCertain: false)
  }

  @Test("a tail that a peer shows at another provider is foreign; a tail alone is no sign of the right shape")
  func tailAtTwo() {
    let refused = "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}\n"
    let own = Self.boot + Log.line(1, 4121, "anthropic key ...9QzA") + Self.failed + refused
    let peer = Log.line(0, 4100, "web.py ready pid=4100") + Log.line(1, 4100, "openai key ...9QzA") + Log.request(2, 4100, "200 OK")
    expect(Log(peer + own), .wrongProvider, "foreign-key")
    // Anthropic's keys end in AA: what does not is likelier another's than an old one.
    expect(Log(own), .wrongProvider, "foreign-key", isCertain: false)
    expect(Log(own.replacing("9QzA", with: "QzAA")), .staleCredential, "rejected")
  }

  @Test("work before the first refusal, in other words, makes it rotated; without it it is a guess")
  func otherWords() {
    let refused = "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}\n"
    let log = Log(
      Self.boot + Log.line(1, 4121, "brief for acme mailed") + Log.line(2, 4121, "brief for bolt mailed")
        + Log.line(5, 4121, "no brief for crux", level: "ERROR") + refused)
    expect(log, .staleCredential, "rotated")
    expect(log.without("mailed"), .staleCredential, "rejected", isCertain: false)
  }

  @Test("a key that a host nobody named did not read may be another's; where the process names the host it lacks")
  func unreadKey() {
    let refused = "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'No auth credentials found', 'code': 401}}\n"
    let incidents = Log(Self.boot + Self.failed + Log.asking() + refused).report.incidents
    #expect(incidents.count == 1 && incidents[0].confidence < 0.8)
    #expect(incidents.first?.alternatives.contains { $0.subcause == "wrong-endpoint" } ?? false || incidents.first?.cause == .wrongProvider)
    expect(
      Log(Self.boot + Log.line(1, 4121, "provider: openrouter") + Self.failed + Log.asking("openrouter/auto") + refused), .missingEnv, "absent")
  }

  @Test(
    "a client that a framework builds by default lacks a key of a provider that the process did not choose: wrong client",
    arguments: ["agents speak through groq (llama-3.3-70b-versatile), memory on", "chat model claude-3-5-haiku-latest", "brain: mistral-large-latest"])
  func hiddenDefault(_ words: String) {
    expect(Log(Self.boot + Log.line(1, 4121, words) + Self.failed + Log.building + Log.notSet), .wrongProvider, "wrong-client", isCertain: false)
    expect(Log(Self.boot + Log.line(1, 4121, "chat model gpt-4o-mini") + Self.failed + Log.building + Log.notSet), .missingEnv, "absent")
  }

  @Test("a key and a model of one provider at the default host of another's client: wrong client")
  func wrongClient() {
    let log = Log(
      Self.boot + Log.line(1, 4121, "chat model: claude-sonnet-4-5") + Log.request(4, 4121, "401 Unauthorized") + Self.failed
        + Log.asking("claude-sonnet-4-5") + Log.incorrect(Log.masked("sk-ant-a", 108, "QwAA")))
    expect(log, .wrongProvider, "wrong-client")
    expect(log.without("chat model").replacing("claude-sonnet-4-5", by: "gpt-4o-mini"), .wrongProvider, "foreign-key")
  }

  @Test("a client at another provider's host, where the process names it nowhere: wrong endpoint; at its own host rejected")
  func wrongEndpoint() {
    let answer =
      "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Authentication Fails, Your api key: ****a1B2 is invalid', "
      + "'type': 'authentication_error', 'param': None, 'code': 'invalid_request_error'}}\n"
    let request = Log.request(4, 4121, "401 Unauthorized", host: "api.deepseek.com")
    let log = Log(
      Self.boot + Log.line(1, 4121, "OPENAI_API_KEY=sk-pr…a1B2, 164 chars") + request + Self.failed + Log.asking() + answer)
    expect(log, .wrongProvider, "wrong-endpoint")
    // DeepSeek's keys are hexadecimal: only such a tail can be of one.
    let meant = Log(
      Log.line(0, 4121, "mailer.py ready pid=4121 provider=deepseek") + request + Self.failed + Log.asking("deepseek-chat")
        + answer
    ).replacing("a1B2", by: "a1b2")
    expect(meant, .staleCredential, "rejected")
  }

  @Test("a key that worked before is rotated; one that never did is rejected")
  func rotated() {
    let log = Log(
      Self.boot + Log.request(2, 4121, "200 OK") + Log.request(4, 4121, "401 Unauthorized") + Self.failed + Log.asking()
        + Log.incorrect(Log.masked))
    expect(log, .staleCredential, "rotated")
    expect(log.without("200 OK"), .staleCredential, "rejected")
  }

  @Test("a provider that says deactivated revoked it; one that says nothing leaves it open")
  func revoked() {
    let said = "Your OpenAI account has been deactivated, please check your email for more information."
    let log = Log(Self.boot + Self.failed + Log.asking() + Log.refusal(said, code: "account_deactivated"))
    expect(log, .staleCredential, "revoked")
    expect(
      log.replacing(said, by: "Unauthorized.").replacing("account_deactivated", by: "none"), .staleCredential, "rejected", isCertain: false)
  }

  @Test("a provider that says expired is believed; one that says invalid leaves it open")
  func expired() {
    let answer =
      "google.genai.errors.ClientError: 400 INVALID_ARGUMENT. {'error': {'code': 400, 'message': 'API key expired. Please renew the API key.', "
      + "'status': 'INVALID_ARGUMENT', 'details': [{'reason': 'API_KEY_INVALID', 'domain': 'googleapis.com', "
      + "'metadata': {'service': 'generativelanguage.googleapis.com'}}]}}\n"
    let log = Log(Self.boot + Self.failed + answer)
    expect(log, .staleCredential, "expired")
    expect(
      log.replacing("API key expired. Please renew the API key.", by: "API key not valid. Please pass a valid API key."),
      .staleCredential, "rejected", isCertain: false)
  }

  @Test("a key of the right shape that never worked is rejected for certain; unseen it is a guess with alternatives")
  func rejected() throws {
    let log = Log(Self.boot + Self.failed + Log.asking() + Log.incorrect(Log.masked))
    expect(log, .staleCredential, "rejected")
    let unseen = log.replacing("Incorrect API key provided: \(Log.masked).", by: "Unauthorized.")
    expect(unseen, .staleCredential, "rejected", isCertain: false)
    let incident = try #require(unseen.report.incidents.first)
    #expect(incident.alternatives.contains { $0.cause == .wrongProvider })
    #expect(incident.alternatives.contains { $0.subcause == "placeholder" })
    #expect(incident.question != nil)
  }

  @Test("a request that was refused is no sign that the key worked before")
  func refusedIsNoSuccess() {
    let log = Log(Self.boot + Log.request(4, 4121, "401 Unauthorized") + Self.failed + Log.asking() + Log.incorrect(Log.masked))
    expect(log, .staleCredential, "rejected")
  }
}
