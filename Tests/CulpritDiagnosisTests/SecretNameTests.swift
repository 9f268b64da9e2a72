import Culprit
import CulpritReport
import Testing

/// Names, paths and odd places come from the log as messages do, and are cut as they are.
@Suite struct SecretNameTests {
  /// Fake, of the right shape.
  static let key = "sk-proj-Zk3vQ9xT1bLmN0pR7sUwYcEfGhJk2MnPqRsTuVwXyZ0123456789abcdQ7Wd"
  static let refusal = "Incorrect API key provided: sk-proj-****. You can find your API key at https://platform.openai.com/account/api-keys."

  static let logs: [String] = [
    #"{"level":"error","service":"\#(key)","hostname":"\#(key)","name":"\#(key)","pid":4121,"msg":"\#(refusal)"}"# + "\n",
    "==> \(key) <==\nERROR shop: \(refusal)\n",
    "[\(key)] ERROR \(refusal)\n[\(key)] ERROR \(refusal)\n",
    "ERROR shop: failed\nTraceback (most recent call last):\n  File \"/srv/\(key)/main.py\", line 3, in \(key)\n    call()\n"
      + "openai.AuthenticationError: Error code: 401 - {'error': {'message': '\(refusal)'}}\n",
    "ERROR shop: " + String(repeating: "x ", count: 200) + "Authorization: Bearer \(key) " + refusal + String(repeating: " y", count: 300) + "\n",
    "ERROR shop: POST https://\(key):x@api.openai.com/v1/chat/completions 401 \(refusal)\n",
  ]

  @Test("a key in a name, a path, a section or beside a long line's cut never leaves", arguments: logs)
  func neverLeaves(_ log: String) {
    let report = Analyzer.report(on: log, from: "app.log")
    for format in [ReportFormat.json, .text] {
      let shown = format.render(report)
      let letters = Array(Self.key.dropFirst(8).dropLast(4))
      for start in 0..<(letters.count - 8) {
        #expect(!shown.contains(String(letters[start..<(start + 8)])), "\(shown)")
      }
    }
  }

  @Test(
    "a password made of letters alone is cut as well",
    arguments: ["password=abracadabrasesame", "DB_PASSWORD=correct_horse_battery", "Authorization: Basic dXNlcjpwYXNz"])
  func letters(_ secret: String) {
    let report = Analyzer.report(on: "ERROR shop: \(secret) \(Self.refusal)\n", from: "app.log")
    let shown = ReportFormat.json.render(report)
    for part in ["abracadabra", "correct_horse", "dXNlcjpw"] { #expect(!shown.contains(part)) }
  }

  @Test("a number too great for a time is no time, and ends nothing", arguments: [10, 13, 16, 19, 25])
  func greatNumbers(_ digits: Int) {
    let nines = String(repeating: "9", count: digits)
    let report = Analyzer.report(on: #"{"level":"error","time":\#(nines),"msg":"\#(Self.refusal)"}"# + "\n", from: "app.log")
    #expect(report.input.lines == 1)
  }
}
