import Culprit
import Testing

/// What a process shows of its key or of its address, against who answers it.
@Suite struct ShownKeyTests {
  private typealias Log = InventedLog

  private static let refusals = [
    "anthropic":
      "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}",
    "groq":
      "groq.AuthenticationError: Error code: 401 - {'error': {'message': 'Invalid API Key', 'type': 'invalid_request_error', 'code': 'invalid_api_key'}}",
    "azure":
      "openai.AuthenticationError: Error code: 401 - {'error': {'code': '401', 'message': 'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.'}}",
    "mistral": "mistralai.models.SDKError: API error occurred: Status 401. Body: {\"detail\":\"Unauthorized\"}",
  ]

  private static func log(_ said: String, _ provider: String) -> Log {
    let refusal = refusals[provider] ?? ""
    return Log(
      Log.line(0, 4121, "relay.py up pid=4121") + Log.line(1, 4121, said) + Log.line(5, 4121, "page 3 failed: \(refusal)", level: "ERROR")
        + Log.line(9, 4121, "page 4 failed: \(refusal)", level: "ERROR"))
  }

  @Test(
    "a masked key of another provider's shape is in the wrong slot, however it is shown",
    arguments: ["anthropic", "groq", "azure", "mistral"],
    [
      "NAME key: sk-proj… (164)", "NAME credential = sk-pr...", "NAME token sk-proj-**** from .env", "loaded secret sk-proj-[redacted] for NAME",
      "using NAME api key sk-p****a1B2", "auth for NAME: sk-proj-•••••••", "NAME client ready (key sk-p…)", "key in use: sk-proj…",
    ])
  func foreign(_ provider: String, _ said: String) {
    let incidents = Self.log(said.replacing("NAME", with: provider), provider).report.incidents
    #expect(incidents.map(\.cause) == [.wrongProvider], "\(incidents.map(\.subcause))")
    #expect(incidents.first?.confidence ?? 0 >= 0.8)
  }

  @Test(
    "a masked key of the provider's own shape accuses no slot",
    arguments: [("anthropic", "sk-ant-…"), ("anthropic", "sk-a…"), ("groq", "gsk_…"), ("mistral", "Ab3d…"), ("azure", "2cf5f…")],
    ["NAME key: KEY", "NAME token KEY from .env", "NAME key: KEY, openai key: sk-proj-…", "openai key sk-proj-…, NAME key KEY"])
  func own(_ key: (provider: String, shown: String), _ said: String) {
    let incidents = Self.log(said.replacing("NAME", with: key.provider).replacing("KEY", with: key.shown), key.provider).report.incidents
    #expect(incidents.count == 1)
    // Azure's sentence leaves the endpoint open.
    #expect(incidents.first?.cause == .staleCredential || incidents.first?.confidence ?? 1 < 0.8, "\(incidents.map(\.subcause))")
  }

  @Test("a key that ends as none of the vendor's do is another's, surer than that it is stale")
  func ending() {
    let foreign = Self.log("anthropic client created, key ending in T1Oh", "anthropic").report.incidents
    #expect(foreign.first?.subcause == "foreign-key")
    let own = Self.log("anthropic client created, key ending in AvAA", "anthropic").report.incidents
    #expect(own.first?.cause == .staleCredential)
  }

  // MARK: - Addresses

  private static let invalid = "error, status code: 401, status: 401 Unauthorized, message: Invalid API Key"

  private static func addressed(_ said: String, peer: String = "") -> Log {
    var text = Log.line(0, 4121, "relay up pid=4121") + Log.line(1, 4121, said)
    text += Log.line(5, 4121, "page 3 failed: \(invalid)", level: "ERROR") + Log.line(9, 4121, "page 4 failed: \(invalid)", level: "ERROR")
    text += Log.line(0, 4300, "relay up pid=4300") + (peer.isEmpty ? "" : Log.line(1, 4300, peer))
    for page in 1...3 { text += Log.line(4 + page, 4300, "page \(page) translated in 40 ms") }
    return Log(text)
  }

  @Test(
    "a nameless refusal is of the address that the process named; who works without it has the key of another",
    arguments: [
      "using base url https://api.groq.com/openai/v1", "OPENAI_BASE_URL=https://api.groq.com/openai/v1", "llm endpoint https://api.groq.com/openai/v1",
      "completions go to https://api.groq.com/openai/v1", "upstream: api.groq.com", "api base = https://api.groq.com",
    ])
  func address(_ said: String) {
    let alone = Self.addressed(said).report.incidents
    #expect(alone.map(\.cause) == [.wrongProvider])
    #expect(alone.first?.provider == "groq")
    let both = Self.addressed(said, peer: said).report.incidents
    #expect(both.map(\.cause) == [.staleCredential])
    #expect(both.first?.confidence ?? 1 < 0.8)
  }

  @Test(
    "an address of nobody known, or in a sentence about something else, names nobody",
    arguments: ["using base url https://llm.internal.example/v1", "see https://console.groq.com/docs/errors for the endpoint's codes"])
  func noAddress(_ said: String) {
    #expect(Self.addressed(said).report.incidents.isEmpty)
  }

  // MARK: - Defaults that nobody chose

  private static let lack =
    "AI_LoadAPIKeyError: Anthropic API key is missing. Pass it using the 'apiKey' parameter or the ANTHROPIC_API_KEY environment variable."

  private static func deployment(_ own: String, _ other: String) -> Log {
    var log = Log(
      Log.line(0, 4121, own) + Log.line(5, 4121, "condensing failed: \(lack)", level: "ERROR"), source: "memory.log")
    log.sources["web.log"] =
      Log.line(0, 4300, other) + Log.line(3, 4300, "turn 4 answered in 40 ms") + Log.line(4, 4300, "turn 5 answered in 41 ms")
    return log
  }

  @Test("where all others work with another provider, the lack of a key may be a default that nobody chose")
  func lonely() {
    let incident = Self.deployment("memory up, provider=anthropic credential=none", "web up, provider=azure credential=45c6a40…").report.incidents.first
    #expect(incident?.cause == .missingEnv && incident?.confidence ?? 1 < 0.8)
    #expect(incident?.alternatives.contains { $0.subcause == "wrong-client" } ?? false)
  }

  @Test("where somebody has a key of that provider, it is the process that lacks it")
  func inCompany() {
    let incident = Self.deployment("memory up, provider=anthropic credential=none", "web up, provider=anthropic credential=sk-ant-…").report.incidents.first
    #expect(incident?.cause == .missingEnv && incident?.confidence ?? 0 >= 0.8)
  }
}
