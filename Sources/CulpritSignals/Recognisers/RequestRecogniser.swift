import CulpritIntake
import CulpritRegex

/// Finds lines of an HTTP client's log: method, host and status of a request.
package struct RequestRecogniser: Sendable {
  private let lexicon: Lexicon
  private let redactor: Redactor

  package init(lexicon: Lexicon, redactor: Redactor) {
    self.lexicon = lexicon
    self.redactor = redactor
  }

  /// At most one a record: the first that names a host and a status.
  package func request(in text: RecordText, origin: Origin) -> RequestLine? {
    guard let match = match(in: text.text), let host = match["host"]?.lowercased() else { return nil }
    let status = (match["status"] ?? match["status2"]).flatMap { Int($0) }
    let place = text.place(of: match.range.lowerBound)
    var origin = origin
    origin.place = place
    var request = RequestLine(
      origin: origin, host: host, provider: lexicon.provider(ofHost: host), status: status,
      text: redactor.redact(text.line(around: match.range.lowerBound)))
    request.isSharedInterface = ["/chat/completions", "/embeddings", "/responses"].contains {
      text.text.slice(match.range).containsBytes($0)
    }
    return request
  }

  private func match(in text: String) -> Match? {
    if text.containsBytes("://"), let match = Self.request.firstMatch(in: text) { return match }
    guard text.containsBytes("api."), let match = Self.answer.firstMatch(in: text),
      let host = match["host"], lexicon.provider(ofHost: host.lowercased()) != nil
    else { return nil }
    return match
  }

  /// `401 from api.openai.com`, `api.mistral.ai answered 200`: an API's host without a scheme.
  private static let answer = CompiledPattern.constant(
    #"""
      (?<![\w.:/@\-])(?:(?<status>[1-5]\d\d)(?:\s+[A-Za-z]{2,12}){0,2}\s+(?:from|by|at)\s+(?<host>(?:[a-z0-9\-]{1,60}\.){1,4}[a-z]{2,6})(?![\w\-]|\.[a-z])
      | (?<host>(?:[a-z0-9\-]{1,60}\.){1,4}[a-z]{2,6})(?::443)?(?:/[^\s"']{0,80})?\s*(?:->|→|=>|:|returned|responded(?:\s+with)?|answered(?:\s+with)?|said|gave|status\s*=?)\s*(?:HTTP\s*|a\s+)?(?<status>[1-5]\d\d)(?![\w.:%\-]))
      """#, [.ignoresCase, .extended])

  /// `HTTP Request: POST https://api.openai.com/v1/… "HTTP/1.1 401 Unauthorized"` (httpx),
  /// `post https://… failed with status 401` (openai-node), `POST https://… 200`, `url=https://… status=200`.
  private static let request = CompiledPattern.constant(
    #"""
      \b(?:GET|POST|PUT|PATCH|DELETE|HEAD|request\ to|url|uri|endpoint)\b["'\s:=]*\s*["']?
      https?://(?<host>[a-z0-9.\-]+)(?::\d+)?(?:/(?:[^\s"']*[^\s"',;:])?)?["']?
      (?:[^\n]{0,80}?\bHTTP/[\d.]+"?\s+(?<status>\d{3})\b|[^\n]{0,40}?(?:status(?:[ _]?code)?["']?[\s:=]+|->\s*|→\s*|succeeded\ with\ status\ |:\s+)(?<status2>\d{3})\b|\s+(?<status2>[1-5]\d{2})(?![\w.:%]|\s*(?:ms|s|bytes|B)\b))?
      """#, [.ignoresCase, .extended])
}
