import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

@Suite struct RedactorTests {
  let redactor = Redactor(providers: RuleSet.builtIn.providers)
  /// Fake, of the right shape.
  static let secret = "sk-proj-Zk3vQ9xT1bLmN0pR7sUwYcEfGhJk2MnPqRsTuVwXyZ0123456789abcdQ7Wd"

  @Test(
    "a secret is cut wherever it stands, and at most its prefix and last four stay",
    arguments: [
      "OPENAI_API_KEY=\(secret)", "Authorization: Bearer \(secret)", "{\"x-api-key\": \"\(secret)\"}",
      "'Authorization': 'Bearer \(secret)'", "https://user:\(secret)@host/path", "GET /v1?key=\(secret)&x=1",
      "the key \(secret) was refused", "api_key='\(secret)'", "\\\"api_key\\\":\\\"\(secret)\\\"", "(\(secret))",
      "Bearer \(secret)\nis not a legal HTTP header value",
    ])
  func cuts(_ text: String) {
    let shown = redactor.redact(text).description
    let secret = Array(Self.secret)
    for start in 8...(secret.count - 9) {
      #expect(!shown.contains(String(secret[start..<(start + 5)])), "\(shown)")
    }
  }

  @Test(
    "an echo is cut also where its shape is nobody's, and before the end of a sentence",
    arguments: [
      "gsk_C9HwPcjLGOOqnCgQToHHYfgHBPdI4V6HZDUuRfI8sPG8J5YPn614Gxbu", "ghp_d4tsYhEU2tmwDmtauGoUADeTVnW2FS0A1GNW",
      "7c94a4871be24dc09a7c94a4871be24d", "e552b6afc3sJISZsAl7Nz4Tf8BpH72g7W8TNKmtqjAJz44KIo4gABJzodbb4",
    ])
  func cutsEcho(_ secret: String) {
    let secret = Array(secret)
    for text in ["Incorrect API key provided: \(String(secret)). You can", "API_TOKEN=\(String(secret))"] {
      let shown = redactor.redact(text).description
      for start in 4...(secret.count - 9) {
        #expect(!shown.contains(String(secret[start..<(start + 5)])), "\(shown)")
      }
    }
  }

  @Test(
    "what only looks like a secret stays",
    arguments: [
      "OPENAI_API_KEY present: True", "Incorrect API key provided: your-api-key-here. You can",
      "OPENAI_API_KEY=OPENAI_API_KEY", "OPENAI_API_KEY=undefined", "req_bc62d14cb4e14e4398b4ae52c487f688",
      "task=61e5a073-8f1d-4592-9e63-888c7c77088f", "/srv/shopdesk/node_modules/openai/src/resources/chat/Completions2.ts",
      "The OPENAI_API_KEY environment variable is missing or empty", "celery.worker.strategy.ForkPoolWorker-2",
    ])
  func keeps(_ text: String) {
    #expect(redactor.redact(text).description == text)
  }

  @Test("a key that the application itself shortened keeps its last four, a password nothing")
  func keepsShortened() {
    #expect(redactor.redact("apiKey=sk-proj...aB3d").description.hasSuffix("…aB3d"))
    #expect(!redactor.redact("password=hunter...ter2").description.contains("ter2"))
  }

  @Test("what was cut once is not cut again")
  func cutsOnce() {
    let once = redactor.redact("Incorrect API key provided: sk-proj-" + String(repeating: "*", count: 152) + "MxYA. You can")
    #expect(once.description.contains("…MxYA. You"))
  }

  @Test("control characters and directional marks never leave")
  func cleans() {
    let shown = redactor.redact("a\u{1b}[31mred\u{7}\u{202e}b\u{9b}c").description
    #expect(!shown.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202e || $0.value == 0x9b })
  }
}
