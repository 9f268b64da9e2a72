import CulpritJSON

/// Reads the fields of a structured line (JSON object or logfmt) by their usual names.
///
/// Names are those of pino, bunyan, winston, log4js, tslog, zap, zerolog, slog, logrus, structlog,
/// python-json-logger, loguru, monolog, Sidekiq, Serilog, logback, ECS, OpenTelemetry, Cloud Logging and CloudWatch.
struct StructuredHeader {
  private let members: [JSONValue.Member]
  private let reference: CalendarDay

  /// The header of an object; nil where it has none of the usual fields, and so is no log record.
  static func header(of object: JSONValue, format: String?, reference: CalendarDay) -> Header? {
    guard case .object(let members) = object else { return nil }
    let reader = StructuredHeader(members: members, reference: reference)
    guard let message = reader.message() else { return nil }
    var header = Header(format: format ?? reader.format, message: message)
    reader.readTime(into: &header)
    header.level = reader.level()
    guard header.time != nil || header.level != nil || reader.hasMessageField else { return nil }
    header.structure = object
    header.isWholeLine = true
    reader.readWriter(into: &header)
    header.shape = "{" + members.prefix(12).map(\.name).joined(separator: ",") + "}"
    return header
  }

  // MARK: fields

  private static let timeNames = [
    "time", "timestamp", "@timestamp", "ts", "@t", "datetime", "date", "asctime", "Timestamp", "eventTime", "t", "created",
    "_meta.date", "record.time.repr", "timeMillis", "instant.epochSecond", "startTime",
  ]
  private static let levelNames = [
    "level", "severity", "lvl", "loglevel", "log.level", "logLevel", "@l", "levelname", "level_name", "severity_text",
    "severityText", "Level", "levelStr", "_meta.logLevelName", "record.level.name", "log.logger.level",
  ]
  private static let messageNames = [
    "msg", "message", "event", "@m", "textPayload", "text", "short_message", "body", "Message", "log", "@mt", "jsonPayload.message",
    "data.message", "MESSAGE", "record.message", "0", "RenderedMessage",
  ]
  private static let pidNames = [
    "pid", "process.pid", "process_id", "processId", "process", "proc", "extra.process_id", "record.process.id", "PID",
    "context.pid", "_meta.pid", "ProcessId", "resource.process.pid",
  ]
  private static let hostNames = ["hostname", "host", "host.name", "host.hostname", "_meta.hostname", "HOSTNAME", "MachineName"]
  private static let loggerNames = [
    "logger", "logger_name", "log.logger", "loggerName", "channel", "context", "_meta.name", "record.name", "categoryName",
    "SourceContext", "target", "module",
  ]
  private static let threadNames = [
    "thread", "thread_name", "threadName", "process.thread.name", "tid", "taskName", "record.thread.name", "threadId", "jid",
  ]
  private static let programNames = ["name", "app", "app_name", "application", "service.name", "program"]
  private static let stackNames = [
    "stack", "stack_trace", "stacktrace", "exception", "exc_info", "traceback", "error.stack_trace", "err.stack", "error.stack",
    "@x", "err.stacktrace", "errorVerbose", "exc_text", "stackTrace", "exception.stacktrace", "backtrace", "Exception",
    "nativeError.stack", "trace", "stack_info",
  ]
  /// Fields that stay the same for all records of a process.
  private static let constantNames = [
    "svc", "service", "shard", "worker", "component", "feed", "role", "app", "instance", "function", "container", "pod",
    "unit", "process_name", "consumer", "service.name", "worker_id", "workerId", "processName", "dyno", "subsystem",
  ]

  private func value(_ path: String) -> JSONValue? {
    if let exact = members.first(where: { $0.name == path })?.value { return exact }
    guard path.contains(".") else { return nil }
    var current: JSONValue? = .object(members)
    for part in path.split(separator: ".") { current = current?[String(part)] }
    return current
  }

  private func first<T>(_ names: [String], _ read: (JSONValue) -> T?) -> T? {
    for name in names {
      if let found = value(name).flatMap(read) { return found }
    }
    return nil
  }

  private func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text.filled
    case .number(let text): text
    default: nil
    }
  }

  private var hasMessageField: Bool { Self.messageNames.contains { value($0)?.string != nil } }

  // MARK: time, level

  private func readTime(into header: inout Header) {
    let parser = TimestampParser(reference: reference)
    let reading = first(Self.timeNames) { value in
      self.text(value).flatMap { parser.parse($0) } ?? value["seconds"].flatMap { self.text($0) }.flatMap { parser.parse($0) }
        ?? value["epochSecond"].flatMap { self.text($0) }.flatMap { parser.parse($0) }
    }
    header.time = reading?.time
    header.day = reading?.day
  }

  private func level() -> Level? {
    first(Self.levelNames) { value in
      switch value {
      case .string(let text): LevelWord.any(text)
      case .number(let text): Int(text).flatMap { $0 <= 7 && self.value("version") != nil ? LevelWord.syslog($0) : LevelWord.level(number: $0) }
      case .object: value["name"]?.string.flatMap { LevelWord.any($0) }
      default: nil
      }
    }
  }

  // MARK: writer

  private func readWriter(into header: inout Header) {
    header.pid = first(Self.pidNames) { value in
      guard let pid = value.integer, pid > 0, pid < 1 << 23 else { return nil }
      return pid
    }
    header.host = first(Self.hostNames) { self.text($0) }.flatMap { $0 == "unknown" ? nil : $0 }
    header.logger = first(Self.loggerNames) { $0.string?.filled }
    header.thread = first(Self.threadNames) { self.text($0) }
    header.program = first(Self.programNames) { $0.string?.filled }
    header.service = first(["service", "svc", "service.name"]) { $0.string?.filled }
    var constants: [Writer.Constant] = []
    for name in Self.constantNames {
      guard let text = value(name).flatMap({ self.text($0) }), text.utf8.count <= 40 else { continue }
      constants.append(Writer.Constant(name: name, value: text))
    }
    header.constants = constants.sorted()
  }

  // MARK: message

  /// The message field followed by the text of stack fields; nil where there is neither.
  private func message() -> String? {
    let head = first(Self.messageNames) { $0.string }
    let stacks = Self.stackNames.compactMap { value($0).flatMap { stackText($0, depth: 0) } }
    let error = first(["err.message", "error.message", "error", "err", "exception.message"]) { $0.string }
    let parts = [head, error.flatMap { head?.contains($0) == true ? nil : $0 }].compactMap(\.self) + stacks
    guard !parts.isEmpty else { return head == nil && value("level") == nil && value("severity") == nil ? nil : "" }
    var seen: [String] = []
    for part in parts where !seen.contains(part) { seen.append(part) }
    return seen.joined(separator: "\n")
  }

  private func stackText(_ value: JSONValue, depth: Int) -> String? {
    switch value {
    case .string(let text): return text.filled
    case .array(let elements) where depth < 2:
      let lines = elements.prefix(400).compactMap { stackText($0, depth: depth + 1) }
      return lines.isEmpty ? nil : lines.joined(separator: "\n")
    default: return nil
    }
  }

  /// By the fields that one logger alone writes.
  private var format: String {
    func has(_ names: String...) -> Bool { names.allSatisfy { value($0) != nil } }
    if has("level", "time", "pid", "hostname", "v", "name") { return "bunyan" }
    if has("level", "time", "pid"), case .number? = value("level") { return "pino" }
    if has("level", "time", "msg"), case .number? = value("level") { return "pino" }
    if has("_meta") { return "tslog" }
    if has("level", "pid", "timestamp", "message"), has("context") { return "nest-json" }
    if has("event", "level") { return "structlog-json" }
    if has("level_name", "channel", "datetime") { return "monolog-json" }
    if has("@t") { return "serilog" }
    if has("severity") { return "cloud-logging" }
    if has("ecs.version") || has("@timestamp", "log.level") { return "ecs" }
    if has("level", "ts", "caller") || has("level", "ts", "msg") { return "zap" }
    if has("time", "level", "msg") { return "slog-json" }
    if has("ts", "pid", "tid", "lvl") { return "sidekiq-json" }
    if has("level", "message", "timestamp") { return "winston" }
    return "json"
  }
}
