import Culprit

/// Lines of a log that nobody wrote, and what the library says of it.
struct InventedLog: Sendable {
  static let rules = Rules.builtIn

  var sources: [String: String] = [:]

  init(_ text: String, source: String = "app.log") {
    sources[source] = text
  }

  /// Without the lines that hold `part`.
  func without(_ part: String) -> InventedLog {
    var twin = self
    twin.sources = sources.mapValues { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains(part) }
        .joined(separator: "\n")
    }
    return twin
  }

  func replacing(_ part: String, by other: String) -> InventedLog {
    var twin = self
    twin.sources = sources.mapValues { text in
      text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
    return twin
  }

  var report: Report {
    var analyzer = Analyzer(rules: Self.rules)
    for (source, text) in sources.sorted(by: { $0.key < $1.key }) { analyzer.feed(text, from: source) }
    return analyzer.report()
  }

  // MARK: - Parts of logs

  /// A line of a logger that prints the pid.
  static func line(_ second: Int, _ pid: Int, _ text: String, level: String = "INFO") -> String {
    "\(bare(second))[\(pid)] \(level) shop: \(text)\n"
  }

  /// The beginning of a line of a logger that prints none.
  static func bare(_ second: Int) -> String {
    "2026-03-02 10:00:\(second < 10 ? "0" : "")\(second),120 "
  }

  static func request(_ second: Int, _ pid: Int, _ status: String, host: String = "api.openai.com/v1") -> String {
    line(second, pid, "HTTP Request: POST https://\(host)/chat/completions \"HTTP/1.1 \(status)\"")
  }

  /// A mask of a key as OpenAI shows it: one star a character.
  static func masked(_ head: String, _ length: Int, _ tail: String) -> String {
    head + String(repeating: "*", count: length - head.count - tail.count) + tail
  }

  static let masked = masked("sk-proj-", 164, "a1B2")

  static func refusal(_ message: String, code: String = "invalid_api_key") -> String {
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': '\(message)', "
      + "'type': 'invalid_request_error', 'param': None, 'code': '\(code)'}}\n"
  }

  static func incorrect(_ echo: String) -> String {
    refusal("Incorrect API key provided: \(echo). You can find your API key at https://platform.openai.com/account/api-keys.")
  }

  static let notSet =
    "openai.OpenAIError: The api_key client option must be set either by passing api_key to the client "
    + "or by setting the OPENAI_API_KEY environment variable\n"

  /// Frames of a client that is made when a job comes.
  static let building = """
    Traceback (most recent call last):
      File "/srv/mailer/mailer.py", line 40, in handle
        reply = draft(job)
      File "/srv/mailer/drafts.py", line 12, in draft
        client = OpenAI()
      File "/srv/mailer/.venv/lib/python3.12/site-packages/openai/_client.py", line 135, in __init__
        raise OpenAIError(

    """

  /// Frames of a request that is refused.
  static func asking(_ model: String = "gpt-4o-mini") -> String {
    """
    Traceback (most recent call last):
      File "/srv/mailer/mailer.py", line 40, in handle
        reply = draft(job)
      File "/srv/mailer/drafts.py", line 12, in draft
        answer = client.chat.completions.create(model="\(model)", messages=messages)
      File "/srv/mailer/.venv/lib/python3.12/site-packages/openai/_base_client.py", line 1047, in request
        raise self._make_status_error_from_response(err.response) from None

    """
  }
}
