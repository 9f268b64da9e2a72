import CulpritSignals
import Testing

/// What commands run, in the words of those who echo them.
@Suite struct CommandLineTests {
  private let announcing = AnnouncementTests()

  @Test(
    "the script, module or application that a command runs",
    arguments: [
      ("+ exec python -m shop.nightly --all", "shop.nightly"), ("$ python3 -u /srv/app/nightly.py --all", "/srv/app/nightly.py"),
      ("> node dist/worker", "dist/worker"), ("> tsx watch src/worker.ts", "src/worker.ts"), ("$ node --max-old-space-size=512 build/worker.js", "build/worker.js"),
      ("> node --env-file=.env --import tsx src/worker.mjs", "src/worker.mjs"), ("> ts-node-dev --respawn --transpile-only src/worker.ts", "src/worker.ts"),
      ("Starting process with command `python worker.py`", "worker.py"), ("==> Running 'node src/worker.js'", "src/worker.js"),
      ("INFO Preparing to run: `docker-entrypoint.sh node src/worker.js` as root", "src/worker.js"),
      ("Launching gunicorn with command: gunicorn --timeout 600 --bind=0.0.0.0 shop.web:app", "shop.web:app"),
      ("+ uvicorn api.main:app --host 0.0.0.0", "api.main:app"), ("+ celery -A shop.tasks worker --loglevel=INFO", "celery"),
      ("+ poetry run python worker.py", "worker.py"), ("+ bundle exec ruby bin/worker.rb", "bin/worker.rb"), ("+ php artisan queue:work", "artisan"),
      ("java -Xmx512m -jar /app/worker.jar", "/app/worker.jar"), ("java -cp app.jar io.acme.Main", "io.acme.Main"),
      ("Command: python -m shop.worker", "shop.worker"), (#"worker: pid=4312 ppid=4000 cmd="python -m shop.worker --queue a""#, "shop.worker"),
      ("process.argv: [ '/usr/local/bin/node', '/srv/app/src/worker.js' ]", "/srv/app/src/worker.js"), ("     Running `target/debug/worker --once`", "target/debug/worker"),
    ])
  func scripts(_ line: String, _ script: String) throws {
    #expect(announcing.announcement(line)?.script == script)
  }

  @Test("a tree of processes shows the pid before the command")
  func tree() throws {
    let found = try #require(announcing.announcement("└─4312 /usr/bin/python3 /srv/app/worker.py"))
    #expect(found.pid == 4312 && found.script == "/srv/app/worker.py" && found.subject == .another)
  }

  @Test(
    "what prepares, sentences, and interpreters run nothing",
    arguments: [
      "+ pip install -r requirements.txt", "+ python manage.py migrate", "> node --version", "+ python -m pip install -U pip", "> tsc -p .",
      "please use node instead of the worker", "try python 3.12 for that", "found binary: /usr/bin/python3", "+ npx prisma generate",
    ])
  func none(_ line: String) { #expect(announcing.announcement(line)?.script == nil) }

  @Test("a program's name stands at the start of its banner; words that every program has are none")
  func banners() {
    #expect(announcing.announcement("claimsvc up, pid 4312")?.program == "claimsvc")
    #expect(announcing.announcement("digest v2.3.1 starting (pid 4312)")?.program == "digest")
    #expect(announcing.announcement("worker started, pid 4312")?.program == nil)
  }

  @Test("who is starting something knows no pid but its own; who has started something names another")
  func gerunds() {
    #expect(announcing.announcement("starting worker (pid 4312)")?.subject == .itself)
    #expect(announcing.announcement("started worker (pid 4312)")?.subject == .another)
  }

  @Test(
    "more words for one's own pid",
    arguments: ["my pid is 4312", "Process ID: 4312", "process_id=4312 up", "os.getpid()=4312", "up as process id 4312"])
  func pids(_ line: String) { #expect(announcing.announcement(line)?.pid == 4312) }
}
