/// The header of a log format: how a record of it begins.
package struct HeaderFormat: Hashable, Sendable {
  /// As in reports: `python-logging`, `nest`, `uvicorn`, `celery`, `pino-pretty`, …
  package var id: String
  /// PCRE2, anchored at the start of a line. Named groups: `time`, `level`, `pid`, `logger`, `thread`,
  /// `program`, `host`, `service`; the message begins where the match ends.
  package var regex: String

  package init(id: String, regex: String) {
    self.id = id
    self.regex = regex
  }
}
