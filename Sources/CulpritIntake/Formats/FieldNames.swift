/// The usual names of the fields of structured logs, by what they say.
///
/// Of pino, bunyan, winston, log4js, tslog, NestJS, zap, zerolog, slog, logrus, structlog,
/// python-json-logger, loguru, monolog, Sidekiq, Serilog, logback, log4j, ECS, OpenTelemetry, Cloud
/// Logging and CloudWatch. Of several fields of one role the name that stands first here wins. A dot
/// steps into an object.
enum FieldNames {
  enum Role: Int, CaseIterable {
    case time, level, message, pid, host, logger, thread, program, service, error
    /// Stacks: all of them belong to the message.
    case stack
    /// Short fields that stay the same for all records of a process.
    case constant
  }

  static let names: [Role: [String]] = [
    .time: [
      "time", "timestamp", "@timestamp", "ts", "@t", "datetime", "date", "asctime", "Timestamp",
      "eventTime", "t", "created",
      "_meta.date", "record.time.repr", "timeMillis", "instant.epochSecond", "startTime",
      "timestamp.seconds",
    ],
    .level: [
      "level", "severity", "lvl", "loglevel", "log.level", "logLevel", "@l", "levelname", "level_name",
      "severity_text",
      "severityText", "Level", "levelStr", "_meta.logLevelName", "record.level.name", "log.logger.level",
      "level.name", "@fields.level", "fields.level", "metadata.level",
    ],
    .message: [
      "msg", "message", "event", "@m", "textPayload", "record.message", "text", "short_message", "body",
      "Message", "log", "@mt",
      "jsonPayload.message", "data.message", "MESSAGE", "0", "RenderedMessage", "@message", "body.string_value",
    ],
    .pid: [
      "pid", "process.pid", "process_id", "processId", "process", "proc", "extra.process_id",
      "record.process.id", "PID",
      "context.pid", "_meta.pid", "ProcessId", "metadata.pid", "meta.pid", "labels.pid", "fields.pid", "@fields.pid", "extra.pid",
      "data.pid", "attributes.pid", "ctx.pid", "process_pid", "proc_id", "_pid", "sys.pid", "properties.pid", "payload.pid", "jsonPayload.pid", "resource.process.pid", "resource.attributes.process.pid", "attributes.process.pid",
      "proc.id", "proc.pid", "procId", "procid", "process.id", "os_pid", "osPid", "worker_pid", "workerPid",
    ],
    .host: ["hostname", "host", "host.name", "host.hostname", "_meta.hostname", "HOSTNAME", "MachineName"],
    .logger: [
      "logger", "logger_name", "log.logger", "loggerName", "channel", "context", "_meta.name",
      "record.name", "categoryName",
      "SourceContext", "target", "module",
    ],
    .thread: [
      "thread", "thread_name", "threadName", "process.thread.name", "tid", "taskName", "record.thread.name",
      "threadId", "jid",
    ],
    .program: ["name", "app", "app_name", "application", "service.name", "program"],
    .service: ["service", "svc", "service.name", "resource.attributes.service.name", "resource.service.name"],
    .error: ["err.message", "error.message", "error", "err", "exception.message", "attributes.exception.message"],
    .stack: [
      "stack", "stack_trace", "stacktrace", "exception", "exc_info", "traceback", "error.stack_trace",
      "err.stack", "error.stack",
      "@x", "err.stacktrace", "errorVerbose", "exc_text", "stackTrace", "exception.stacktrace", "backtrace",
      "Exception",
      "nativeError.stack", "trace", "stack_info", "attributes.exception.stacktrace",
    ],
    .constant: [
      "svc", "service", "shard", "worker", "component", "feed", "role", "app", "instance", "function",
      "container", "pod",
      "unit", "process_name", "consumer", "service.name", "worker_id", "workerId", "processName", "dyno",
      "subsystem",
    ],
  ]

  struct Slot {
    var role: Role
    /// Lower wins.
    var rank: Int
  }

  /// The roles of each name.
  static let slots: [String: [Slot]] = {
    var slots: [String: [Slot]] = [:]
    for (role, list) in names {
      for (rank, name) in list.enumerated() {
        slots[name, default: []].append(Slot(role: role, rank: rank))
      }
    }
    return slots
  }()

  /// Objects into which a name steps: the first parts of names with a dot.
  static let parents: Set<String> = {
    var parents: Set<String> = []
    for name in names.values.joined() {
      let parts = name.split(separator: ".")
      for count in 1..<max(1, parts.count) { parents.insert(parts[..<count].joined(separator: ".")) }
    }
    return parents
  }()
}
