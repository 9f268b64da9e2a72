import CulpritIntake
import Testing

/// Which numbers of a line's head may be pids.
@Suite struct HeadNumberTests {
  private func record(_ line: String) throws -> Record { try #require(Reading.records(of: line + "\n").first) }

  @Test(
    "a number in the head may be a pid, however it is joined to a name",
    arguments: [
      "2026-11-23 03:00:00,123 ERROR [worker-1 4312] job failed", "2026-11-23 03:00:00,123 ERROR [worker@app-1:4312] job failed",
      "2026-11-23 03:00:00,123 ERROR worker/4312 job failed", "2026-11-23 03:00:00,123 ERROR worker#4312: job failed",
      "2026-11-23 03:00:00,123 ERROR worker(4312) job failed", "2026-11-23 03:00:00,123 ERROR worker_4312: job failed",
      "2026-11-23 03:00:00,123 worker@4312 ERROR job failed", "2026-11-23 03:00:00,123 [ERROR] [worker-1/4312] job failed",
      "2026-11-23 03:00:00,123 ERROR {4312} job failed", "[2026-11-23 03:00:00,123][4312][MainThread][ERROR] job failed",
      "4312 2026-11-23 03:00:00,123 ERROR job failed", "[4312] 2026-11-23 03:00:00,123 ERROR job failed",
      "2026-11-23 03:00:00.123 | ERROR    | MainProcess:4312 | app.worker:run:31 - job failed", "2026-11-23T03:00:00.123Z worker 4312: job failed",
      "[worker:4312] job failed", "[worker#4312] job failed", "[worker/4312] job failed", "[4312] job failed", "(4312) job failed",
      "<4312> job failed", "worker(4312): job failed", "Worker 4312: job failed", "[Worker-4312] job failed", "2026/11/23 03:00:00 [4312] job failed",
      "★ fr#4312/MainThread job failed", "✖ fr@4312/tr_1 job failed", "🚀 [worker 4312] job failed", "triage 4312 >> job failed", "triage 4312 | job failed",
      "triage@4312: job failed", "2026-11-23 03:00:00,123 ERROR 4312 app: job failed", "triage 4312 — job failed",
      "|4312|ERROR|job failed", "~4312~ job failed", "[worker][4312][ERROR] job failed", "[ERROR] [worker] [4312] job failed", "P4312 2026-11-23 03:00:00,123 job failed",
      "E  4312 worker » job failed", "4312 ERROR job failed", "worker.4312 job failed", "worker-2 (4312) job failed", "worker 4312> job failed", "» 4312 job failed",
      "2026-11-23 03:00:00,123;4312;ERROR;job failed", "2026-11-23 03:00:00,123 | 4312/MainThread | job failed", "worker-1-4312 | job failed",
      "2026-11-23 03:00:00,123 worker-1(4312) ERROR job failed", "2026-11-23 03:00:00,123 ERROR job failed (4312)", "ERROR job failed [4312]", "job failed (4312)",
    ])
  func candidates(_ line: String) throws {
    let record = try record(line)
    #expect(record.writer.pid == nil)
    #expect(record.numbers.map(\.value).contains(4312))
  }

  @Test(
    "where it is called a pid it is one",
    arguments: [
      "[pid:4312] job failed", "[pid 4312] job failed", "[PID=4312] job failed", "pid=4312 job failed", "2026-11-23 03:00:00,123 ERROR (pid 4312) job failed",
      "2026-11-23 03:00:00,123 [pid:4312] [ERROR] job failed", "App 4312 output: job failed", "worker[4312] 2026/11/23 03:00:00 job failed",
      "ERROR:shop.worker:4312:job failed", "[2026-11-23 03:00:00,123] p4312 {/srv/worker.py:31} ERROR - job failed",
      "2026-11-23 03:00:00 app-1 shop.worker[4312] ERROR job failed", "2026-11-23 03:00:00,123 ERROR 4312 [-/127.0.0.1/-/1ms GET /] job failed",
      "[2026-11-23T03:00:00.123Z] ERROR app-1-4312/WORKER: job failed", "** [03:00:00 2026-11-23] 4312: job failed",
      #"{"level":"error","message":"job failed","metadata":{"pid":4312}}"#, #"{"level":"error","message":"job failed","os":{"pid":4312}}"#,
      "level=error worker_pid=4312 msg=failed", "ERROR:worker.py:1079:4312:job failed", #"{"@message":"job failed","@fields":{"pid":4312,"level":"error"}}"#,
    ])
  func named(_ line: String) throws { #expect(try record(line).writer.pid == 4312) }

  @Test(
    "versions, addresses, files, members of pools and numbers of work are none",
    arguments: [
      "2026-11-23 03:00:00,123 ERROR [pool-1-thread-4] failed", "2026-11-23 03:00:00,123 ERROR worker.py:431 failed", "2026-11-23 03:00:00 INFO 127.0.0.1:5000 answered",
      "2026-11-23 03:00:00 INFO 1.2.345 started", "[job 4312] failed", "[job:4312] failed", "2026-11-23 03:00:00 INFO job 4312: failed", "2026-11-23 03:00:00 INFO order#4312: failed",
      "2026-11-23 03:00:00 INFO 12 pages stored", "2026-11-23 03:00:00 INFO took 4312 ms",
      "order 4312 -> job failed", "day 4312 | job failed", "stored 4312 pages", "★ 4312 pages stored", "v1#4312/7 pages stored", "balance 4312 >>",
      "stored all pages (431)", "f(4312)", "pages 1,2 (of 4312)", "| 4312 | 17 |", "job 4312> failed", #"{"level":"info","message":"up","child":{"pid":4312}}"#,
    ])
  func others(_ line: String) throws {
    let record = try record(line)
    #expect(record.writer.pid == nil && record.numbers.isEmpty, "\(record)")
  }

  @Test("what stands at one place of heads has one place, whatever the line says")
  func places() throws {
    let lines = ["2026-11-23 03:00:00,123 ERROR [worker-1 4312] job failed", "2026-12-01 13:00:00,999 INFO [web 4100] up"]
    let numbers = try lines.map { try #require(record($0).numbers.first) }
    #expect(numbers[0].place == numbers[1].place && numbers[0].name != numbers[1].name)
    let other = try #require(record("2026-11-23 03:00:00,123 ERROR {4312} job failed").numbers.first)
    #expect(other.place != numbers[0].place)
  }
}
