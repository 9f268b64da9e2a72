import CulpritIntake
import CulpritSignals
import Testing

@Suite("What the other runtimes print")
struct ChainsRuntimeTests {
  @Test("the JVM's causes and suppressed errors hang where their columns say")
  func jvm() throws {
    let text = """
      delivery 5 rejected
      io.ledger.ExtractionException: cannot extract
      \tat io.ledger.Extractor.extract(Extractor.java:18)
      \tat java.base/java.lang.Thread.run(Thread.java:840)
      \tSuppressed: java.io.IOException: stream closed
      \t\tat io.ledger.Main.close(Main.java:3)
      \tCaused by: java.lang.IllegalStateException: inner of suppressed
      \t\t... 2 more
      Caused by: com.maker.errors.RefusedException: {
          "error": {
              "message": "no such key",
              "code": "invalid_api_key"
          }
      }

      \tat com.maker.Handler$1.handle(Handler.kt:56)
      \t... 23 more
      """
    let chain = try #require(ChainParser().chains(in: textRecord(text, level: .error)).first)
    #expect(
      chain.outline
        == "io.ledger.ExtractionException > [cause com.maker.errors.RefusedException | suppressed java.io.IOException > cause java.lang.IllegalStateException]"
    )
    #expect(chain.link("RefusedException")?.properties["code"] == "invalid_api_key")
    #expect(
      chain.links[0].frames.last
        == Frame(file: "Extractor.java", line: 18, function: "io.ledger.Extractor.extract"))
    #expect(chain.links[0].frames.first?.isApplication == false)
  }

  @Test("an uncaught error of a thread is fatal")
  func uncaughtThread() {
    let text =
      "Exception in thread \"main\" java.lang.ExceptionInInitializerError\n\tat a.B.c(B.java:1)\nCaused by: java.lang.IllegalStateException: no key\n\tat a.D.<clinit>(D.java:2)"
    let chain = ChainParser().chains(in: textRecord(text)).first
    #expect(
      chain?.outline == "java.lang.ExceptionInInitializerError > cause java.lang.IllegalStateException")
    #expect(chain?.isFatal == true)
  }

  @Test(".NET prints the heads first and the stacks from the innermost on")
  func dotNet() throws {
    let text = """
      Unhandled exception. Orchard.AskException: ask failed
       ---> System.ClientModel.ClientResultException: HTTP 401 (invalid_request_error: invalid_api_key)

      no such key
         at Maker.Client.Send(Request r) in /src/Client.cs:line 12
         --- End of inner exception stack trace ---
         at Orchard.Program.Ask() in /app/Program.cs:line 7
         at Orchard.Program.Main(String[] args) in /app/Program.cs:line 3
      """
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(chain.outline == "Orchard.AskException > cause System.ClientModel.ClientResultException")
    #expect(chain.isFatal)
    #expect(chain.links[0].frames.map(\.line) == [3, 7])
    #expect(chain.links[1].frames.map(\.line) == [12])
    #expect(chain.links[1].properties["status"] == "401")
    #expect(chain.links[1].message.contains("no such key"))
  }

  @Test("Go's panic has the class that its text names, and the frames of its goroutine")
  func goPanic() throws {
    let text = """
      panic: north, day 1: [NodeRunError] error, status code: 401, message: no such key
      \t------------------------
      \tnode path: [node_0]

      goroutine 18 [running]:
      main.mustPlan({0xd4a7b0, 0x14c2040}, 0x1)
      \t/src/mealplan/main.go:32 +0x254
      created by main.main in goroutine 1
      \t/src/mealplan/main.go:58 +0x414
      exit status 2
      """
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(chain.outline == "NodeRunError")
    #expect(chain.isFatal)
    #expect(chain.links[0].properties["status"] == "401")
    #expect(chain.links[0].frames.map(\.function) == ["main.main", "main.mustPlan"])
    #expect(
      outlines(textRecord("panic: no key\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/m.go:3 +0x1")) == [
        "panic"
      ])
  }

  @Test("Ruby prints the class behind its message, and causes behind the backtrace")
  func ruby() throws {
    let text = """
      /srv/sift/lib/sift.rb:44:in 'Sift#perform': review 7 could not be sifted (Sift::Error)
      \tfrom /srv/sift/bin/run:3:in '<main>'
      /srv/sift/lib/client.rb:9:in 'Client#post': responded 401 (Sift::UpstreamError)
      \tfrom /srv/sift/lib/sift.rb:39:in 'Sift#perform'
      """
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(chain.outline == "Sift::Error > cause Sift::UpstreamError")
    #expect(chain.links[0].frames.map(\.line) == [3, 44])
    let rails =
      "Faraday::UnauthorizedError (the server responded with status 401):\n\napp/services/ask.rb:12:in 'Ask#call'"
    #expect(outlines(textRecord(rails)) == ["Faraday::UnauthorizedError"])
  }

  @Test("Ruby's Logger prints the class behind the message, above the backtrace")
  func rubyLogger() throws {
    let text = "key not found: \"TOKEN\" (KeyError)\n/srv/sift/ask.rb:6:in `fetch'\nbaler.rb:3:in `<main>'"
    let chain = try #require(ChainParser().chains(in: textRecord(text, level: .error, format: "ruby-logger")).first)
    #expect(chain.outline == "KeyError" && chain.links[0].frames.map(\.file) == ["baler.rb", "/srv/sift/ask.rb"])
  }

  @Test("what stands below a Ruby error without a backtrace is somebody else's")
  func rubyTopLevel() throws {
    let text = "baler.rb:3:in `<main>': no key (KeyError)\n" + (1...9).map { "row \($0) mowed" }.joined(separator: "\n")
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(chain.links[0].message == "no key")
  }

  @Test("a head with frames and another head below it carries that error")
  func carrier() {
    let text = "ray.exceptions.RayTaskError: ray::mast() (pid=4121, ip=127.0.0.1)\n  File \"/srv/raft.py\", line 11, in mast\n    return call()\nshop.MastError: broken"
    #expect(outlines(textRecord(text)) == ["ray.exceptions.RayTaskError > cause shop.MastError"])
  }

  @Test("long objects that are no errors take no chain's place")
  func noChains() {
    let object = "    context: {\n" + (0..<70).map { "      \"key\($0)\": \"value\"\n" }.joined() + "    }\n"
    let text = String(repeating: object, count: 40) + "KeyError: 'x'\n  at ask (/srv/a.js:3:9)"
    #expect(outlines(textRecord("state\n" + text)).contains { $0.contains("KeyError") })
  }

  @Test("PHP prints the innermost first, Monolog the outermost")
  func php() throws {
    let native = """
      PHP Fatal error:  Uncaught GuzzleHttp\\Exception\\ClientException: Client error: 401 in /srv/vendor/guzzle/R.php:113
      Stack trace:
      #0 /srv/triage.php(48): GuzzleHttp\\Client->post()
      #1 {main}

      Next TriageException: mail 7 not triaged in /srv/triage.php:51
      Stack trace:
      #0 /srv/worker.php(10): Triage->subject()
      #1 {main}
        thrown in /srv/triage.php on line 51
      """
    let chain = try #require(ChainParser().chains(in: textRecord(native)).first)
    #expect(chain.outline == "TriageException > cause GuzzleHttp\\Exception\\ClientException")
    #expect(chain.links[1].type == "ClientException")
    #expect(chain.isFatal)
    #expect(chain.links[0].frames.map(\.line) == [10, 51])
    let monolog = """
      mail 7 not triaged {"exception":"[object] (TriageException(code: 401): mail 7 not triaged at /srv/triage.php:51)
      [stacktrace]
      #0 /srv/worker.php(10): Triage->subject()
      #1 {main}

      [previous exception] [object] (GuzzleHttp\\\\Exception\\\\ClientException(code: 401): Client error: `POST https://maker.test` resulted in a `401 Unauthorized` response:
      {
          \\"error\\": {
       at /srv/vendor/guzzle/R.php:113)
      [stacktrace]
      #0 /srv/triage.php(48): GuzzleHttp\\\\Client->post()
      "} []
      """
    #expect(
      outlines(textRecord(monolog, level: .error)) == [
        "TriageException > cause GuzzleHttp\\Exception\\ClientException"
      ])
    let json =
      #"{"message":"no","context":{"exception":{"class":"TriageException","message":"no","code":401,"file":"/srv/t.php:51","trace":["/srv/w.php:10"],"previous":{"class":"GuzzleHttp\\Exception\\ClientException","message":"Client error","code":401}}}}"#
    #expect(
      outlines(jsonRecord(json)) == ["TriageException > cause GuzzleHttp\\Exception\\ClientException"])
  }

  @Test("Rust's panics name the printed value; numbered causes stay in the message")
  func rust() throws {
    let panic = """
      thread 'main' panicked at src/main.rs:10:43:
      called `Result::unwrap()` on an `Err` value: ApiError(ApiError { message: "no such key", code: Some("invalid_api_key") })
      note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
      """
    let chain = try #require(ChainParser().chains(in: textRecord(panic)).first)
    #expect(chain.outline == "ApiError")
    #expect(chain.isFatal)
    let anyhow = "Error: brief failed\n\nCaused by:\n    0: chat completion failed\n    1: 401 no such key"
    let report = try #require(ChainParser().chains(in: textRecord(anyhow)).first)
    #expect(report.outline == "Error")
    #expect(report.links[0].message.contains("no such key"))
  }

  @Test("structured errors of ECS, OpenTelemetry, structlog and Lambda")
  func structured() {
    let ecs =
      #"{"message":"skipped","error.type":"shop.EnrichException","error.message":"no text","error.stack_trace":"shop.EnrichException: no text\n\tat shop.E.d(E.java:55)\nCaused by: maker.AuthException: 401\n\tat maker.X.y(X.java:1)"}"#
    #expect(outlines(jsonRecord(ecs)) == ["shop.EnrichException > cause maker.AuthException"])
    let otel =
      #"{"body":"x","attributes":{"exception.type":"maker.AuthError","exception.message":"no key","exception.stacktrace":"Traceback (most recent call last):\n  File \"/a.py\", line 1, in f\n    g()\nmaker.AuthError: no key"}}"#
    #expect(outlines(jsonRecord(otel)) == ["maker.AuthError"])
    let structlog =
      #"{"event":"failed","exception":[{"exc_type":"BadRequest","exc_value":"outer","is_cause":false,"frames":[{"filename":"/srv/g.py","lineno":25,"name":"consume"}]},{"exc_type":"MakerError","exc_value":"inner","is_cause":false,"frames":[]},{"exc_type":"AuthError","exc_value":"no key","is_cause":true,"frames":[]}]}"#
    #expect(outlines(jsonRecord(structlog)) == ["BadRequest > during MakerError > cause AuthError"])
    let lambda =
      #"{"errorType":"AuthError","errorMessage":"401 no key","stack":["AuthError: 401 no key","    at f (/var/task/a.js:1:1)"]}"#
    #expect(outlines(jsonRecord(lambda)) == ["AuthError"])
    let inside =
      #"{"level":"error","msg":"{\"type\":\"OuterError\",\"message\":\"a\",\"cause\":{\"type\":\"InnerError\",\"message\":\"b\"}}"}"#
    #expect(outlines(jsonRecord(inside)) == ["OuterError > cause InnerError"])
  }

  @Test("Elixir, C++ and Rust's structured logs name a class in their own places")
  func others() {
    let elixir = """
      GenServer Orchard.Worker terminating
      ** (Maker.AuthError) 401 no such key
          (orchard 0.1.0) lib/orchard.ex:12: Orchard.run/1
          (elixir 1.15.0) lib/task.ex:3: Task.run/1
      """
    let chain = ChainParser().chains(in: textRecord(elixir)).first
    #expect(chain?.outline == "Maker.AuthError")
    #expect(chain?.links[0].frames.map(\.line) == [3, 12])
    let cpp = "terminate called after throwing an instance of 'maker::AuthError'\n  what():  no such key"
    #expect(outlines(textRecord(cpp)) == ["maker::AuthError"])
    let rust =
      #"brief failed error=ApiError(ApiError { message: "no such key", code: Some("invalid_api_key") })"#
    let link = ChainParser().chains(in: textRecord(rust, level: .error)).first?.links.first
    #expect(link?.type == "ApiError")
    #expect(link?.properties["code"] == "invalid_api_key")
  }

  @Test("Sentry lists the innermost first; a provider's body under response is no link")
  func listsAndBodies() {
    let sentry =
      #"{"exception":{"values":[{"type":"AuthError","value":"no key"},{"type":"CrewError","value":"outer"}]}}"#
    #expect(outlines(jsonRecord(sentry)) == ["CrewError > cause AuthError"])
    let body =
      #"{"level":"error","msg":"failed","response":{"object":"error","message":"no key","type":"BadRequestError","code":401}}"#
    #expect(outlines(jsonRecord(body)) == [])
    let typed =
      #"{"level":"ERROR","msg":"failed","error_type":"*openai.Error","error":"POST: 401 Unauthorized"}"#
    #expect(outlines(jsonRecord(typed)) == ["*openai.Error"])
  }

  @Test("hashes of shortened stacks, Rails' pairs and parentheses do not hide a class")
  func decorated() throws {
    let hash =
      "#4f5a2b1c> a.OuterException: x\n\tat a.B.c(B.java:1)\nCaused by: #aabbccdd> b.InnerException: y\n\tat b.C.d(C.java:2)"
    #expect(outlines(textRecord(hash)) == ["a.OuterException > cause b.InnerException"])
    let rails =
      #"{"status":500,"exception":["Maker::UnauthorizedError","the server responded with status 401"]}"#
    let link = try #require(ChainParser().chains(in: jsonRecord(rails)).first?.links.first)
    #expect(link.type == "Maker::UnauthorizedError")
    #expect(link.properties["status"] == "401")
    let job =
      "Error performing AskJob (Job ID: 1) in 30ms: Maker::UnauthorizedError (responded with status 401):"
    #expect(
      ChainParser().chains(in: textRecord(job)).first?.links.first?.message == "responded with status 401")
    let coded = ChainParser().chains(in: textRecord("request failed: ClientException(401): Unauthorized"))
      .first
    #expect(coded?.links.first?.properties["status"] == "401")
  }
}
