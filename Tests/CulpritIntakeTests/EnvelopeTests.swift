import CulpritIntake
import Testing

struct EnvelopeTests {
  private func one(_ text: String) throws -> Record {
    let records = Reading.records(of: text)
    #expect(records.count == 1, "\(records)")
    return try #require(records.first)
  }

  @Test("docker's JSON: pieces of a long line are joined, the inner header counts")
  func docker() throws {
    let record = try one(
      #"{"log":"2026-11-23 03:00:00,000 [7] ERROR shop: call ","stream":"stderr","time":"2026-11-23T03:00:00.000000001Z"}"#
        + "\n"
        + #"{"log":"failed\n","stream":"stderr","time":"2026-11-23T03:00:00.000000002Z"}"# + "\n")
    #expect(record.message == "call failed")
    #expect(record.writer.pid == 7)
    #expect(record.writer.logger == "shop")
    #expect(record.level == .error)
    #expect(record.time?.hasZone == true)
    #expect(record.place.offset == 0)
  }

  @Test("a collector's lines have lost their newlines, and are whole unless they say that they are pieces")
  func collector() {
    func line(_ log: String, _ tag: String = "") -> String {
      #"{"stream":"stderr",\#(tag)"log":"\#(log)","time":"2026-11-23T03:00:00Z","kubernetes":{"pod_name":"a-1"}}"# + "\n"
    }
    let whole = Reading.records(of: line("2026-11-23 03:00:00,000 ERROR a") + line("2026-11-23 03:00:01,000 ERROR b"))
    #expect(whole.map(\.message) == ["a", "b"])
    let long = String(repeating: "x", count: 16 << 10)
    for pieces in [line("ERROR one ", #""logtag":"P","#) + line("more", #""logtag":"F","#), line(long) + line("more\\n")] {
      let records = Reading.records(of: pieces)
      #expect(records.count == 1 && records.first?.message.hasSuffix("more") == true)
    }
  }

  @Test("CRI: full and partial lines")
  func containerRuntime() throws {
    let record = try one(
      "2026-11-23T03:00:00.000000001Z stderr P {\"level\":50,\"time\":1795402800000,\"pid\":12,\n"
        + "2026-11-23T03:00:00.000000002Z stderr F \"hostname\":\"a\",\"msg\":\"boom\"}\n")
    #expect(record.message == "boom")
    #expect(record.writer.pid == 12)
    #expect(record.writer.format == "pino")
  }

  static let prefixes: [(String, String?, String?, Int?)] = [
    ("worker-1  | ", "worker", "worker-1", nil), ("worker_1 | ", "worker", "worker_1", nil),
    ("scheduler   | ", "scheduler", "scheduler", nil),
    ("[pod/shop-7c9f-x/web] ", "web", "shop-7c9f-x", nil), ("0|api      | ", "api", nil, nil),
    ("03:00:00 web.2    | ", "web.2", nil, nil),
    ("[server] ", "server", nil, nil),
    ("shop_web.1.k3v0a9@node-1    | ", "shop_web", "shop_web.1.k3v0a9", nil),
    ("Nov 23 03:00:00 app-1 shop[77]: ", nil, nil, 77),
    ("<134>1 2026-11-23T03:00:00Z app-1 shop 77 - - ", nil, nil, 77),
    ("2026-11-23T03:00:00.000000+00:00 app[worker.3]: ", "worker", "worker.3", nil),
    ("worker-1  | 2026-11-23T03:00:00.123456789Z ", "worker", "worker-1", nil),
    ("\u{1B}[36mworker-1  | \u{1B}[0m", "worker", "worker-1", nil),
    ("Nov 23 03:00:00 app-1 compose[9]: worker-1  | ", "worker", "worker-1", 9),
    ("2026-11-23T03:00:00.0000001Z ", nil, nil, nil),
    ("\u{FEFF}2026-11-23T03:00:00.0000001Z ", nil, nil, nil),
    ("build\tRun it\t2026-11-23T03:00:00.0000001Z ", "build", nil, nil),
    ("shop-web-7c9f6d5b8-kx2lp web ", "web", "shop-web-7c9f6d5b8-kx2lp", nil),
    ("2026-11-23T03:00:00Z app[148ed190b66089] ams [info]", nil, "148ed190b66089", nil),
    ("2026-11-23 03:00:00 worker-1  | ", "worker", "worker-1", nil), ("2026-11-23T03:00:00.123456789Z [err]  ", nil, nil, nil),
    ("#8 1.358 ", nil, "#8", nil), ("web-0 web ", "web", "web-0", nil), ("[@shop/web]: ", "@shop/web", nil, nil),
    ("@shop/web: ", "web", nil, nil), ("[web   ] ", "web", nil, nil), ("1795402800.123456 app-1 shop[77]: ", nil, nil, 77),
  ]

  @Test("prefixes name service, container and pid, and leave the program's own header", arguments: prefixes)
  func prefix(_ prefix: String, _ service: String?, _ container: String?, _ pid: Int?) throws {
    let record = try one(prefix + "2026-11-23 03:00:00,000 - shop.jobs - ERROR - call failed\n")
    #expect(record.message == "call failed")
    #expect(record.level == .error)
    #expect(record.writer.logger == "shop.jobs")
    #expect(record.writer.format == "python-logging")
    #expect(record.writer.service == service)
    #expect(record.writer.container == container)
    #expect(record.writer.pid == pid)
  }

  @Test("a tag that calls a thread by number or name is no service", arguments: [("[thread 2] ", "2"), ("[thread 2 resize] ", "2 resize"), ("[worker-thread 7] ", "7")])
  func threadTag(_ prefix: String, _ thread: String) throws {
    let record = try one(prefix + "call failed\n")
    #expect(record.message == "call failed" && record.writer.thread == thread)
    #expect(record.writer.service == nil && record.writer.pid == nil)
    #expect(try one("[thread pool] call failed\n").writer.thread == nil)
  }

  @Test("svlogd and s6-log stamp each line", arguments: ["2026-11-23_03:00:00.00001 ", "@400000006a025dca05f5e100 "])
  func stamps(_ stamp: String) throws {
    let record = try one(["Traceback (most recent call last):", "  File \"/srv/a.py\", line 4, in <module>", "ValueError: no key"].map { stamp + $0 + "\n" }.joined())
    #expect(record.lines.map(\.text).last == "ValueError: no key" && record.lines.count == 3)
    #expect(record.time != nil)
  }

  @Test("a label of TAI64N is a time of UTC, ten seconds behind")
  func label() throws {
    // 2026-11-23T03:14:00Z is 0x6A026110 seconds from the epoch.
    let seconds = Int64(1_795_403_640)
    let record = try one("@4" + String(repeating: "0", count: 7) + String(seconds + 10, radix: 16) + "1dcd6500 up\n")
    #expect(record.time == Timestamp(nanoseconds: seconds * 1_000_000_000 + 500_000_000, hasZone: true))
    #expect(try one("@4000 up\n").time == nil)
  }

  @Test("a program's name and pid before every line make one record of its traceback")
  func programPrefix() throws {
    let record = try one(
      "crawl[3311]: Traceback (most recent call last):\n"
        + "crawl[3311]:   File \"/srv/crawl/main.py\", line 4, in <module>\n"
        + "crawl[3311]: ValueError: no key\n")
    #expect(record.writer.program == "crawl")
    #expect(record.writer.pid == 3311)
    #expect(record.lines.count == 3)
  }

  @Test("a pid of the record is inner, a differing one of the envelope is outer")
  func outerPid() throws {
    let record = try one(
      "Nov 23 03:00:00 app-1 gunicorn[70]: [2026-11-23 03:00:00 +0000] [77] [INFO] Booting worker\n")
    #expect(record.writer.pid == 77)
    #expect(record.writer.outerPid == 70)
    #expect(record.writer.host == "app-1")
    #expect(record.writer.program == "gunicorn")
  }

  @Test("journald's JSON: unit, message as bytes, several lines in one message")
  func journal() throws {
    let bytes = Array(
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: boom".utf8)
    let record = try one(
      #"{"__REALTIME_TIMESTAMP":"1795402800000000","_PID":"31","_SYSTEMD_UNIT":"shop.service","_HOSTNAME":"app-1","SYSLOG_IDENTIFIER":"python","PRIORITY":"3","MESSAGE":["#
        + bytes.map(String.init).joined(separator: ",") + "]}\n")
    #expect(record.lines.map(\.text).last == "ValueError: boom")
    #expect(record.lines.count == 3)
    #expect(record.writer.service == "shop")
    #expect(record.writer.host == "app-1")
    #expect(record.writer.pid == 31)
    #expect(record.level == .error)
  }

  @Test("journald's export: fields over several lines make one record")
  func export() throws {
    let record = try one(
      "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1795402800000000\n_PID=31\n_HOSTNAME=app-1\n_SYSTEMD_UNIT=shop.service\n"
        + "MESSAGE=2026-11-23 03:00:00,000 - shop - ERROR - a=b failed\n\n")
    #expect(record.message == "a=b failed")
    #expect(record.writer.service == "shop")
    #expect(record.writer.pid == 31)
    #expect(record.place.offset == 0)
  }

  @Test("PM2's JSON names the app, and its number is no pid")
  func pm2() throws {
    let record = try one(
      #"{"message":"2026-11-23T03:00:00.000Z ERROR digest failed\n","timestamp":"2026-11-23T03:00:00.001Z","type":"err","process_id":3,"app_name":"digest"}"#
    )
    #expect(record.writer.service == "digest")
    #expect(record.writer.pid == nil)
    #expect(record.writer.constants == [.init(name: "pm_id", value: "3")])
    #expect(record.level == .error)
  }

  @Test("collectors' objects name service, container, host and pid, and leave the program's own header", arguments: [
    (#""agent":{"type":"filebeat"},"log":{"file":{"path":"/var/log/web.log"}},"container":{"id":"9f8e"},"host":{"name":"app-1"},"message""#, "/var/log/web.log", "9f8e", "app-1", nil),
    (#""HostInstanceId":"4f1c","FunctionName":"Digest","ProcessId":77,"Message""#, "Digest", "4f1c", nil, 77),
    (#""tags":{"deploymentId":"4f1c","serviceId":"web"},"timestamp":"2026-11-23T03:00:00Z","message""#, "web", "4f1c", nil, nil),
    (#""labels":[{"name":"resource","value":"srv-web"},{"name":"instance","value":"srv-web-kx2lp"}],"timestamp":"2026-11-23T03:00:00Z","message""#, "srv-web", "srv-web-kx2lp", nil, nil),
    (#""container_id":"9f8e","container_name":"/web","host":"app-1","log""#, "web", "9f8e", "app-1", nil),
  ] as [(String, String?, String?, String?, Int?)])
  func collectors(_ members: String, _ service: String?, _ container: String?, _ host: String?, _ pid: Int?) throws {
    let record = try one("{" + members + #":"2026-11-23 03:00:00,000 - shop.jobs - ERROR - call failed"}"# + "\n")
    #expect(record.message == "call failed" && record.writer.format == "python-logging" && record.level == .error)
    #expect(record.writer.service == service && record.writer.container == container)
    #expect(record.writer.host == host && record.writer.pid == pid)
  }

  @Test("a stack that a shipper's object holds beside the message stands below it, and a stream of Loki has all of its lines")
  func stacks() throws {
    let shipped = #"{"@timestamp":"2026-11-23T03:00:00Z","agent":{"type":"filebeat"},"log":{"level":"error"},"message":"call failed","error":{"stack_trace":"Error: no\n    at f (/a.js:1:1)"}}"#
    #expect(try one(shipped).lines.map(\.text) == ["call failed", "Error: no", "    at f (/a.js:1:1)"])
    let stream = #"{"stream":{"app":"web"},"values":[["1795402800000000000","Error: no"],["1795402800000000001","    at f (/a.js:1:1)"]]}"#
    #expect(try one(stream).lines.count == 2)
  }

  @Test("what a build tells of a step keeps its number where a command is told, and frames of PHP are none")
  func buildStep() throws {
    #expect(try one("#11 0.671 > node dist/build.js\n").message == "#11 0.671 > node dist/build.js")
    #expect(try one("#8 [4/5] RUN npm run build\n").writer.container == "#8")
    for frame in ["#0 /srv/a.php(3): f()", "#1 [internal function]: f()", "#2 {main}"] { #expect(try one(frame + "\n").writer.container == nil) }
  }

  @Test("a section of tail switches the source")
  func sections() {
    let records = Reading.records(of: "==> web.log <==\nINFO: up\n\n==> worker.log <==\nINFO: up too\n")
    #expect(records.map(\.writer.source) == ["web.log", "worker.log"])
    #expect(records.map(\.place.source) == ["test.log", "test.log"])
  }

  @Test("Lambda: request as thread, a traceback folded by carriage returns")
  func lambda() throws {
    let records = Reading.records(
      of:
        "2026-11-23T03:00:00.000Z\tSTART RequestId: 2e0f8493-fc78-4f6b-b6db-f755e6a2f696 Version: $LATEST\n"
        + "2026-11-23T03:00:00.001Z\t[INFO]\t2026-11-23T03:00:00.001Z\t2e0f8493-fc78-4f6b-b6db-f755e6a2f696\tmail 17\n"
        + "2026-11-23T03:00:00.002Z\t[ERROR] ValueError: boom\rTraceback (most recent call last):\r\u{A0}\u{A0}File \"/a.py\", line 3, in f\n"
    )
    #expect(records.map(\.writer.format) == ["lambda-platform", "lambda-python", "bracketed-level"])
    #expect(records[1].writer.thread == "2e0f8493-fc78-4f6b-b6db-f755e6a2f696")
    #expect(
      records[2].lines.map(\.text) == [
        "ValueError: boom", "Traceback (most recent call last):", "  File \"/a.py\", line 3, in f",
      ])
  }

  @Test("lines without a prefix go on with the line before, where they cannot stand alone")
  func untagged() {
    let records = Reading.records(
      of:
        "[jobs] job 17 failed: Error: boom\n    at run (/srv/jobs.js:3:1)\n    at main (/srv/jobs.js:9:1)\n[jobs] job 18 ok\n"
    )
    #expect(records.count == 2)
    #expect(records[0].lines.count == 3)
    #expect(records[0].writer.service == "jobs")
  }

  @Test(
    "words that open a dump, name a level or hold a time are no tags",
    arguments: [
      "[stacktrace]", "[info] up", "[cause]: x", "[2026-11-23 03:00:00] up", "[log_ab12] post",
      "[job 17] done", "[4f1c9a02-aaaa-bbbb] Started",
      "WARN | 2026-11-23 03:00:00 | slow",
    ])
  func noTags(_ line: String) {
    #expect(Reading.records(of: line).allSatisfy { $0.writer.service == nil })
  }
}
