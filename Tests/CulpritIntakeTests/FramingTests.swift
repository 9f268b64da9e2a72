import CulpritIntake
import CulpritJSON
import Testing

struct FramingTests {
  @Test("a traceback belongs to the error before it, the next header ends it")
  func traceback() {
    let records = Reading.records(
      of: """
        2026-11-23 03:00:00,000 - shop - ERROR - job failed
        Traceback (most recent call last):
          File "/srv/a.py", line 3, in f
            g()
        KeyError: 'x'

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "/srv/a.py", line 5, in f
            raise JobError("no") from e
        shop.JobError: no
        2026-11-23 03:00:01,000 - shop - INFO - next

        """)
    #expect(records.map(\.message.firstPart) == ["job failed", "next"])
    #expect(records[0].lines.count == 12)
  }

  @Test("Rust's report ends where a line at column 0 begins another one, also behind another process's line")
  func rustReports() {
    let report = "Error: lane 7 stopped\n\nCaused by:\n    0: no pilot\n    1: 401\n"
    let banner = "2026-11-23T06:42:07.884844Z  INFO pilotd: pilotd pid=43"
    let records = Reading.records(of: banner + "12\n" + report + banner + "13\n" + report)
    #expect(records.map(\.lines.count) == [1, 5, 1, 5])
  }

  @Test("sentences below the head of an error are its message, in a log with headers; what has a number is not")
  func messageOfLines() {
    let records = Reading.records(
      of: """
        11-24 00:20:31.447 | ERROR | shard-0(24498) | tide 9 lost
        Traceback (most recent call last):
          File "/srv/a.py", line 3, in f
            g()
        ValueError: No key found.
        Please set the variable or pass it by hand.

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "/srv/a.py", line 5, in f
            raise ValueError(text)
        ValueError:\u{20}
        ******
        Could not load the model that was asked for.
        ******
        Worker 3 is up, pid 24499
        11-24 00:20:31.642 | INFO  | shard-1(24499) | next

        """)
    #expect(records.map(\.lines.count) == [16, 1, 1])
  }

  @Test("the values that loguru draws below a line of code belong to the traceback")
  func loguruValues() {
    let records = Reading.records(
      of: """
        2026-11-23 20:15:40.304 | ERROR    | __main__:<module>:12 - tide 9 lost
        Traceback (most recent call last):

        > File "/srv/tides/tides.py", line 9, in <module>
            answer = client.ask(tide)
                     │      │   └ 'T-9'
                     │      └ <function Client.ask at 0x7fd34c021300>
                     └ <tides.Client object at 0x7fd34c208850>

          File "/srv/tides/client.py", line 4, in ask
            raise Refused(401)
                  └ <class 'tides.Refused'>

        tides.Refused: 401
        2026-11-23 20:15:41.304 | INFO     | __main__:<module>:12 - next

        """)
    #expect(records.map(\.message.firstPart) == ["tide 9 lost", "next"])
    #expect(records[0].lines.count == 14)
  }

  @Test("what multiprocessing prints of a child that crashed is one record of that child")
  func crashedChild() throws {
    let records = Reading.records(
      of: """
        [INFO/MainProcess] starting
        Process tile-east:
        Traceback (most recent call last):
          File "/srv/a.py", line 3, in f
            g()
        KeyError: 'x'
        [INFO/tile-east] process exiting with exitcode 1

        """)
    #expect(records.map(\.writer.thread) == ["MainProcess", "tile-east", "tile-east"])
    #expect(records.map(\.lines.count) == [1, 5, 1])
    #expect(records[0].level == .info && records[0].writer.service == nil)
  }

  @Test("a traceback goes to the failure above it, whoever else waits for more")
  func nearestFailure() {
    let records = Reading.records(
      of: """
        Process worker-0:
          + Exception Group Traceback (most recent call last):
          |   File "/srv/a.py", line 3, in f
          | ExceptionGroup: two (1 sub-exception)
          +-+---------------- 1 ----------------
            | KeyError: 'x'
            +------------------------------------
        2026-11-23 03:00:00,001 [12] ERROR shop: job failed
        Traceback (most recent call last):
          File "/srv/b.py", line 3, in g
            h()
        ValueError: y

        """)
    #expect(records.map(\.lines.count) == [7, 5])
  }

  @Test("an error with frames below it goes on to the one that it carries")
  func carrier() {
    let records = Reading.records(
      of: """
        ray.exceptions.RayTaskError: ray::mast() (pid=32573, ip=127.0.0.1)
          File "/srv/raft.py", line 11, in mast
            return call()
        shop.MastError: broken
        planks 3

        """)
    #expect(records.map(\.lines.count) == [4, 1])
  }

  @Test("lines of two writers are told apart by what each waits for")
  func interleaved() {
    let records = Reading.records(
      of: """
        2026-11-23 03:00:00,000 [11] ERROR shop: job failed
        Traceback (most recent call last):
          File "/srv/a.py", line 3, in f
        2026-11-23 03:00:00,001 [12] INFO shop: fine
            g()
        KeyError: 'x'
        2026-11-23 03:00:01,000 [11] INFO shop: next

        """)
    #expect(records.map(\.writer.pid) == [11, 12, 11])
    #expect(records[0].lines.map(\.text).last == "KeyError: 'x'")
    #expect(records[1].lines.count == 1)
  }

  @Test("containers that interleave line by line keep their own stacks")
  func containers() {
    let records = Reading.records(
      of: """
        a-1  | Error: one
        b-1  | Error: two
        a-1  |     at f (/srv/a.js:1:1)
        b-1  |     at g (/srv/b.js:1:1)
        a-1  | INFO: done

        """)
    #expect(records.map(\.lines.count) == [2, 2, 1])
    #expect(records.map(\.writer.service) == ["a", "b", "a"])
  }

  @Test("two writes on one line are cut at the second header")
  func collision() {
    let records = Reading.records(
      of: "2026-11-23T03:00:00.000001Z [info     ] ready       process=6066"
        + "2026-11-23T03:00:00.000002Z [info     ] ready       process=6065\n\n")
    #expect(records.map(\.writer.pid) == [6066, 6065])
    let objects = Reading.records(
      of:
        #"{"level":30,"time":1795402800000,"pid":1,"msg":"a"}{"level":30,"time":1795402800001,"pid":2,"msg":"b"}"#
    )
    #expect(objects.map(\.message) == ["a", "b"])
  }

  @Test("a date within a message cuts nothing")
  func quotedDate() {
    let line =
      "2026-11-23 03:00:00 INFO job due at 2026-11-23 03:00:00 INFO queued, file=2026-11-23 03:00:00 INFO x\n"
    #expect(Reading.records(of: line).count == 1)
  }

  @Test("a box is one record; a word broken at its edge is whole again, wrapped lines are one")
  func panel() throws {
    let records = Reading.records(
      of: """
        2026-11-23 03:00:00,000 [485] INFO crew: working
        ╭──────── ❌ LLM Error ────────╮
        │                              │
        │  Error: Incorrect API key    │
        │  provided:                   │
        │  sk-proj-abcdefghijklmnopqr  │
        │  stuvwxyz. Look there        │
        │                              │
        ╰──────────────────────────────╯

        plain words

        """)
    #expect(records.count == 3)
    let panel = try #require(records.dropFirst().first)
    #expect(panel.panelTitle == "❌ LLM Error")
    #expect(
      panel.message == "Error: Incorrect API key provided: sk-proj-abcdefghijklmnopqrstuvwxyz. Look there")
    #expect(panel.writer.pid == 485)
    #expect(panel.isUncertain)
  }

  @Test("a box that begins behind another's words is still a box")
  func boxCollision() {
    let records = Reading.records(of: "see below.╭── Error ──╮\n│ no      │\n╰─────────╯INFO: next\n")
    #expect(records.map(\.message) == ["see below.", "no", "next"])
    #expect(records.map(\.panelTitle) == [nil, "Error", nil])
  }

  @Test("Go's functions at column 0 belong to the error before them, and to nothing else")
  func symbols() {
    let stack = "main.run\n\t/srv/main.go:12\nnet/http.(*conn).serve\n\t/usr/go/server.go:3\n"
    #expect(Reading.records(of: "ERROR: no\n" + stack + "INFO: next\n").map(\.lines.count) == [5, 1])
    #expect(Reading.records(of: "INFO: up\nsrc/app.js\n").count == 2)
  }

  @Test("java.util.logging's two lines are one header")
  func twoLineHeader() throws {
    let records = Reading.records(
      of:
        "Nov 23, 2026 3:00:00 AM io.shop.Jobs run\nSEVERE: call failed\nio.shop.JobException: no\n\tat io.shop.Jobs.run(Jobs.java:3)\n"
    )
    #expect(
      records.map(\.message) == [
        "call failed\nio.shop.JobException: no\n\tat io.shop.Jobs.run(Jobs.java:3)"
      ])
    #expect(records.first?.level == .error)
    #expect(records.first?.writer.logger == "io.shop.Jobs")
  }

  @Test("an object over several lines has the fields of one on a line")
  func objectOverLines() throws {
    let records = Reading.records(
      of:
        "{\n  \"level\": \"error\",\n  \"message\": \"call failed\",\n  \"pid\": 12,\n  \"timestamp\": \"2026-11-23T03:00:00Z\"\n}\nup\n"
    )
    #expect(records.map(\.message) == ["call failed", "up"])
    #expect(records.first?.writer.pid == 12)
    #expect(records.first?.level == .error)
    #expect(records.first?.structure?["message"]?.string == "call failed")
  }

  @Test("rich's columns: a blank time is a header, the place at the right edge is no text")
  func rich() {
    let records = Reading.records(
      of: """
        [11/23/26 03:54:37] INFO     worker ready, pid 4711                 worker.py:12
                            ERROR    call failed: Error code: 401 - Incor   worker.py:31
                                     rect key given

        """)
    #expect(
      records.map(\.message) == [
        "worker ready, pid 4711", "call failed: Error code: 401 - Incor rect key given",
      ])
    #expect(records.map(\.level) == [.info, .error])
    #expect(records[0].time == records[1].time)
  }

  static let crashes = [
    "/srv/app/server.js:90\n    throw new Error('no');\n    ^\n\nError: no\n    at f (/srv/app/server.js:90:11)\n\nNode.js v22.1.0\n",
    " 8 | try {\n 9 |   throw new JobError(x);\n         ^\nJobError: no\n      at /srv/a.ts:9:3\n\n39 | if (x)\n40 |   throw y\n      ^\nerror: 401 no\n      at g (/srv/b.ts:40:1)\n",
    "panic: boom: 401\n\ngoroutine 1 [running]:\nmain.run(...)\n\t/srv/main.go:12 +0x1d\nmain.main()\n\t/srv/main.go:5 +0x1d\nexit status 2\n",
    "Exception in thread \"main\" io.shop.JobException: no\n\tat io.shop.Main.main(Main.java:3)\nCaused by: java.io.IOException: 401\n\t... 1 more\n",
    "thread 'main' panicked at src/main.rs:4:5:\n   boom\nstack backtrace:\n   0: rust_begin_unwind\n",
  ]

  @Test("a crash is one record", arguments: crashes)
  func crash(_ text: String) {
    let records = Reading.records(of: "INFO: before\n" + text + "INFO: after\n")
    #expect(records.map(\.message.firstPart).first == "before")
    #expect(records.map(\.message.firstPart).last == "after")
    #expect(records.count == 3, "\(records)")
  }

  @Test("text at column 0 after a finished record is a record of its own")
  func column0() {
    #expect(Reading.records(of: "started\nlistening on 3000\nGET / 200\n").count == 3)
    #expect(Reading.records(of: "2026-11-23 03:00:00 INFO up\nlistening\n").count == 2)
  }

  @Test("an error that follows a record below warning stands alone")
  func errorAfterInformation() {
    #expect(
      Reading.records(of: "2026-11-23 03:00:00 INFO up\nError: no\n    at f (/a.js:1:1)\n").count == 2)
    #expect(
      Reading.records(of: "2026-11-23 03:00:00 ERROR up\nError: no\n    at f (/a.js:1:1)\n").count == 1)
  }

  @Test("names of fields follow a validation error")
  func validation() {
    let text = """
      2026-11-23 03:00:00,000 - shop - ERROR - boot failed
      Traceback (most recent call last):
        File "/srv/a.py", line 3, in f
      pydantic_core.ValidationError: 1 validation error for Settings
      openai_api_key
        Field required [type=missing]
      ready to serve

      """
    #expect(Reading.records(of: text).map(\.lines.count) == [6, 1])
  }

  @Test("a record ends at the limits of lines, bytes and time, and says so")
  func limits() {
    var options = Reading.all
    options.recordLines = 3
    let text = "ERROR: no\n" + String(repeating: "    at f\n", count: 7)
    let records = Reading.records(of: Array(text.utf8), options: options)
    #expect(records.first?.lines.count == 3)
    #expect(records.first?.isCut == true)
    #expect(records.flatMap(\.lines).count == 8)
    let late = Reading.records(
      of:
        "2026-11-23T03:00:00.000000000Z stdout F ERROR: no\n2026-11-23T03:00:09.000000000Z stdout F     at f\n"
    )
    #expect(late.map(\.isCut) == [true, false])
    #expect(late.map(\.isUncertain) == [false, true])
  }

  @Test("empty input, no newline at the end, CR LF, invalid UTF-8, NULs and a UTF-16 source")
  func bytes() {
    #expect(Reading.records(of: "").isEmpty)
    #expect(Reading.records(of: "\n\n").isEmpty)
    #expect(Reading.records(of: "INFO: a\r\nINFO: b").map(\.message) == ["a", "b"])
    #expect(
      Reading.records(of: [0x49, 0x4E, 0x46, 0x4F, 0x3A, 0x20, 0xFF, 0x61, 0x00]).map(\.message) == [
        "\u{FFFD}a"
      ])
    let wide = Array("INFO: grüße\nINFO: 👍\n".utf16)
    let little =
      [0xFF, 0xFE] + wide.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for size in [1, 3, 1_000] {
      #expect(Reading.records(of: little, pieces: size).map(\.message) == ["grüße", "👍"])
    }
    let big = wide.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(Reading.records(of: big).map(\.message) == ["grüße", "👍"])
  }

  @Test("a line of 3 MB is broken and counted, and its end is still seen")
  func longLine() {
    let text = "INFO: a\n" + String(repeating: "x", count: 3 << 20) + " api_key refused\nINFO: b\n"
    let (records, coverage) = Reading.reading(of: Array(text.utf8), pieces: 100_000)
    #expect(records.map(\.message.firstPart.count).max() ?? 0 <= 2 << 20)
    #expect(records.last?.message == "b")
    #expect(coverage.longLines > 0)
    #expect(records.contains { $0.message.hasSuffix("api_key refused") })
  }
}

extension String {
  var firstPart: String { String(prefix { $0 != "\n" }) }
}
