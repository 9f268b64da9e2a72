import Culprit
import Testing

/// Each rule by which records become those of a process, in a log of two.
@Suite struct BindingTests {
  private typealias Log = InventedLog
  private static let refusal = Log.incorrect(Log.masked)

  /// The one process that is to blame.
  private func blamed(_ log: InventedLog) throws -> ProcessSummary {
    let report = log.report
    let incident = try #require(report.incidents.first)
    #expect(report.incidents.count == 1)
    let member = try #require(incident.processes.first)
    #expect(incident.processes.count == 1)
    return try #require(report.processes.first { $0.id == member.id })
  }

  private func expect(
    _ log: InventedLog, pid: Int?, by rule: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let process = try blamed(log)
    #expect(process.pid == pid, sourceLocation: sourceLocation)
    #expect(process.boundBy == rule, sourceLocation: sourceLocation)
  }

  @Test("equal pids of two hosts are two processes; of one host, with and without its name, they are one")
  func hosts() {
    func line(_ second: Int, _ host: String, _ text: String) -> String { "Mar  2 10:00:0\(second) \(host) shop[4100]: \(text)\n" }
    let two = Log(line(0, "alpha", "web.py ready pid=4100") + line(0, "beta", "mailer.py ready pid=4100") + line(1, "beta", "ERROR job 1 failed: " + Self.refusal))
    #expect(two.report.incidents.flatMap(\.processes).map(\.entrypoint) == ["mailer.py"])
    var one = Log(line(0, "alpha", "web.py ready pid=4100"))
    one.sources["own.log"] = Log.line(1, 4100, "job 1 failed: " + Self.refusal, level: "ERROR")
    #expect(one.report.incidents.flatMap(\.processes).map(\.entrypoint) == ["web.py"])
  }

  private static let web = Log.bare(0) + "INFO web.py ready pid=4100\n"
  private static let mailer = Log.bare(1) + "INFO mailer.py ready pid=4121\n"

  @Test(
    "a pid in the record's header needs no banner",
    arguments: ["[4121] ERROR shop:", "ERROR mailer[4121]:", "ERROR [4121] shop.mailer:", "mailer[4121] ERROR"])
  func header(_ header: String) throws {
    try expect(Log(Log.line(0, 4100, "job 3 done") + Log.bare(1) + "\(header) job 4 failed: " + Self.refusal), pid: 4121, by: "pid")
  }

  @Test("an integer column with few values is the pid")
  func column() throws {
    let lines = (0..<8).map { "\(Log.bare($0))\($0 % 2 == 0 ? 4100 : 4121) INFO shop item \($0)\n" }.joined()
    try expect(Log(lines + Log.bare(9) + "4121 ERROR shop item 9 failed: " + Self.refusal), pid: 4121, by: "pid")
  }

  @Test("a number joined to a name is a pid where many sentences stand behind it", arguments: [":", "/", "#"])
  func pair(_ sign: String) throws {
    let work = ["starting", "part 1 done", "part 2 done", "closing books", "bye"]
    let lines = work.flatMap { text in ["[report\(sign)4100] \(text)\n", "[mailer\(sign)4121] \(text)\n"] }
    let log = lines.enumerated().map { Log.bare($0) + $1 }.joined()
    try expect(Log(log + Log.bare(11) + "[mailer\(sign)4121] part 3 failed: " + Self.refusal), pid: 4121, by: "pid")
  }

  @Test("rows below rich's columns belong to the record that stands above them")
  func richRows() throws {
    let gap = String(repeating: " ", count: 20)
    let rows = ["Traceback (most recent call last):", "  File \"/srv/shop/index.py\", line 18, in shard", "    ask()", String(Self.refusal.dropLast())]
    let log = [4100, 4121].map { "[03:00:00] ERROR    shard[\($0)] doc skipped\n" + rows.map { gap + $0 + "\n" }.joined() }.joined()
    let incident = try #require(Log(log).report.incidents.first)
    #expect(Set(incident.processes.map(\.pid)) == [4100, 4121])
    #expect(incident.chain.count == 1)
  }

  @Test("a number behind which one sentence stands is a line of a source file")
  func pairOfLine() throws {
    let log = (0..<9).map { Log.bare($0) + "[report:\([120, 133, 151][$0 % 3])] \(["begin", "part done", "saved"][$0 % 3])\n" }.joined()
    #expect(try blamed(Log(log + Log.bare(11) + "[report:160] part 3 failed: " + Self.refusal)).pid == nil)
  }

  @Test("a prefix that a banner ties to a pid")
  func prefix() throws {
    let log = "[web] web.js ready pid=4100\n[mailer] mailer.js ready pid=4121\n[web] item 1 done\n[mailer] item 9 failed: " + Self.refusal
    try expect(Log(log), pid: 4121, by: "prefix")
    let compose = "web-1     | web.js ready pid=4100\nmailer-1  | mailer.js ready pid=4121\nmailer-1  | item 9 failed: " + Self.refusal
    try expect(Log(compose), pid: 4121, by: "prefix")
  }

  @Test("the script of the outermost application frame")
  func frame() throws {
    try expect(Log(Self.web + Self.mailer + Log.bare(2) + "ERROR item failed\n" + Log.asking() + Self.refusal), pid: 4121, by: "frame")
  }

  @Test("a child that its parent started is a process with a parent, before it says a word")
  func spawn() throws {
    let report = Log(Log.line(0, 4100, "web.py ready pid=4100") + Log.line(1, 4100, "spawned digest.py pid=4122")).report
    let child = try #require(report.processes.first { $0.pid == 4122 })
    #expect(child.boundBy == "spawn" && child.entrypoint == "digest.py")
    #expect(child.parent == report.processes.first { $0.pid == 4100 }?.id)
  }

  @Test("a value that the parent's line shares with the child's")
  func value() throws {
    let log = Log.bare(0) + "INFO depot: lane=teal child=4121 launched\n" + Log.bare(0) + "INFO depot: lane=ochre child=4122 launched\n"
      + Log.bare(2) + "ERROR sorter: lane=teal item 9 failed: " + Self.refusal
    try expect(Log(log), pid: 4121, by: "value")
  }

  @Test("the name under which its parent started it")
  func spawnedName() throws {
    let log = Log.bare(0) + "INFO depot: reader-1 -> 4122\n" + Log.bare(0) + "INFO depot: reader-2 -> 4121\n"
      + Log.bare(2) + "INFO reader-1: page 1 done\n" + Log.bare(3) + "ERROR reader-2: page 2 failed: " + Self.refusal
    try expect(Log(log), pid: 4121, by: "value")
  }

  @Test(
    "a name that the parent gave with a number shortly behind its own",
    arguments: [
      ("lane-south runs as 4123", "lane-south"), ("room south given to 4123", "[south]"), ("lane-south (4123) begun", "lane-south"),
      ("lane-south online #4123", "lane-south"), ("exec /srv/lanes/lane-south pid=4123", "lane-south"), ("4123 takes over lane-south", "lane-south"),
    ])
  func namedChild(_ line: String, _ tag: String) throws {
    let log = Log.bare(0) + "INFO fleet.py, pid 4100\n" + Log.bare(1) + "INFO \(line)\n"
      + Log.bare(1) + "INFO lane-north runs as 4122\n" + Log.bare(2) + "INFO lane-north crate 1 tagged\n"
      + Log.bare(3) + "ERROR \(tag) crate 2 goes untagged: " + Self.refusal
    try expect(Log(log), pid: 4123, by: "value")
    // A number far away is no child of it.
    #expect(try blamed(Log(log).replacing("4123", by: "91230")).pid != 91230)
  }

  @Test("names that are told with numbers close to each other in the same words, where no parent tells its pid")
  func siblings() throws {
    func log(_ second: Int) -> Log {
      Log("lane-north sits on 4122\nlane-south sits on \(second)\n" + Log.bare(2) + "INFO crate 1 tagged lane=lane-north\n" + Log.bare(3)
        + "ERROR lane-north: crate 2 goes untagged: " + Self.refusal + Log.bare(3) + "ERROR lane-south: crate 3 goes untagged: " + Self.refusal)
    }
    #expect(Set(log(4123).report.incidents.flatMap { incident in incident.processes.map(\.pid) }) == [4122, 4123])
    #expect(Set(log(91230).report.incidents.flatMap { incident in incident.processes.map(\.pid) }) == [nil])
  }

  @Test("a constant field with the name that the parent gave")
  func constantName() throws {
    let log = Log.bare(0) + "INFO fleet.py, pid 4100\n" + Log.bare(1) + "INFO north -> 4122\n" + Log.bare(1) + "INFO south -> 4123\n"
      + #"{"level":"info","worker":"north","msg":"crate 1 tagged"}"# + "\n"
      + #"{"level":"error","worker":"south","msg":"crate 2 lost: \#(Self.refusal.dropLast().replacing("\"", with: "'"))"}"# + "\n"
    try expect(Log(log), pid: 4123, by: "value")
  }

  @Test("programs that share a source lend no script to each other; who has none is called as its program is")
  func sharedSource() throws {
    let log = Log.line(0, 4100, "worker.py ready pid=4100") + Log.line(1, 4100, "job 1 done")
      + Log.line(2, 4121, "item 9 failed", level: "ERROR") + Log.asking() + Self.refusal
    #expect(try blamed(Log(log)).entrypoint?.hasSuffix("worker.py") == false)
    let service = "Mar  2 10:00:02 box mealplan[4121]: item 9 failed: " + Self.refusal
    #expect(try blamed(Log(service)).entrypoint == "mealplan")
  }

  @Test("a child whose name stands in what the error says, where several have names")
  func childInMessage() throws {
    let log = Log.bare(0) + "INFO depot pid 4100 started\n" + Log.bare(0) + "INFO Launched reg as 4122\n" + Log.bare(0) + "INFO Launched wadi as 4121\n"
      + Log.bare(2) + "ERROR no forecast for wadi: " + Self.refusal
    try expect(Log(log), pid: 4121, by: "value")
    #expect(try blamed(Log(log).replacing("for wadi", by: "for wadi and reg")).pid != 4121)
  }

  @Test("a worker that is called by its name where its pid is not printed")
  func workerName() throws {
    let ids = ["7ba0cf2039e84999a7bc446139a402a6", "371a78ea3e5444b4bea1af80c5db1505"]
    let starts = zip(ids, [4100, 4121]).map { Log.bare(0) + "INFO Worker \($0): started with PID \($1), version 3.0.0\n" }.joined()
    try expect(Log(starts + Log.bare(2) + "ERROR Worker \(ids[1]): job 4 failed: " + Self.refusal), pid: 4121, by: "value")
  }

  @Test("the name under which a process told its pid, where another printing of it tells none")
  func nameElsewhere() throws {
    let names = [("belt-0", 4100), ("belt-1", 4121)]
    let lines = (0..<3).flatMap { second in names.map { Log.bare(second) + "\($0)(\($1)) INFO parcel \(second) \(second % 2 == 0 ? "sorted" : "left out")\n" } }.joined()
    let crash = "Process belt-1:\n" + Log.asking() + Self.refusal
    try expect(Log(lines + crash), pid: 4121, by: "prefix")
  }

  @Test("a pid that the failure's own text names, of a process that spoke before")
  func namedPid() throws {
    let log = "(plank pid=4100) laid\n(mast pid=4121) begun\nmast broke\nray.exceptions.RayTaskError: ray::mast() (pid=4121, ip=127.0.0.1)\n  File \"/srv/raft.py\", line 11, in mast\n    return call()\n" + Self.refusal
    #expect(try blamed(Log(log)).pid == 4121)
  }

  @Test("a source that is called as the program that a runner started, and names nobody")
  func sourceOfProgram() throws {
    var log = Log("2026-03-02 10:00:00,100 INFO spawned: 'pier' with pid 4121\n2026-03-02 10:00:00,200 INFO spawned: 'quay' with pid 4100\n", source: "supervisord.log")
    log.sources["pier.log"] = "10:00:05 berth 2 refused: " + Self.refusal
    log.sources["quay.log"] = "10:00:05 berth 1 assigned\n"
    try expect(log, pid: 4121, by: "prefix")
    // Its second life is the one that had begun when it failed.
    log.sources["supervisord.log", default: ""] += "2026-03-02 10:00:02,100 INFO spawned: 'pier' with pid 4180\n"
    log.sources["pier.log"] = "2026-03-02 10:00:05 berth 2 refused: " + Self.refusal
    try expect(log, pid: 4180, by: "prefix")
  }

  @Test("a program that was restarted under its name")
  func restarted() throws {
    let log = Log.bare(0) + "INFO Started process worker-0 with pid 4121\n" + Log.bare(1) + "INFO Process worker-0 restarted with pid 4180\n"
      + Log.bare(3) + "ERROR worker-0: page 2 failed: " + Self.refusal
    try expect(Log(log), pid: 4180, by: "value")
  }

  @Test("a value that two living processes share binds to neither")
  func commonValue() throws {
    let log = Log.bare(0) + "INFO depot: spawned tier=gold child=4121\n" + Log.bare(0) + "INFO depot: spawned tier=gold child=4122\n"
      + Log.bare(2) + "ERROR sorter: tier=gold item 9 failed: " + Self.refusal
    #expect(try blamed(Log(log)).pid == nil)
  }

  @Test("of two lives under one name the one that had begun last")
  func secondLife() throws {
    let log = Log.bare(0) + "INFO depot: spawned lane=teal child=4121\n" + Log.bare(1) + "INFO depot: lane=teal child=4121 exited\n"
      + Log.bare(2) + "INFO depot: spawned lane=teal child=4122\n" + Log.bare(3) + "ERROR sorter: lane=teal item 9 failed: " + Self.refusal
    try expect(Log(log), pid: 4122, by: "value")
  }

  @Test("names with numbers of four digits, one each, are pids, however few sentences they print")
  func oneNumberEach() throws {
    let log = (0..<6).map { Log.bare($0) + "quill.\($0 % 2 == 0 ? 4100 : 4121) INFO \(["sheet 1 pressed", "tick", "sheet 2 dried"][$0 % 3])\n" }.joined()
    try expect(Log(log + Log.bare(9) + "quill.4121 ERROR sheet 9 failed: " + Self.refusal), pid: 4121, by: "pid")
  }

  @Test("a header format in which only one process announced itself")
  func format() throws {
    let object = #"{"level":50,"time":1772445601000,"msg":"item failed","err":{"type":"AuthenticationError","message":"401 Incorrect API key provided: \#(Log.masked). You can find your API key at https://platform.openai.com/account/api-keys."}}"#
    try expect(
      Log(Self.web + #"{"level":30,"time":1772445600000,"msg":"mailer.js ready, pid=4121"}"# + "\n" + object + "\n"), pid: 4121, by: "format")
  }

  @Test("the only process of its source, beside another source's")
  func onlyWriter() throws {
    var log = Log(Self.web, source: "web.log")
    log.sources["mailer.log"] = Self.mailer + Log.bare(2) + "ERROR item 9 failed: " + Self.refusal
    try expect(log, pid: 4121, by: "only-writer")
  }

  @Test("the last banner before it, where generations of one script follow each other")
  func banner() throws {
    let second = Log.bare(4) + "INFO mailer.py ready pid=4140\n"
    let stopped = Log.bare(3) + "INFO job 2 done, shutting down\n"
    try expect(
      Log(Self.mailer + Log.bare(2) + "INFO job 1 done\n" + stopped + second + Log.bare(5) + "ERROR job 9 failed: " + Self.refusal),
      pid: 4140, by: "banner")
  }

  @Test("the latest request line with the same status")
  func request() throws {
    try expect(
      Log(Log.request(0, 4100, "200 OK") + Log.request(1, 4121, "401 Unauthorized") + Log.bare(1) + "ERROR item failed\n" + Self.refusal),
      pid: 4121, by: "request")
  }

  @Test("the only process whose own word explains the lack")
  func state() throws {
    let web = Log.bare(0) + "INFO web.py ready pid=4100 OPENAI_API_KEY: present\n"
    let mailer = Log.bare(1) + "INFO mailer.py ready pid=4121 OPENAI_API_KEY: NOT SET\n"
    try expect(Log(web + mailer + Log.bare(2) + "ERROR item failed: " + Log.notSet), pid: 4121, by: "state")
  }

  @Test("where nothing tells the two apart, nobody's pid is guessed, and no entrypoint")
  func unknown() throws {
    let log = Log(Self.web + Self.mailer + Log.bare(2) + "ERROR item failed: " + Self.refusal)
    try expect(log, pid: nil, by: nil)
    #expect(try blamed(log).entrypoint == nil)
  }
}
