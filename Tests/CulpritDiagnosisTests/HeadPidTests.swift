import Culprit
import Testing

/// Which numbers of heads are pids, seen from all of a log.
@Suite struct HeadPidTests {
  private typealias Log = InventedLog
  private static let refusal = Log.incorrect(Log.masked)

  /// A log of two programs whose lines begin so; the second one fails.
  private func log(_ head: (_ second: Int, _ name: String, _ pid: Int) -> String, _ pids: [Int] = [4100, 4312]) -> Log {
    var text = ""
    for second in 0..<4 {
      text += head(second, "web", pids[0]) + "request \(second) answered\n" + head(second, "worker", pids[1]) + "job \(second) done\n"
    }
    return Log(text + head(5, "worker", pids[1]) + "job 5 failed: " + Self.refusal)
  }

  private func pids(_ log: Log) -> [Int?] { log.report.incidents.flatMap { $0.processes.map(\.pid) } }

  struct Head: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: @Sendable (Int, String, Int) -> String
    init(_ name: String, _ text: @escaping @Sendable (Int, String, Int) -> String) { (testDescription, self.text) = (name, text) }
  }

  static let heads: [Head] = [
    Head("in a bracket with a name") { "\(Log.bare($0))INFO [\($1)-1 \($2)] " }, Head("with a host") { "\(Log.bare($0))INFO [\($1)@app-1:\($2)] " },
    Head("before the time") { "\($2) \(Log.bare($0))INFO " }, Head("behind a slash") { "\(Log.bare($0))INFO \($1)/\($2) " },
    Head("behind an underscore") { "\(Log.bare($0))INFO \($1)_\($2): " }, Head("in braces") { "\(Log.bare($0))INFO {\($2)} " },
    Head("of threads too") { "\(Log.bare($0))[\($2):13980\($2)] INFO " }, Head("as a tag") { _, name, pid in "[\(name):\(pid)] " },
    Head("behind rich's columns, with the time and without") { second, _, pid in
      (second % 2 == 0 ? "[03:56:0\(second)] " : String(repeating: " ", count: 11)) + "INFO     \(pid) "
    },
    Head("as a number in brackets") { "[\($2)] " }, Head("in parentheses behind a name") { "\($1)(\($2)): " }, Head("behind a word") { "\(Log.bare($0))\($1) \($2): " },
    Head("between bars") { "|\($2)|INFO|" }, Head("behind a name and a dash, before a bar") { "\($1)-\($2) | " }, Head("in parentheses beside a name") { "\($1)-1 (\($2)) " },
    Head("between semicolons") { "2026-03-02 10:00:0\($0),120;\($2);INFO;" }, Head("before a thread") { "2026-03-02 10:00:0\($0),120 | \($2)/MainThread | " },
  ]

  @Test("numbers before several sentences of few programs are pids", arguments: heads)
  func found(_ head: Head) { #expect(pids(log(head.text)) == [4312]) }

  @Test("numbers that end lines are, where each comes with several sentences; sizes are not")
  func tails() {
    let names = [("web", 4100, "request"), ("worker", 4312, "job")]
    let lines = (0..<4).flatMap { second in names.map { Log.bare(second) + "INFO \($2) \(second) \(second % 2 == 0 ? "done" : "put away") (\($1))\n" } }.joined()
    #expect(pids(Log(lines + Log.bare(5) + "ERROR job 5 failed: \(Self.refusal.dropLast()) (4312)\n")) == [4312])
    let sizes = (0..<8).map { Log.bare($0) + "INFO page \($0) stored (\(2048 + 17 * $0))\n" }.joined()
    #expect(pids(Log(sizes + Log.bare(9) + "ERROR page 9 failed: \(Self.refusal.dropLast()) (2048)\n")) == [nil])
  }

  @Test("ports, statuses, and lines of source files are none")
  func others() {
    #expect(pids(log({ _, name, pid in "[\(name):\(pid)] " }, [3000, 8080])) == [nil])
    #expect(pids(log({ _, _, number in "[\(number)] " }, [200, 500])) == [nil])
    let lines = (0..<9).map { Log.bare($0) + "INFO [report:\([1120, 1133, 1151][$0 % 3])] \(["begin", "part done", "saved"][$0 % 3])\n" }.joined()
    #expect(pids(Log(lines + Log.bare(11) + "ERROR [report:1160] part failed: " + Self.refusal)) == [nil])
  }

  @Test("numbers of work come with the same few sentences, each once")
  func work() {
    let lines = (0..<6).map { "[\(4700 + $0)] received\n[\(4700 + $0)] stored\n" }.joined()
    #expect(pids(Log(lines + "[4711] lost: " + Self.refusal)) == [nil])
  }

  @Test("a parent that begins lines with its children's pids is none of them")
  func children() {
    let lines = Log.bare(0) + "INFO pool.py ready pid=4100\n" + (0..<3).map { Log.bare($0) + "INFO reader-\($0) (431\($0)) spawned\n" }.joined()
      + Log.bare(4) + "INFO reader-1 (4311) left with code 1\n"
    let report = Log(lines + Log.bare(5) + "ERROR reader-1 (4311) failed: " + Self.refusal).report
    #expect(report.processes.first { $0.pid == 4100 }?.entrypoint == "pool.py")
  }

  // MARK: - Who wrote a record without a pid

  @Test("a program whose headers always print its pid wrote no record of another header")
  func foreign() {
    let shop = (0..<4).map { "2026-03-02T10:00:0\($0)Z INFO api - request \($0)\n" }.joined()
    let foreign = (0..<4).map { Log.line($0, 4100, "item \($0) done") }.joined()
    #expect(pids(Log(shop + foreign + "2026-03-02T10:00:05Z ERROR api - request 5 failed: " + Self.refusal)) == [nil])
  }

  @Test("other programs with pids of their own do not hide the one that named its pid in a banner")
  func beside() {
    let banner = "2026-03-02T10:00:00Z INFO api - worker.js ready pid=4312\n"
    let foreign = (0..<4).map { Log.line($0, 4100 + $0 % 2, "item \($0) done") }.joined()
    #expect(pids(Log(banner + foreign + "2026-03-02T10:00:05Z ERROR api - request 5 failed: " + Self.refusal)) == [4312])
  }

  @Test("a child of multiprocessing that told no pid is not its parent")
  func child() {
    let traceback = """
      Process Digest-2:
      Traceback (most recent call last):
        File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap
          self.run()
        File "/srv/app/pool.py", line 31, in digest
          ask()

      """
    let report = Log("pool up, pid 4100\n" + traceback + Self.refusal).report
    #expect(report.incidents.flatMap { $0.processes.map(\.pid) } == [nil])
    #expect(report.incidents.first?.processes.first?.entrypoint == "/srv/app/pool.py")
  }

  // MARK: - Entrypoints

  @Test(
    "what a command says is run, before the frames of what it imports",
    arguments: [("> node dist/worker\n", "dist/worker"), ("+ exec python -m shop.nightly\n", "shop.nightly"), ("+ gunicorn shop.web:app\n", "shop.web:app")])
  func command(_ line: String, _ entrypoint: String) throws {
    let log = Log(line + "Traceback (most recent call last):\n  File \"/srv/app/shop/llm.py\", line 3, in ask\n    ask()\n" + Self.refusal)
    #expect(try #require(log.report.incidents.first).processes.first?.entrypoint == entrypoint)
  }

  @Test("a module that was run by its name is shown as the file that a stack shows of it")
  func module() throws {
    let frames = "  File \"/srv/app/shop/web.py\", line 9, in <module>\n    main()\n  File \"/srv/app/shop/llm.py\", line 3, in ask\n    ask()\n"
    let log = Log("+ gunicorn shop.web:app\nTraceback (most recent call last):\n" + frames + Self.refusal)
    #expect(try #require(log.report.incidents.first).processes.first?.entrypoint == "/srv/app/shop/web.py")
  }

  @Test("a process is called as the one script that bears its name")
  func namesake() throws {
    let cron = "Mar  2 03:00:01 app-1 CRON[4310]: (deploy) CMD (/usr/bin/python3 /srv/app/nightly.py)\n"
    let log = Log(cron + "Mar  2 03:00:03 app-1 nightly[4312]: item failed: " + Self.refusal)
    #expect(try #require(log.report.incidents.first).processes.first?.entrypoint == "/srv/app/nightly.py")
  }
}
