import Culprit
import Testing

/// Lives of one pid and of one program, and threads that are given an environment of their own.
@Suite struct GenerationTests {
  private typealias Log = InventedLog
  private static let refusal = Log.incorrect(Log.masked)

  private func generations(_ log: InventedLog, pid: Int) -> [Int] {
    log.report.processes.filter { $0.pid == pid }.map(\.generation).sorted()
  }

  @Test("a container's program that is started again has the pid of before, and a life of its own")
  func container() {
    let start = "worker-1  | 2026-03-02 10:00:0%d,120 [1] INFO shop: worker.py started pid=1\n"
    func at(_ second: Int, _ text: String, level: String = "INFO") -> String { "worker-1  | 2026-03-02 10:00:0\(second),120 [1] \(level) shop: \(text)\n" }
    let first = start.replacing("%d", with: "0") + at(1, "job 1 done")
    let second = start.replacing("%d", with: "4") + at(5, "job 2 failed: " + String(Self.refusal.dropLast()), level: "ERROR")
    let log = Log(first + second)
    #expect(generations(log, pid: 1) == [1, 2])
    let report = log.report
    #expect(report.incidents.count == 1)
    let member = report.incidents.first?.processes.first
    #expect(report.processes.first { $0.id == member?.id }?.generation == 2)
    // Two banners with nothing between them are those of one life.
    #expect(generations(Log(start.replacing("%d", with: "0") + start.replacing("%d", with: "1") + at(2, "job 1 done")), pid: 1) == [1])
  }

  @Test("a pid that another program was given later is two processes")
  func otherProgram() {
    let log = Log.line(0, 4121, "mailer.py started pid=4121") + Log.line(1, 4121, "mail 1 sent") + Log.bare(2) + "INFO child pid=4121 exited with code 0\n"
      + Log.line(3, 4121, "digest.py started pid=4121") + Log.line(4, 4121, "digest 2 failed: " + Self.refusal, level: "ERROR")
    let processes = Log(log).report.processes.filter { $0.pid == 4121 }
    #expect(processes.map(\.generation).sorted() == [1, 2])
    #expect(processes.first { $0.generation == 2 }?.entrypoint == "digest.py")
    #expect(processes.first { $0.generation == 1 }?.entrypoint == "mailer.py")
  }

  @Test("a line for each job begins no lives")
  func jobs() {
    let log = (0..<8).map { Log.line($0, 4121, "running job \($0) in process 4121") + Log.line($0, 4121, "job \($0) done") }.joined()
    #expect(generations(Log(log + Log.line(9, 4121, "job 9 failed: " + Self.refusal, level: "ERROR")), pid: 4121) == [1])
  }

  @Test("a program that a runner starts again with another pid is its next life, one beside it is none")
  func restarted() {
    func spawn(_ second: Int, _ name: String, _ pid: Int) -> String { Log.bare(second) + "INFO spawned: '\(name)' with pid \(pid)\n" }
    let log = spawn(0, "pier", 4121) + spawn(0, "quay", 4122) + Log.bare(1) + "WARN exited: pier (exit status 1; not expected)\n" + spawn(2, "pier", 4180)
    #expect(generations(Log(log, source: "supervisord.log"), pid: 4121) == [1])
    #expect(generations(Log(log, source: "supervisord.log"), pid: 4180) == [2])
    #expect(generations(Log(log, source: "supervisord.log"), pid: 4122) == [1])
  }

  // MARK: - Threads

  private static let loom = """
    loom 31219 weaving with loom.mjs
    [thread 1 warp] OPENAI_API_KEY present
    [thread 1 warp] cloth 0 done
    [thread 2 weft] OPENAI_API_KEY missing
    [thread 2 weft] cloth 0 failed Error: OPENAI_API_KEY is not set
        at file:///srv/loom/loom.mjs:14:46

    """

  @Test("of two threads of a pid the one that lacks what the other has is set apart, with its process as parent")
  func threads() throws {
    let report = Log(Self.loom).report
    let incident = try #require(report.incidents.first)
    #expect(report.incidents.count == 1 && incident.subcause == "not-inherited")
    let process = try #require(report.processes.first { $0.id == incident.processes.first?.id })
    #expect(process.pid == 31219 && process.thread == "2 weft")
    let parent = try #require(report.processes.first { $0.id == process.parent })
    #expect(parent.pid == 31219 && parent.thread == nil)
  }

  @Test("threads that all lack it are one process")
  func allLack() {
    let log = Log(Self.loom).replacing("OPENAI_API_KEY present", by: "OPENAI_API_KEY missing")
    #expect(log.report.processes.count { $0.pid == 31219 } == 1)
  }

  @Test("the thread in which alone a process fails is told; the main one, and the id of a request, are none")
  func told() throws {
    func thread(_ name: String) throws -> String? {
      let log = Log("[2026-03-02 10:00:00,120] [PID 4121] [\(name)] [shop.worker] [ERROR] job 3 failed: " + Self.refusal)
      return try #require(log.report.processes.first { $0.pid == 4121 }).thread
    }
    #expect(try thread("Thread-4") == "Thread-4")
    #expect(try thread("MainThread") == nil)
    #expect(try thread("2e0f8493-fc78-4f6b-b6db-f755e6a2f696") == nil)
  }
}
