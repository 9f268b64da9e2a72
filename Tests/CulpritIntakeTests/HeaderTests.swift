import CulpritIntake
import CulpritJSON
import Testing

struct HeaderTests {
  /// A line, its level, pid, columns, thread, logger and message.
  struct Sample: Sendable, CustomTestStringConvertible {
    var line: String
    var level: Level?
    var pid: Int?
    var columns: [Int] = []
    var thread: String?
    var logger: String?
    var message = "call failed"
    var testDescription: String { line }
  }

  static let unknownFormats: [Sample] = [
    Sample(line: "2026-11-23 03:00:00 [error] call failed", level: .error),
    Sample(
      line: "2026-11-23T03:00:00.402 INFO 30860 api - call failed", level: .info, columns: [30860],
      logger: "api"),
    Sample(line: "03:56:47,2194,INFO,call failed", level: .info, columns: [2194]),
    Sample(
      line: "2026-11-23 03:00:00 | ERROR | worker-3 | 4711 | call failed", level: .error, columns: [4711],
      logger: "worker-3"),
    Sample(line: "2026-11-23 03:00:00 worker-3 ERROR call failed", level: .error, logger: "worker-3"),
    Sample(
      line: "2026-11-23 03:00:00 ERROR 3 files lost", level: .error, message: "3 files lost"),
    Sample(
      line: "2026-11-23 03:00:00 INFO config: 3 variables", level: .info, logger: "config",
      message: "3 variables"),
    Sample(
      line: "[2026-11-23 03:00:00] [12] [ERROR] [shop.jobs] call failed", level: .error, columns: [12],
      logger: "shop.jobs"),
    Sample(
      line: "[2026-11-23 03:00:00,000][shop.jobs][ERROR] - call failed", level: .error, logger: "shop.jobs"),
    Sample(line: "2026-11-23 03:00:00 (pid 4711) ERROR call failed", level: .error, pid: 4711),
    Sample(
      line: "2026-11-23 03:00:00 ERROR (MainThread) [core.jobs] call failed", level: .error,
      thread: "MainThread", logger: "core.jobs"),
    Sample(line: "ERROR 2026-11-23 03:00:00,000 call failed", level: .error),
    Sample(
      line: "[WARN] [11/23/2026 03:00:00.123] [pool-3] call failed", level: .warning, thread: "pool-3"),
    Sample(
      line: "2026-11-23 03:00:00.0000|FATAL|Shop.Jobs|call failed", level: .fatal, logger: "Shop.Jobs"),
    Sample(line: "2026-11-23 03:00:00 Error: call failed", message: "Error: call failed"),
    Sample(line: "2026-11-23T03:00:00Z pid=12 tid=ab call failed", pid: 12, thread: "ab"),
    Sample(
      line: "11-23 03:00:00.123 | ERROR | worker-3(4711) | app.jobs:send:33 | call failed", level: .error, columns: [4711], logger: "app.jobs"),
    Sample(line: "2026-11-23 03:00:00 | ERROR | MainProcess(4711) | __main__:<module>:47 - call failed", level: .error, columns: [4711], logger: "__main__"),
    Sample(line: "2026-11-23 03:00:00 CET [12] ERROR call failed", level: .error, columns: [12]),
    Sample(line: "2026-11-23 03:00:00 ERROR upload(4711) failed", level: .error, columns: [4711], message: "upload(4711) failed"),
    Sample(line: "23-Nov-2026 03:00:00.123 SEVERE [main] call failed", level: .error, thread: "main"),
  ]

  @Test("columns of formats that nobody described are told apart", arguments: unknownFormats)
  func columns(_ sample: Sample) throws {
    let record = try #require(Reading.records(of: sample.line).first)
    #expect(record.writer.format == "timestamped")
    #expect(record.time != nil)
    #expect(record.level == sample.level)
    #expect(record.writer.pid == sample.pid)
    #expect(record.numbers.map(\.value) == sample.columns)
    #expect(record.writer.thread == sample.thread)
    #expect(record.writer.logger == sample.logger)
    #expect(record.message == sample.message)
  }

  static let structured: [(String, String, Level?, Int?)] = [
    (#"{"level":50,"time":1795402800000,"pid":12,"hostname":"a","msg":"call failed"}"#, "pino", .error, 12),
    (
      #"{"name":"a","hostname":"h","pid":12,"level":50,"msg":"call failed","time":"2026-11-23T03:00:00Z","v":0}"#,
      "bunyan", .error, 12
    ),
    (
      #"{"level":"error","message":"call failed","timestamp":"2026-11-23T03:00:00Z"}"#, "winston", .error,
      nil
    ),
    (
      #"{"event":"call failed","level":"error","timestamp":"2026-11-23T03:00:00Z","process":12}"#,
      "structlog-json", .error, 12
    ),
    (
      #"{"@timestamp":"2026-11-23T03:00:00Z","log.level":"ERROR","message":"call failed","process":{"pid":12},"ecs.version":"8"}"#,
      "ecs", .error, 12
    ),
    (
      #"{"@t":"2026-11-23T03:00:00Z","@m":"call failed","@l":"Error","ProcessId":12}"#, "serilog", .error,
      12
    ),
    (
      #"{"severity":"ERROR","jsonPayload":{"message":"call failed"},"timestamp":"2026-11-23T03:00:00Z"}"#,
      "cloud-logging", .error, nil
    ),
    (
      #"{"message":"call failed","context":{},"level":400,"level_name":"ERROR","channel":"a","datetime":"2026-11-23T03:00:00+00:00","extra":{"process_id":12}}"#,
      "monolog-json", .error, 12
    ),
    (
      #"{"time":"2026-11-23T03:00:00Z","level":"ERROR","msg":"call failed","pid":12}"#, "slog-json", .error,
      12
    ),
    (#"{"level":"error","ts":1795402800.1,"logger":"a","msg":"call failed"}"#, "zap", .error, nil),
    ("time=2026-11-23T03:00:00Z level=error msg=\"call failed\" pid=12", "logfmt", .error, 12),
    ("time=\"2026-11-23 03:00:00,000\" level=ERROR pid=12 msg=\"call failed\"", "logfmt", .error, 12),
  ]

  @Test("fields of structured lines are known by their usual names", arguments: structured)
  func fields(_ line: String, _ format: String, _ level: Level?, _ pid: Int?) throws {
    let record = try #require(Reading.records(of: line).first)
    #expect(record.writer.format == format)
    #expect(record.message == "call failed")
    #expect(record.level == level)
    #expect(record.writer.pid == pid)
    #expect(record.time != nil)
    #expect(record.structure != nil)
  }

  @Test("short constant fields tell the writer, the stack belongs to the message")
  func constants() throws {
    let record = try #require(
      Reading.records(
        of:
          #"{"level":"error","message":"no","timestamp":"2026-11-23T03:00:00Z","shard":3,"svc":"ingest","stack":"Error: no\n    at f"}"#
      ).first)
    #expect(
      record.writer.constants == [.init(name: "shard", value: "3"), .init(name: "svc", value: "ingest")])
    #expect(record.message == "no\nError: no\n    at f")
    #expect(record.lines.map(\.text) == ["no", "Error: no", "    at f"])
  }

  @Test("an object at the end of a line is its structure, a pid in a sentence is not the writer's")
  func tails() throws {
    let zap = try #require(
      Reading.records(of: "2026-11-23T03:00:00.000Z\tINFO\tup\t{\"pid\": 12, \"role\": \"api\"}").first)
    #expect(zap.writer.pid == 12)
    #expect(zap.structure?["role"]?.string == "api")
    let sentence = try #require(Reading.records(of: "2026-11-23 03:00:00 INFO started child pid=12").first)
    #expect(sentence.writer.pid == nil)
  }

  @Test("the shape of a header folds letters and digits and keeps the rest")
  func shape() throws {
    let records = Reading.records(
      of: "2026-11-23 03:00:00,000 [11] ERROR shop: a\n2026-11-24 13:10:07,019 [9] INFO bank: b\n")
    #expect(records.map(\.writer.shape) == ["0-0-0 0:0:0,0 [0] a a:", "0-0-0 0:0:0,0 [0] a a:"])
  }
}
