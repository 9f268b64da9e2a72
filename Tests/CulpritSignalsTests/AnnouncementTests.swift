import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

@Suite struct AnnouncementTests {
  private let recogniser = AnnouncementRecogniser(
    lexicon: Lexicon(providers: RuleSet.builtIn.providers), redactor: Redactor(providers: RuleSet.builtIn.providers))

  private func announcement(_ record: Record) -> Announcement? {
    recogniser.announcement(
      in: RecordText(record), record: record,
      origin: Origin(place: record.place, writer: record.writer, time: nil))
  }

  func announcement(_ text: String) -> Announcement? { announcement(textRecord(text)) }

  struct Banner: Sendable, CustomTestStringConvertible {
    var text: String
    var subject: Announcement.Subject
    var pid: Int?
    var script: String?
    var testDescription: String { text }
  }

  @Test(
    "who speaks of whom: itself, one that it started, one that ended",
    arguments: [
      Banner(text: "worker started pid=4121 script=worker.py", subject: .itself, pid: 4121, script: "worker.py"),
      Banner(text: "mailer up (pid 4121)", subject: .itself, pid: 4121),
      Banner(text: "ready, pid: 77, entry=/srv/app/dist/main.js", subject: .itself, pid: 77, script: "/srv/app/dist/main.js"),
      Banner(text: "listening on :8080 pid=311", subject: .itself, pid: 311),
      Banner(text: "process 991 is running", subject: .itself, pid: 991),
      Banner(text: "running jobs/nightly.rb", subject: .itself, pid: nil, script: "jobs/nightly.rb"),
      Banner(text: "spawned child pid=4122 for digest.js", subject: .another, pid: 4122, script: "digest.js"),
      Banner(text: "forked worker process 512", subject: .another, pid: 512),
      Banner(text: "started embedder.py with pid 4130", subject: .another, pid: 4130, script: "embedder.py"),
      Banner(text: "worker pid=4122 exited with code 1", subject: .ended, pid: 4122),
      Banner(text: "child process 4122 killed by SIGKILL", subject: .ended, pid: 4122),
      Banner(text: "process 4122 terminated", subject: .ended, pid: 4122),
      Banner(text: "lane=teal child=7742 launched", subject: .another, pid: 7742),
      Banner(text: "forked narrator.mjs as 15010", subject: .another, pid: 15010, script: "narrator.mjs"),
      Banner(text: "reader-1 -> 20914", subject: .another, pid: 20914),
      Banner(text: "reader-2 (20915) left with code 1", subject: .ended, pid: 20915),
      Banner(text: "worker_pid: 512 for mails", subject: .another, pid: 512),
      Banner(text: "clause worker started: /srv/contracts/dist/worker", subject: .itself, pid: nil, script: "/srv/contracts/dist/worker"),
      Banner(text: "summarizer starting, args=[/app/summarizer --queue docs]", subject: .itself, pid: nil, script: "/app/summarizer"),
      Banner(text: "up as 4121", subject: .itself, pid: 4121),
      Banner(text: "loom 4121 weaving with loom.mjs", subject: .itself, pid: 4121, script: "loom.mjs"),
      Banner(text: "carousel primary 4121 is running", subject: .itself, pid: 4121),
      Banner(text: "hello from digest.rb (4121)", subject: .itself, pid: 4121, script: "digest.rb"),
      Banner(text: "I am 4121, child of 4100, running digest.py", subject: .itself, pid: 4121, script: "digest.py"),
      Banner(text: "started from main.ts, os pid 4121", subject: .itself, pid: 4121, script: "main.ts"),
      Banner(text: "entry point: src/digest.ts", subject: .itself, pid: nil, script: "src/digest.ts"),
      Banner(text: "tile-dusk is pid 28871", subject: .another, pid: 28871),
      Banner(text: "Process worker-0 restarted with pid 484", subject: .another, pid: 484),
      Banner(text: "Started process worker-0 with pid 460", subject: .another, pid: 460),
      Banner(text: "digest                 RUNNING   pid 4121, uptime 0:00:05", subject: .another, pid: 4121),
      Banner(text: "parent 4100 started child 4121 (digest.py)", subject: .another, pid: 4121, script: "digest.py"),
      Banner(text: "starting child process: node dist/worker.js (pid 4121)", subject: .another, pid: 4121, script: "dist/worker.js"),
      Banner(text: "/srv/plannerx/plan.js 48 49", subject: .itself, pid: nil, script: "/srv/plannerx/plan.js"),
    ])
  func subjects(_ banner: Banner) throws {
    let found = try #require(announcement(banner.text))
    #expect(found.subject == banner.subject)
    #expect(found.pid == banner.pid)
    #expect(found.script == banner.script)
  }

  @Test("what is no pid is none: a port in brackets, a third number, another word's", arguments: ["server.js listening (8080)", "loom 12 weaving with loom.mjs", "lane 4121 weaving with loom.mjs"])
  func noPid(_ text: String) { #expect(announcement(text)?.pid == nil) }

  @Test("who says is of itself speaks of itself")
  func ownName() throws {
    var record = textRecord("worker-0 is pid 4121")
    record.writer.thread = "worker-0"
    #expect(try #require(announcement(record)).subject == .itself)
    #expect(try #require(announcement("this process is pid 4121")).subject == .itself)
  }

  @Test("the program that starts is named behind the verb, where a pid is told")
  func verbFirst() throws {
    #expect(try #require(announcement("starting digestd version=1.4.2 pid=4121")).program == "digestd")
    #expect(try #require(announcement("Starting DigestApplication v1.2.0 using Java 17 on host-1 with PID 4121")).program == "DigestApplication")
    #expect(try #require(announcement("gull colony pid=4121")).program == "gull")
    #expect(try #require(announcement("starting worker pid=4121")).program == nil)
  }

  @Test("a pid that the header prints too is the writer's own, also where the verb says spawned")
  func ownPid() throws {
    var record = textRecord("spawned worker process 4121")
    record.writer.pid = 4121
    #expect(try #require(announcement(record)).subject == .itself)
    record.writer.pid = 99
    #expect(try #require(announcement(record)).subject == .another)
  }

  @Test("the parent's pid is read beside one's own")
  func parent() throws {
    let found = try #require(announcement("digest ready pid=4122 ppid=4100"))
    #expect(found.pid == 4122 && found.parentPid == 4100)
  }

  @Test(
    "models, endpoints and clients that a banner names are slots",
    arguments: [
      ("worker started, model=gpt-4o-mini", ["openai"]), ("boot: chat model: claude-sonnet-4-5", ["anthropic"]),
      ("started with model openai:gpt-4o", ["openai"]), ("ready provider=anthropic", ["anthropic"]),
      ("running, llm=groq/llama-3.3-70b-versatile", ["groq"]), ("starting model: anthropic/claude-3-5-haiku-latest", ["anthropic"]),
      ("up: models=[gpt-4o, claude-sonnet-4-5]", ["openai", "anthropic"]),
    ])
  func slots(_ text: String, _ expected: [String]) throws {
    #expect(try #require(announcement(text)).slots == expected)
  }

  @Test(
    "numbers that are no pids and scripts in passing announce nothing",
    arguments: [
      "rows -> 2091", "chapter (1024) started well", "children 4000", "mounted /srv/shop/build/assets/", "GET /app/users 200",
      "processed 12 jobs", "process took 450 ms", "batch 4121 done", "see docs/setup.md for more", "rapid 300", "GET /main.js 200",
      "stupid=12", "process.env was read",
    ])
  func none(_ text: String) { #expect(announcement(text) == nil) }

  @Test("fields of structured records announce too")
  func structured() throws {
    let record = jsonRecord(#"{"msg":"boot","entrypoint":"/srv/app/worker.js","model":"gpt-4o"}"#)
    #expect(try #require(announcement(record)).script == "/srv/app/worker.js")
  }

  @Test("a command stands in a field, its script among the first words of it")
  func commands() throws {
    let found = try #require(announcement(jsonRecord(#"{"msg":"listener started","command":"artisan queue:work --queue=mail"}"#)))
    #expect(found.script == "artisan")
    let nested = #"{"body":"ready","resource":{"attributes":{"process.command":"pricer.py"}}}"#
    #expect(try #require(announcement(jsonRecord(nested))).script == "pricer.py")
    let child = try #require(announcement(jsonRecord(#"{"msg":"fork","shard":"s1","child_pid":3311}"#)))
    #expect(child.subject == .another && child.pid == 3311)
  }
}
