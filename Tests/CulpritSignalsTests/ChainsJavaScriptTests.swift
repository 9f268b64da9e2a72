import CulpritIntake
import CulpritSignals
import Testing

@Suite("What Node, Bun and their loggers print")
struct ChainsJavaScriptTests {
  @Test("nested causes, own properties and bracketed names become one chain")
  func causes() throws {
    let text = """
      brief failed: CrewFailed [Error]: crew 'ports' failed
          at Crew.kickoff (/srv/crew/src/crew.ts:20:13)
          at async file:///srv/crew/src/nightly.ts:11:17 {
        crew: 'ports',
        previous: CallError [AI_CallError]: call failed
            at Model.invoke (/srv/crew/node_modules/ai/dist/index.js:18:13)
            ... 6 lines matching cause stack trace ...
            at async run (/srv/crew/src/crew.ts:16:18) {
          [cause]: RefusedError: 401 no such key

          Help: https://example.test/KEYS

              at generate (/srv/crew/node_modules/sdk/error.js:48:20) {
            status: 401,
            headers: Headers {
              'x-request-id': 'req_1',
              server: 'edge'
            },
            error: {
              type: 'invalid_request_error',
              code: 'invalid_api_key',
              message: 'no such key'
            },
            cause: undefined
          }
        }
      }
      """
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(chain.outline == "CrewFailed > cause AI_CallError > cause RefusedError")
    #expect(chain.links[0].frames.map(\.file) == ["/srv/crew/src/nightly.ts", "/srv/crew/src/crew.ts"])
    #expect(chain.links[0].properties["crew"] == "ports")
    #expect(chain.links[1].frames.count == 2)
    #expect(chain.links[2].properties["headers.x-request-id"] == "req_1")
    #expect(chain.links[2].properties["code"] == "invalid_api_key")
    #expect(chain.links[2].properties["status"] == "401")
    #expect(chain.links[2].message.hasSuffix("/KEYS"))
    #expect(!chain.isFatal)
  }

  @Test("an error that its own cause leads back to is printed with a mark, and is read without end")
  func circle() throws {
    let text = """
      <ref *1> JobError: job failed
          at run (/srv/a.js:1:1) {
        [cause]: <ref *2> CallError: 401 no such key
            at call (/srv/b.js:1:1) {
          [cause]: [Circular *1],
          owner: [Circular *2]
        }
      }
      """
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(chain.outline == "JobError > cause CallError")
    #expect(chain.links[1].message == "401 no such key")
  }

  @Test("a cause too deep to be printed is a link, an untyped object is none")
  func tooDeep() {
    let text = """
      OuterError: x
          at a (/srv/a.js:1:1) {
        error: { message: 'y', type: 'TypeError' },
        [cause]: [RefusedError]
      }
      """
    #expect(outlines(textRecord(text)) == ["OuterError > cause RefusedError"])
  }

  @Test("each element of errors is a branch")
  func aggregate() {
    let text = """
      AggregateError: 2 of 2 failed
          at main (/srv/a.js:3:1) {
        [errors]: [
          StageError: embedding
              at b (/srv/b.js:1:1) {
            [cause]: Error: no key
                at c (/srv/c.js:1:1)
          },
          Error: second
              at d (/srv/d.js:1:1)
        ]
      }
      """
    #expect(
      outlines(textRecord(text)) == ["AggregateError > [grouped StageError > cause Error | grouped Error]"])
  }

  @Test("Node's excerpt of the throw joins the head below it and makes it fatal")
  func uncaught() {
    let text = """
      /srv/app/node_modules/sdk/client.js:90
                  throw new Errors.SDKError('no key');
                  ^

      SDKError: no key
          at new Client (/srv/app/node_modules/sdk/client.js:90:19)
          at Object.<anonymous> (/srv/app/dist/shared.js:9:18)

      Node.js v20.20.2
      """
    let chains = ChainParser().chains(in: textRecord(text))
    #expect(chains.map(\.outline) == ["SDKError"])
    #expect(chains.first?.isFatal == true)
    #expect(chains.first?.links[0].frames.first?.isModuleLoad == true)
  }

  @Test("Bun's cause without a class gives its facts to the link before")
  func bun() throws {
    let text = """
       8 | try {
       9 |   throw new GlossaryError(term, { cause });
                   ^
      GlossaryError: entry failed
            at /srv/lingo/glossary.ts:9:25

      43 |         if (status === 401) {
      44 |             return new RefusedError(status, error);
                              ^
      error: 401 no such key
          status: 401,
         headers: Headers {
        "x-request-id": "req_2",
      },
            code: "invalid_api_key"

            at generate (/srv/lingo/node_modules/sdk/error.mjs:44:20)
      """
    let chain = try #require(ChainParser().chains(in: textRecord(text)).first)
    #expect(ChainParser().chains(in: textRecord(text)).count == 1)
    #expect(chain.outline == "GlossaryError")
    #expect(chain.links[0].properties["status"] == "401")
    #expect(chain.links[0].properties["code"] == "invalid_api_key")
    #expect(chain.links[0].message.contains("no such key"))
  }

  @Test("pino, pino-pretty, winston and tslog print the same chain in their own ways")
  func loggers() {
    let pino = #"""
      {"level":50,"err":{"type":"Error","name":"AgentError","message":"agent: call: no key","stack":"AgentError: agent\n    at a (/srv/a.js:1:1)\ncaused by: GatewayError: call\n    at b (/srv/b.js:1:1)\ncaused by: Error: no key\n    at c (/srv/c.js:1:1)","ticket":"T-1"},"msg":"job failed"}
      """#
    #expect(outlines(jsonRecord(pino)) == ["AgentError > cause GatewayError > cause Error"])
    let pretty = """
      job failed
          jobId: "1"
          err: {
            "type": "Error",
            "message": "agent",
            "stack":
                AgentError: agent
                    at a (/srv/a.js:1:1)
            "cause": {
              "name": "GatewayError",
              "model": "m-1"
            },
            "name": "AgentError"
          }
      """
    #expect(outlines(textRecord(pretty, level: .error)) == ["AgentError > cause GatewayError"])
    let winston = """
      thread 0 died Crew failed {"name":"CrewError","crew":"ports","cause":{"name":"AgentError","agent":"r"}}
      CrewError: Crew failed
          at kickoff (file:///srv/crew.js:21:13)
      """
    #expect(outlines(textRecord(winston, level: .error)) == ["CrewError > cause AgentError"])
    let bullets = """
       NoteError  tagging failed, NoteError
      error stack:
        • tagger.js\tTimeout._onTimeout
      \tsrc/tagger.js:15
      Caused by (1): Error: [Maker Error]: refused
        • index.mjs\thandle
      \tnode_modules/maker/index.mjs:432
      """
    #expect(outlines(textRecord(bullets, level: .error)) == ["NoteError > cause Error"])
  }

  @Test("an object's own class wins over a plain Error, and a list of classes is a chain")
  func fields() {
    let winston =
      #"{"level":"error","name":"CrewError","message":"failed","stack":"CrewError: failed\n    at a (/srv/a.js:1:1)","cause":{"name":"AgentError","agent":"r"}}"#
    #expect(outlines(jsonRecord(winston)) == ["CrewError > cause AgentError"])
    let list =
      #"{"level":"error","error":"claim: no key","error_chain":["*main.ClaimError","*fmt.wrapError","*auth.NoKeyError"]}"#
    #expect(
      outlines(jsonRecord(list)) == ["*main.ClaimError > cause *fmt.wrapError > cause *auth.NoKeyError"])
    let body =
      #"{"level":"error","status":401,"response":{"error":{"message":"no","type":"invalid_request_error","code":"invalid_api_key"}}}"#
    #expect(outlines(jsonRecord(body)) == [])
  }

  @Test("Deno's excerpt is no part of the message, and Node's announcement makes an error fatal")
  func excerpts() {
    let deno = """
      error: Uncaught (in promise) RefusedError: 401 no such key
                  return new RefusedError(status);
                         ^
          at generate (file:///srv/deps/sdk/error.mjs:41:20)
      """
    let chain = ChainParser().chains(in: textRecord(deno)).first
    #expect(chain?.links.map(\.message) == ["401 no such key"])
    #expect(chain?.isFatal == true)
    let announced = """
      Unhandled Rejection at: Promise {
        <rejected> RefusedError: 401 no such key
            at f (/srv/a.js:1:2)
      }
      """
    #expect(ChainParser().chains(in: textRecord(announced)).first?.isFatal == true)
  }
}
