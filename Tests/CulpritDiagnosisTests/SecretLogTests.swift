import Culprit
import CulpritPatterns
import CulpritReport
import CulpritRules
import Testing

/// Keys of every known shape, in every usual place, never leave: at most prefix and last four do.
@Suite struct SecretLogTests {
  static let shapes = RuleSet.builtIn.providers.flatMap(\.keyShapes).filter { $0.prefix.utf8.count >= 3 }
  static let prefixes = Array(Set(shapes.map(\.prefix))).sorted()

  /// A key of the shape, drawn by lot: of its alphabet and one of its lengths.
  private func key(_ prefix: String, _ generator: inout SeededGenerator) -> String {
    let shape = Self.shapes.first { $0.prefix == prefix }
    let length = shape?.lengths.randomElement(using: &generator) ?? 48
    let isHexadecimal = shape?.alphabet == "0-9a-f"
    let letters = Array(isHexadecimal ? "0123456789abcdef" : "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789")
    let rest = (0..<max(20, length - prefix.count)).map { _ in letters.randomElement(using: &generator) ?? "x" }
    return prefix + String(rest)
  }

  private func places(of key: String) -> [String] {
    [
      "OPENAI_API_KEY=\(key)", "export ANTHROPIC_API_KEY='\(key)'", "Authorization: Bearer \(key)",
      "headers={'Authorization': 'Bearer \(key)'}", "{\"x-api-key\": \"\(key)\"}", "GET https://api.example.com/v1?key=\(key)&alt=json -> 401",
      "https://user:\(key)@api.example.com/v1", "config {\\\"api_key\\\":\\\"\(key)\\\"}", "the key \(key) was refused",
      "ERROR openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: \(key). You can find your API key', 'code': 'invalid_api_key'}}",
      "ERROR httpx.LocalProtocolError: Illegal header value b'Bearer \(key)\\n'", "started mailer.py --api-key \(key) pid=4121",
      "node worker.js --token=\(key)", "job \(key) done", "KeyError: '\(key)'", "\"\(key)\"", "[\(key)] hello", "secret=\(key);",
    ]
  }

  @Test("no report shows more of a key than its prefix and last four", arguments: prefixes)
  func neverLeaves(_ prefix: String) {
    var generator = SeededGenerator(seed: 0x5EC)
    let key = key(prefix, &generator)
    let text = places(of: key).enumerated().map { "\(InventedLog.bare($0))[4121] ERROR shop: \($1)\n" }.joined()
    let report = InventedLog(text).report
    let inner = Array(key.dropFirst(prefix.count).dropLast(4))
    for format in [ReportFormat.json, .ndjson] {
      let shown = format.render(report)
      for start in stride(from: 0, through: inner.count - 6, by: 1) {
        let part = String(inner[start..<(start + 6)])
        #expect(!shown.contains(part), "\(prefix): \(part)")
        if shown.contains(part) { break }
      }
    }
  }
}
