import CulpritIntake
import CulpritSignals
import Testing

@Suite("Python's tracebacks")
struct ChainsPythonTests {
  private let chained = """
    Traceback (most recent call last):
      File "/opt/venv/lib/python3.12/site-packages/lampwire/client.py", line 40, in post
        raise self.refusal(response)
    lampwire.KeyRefused: Error code: 401 - {'error': {'message': 'no such key', 'type': 'invalid_request_error', 'code': 'invalid_api_key'}}

    The above exception was the direct cause of the following exception:

    Traceback (most recent call last):
      File "/srv/orchard/llm.py", line 12, in ask
        return client.post(prompt)
               ^^^^^^^^^^^^^^^^^^^
    orchard.llm.AskFailed: model call failed

    During handling of the above exception, another exception occurred:

    Traceback (most recent call last):
      File "/srv/orchard/main.py", line 3, in <module>
        run()
      File "/srv/orchard/main.py", line 30, in run
        report(ask())
    RuntimeError: report lost
    """

  @Test("the last entry printed is the outermost, and both kinds of chaining keep their name")
  func chaining() {
    #expect(
      outlines(textRecord(chained)) == [
        "RuntimeError > during orchard.llm.AskFailed > cause lampwire.KeyRefused"
      ])
  }

  @Test("frames are those of the entry, outermost first, and a body's facts are properties")
  func framesAndFacts() throws {
    let chain = try #require(ChainParser().chains(in: textRecord(chained)).first)
    #expect(chain.links[0].frames.map(\.function) == ["<module>", "run"])
    #expect(chain.links[0].place.offset == 20)
    let refusal = try #require(chain.link("KeyRefused"))
    #expect(refusal.frames.first?.line == 40)
    #expect(refusal.properties["status"] == "401")
    #expect(refusal.properties["code"] == "invalid_api_key")
    #expect(refusal.properties["error.message"] == "no such key")
  }

  @Test("what reaches a script's top level is fatal, unless a logger wrote it")
  func fatal() {
    #expect(ChainParser().chains(in: textRecord(chained)).first?.isFatal == true)
    #expect(
      ChainParser().chains(in: textRecord(chained, level: .error, format: "logging")).first?.isFatal
        == false)
    let threaded = chained.replacing("<module>", with: "target")
    #expect(ChainParser().chains(in: textRecord(threaded)).first?.isFatal == false)
  }

  @Test("a repr in the header and the traceback's last head are one error")
  func reprInHeader() {
    let text = """
      Task brew[7] raised unexpected: KeyRefused('Error code: 401 - no such key')
      Traceback (most recent call last):
        File "/srv/brew/tasks.py", line 12, in brew
          ask()
      lampwire.KeyRefused: Error code: 401 - no such key
      """
    #expect(outlines(textRecord(text, level: .error)) == ["lampwire.KeyRefused"])
  }

  @Test("a group's branches are chains of their own under it")
  func groups() {
    let text = """
        + Exception Group Traceback (most recent call last):
        |   File "/srv/fleet/run.py", line 9, in <module>
        |     asyncio.run(main())
        | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
        +-+---------------- 1 ----------------
          | Traceback (most recent call last):
          |   File "/srv/fleet/a.py", line 2, in one
          |     ask()
          | lampwire.KeyRefused: no such key
          | 
          | The above exception was the direct cause of the following exception:
          | 
          | Traceback (most recent call last):
          |   File "/srv/fleet/a.py", line 5, in one
          |     raise AgentError from error
          | fleet.AgentError: agent one
          +---------------- 2 ----------------
          | Exception Group Traceback (most recent call last):
          |   File "/srv/fleet/b.py", line 2, in two
          |     await both()
          | ExceptionGroup: inner (1 sub-exception)
          +-+---------------- 1 ----------------
            | ValueError: 1
            +------------------------------------
      """
    #expect(
      outlines(textRecord(text)) == [
        "ExceptionGroup > [grouped fleet.AgentError > cause lampwire.KeyRefused | grouped ExceptionGroup > grouped ValueError]"
      ])
  }

  @Test("what only carries another process's traceback is no link, and its error is one")
  func carriers() {
    let text = """
      concurrent.futures.process._RemoteTraceback: 
      \"\"\"
      Traceback (most recent call last):
        File "/srv/pool.py", line 4, in work
          ask()
      lampwire.KeyRefused: no such key
      \"\"\"

      The above exception was the direct cause of the following exception:

      Traceback (most recent call last):
        File "/srv/main.py", line 8, in gather
          future.result()
      lampwire.KeyRefused: no such key
      """
    #expect(outlines(textRecord(text)) == ["lampwire.KeyRefused"])
    let other = text.replacingLast(
      "lampwire.KeyRefused: no such key", by: "TypeError: cannot pickle '_thread.RLock' object")
    #expect(outlines(textRecord(other)) == ["TypeError > cause lampwire.KeyRefused"])
  }

  @Test("a traceback that an error's message quotes adds no links")
  func quotedTraceback() {
    let text = """
      Traceback (most recent call last):
        File "/opt/venv/lib/python3.12/site-packages/gate/base.py", line 7, in token
          raise ValueError("no key")
      ValueError: no key

      During handling of the above exception, another exception occurred:

      Traceback (most recent call last):
        File "/srv/gate.py", line 25, in consume
          call()
      gate.errors.ConnectionError: gate.ConnectionError: no key
      Traceback (most recent call last):
        File "/opt/venv/lib/python3.12/site-packages/gate/base.py", line 7, in token
          raise ValueError("no key")
      ValueError: no key
      """
    #expect(outlines(textRecord(text)) == ["gate.errors.ConnectionError > during ValueError"])
  }

  @Test("boxes, panels in between, and carriage returns do not hide a traceback")
  func odd() {
    let box = """
      ╭──────────── Traceback (most recent call last) ────────────╮
      │ /srv/orchard/main.py:30 in run                            │
      │                                                           │
      │ ❱ 30 │   ask()                                            │
      ╰───────────────────────────────────────────────────────────╯
      KeyRefused: Error code: 401
      """
    let chains = ChainParser().chains(in: textRecord(box))
    #expect(chains.map(\.outline) == ["KeyRefused"])
    #expect(
      chains.first?.links[0].frames == [Frame(file: "/srv/orchard/main.py", line: 30, function: "run")])
    let joined =
      "[ERROR] KeyRefused: no key\rTraceback (most recent call last):\r  File \"/srv/h.py\", line 3, in handle\r    ask()"
    #expect(ChainParser().chains(in: textRecord(joined)).first?.links.first?.frames.count == 1)
    let flat =
      "KeyRefused: no key.Traceback (most recent call last):  File \"/srv/h.py\", line 3, in handle    ask()"
    let link = ChainParser().chains(in: textRecord(flat)).first?.links.first
    #expect(link?.message == "no key.")
    #expect(link?.frames == [Frame(file: "/srv/h.py", line: 3, function: "handle")])
  }

  @Test(
    "rich's handler prints in a column and wraps at the width; Ray prints its worker's error below its own")
  func columnsAndWorkers() throws {
    let handler = """
      ERROR    job failed                            worker.py:12
                    ╭──── Traceback (most recent call last) ────╮
                    │ /srv/a.py:12 in main                      │
                    ╰───────────────────────────────────────────╯
                    KeyRefused: Error code: 401 - {'error':
                    {'code': 'invalid_api_key'}}
      """
    let link = try #require(ChainParser().chains(in: textRecord(handler, level: .error)).first?.links.first)
    #expect(link.message == "Error code: 401 - {'error': {'code': 'invalid_api_key'}}")
    #expect(link.properties["code"] == "invalid_api_key")
    let ray = """
      Traceback (most recent call last):
        File "/srv/main.py", line 9, in <module>
          ray.get(f.remote())
      ray.exceptions.RayTaskError(KeyRefused): ray::f() (pid=123, ip=10.0.0.1)
        File "/srv/main.py", line 4, in f
          ask()
      lampwire.KeyRefused: Error code: 401
      """
    #expect(outlines(textRecord(ray)) == ["ray.exceptions.RayTaskError > cause lampwire.KeyRefused"])
  }
}

extension String {
  fileprivate func replacingLast(_ text: String, by other: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let index = lines.lastIndex(of: text) { lines[index] = other }
    return lines.joined(separator: "\n")
  }
}
