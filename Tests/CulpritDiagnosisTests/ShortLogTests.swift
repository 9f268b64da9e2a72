import Culprit
import Testing

/// Who wrote it and what was started, in logs of few lines.
@Suite struct ShortLogTests {
  private typealias Log = InventedLog
  private static let refusal = Log.incorrect(Log.masked)
  private static let goRefusal =
    "error, status code: 401, status: 401 Unauthorized, message: Incorrect API key provided: \(Log.masked). You can find your API key at https://platform.openai.com/account/api-keys."

  private func pids(_ log: Log) -> [Int?] { log.report.incidents.flatMap { $0.processes.map(\.pid) } }

  private func entrypoints(_ log: Log) -> Set<String?> {
    let report = log.report
    let members = Set(report.incidents.flatMap(\.processes).map(\.id))
    return Set(report.processes.filter { members.contains($0.id) }.map(\.entrypoint))
  }

  // MARK: - Pids

  @Test("a number in the head of every record of a short log is a pid", arguments: ["ERROR 4312 mill: ", "ERROR [4312] mill: ", "4312 ERROR mill: "])
  func everyHead(_ head: String) {
    #expect(pids(Log(Log.bare(0) + head + "wheel 1 turns\n" + Log.bare(1) + head + "wheel 2 stuck: " + Self.refusal)) == [4312])
  }

  @Test("a number that a record lacks, a small one and a status are none")
  func notEveryHead() {
    let other = Log.bare(2) + "INFO mill: wheel 3 turns\n" + Log.bare(3) + "INFO mill: wheel 4 turns\n"
    #expect(pids(Log(Log.bare(0) + "INFO 4312 mill: wheel 1 turns\n" + other + Log.bare(4) + "ERROR 4312 mill: wheel 5 stuck: " + Self.refusal)) == [nil])
    #expect(pids(Log(Log.bare(0) + "INFO 12 mill: wheel 1 turns\n" + Log.bare(4) + "ERROR 12 mill: wheel 5 stuck: " + Self.refusal)) == [nil])
    #expect(pids(Log(Log.bare(0) + "INFO 401 mill: wheel 1 turns\n" + Log.bare(4) + "ERROR 401 mill: wheel 5 stuck: " + Self.refusal)) == [nil])
  }

  @Test("who listens, or is called as its file is, tells its pid behind its name")
  func numbered() {
    #expect(pids(Log("harbour 4312 listening on 8100\nberth 7 failed: " + Self.refusal)) == [4312])
    #expect(pids(Log("app 4312 is up\nberth 7 failed: " + Self.refusal)) == [4312])
    #expect(pids(Log("parcel 4312 started\nberth 7 failed: " + Self.refusal)) == [nil])
    #expect(pids(Log("port 4312 listening\nberth 7 failed: " + Self.refusal)) == [nil])
  }

  @Test("of programs that ran one after the other the one that had begun last crashed")
  func oneAfterTheOther() {
    let east = "2026/03/02 10:00:00 ferry/east start, pid 4100\n2026/03/02 10:00:01 ferry/east trip 1: 26 passengers\n"
    let eastDone = "2026/03/02 10:00:02 ferry/east done\n"
    let west = "2026/03/02 10:00:03 ferry/west start, pid 4312\n"
    let panic = "panic: west, trip 1: \(Self.goRefusal)\n\ngoroutine 18 [running]:\nmain.mustSail(0x1)\n\t/src/ferry/main.go:32 +0x254\n"
    let north = "2026/03/02 10:00:04 ferry/north start, pid 4330\n2026/03/02 10:00:05 ferry/north done\n"
    #expect(pids(Log(east + eastDone + west + panic + north)) == [4312])
    // Whoever still speaks did not end before the next one began.
    #expect(pids(Log(east + west + panic + "2026/03/02 10:00:06 ferry/east done\n")) == [nil])
  }

  @Test("what stands before the first word of all others is of the only one that had begun")
  func onlyOneYet() {
    let log = "harbour 4100 listening on 8100\nberth 7 failed: \(Self.refusal)cleaner.py up, pid 4312\n"
    #expect(pids(Log(log)) == [4100])
    #expect(pids(Log("harbour 4100 listening on 8100\ncleaner.py up, pid 4312\nberth 7 failed: \(Self.refusal)")) == [nil])
  }

  // MARK: - Programs without a file

  private static func logfmt(_ second: Int, _ pid: Int, _ rest: String, level: String = "info") -> String {
    "time=\"2026-03-02T10:00:0\(second)Z\" level=\(level) \(rest) pid=\(pid)\n"
  }

  private static let child = logfmt(1, 4100, "msg=spawned child=4312 lane=quay") + logfmt(2, 4312, "msg=\"child started\" lane=quay")
    + logfmt(3, 4312, "msg=\"lane failed\" error=\"pilot: \(goRefusal)\" lane=quay", level: "error")

  @Test("a program that names itself as its log is called, or with its version, is what its children run too")
  func ownName() {
    #expect(entrypoints(Log(Self.logfmt(0, 4100, "msg=\"pilotd starting\" version=1.4.2") + Self.child)) == ["pilotd"])
    let named = Log(Self.logfmt(0, 4100, "msg=\"pilotd starting\"") + Self.child, source: "pilotd.log")
    #expect(entrypoints(named) == ["pilotd"])
    #expect(entrypoints(Log(Self.logfmt(0, 4100, "msg=\"refresh starting\"") + Self.child)) == [nil])
  }

  @Test("the crate that tracing names as the target is the program; a library's is none")
  func crate() {
    func log(_ target: String) -> Log {
      Log(#"{"timestamp":"2026-03-02T10:00:01Z","level":"ERROR","fields":{"message":"minute lost","error":"\#(Self.goRefusal)"},"target":"\#(target)"}"# + "\n")
    }
    #expect(entrypoints(log("pilotd::lanes")) == ["pilotd"])
    #expect(entrypoints(log("async_openai::client")) == [nil])
  }

  @Test("a script that a field names alone is the entrypoint", arguments: ["argv", "entrypoint", "script", "argv0"])
  func field(_ name: String) {
    let banner = #"{"level":30,"time":1772445600000,"pid":4312,"name":"tides","\#(name)":"/srv/tides/build.js","msg":"begin"}"# + "\n"
    let failure = #"{"level":50,"time":1772445601000,"pid":4312,"name":"tides","msg":"lost: \#(Self.goRefusal)"}"# + "\n"
    #expect(entrypoints(Log(banner + failure)) == ["/srv/tides/build.js"])
  }

  @Test("npm's banner names the package where the command names no file")
  func package() {
    #expect(entrypoints(Log("> tide-tables@1.4.2 start\n> tides --once\n\nError: \(Self.goRefusal)\n")) == ["tide-tables"])
    #expect(entrypoints(Log("> tide-tables@1.4.2 start\n> node lib/tides.js --once\n\nError: \(Self.goRefusal)\n")) == ["lib/tides.js"])
  }

  @Test("the module that glog's header names for the banner is the file that was started")
  func module() {
    func log(_ module: String) -> Log {
      Log("I0302 10:00:00 4312 \(module):9] shop front up, pid 4312\nE0302 10:00:01 4312 \(module):20] question 1 lost: \(Self.refusal)")
    }
    #expect(entrypoints(log("desk")) == ["desk.py"])
    #expect(entrypoints(log("desk.go")) == ["desk.go"])
  }

  // MARK: - Chains over several records, and whom a runner names

  private func types(_ log: Log) -> [String] { log.report.incidents.first?.chain.map(\.type) ?? [] }

  @Test("what Ruby raised while it rescued wraps what the same thread had printed just before")
  func rescued() {
    func line(_ second: Int, _ thread: String, _ text: String) -> String { "2026-03-02T10:00:0\(second).674Z pid=4312 tid=\(thread) WARN: \(text)\n" }
    let inner = "Tides::Refused: OpenAI responded 401: Incorrect API key provided: \(Log.masked). You can find your API key at https://platform.openai.com/account/api-keys."
    let outer = "Tides::LostError: tide 9 is lost"
    func trace(_ function: String) -> String { "/srv/tides/lib/tides.rb:44:in `\(function)'\n/srv/tides/lib/tides.rb:39:in `perform'\n" }
    #expect(types(Log(line(1, "b8b", inner) + line(1, "b8b", outer) + line(1, "b8b", trace("rescue in perform")))) == ["Tides::LostError", "Tides::Refused"])
    #expect(types(Log(line(1, "b8b", inner) + line(1, "k3v", outer) + line(1, "k3v", trace("rescue in perform")))) == ["Tides::Refused"])
    #expect(types(Log(line(1, "b8b", inner) + line(1, "b8b", outer) + line(1, "b8b", trace("perform")))) == ["Tides::Refused"])
  }

  @Test("a class before the code of an SDK's sentence is the chain, also without a colon")
  func withoutColon() {
    let text = "Error code: 401 - {'error': {'message': 'Incorrect API key provided: \(Log.masked). You can find your API key at https://platform.openai.com/account/api-keys.'}}"
    #expect(types(Log(Log.bare(0) + "tide 9 refused: AuthenticationError \(text)\n")) == ["AuthenticationError"])
  }

  @Test("a status behind a name and before a colon is the answer's; the number of a line is none")
  func status() {
    func status(_ name: String) -> Int? {
      Log(Log.bare(0) + "ERROR tide 9 lost: \(name) 401: Incorrect API key provided: \(Log.masked). You can find your API key at https://platform.openai.com/account/api-keys.\n").report.incidents.first?.status
    }
    #expect(status("OpenAI") == 401)
    #expect(status("Line") == nil)
  }

  @Test("a failure that a server's own logger tells names the server, and no process of it")
  func server() {
    let banner = "[4100] Puma starting in cluster mode...\n[4100] *   Master PID: 4100\n[4100] - Worker 0 (PID: 4312) booted in 0.1s, phase: 0\n"
    let failure = "2026-03-02 10:00:05 +0000 Rack app (\"GET /9\" - (127.0.0.1)): #<TideError: OpenAI 401: Incorrect API key provided: \(Log.masked). You can find your API key at https://platform.openai.com/account/api-keys.>\n"
    #expect(pids(Log(banner + failure)) == [nil])
    #expect(entrypoints(Log(banner + failure)) == ["puma"])
  }

  @Test("a program is not called as the runner is that tells of it")
  func runner() {
    let supervisor = "2026-03-02 10:00:01,936 INFO supervisord started with pid 4100\n2026-03-02 10:00:02,939 INFO spawned: 'pier' with pid 4312\n"
    var log = Log(supervisor, source: "supervisord.log")
    log.sources["pier.log"] = "10:00:03 berth 1 refused: \(Self.refusal)"
    #expect(pids(log) == [4312])
    #expect(entrypoints(log) == [nil])
  }
}
