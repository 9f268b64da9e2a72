import Culprit
import Testing

/// What looks alike and is no credential's fault blames nobody.
@Suite struct SilenceTests {
  struct LookAlike: Sendable, CustomTestStringConvertible {
    var name: String
    var lines: [String]
    /// Kinds of the neighbours that a report lists instead.
    var neighbours: Set<String> = []
    var testDescription: String { name }
  }

  static let cases: [LookAlike] = [
    .init(name: "the server refuses its own users", lines: ["WARNING shop: POST /v1/chat 401 invalid api key for user 17",
      "INFO shop: \"POST /v1/chat HTTP/1.1\" 401 Unauthorized", "WARNING shop: verify_api_key failed for client 3: Invalid API key"],
      neighbours: ["own-auth"]),
    .init(name: "GitHub refuses a token", lines: [
      "ERROR shop: github.GithubException.BadCredentialsException: 401 {\"message\": \"Bad credentials\", \"documentation_url\": \"https://docs.github.com/rest\"}"],
      neighbours: ["other-auth"]),
    .init(name: "a refusal is handled by a fallback", lines: [
      "WARNING shop: openai refused: Error code: 401 - invalid_api_key; falling back to anthropic", "INFO shop: job 3 answered by claude"]),
    .init(name: "a warning at the start that nothing suffers from", lines: [
      "WARNING shop: OPENAI_API_KEY is not set, summaries disabled", "INFO shop: job 1 done", "INFO shop: job 2 done"]),
    .init(name: "tickets that tell of other people's errors", lines: [
      "INFO shop: indexing ticket: #5120 Upload worker shows openai.AuthenticationError: Error code: 401 - Incorrect API key provided: sk-abc***xyz. Solved.",
      "INFO shop: new thread: My bot keeps printing anthropic.AuthenticationError: Error code: 401 - invalid x-api-key",
      "INFO shop: case 14: user sees OpenAIError: The OPENAI_API_KEY environment variable is missing or empty; told to set it",
      "INFO shop: subject: Getting AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-abcd****wxyz.'}}",
      "INFO shop: Answering forum post #88: \"I get: anthropic.AuthenticationError: 401 invalid x-api-key\"",
      "INFO shop: case 14 answered"]),
    .init(name: "a service that is no model's refuses the caller", lines: [
      "INFO shop: assistant vendor=openai uri=https://api.openai.com/v1/chat/completions",
      "WARNING shop: map service refused T-401: Server returned HTTP response code: 401 for URL: http://127.0.0.1:9444/maps/T-401",
      "ERROR shop: stock: 401 Client Error: Unauthorized for url: http://stock.example.net:8080/api/v2/items/401",
      "ERROR shop: geocoder failed: HTTP status client error (401 Unauthorized) for url (https://geo.example.net/v1/geocode?q=Bern)",
      "ERROR shop: OpenURI::HTTPError: 401 Unauthorized (http://assets.example.net/logo.png)", "INFO shop: job 2 done"]),
    .init(name: "too many requests", lines: [
      "ERROR shop: job 4 failed: openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-4o', 'type': 'requests', 'code': 'rate_limit_exceeded'}}"],
      neighbours: ["rate-limited"]),
    .init(name: "an empty account", lines: [
      "ERROR shop: job 4 failed: openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan and billing details.', 'type': 'insufficient_quota', 'code': 'insufficient_quota'}}"],
      neighbours: ["quota-exhausted"]),
    .init(name: "a region that is not served", lines: [
      "ERROR shop: job 4 failed: openai.PermissionDeniedError: Error code: 403 - {'error': {'code': 'unsupported_country_region_territory', 'message': 'Country, region, or territory not supported', 'type': 'request_forbidden'}}"],
      neighbours: ["region-blocked"]),
    .init(name: "a key without the scope", lines: [
      "ERROR shop: job 4 failed: openai.PermissionDeniedError: Error code: 403 - You have insufficient permissions for this operation. Missing scopes: model.request."],
      neighbours: ["permission-denied"]),
    .init(name: "a model that is not there", lines: [
      "ERROR shop: job 4 failed: openai.NotFoundError: Error code: 404 - {'error': {'message': 'The model `gpt-9` does not exist or you do not have access to it.', 'type': 'invalid_request_error', 'code': 'model_not_found'}}"],
      neighbours: ["model-not-found"]),
    .init(name: "a question that quotes an error", lines: [
      "INFO shop: ticket 5: \"why do I get 'Incorrect API key provided: sk-proj-***a1B2. You can find your API key'?\"", "INFO shop: ticket 5 answered"]),
    .init(name: "Redis wants a password", lines: ["ERROR shop: job 4 failed: redis.exceptions.AuthenticationError: NOAUTH Authentication required."],
      neighbours: ["other-auth"]),
    .init(name: "a payment service refuses its key", lines: [
      "ERROR shop: charge 4 failed: stripe.error.AuthenticationError: Invalid API Key provided: sk_live_********************p7dc"],
      neighbours: ["other-auth"]),
    .init(name: "a database wants another password", lines: [
      "ERROR shop: job 4 failed: psycopg.OperationalError: connection failed: FATAL:  password authentication failed for user \"app\""],
      neighbours: ["other-auth"]),
    .init(name: "a healthy process that prints names of keys", lines: [
      "INFO shop: OPENAI_API_KEY is set", "INFO shop: key ...a1B2 loaded", "INFO shop: ANTHROPIC_API_KEY=missing GROQ_API_KEY=missing",
      "INFO shop: HTTP Request: POST https://api.openai.com/v1/chat/completions \"HTTP/1.1 200 OK\"", "INFO shop: job 2 done"]),
  ]

  @Test("what looks alike gives no incident", arguments: cases)
  func silent(_ lookAlike: LookAlike) {
    let lines = ["INFO shop: mailer.py ready pid=4121"] + lookAlike.lines
    let text = lines.enumerated().map { "\(InventedLog.bare($0))[4121] \($1)\n" }.joined()
    let report = InventedLog(text).report
    #expect(report.incidents.isEmpty, "\(report.incidents.map { "\($0.cause) \($0.subcause ?? "")" })")
    #expect(Set(report.neighbours.map(\.kind)) == lookAlike.neighbours)
    #expect(report.processes.map(\.pid) == [4121])
  }

  @Test("who tells of its own error, also calmly, is blamed", arguments: [
    "INFO shop: job 4: openai.AuthenticationError: ", "INFO shop: putting job 4 back after openai.AuthenticationError: ",
    "INFO shop: job 4 failed, the client says openai.AuthenticationError: "])
  func calm(_ head: String) {
    let refusal = "Error code: 401 - {'error': {'message': 'Incorrect API key provided: \(InventedLog.masked). You can find your API key at https://platform.openai.com/account/api-keys.'}}"
    let log = InventedLog("\(InventedLog.bare(0))[4121] INFO shop: mailer.py ready pid=4121\n\(InventedLog.bare(1))[4121] \(head)\(refusal)\n")
    #expect(log.report.incidents.count == 1)
  }

  @Test("a gateway of somebody's own is where models answer", arguments: ["/v1/chat/completions", "/openai/deployments/gpt-4o/embeddings", ""])
  func gateway(_ path: String) {
    let log = InventedLog([
      "INFO shop: mailer.py ready pid=4121", "INFO shop: assistant vendor=openai uri=https://api.openai.com/v1",
      "ERROR shop: job 4 failed: Server returned HTTP response code: 401 for URL: http://gateway.example.net:4000\(path)"
    ].enumerated().map { "\(InventedLog.bare($0))[4121] \($1)\n" }.joined())
    #expect(log.report.incidents.count == 1)
  }

  @Test("a lack that is printed is blamed where the process fails, and not where it goes on working")
  func printedLack() {
    let lack = "OPENAI_API_KEY is not set\n"
    #expect(InventedLog("loading\n" + lack).report.incidents.map(\.cause) == [.missingEnv])
    #expect(InventedLog("loading\n" + lack + "question 1 answered\nquestion 2 answered\n").report.incidents.isEmpty)
    #expect(
      InventedLog("loading\n" + lack + "question 1 answered\nTraceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nOSError: x\n")
        .report.incidents.map(\.cause) == [.missingEnv])
  }
}
