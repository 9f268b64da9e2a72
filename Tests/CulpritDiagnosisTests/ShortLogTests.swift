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
}
