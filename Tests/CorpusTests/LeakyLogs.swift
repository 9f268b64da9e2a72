import CulpritLab
import CulpritRegex
import Foundation

/// Logs of a case as they would be if providers and applications printed keys whole.
struct LeakyLogs {
  /// By name in the case.
  private(set) var texts: [String: String] = [:]
  /// What must not be shown of the keys in them.
  private(set) var secrets: [String] = []
  /// A generator with a fixed start: a failure can be repeated.
  private var state: UInt64 = 1

  init(_ corpusCase: CorpusCase) {
    for (name, text) in CaseFiles(corpusCase).texts.sorted(by: { $0.key < $1.key }) where text.utf8.count < 1 << 20 {
      texts[name] = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { leak(unmask(String($0))) }.joined(separator: "\n")
    }
  }

  /// `sk-proj-****a1B2`, as providers and applications show keys.
  private static let mask = CompiledPattern.constant(#"\*{3,}"#)

  private mutating func unmask(_ line: String) -> String {
    var result = ""
    var position = 0
    for match in Self.mask.allMatches(in: line) {
      result += line.slice(position..<match.range.lowerBound) + secret(of: 48)
      position = match.range.upperBound
    }
    return result + line.slice(position..<line.utf8.count)
  }

  /// Ways in which keys get into logs: a dump of the environment, of headers, of a client, of a URL.
  private mutating func leak(_ line: String) -> String {
    guard secrets.count < 40, line.range(of: "api", options: .caseInsensitive) != nil else { return line }
    let dumps = [
      "OPENAI_API_KEY=sk-proj-\(secret(of: 120)) NODE_ENV=production",
      "ERROR 401 headers: {'Authorization': 'Bearer \(secret(of: 40))', 'x-api-key': 'sk-ant-api03-\(secret(of: 95))'}",
      "AuthenticationError: Incorrect API key provided: sk-\(secret(of: 48)). You can find your API key at …",
      "{\"level\":\"error\",\"msg\":\"invalid api key\",\"apiKey\":\"gsk_\(secret(of: 52))\",\"status\":401}",
      "GET https://generativelanguage.googleapis.com/v1/models?key=AIza\(secret(of: 35)) 400 API key not valid",
      "AZURE_OPENAI_API_KEY: \(secret(of: 84))",
    ]
    return line + "\n" + dumps[secrets.count / dumps.count % dumps.count]
  }

  private mutating func secret(of length: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    var secret = ""
    for _ in 0..<length {
      // Knuth's MMIX constants.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      secret.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    // Four characters of the tail may be shown, and stand at the end of a run of nine with five others.
    secrets.append(String(secret.dropLast(4)))
    return secret
  }
}
