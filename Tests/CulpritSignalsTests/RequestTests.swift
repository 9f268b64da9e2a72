import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

@Suite struct RequestTests {
  private let recogniser = RequestRecogniser(
    lexicon: Lexicon(providers: RuleSet.builtIn.providers), redactor: Redactor(providers: RuleSet.builtIn.providers))

  private func request(_ text: String) -> RequestLine? {
    let record = textRecord(text)
    return recogniser.request(
      in: RecordText(record), origin: Origin(place: record.place, writer: record.writer, time: nil))
  }

  struct Line: Sendable, CustomTestStringConvertible {
    var text: String
    var provider: String?
    var status: Int?
    var testDescription: String { text }
  }

  @Test(
    "method, host and status of any client's log line are read",
    arguments: [
      Line(text: #"HTTP Request: POST https://api.openai.com/v1/chat/completions "HTTP/1.1 401 Unauthorized""#, provider: "openai", status: 401),
      Line(text: #"HTTP Request: POST https://api.anthropic.com/v1/messages "HTTP/2 200 OK""#, provider: "anthropic", status: 200),
      Line(text: "post https://api.groq.com/openai/v1/chat/completions failed with status 401", provider: "groq", status: 401),
      Line(text: "POST https://api.mistral.ai/v1/chat/completions -> 200", provider: "mistral", status: 200),
      Line(text: "POST https://api.deepseek.com/chat/completions 402", provider: "deepseek", status: 402),
      Line(text: "url=https://api.x.ai/v1/chat/completions status=200", provider: "xai", status: 200),
      Line(text: "endpoint: \"https://api.cohere.com/v2/chat\", status_code: 401", provider: "cohere", status: 401),
      Line(text: "→ POST https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent → 403", provider: "google", status: 403),
      Line(text: "got 401 from api.openai.com", provider: "openai", status: 401),
      Line(text: "api.mistral.ai answered 200 in 310 ms", provider: "mistral", status: 200),
      Line(text: "request to https://api.example.com/v1/things: 500", provider: nil, status: 500),
    ])
  func reads(_ line: Line) throws {
    let request = try #require(self.request(line.text))
    #expect(request.provider == line.provider && request.status == line.status)
    #expect(request.succeeded == (line.status == 200))
  }

  @Test(
    "a link in prose and a server's own access line are no requests of a client",
    arguments: [
      "see https://platform.openai.com/account/api-keys for your key",
      #"10.0.0.7 - - "POST /v1/chat HTTP/1.1" 401 23"#, "listening at http://0.0.0.0:8000",
      "the answer was posted to the board",
    ])
  func readsNone(_ text: String) { #expect(self.request(text) == nil) }

  @Test("a key in the address does not stay")
  func redacted() throws {
    let key = "AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q"
    let request = try #require(self.request("GET https://generativelanguage.googleapis.com/v1/models?key=\(key) -> 400"))
    #expect(!request.text.description.contains("C3d4E5f6"))
  }
}
