import CulpritDiagnosis
import CulpritIntake
import CulpritReport
@testable import CulpritSignals

/// Reports made by hand, one for each thing that a report can have to say.
enum Samples {
  static let all: [(name: String, report: Report)] = [
    ("not-inherited", notInherited), ("several", several), ("nothing", nothing), ("empty", empty),
    ("silence-with-gaps", silenceWithGaps), ("hostile", hostile), ("probed", probed),
  ]

  static func text(_ text: String) -> RedactedText { RedactedText(redacted: text) }

  /// Of 2026-11-23 in UTC; seconds since midnight.
  static func time(_ seconds: Int, hasZone: Bool = true) -> LogTime {
    LogTime(Timestamp(nanoseconds: Int64(1_795_392_000 + seconds) * 1_000_000_000, hasZone: hasZone))
  }

  static func place(_ source: String, _ line: Int) -> SourcePlace {
    SourcePlace(source: source, line: line, offset: line * 100)
  }

  static func input(_ formats: [String: Int], skipped: [Report.Skipped] = []) -> Report.Input {
    Report.Input(sources: 2, bytes: 10_485_760, lines: 80_211, records: 612, formats: formats, skipped: skipped)
  }

  static func process(
    _ id: String, _ service: String?, pid: Int?, credentials: [CredentialSummary] = []
  ) -> ProcessSummary {
    var process = ProcessSummary(id: id, credentials: credentials)
    process.service = service
    process.pid = pid
    process.boundBy = "pid"
    return process
  }

  static func credential(_ state: CredentialSummary.State, tail: String?, length: Int?) -> CredentialSummary {
    CredentialSummary(
      variable: "OPENAI_API_KEY", provider: "openai", state: state, head: tail == nil ? nil : "sk-proj-", tail: tail,
      length: length, place: place("worker.log", 3))
  }

  static func member(_ id: String, _ service: String?, pid: Int?, entrypoint: String?, count: Int) -> Incident.Member {
    var member = Incident.Member(id: id, count: count)
    member.service = service
    member.pid = pid
    member.entrypoint = entrypoint
    return member
  }

  static func link(_ id: Int, _ type: String, _ message: String, verdict: Bool = false) -> ChainLink {
    var link = ChainLink(id: id, parent: id == 0 ? nil : id - 1, type: type, place: place("worker.log", 118 + id))
    link.message = text(message)
    link.isVerdict = verdict
    return link
  }

  static func evidence(_ signal: String, _ weight: Double, _ place: SourcePlace, _ line: String) -> Evidence {
    Evidence(signal: signal, weight: weight, place: place, text: text(line))
  }
}

// MARK: The incident of the documentation

extension Samples {
  static var notInheritedIncident: Incident {
    var incident = Incident(id: "f3a91c20", cause: .missingEnv, confidence: 0.97, count: 12)
    incident.subcause = "not-inherited"
    incident.subcauseConfidence = 0.61
    incident.provider = "openai"
    incident.variable = "OPENAI_API_KEY"
    incident.firstSeen = time(11_640)
    incident.lastSeen = time(11_681)
    var worker = member("worker-4312", "worker", pid: 4312, entrypoint: "dist/worker.js", count: 12)
    worker.lastSuccess = .never
    var web = member("web-4100", "web", pid: 4100, entrypoint: "dist/server.js", count: 0)
    web.lastSuccess = .at(time(11_679))
    incident.processes = [worker]
    incident.healthy = [web]
    incident.chain = [
      link(0, "CrewExecutionError", "crew run failed"), link(1, "OpenAILLMError", "chat completion failed"),
      link(2, "OpenAIError", "The OPENAI_API_KEY environment variable is missing or empty; either provide it, or "
        + "instantiate the OpenAI client with an apiKey option, like new OpenAI({ apiKey: 'My API Key' }).",
        verdict: true),
    ]
    incident.chain[2].frame = ChainLink.Frame(file: "/srv/app/dist/llm.js", line: 12, function: "createClient")
    incident.evidence = [
      evidence("credential-absent", 4.2, place("worker.log", 120),
        "OpenAIError: The OPENAI_API_KEY environment variable is missing or empty; either provide it, or "
          + "instantiate the OpenAI client with an apiKey option, like new OpenAI({ apiKey: 'My API Key' })."),
      evidence("credential-state", 2.1, place("worker.log", 3),
        "worker of the crew, build 7f3c2a1e of the second of March, with its six queues and all of their limits, on the "
          + "machine that nobody calls by its name any more: OPENAI_API_KEY present: false, ANTHROPIC_API_KEY present: true"),
      evidence("credential-state", 1.9, place("web.log", 2), "OPENAI_API_KEY present: true"),
    ]
    incident.evidence[0].reason = text("the client finds no key")
    incident.evidence[1].reason = text("it says that OPENAI_API_KEY is not there")
    incident.evidence[1].focus = "OPENAI_API_KEY"
    incident.evidence[2].reason = text("web says that OPENAI_API_KEY is there")
    incident.explanation = text(
      "worker (pid 4312, dist/worker.js) was started without OPENAI_API_KEY; web (pid 4100) of the same deployment "
        + "has it and works.")
    incident.alternatives = [
      Incident.Alternative(cause: .missingEnv, subcause: "absent", confidence: 0.36, objection: "web has it"),
      Incident.Alternative(
        cause: .staleCredential, subcause: "rejected", confidence: 0.02,
        objection: "no key was ever sent to be refused")
    ]
    incident.fix = Incident.Fix(
      summary: "hand the environment to the worker where it is started", steps: [],
      snippet: Incident.Fix.Snippet(
        language: "ts", code: "new Worker(\"./dist/worker.js\", { env: process.env })"),
      verify: "culprit probe node   prints the lines to log at the worker's start")
    return incident
  }

  static var notInherited: Report {
    Report(
      input: input(["nest": 498, "pino": 114]),
      processes: [
        process("web-4100", "web", pid: 4100, credentials: [credential(.present, tail: "a1B2", length: 164)]),
        process("worker-4312", "worker", pid: 4312, credentials: [credential(.absent, tail: nil, length: nil)]),
      ],
      incidents: [notInheritedIncident], neighbours: [], unexplained: [])
  }
}

// MARK: Several incidents

extension Samples {
  static var rotated: Incident {
    var incident = Incident(id: "0b77e1d4", cause: .staleCredential, confidence: 0.9312499, count: 1840)
    incident.subcause = "rotated"
    incident.provider = "azure-openai"
    incident.variable = "AZURE_OPENAI_API_KEY"
    incident.status = 401
    incident.firstSeen = time(-7_260)
    incident.lastSeen = time(3_661)
    incident.recovered = true
    incident.processes = (1...15).map {
      var member = member(
        "consumer-\($0)", "embedding-consumer-\($0)", pid: 20_000 + $0,
        entrypoint: "/srv/deployments/2026-11-21/releases/current/consumers/embedding_consumer.py", count: 100 + $0)
      member.lastSuccess = .at(time(-7_320))
      return member
    }
    incident.relayedBy = [member("gateway", "gateway", pid: 1, entrypoint: nil, count: 15)]
    incident.chain = [
      link(0, "ExceptionGroup", "unhandled errors in a TaskGroup (2 sub-exceptions)"),
      link(1, "EmbeddingBatchError", "batch 4711 failed after 3 attempts"),
      link(2, "AuthenticationError", "Access denied due to invalid subscription key or wrong API endpoint.",
        verdict: true),
      link(3, "HTTPStatusError", ""), link(4, "CancelledError", ""),
    ]
    incident.chain[2].status = 401
    incident.chain[2].code = "invalid_subscription"
    incident.chain[3].relation = "during"
    incident.chain[4].parent = 0
    incident.chain[4].relation = "grouped"
    incident.chain[4].place = place("logs/2026-11-23/consumers/embedding-consumer-2.log.3.gz", 88_120)
    incident.evidence = (1...9).map {
      evidence("credential-refused", 3.5 / Double($0), place("consumer-\($0).log", $0 * 1000),
        "2026-11-23 00:59:\($0 + 10),123 ERROR embedding_consumer Access denied due to invalid subscription key")
    } + [evidence("request-succeeded", -0.4, place("consumer-1.log", 12), "HTTP Request: POST … \"HTTP/1.1 200 OK\"")]
    incident.explanation = text(
      "embedding-consumer-1 to -15 still use a key that worked until 21:58 and is refused since: it was replaced.")
    incident.alternatives = [
      Incident.Alternative(cause: .staleCredential, subcause: "revoked", confidence: 0.05)
    ]
    incident.fix = Incident.Fix(
      summary: "restart the consumers with the new key",
      steps: ["put the new key where the consumers read it", "restart all 15 of them: none reads it again by itself"],
      snippet: nil, verify: "each of them logs a request with status 200")
    return incident
  }

  static var undetermined: Incident {
    var incident = Incident(id: "77aa0310", cause: .undetermined, confidence: 0.42, count: 1)
    incident.provider = "groq"
    incident.status = 401
    incident.processes = [member("p1", nil, pid: nil, entrypoint: nil, count: 1)]
    incident.evidence = [
      evidence("credential-refused", 1.1, place("-", 9), "groq.AuthenticationError: Error code: 401")
    ]
    incident.explanation = text("A process that the log does not name was refused by groq; nothing tells why.")
    incident.alternatives = [
      Incident.Alternative(cause: .staleCredential, subcause: "rejected", confidence: 0.42),
      Incident.Alternative(cause: .missingEnv, subcause: "placeholder", confidence: 0.31),
      Incident.Alternative(cause: .wrongProvider, subcause: "foreign-key", confidence: 0.2),
    ]
    incident.question = Incident.Question(
      text: "What do the first and the last characters of the key look like in the process that fails?",
      probe: "python")
    return incident
  }

  static var hedged: Incident {
    var incident = Incident(id: "1c1c1c1c", cause: .wrongProvider, confidence: 0.64, count: 3)
    incident.subcause = "foreign-key"
    incident.provider = "openai"
    incident.variable = "OPENAI_API_KEY"
    incident.status = 401
    incident.firstSeen = time(100, hasZone: false)
    incident.lastSeen = time(100, hasZone: false)
    incident.processes = [member("lambda", "summarise-λ-関数", pid: nil, entrypoint: "handler.main", count: 3)]
    incident.explanation = text("summarise-λ-関数 sends a key of another provider to openai.")
    incident.alternatives = [
      Incident.Alternative(cause: .wrongProvider, subcause: "foreign-key", confidence: 0.64),
      Incident.Alternative(cause: .wrongProvider, subcause: "wrong-endpoint", confidence: 0.3),
    ]
    return incident
  }

  static var several: Report {
    var limited = Neighbour(
      kind: "rate-limited", count: 1204, place: place("consumer-1.log", 9), text: text("429 Too Many Requests"))
    limited.provider = "azure-openai"
    limited.status = 429
    limited.firstSeen = time(10)
    limited.remedy = "Send less at once."
    let own = Neighbour(kind: "own-auth", count: 1, place: place("web.log", 5), text: text("login failed"))
    return Report(
      input: input(["python-logging": 498, "cri": 100, "nest": 100]),
      processes: rotated.processes.map { process($0.id, $0.service, pid: $0.pid) },
      incidents: [rotated, hedged, undetermined], neighbours: [limited, own], unexplained: [])
  }
}

// MARK: Silence, and what a log can try

extension Samples {
  static var nothing: Report {
    Report(input: input(["pino": 3]), processes: [], incidents: [], neighbours: [], unexplained: [])
  }

  static var empty: Report {
    let input = Report.Input(sources: 0, bytes: 0, lines: 0, records: 0, formats: [:], skipped: [])
    return Report(input: input, processes: [], incidents: [], neighbours: [], unexplained: [])
  }

  static var silenceWithGaps: Report {
    let skipped = [
      Report.Skipped(source: "old.tar.gz!web.log", offset: 4096, bytes: nil, reason: .corrupt, detail: "deflate: invalid block"),
      Report.Skipped(source: "photo.jpg", offset: nil, bytes: 1_234_567, reason: .notText, detail: ""),
    ]
    return Report(
      input: input([:], skipped: skipped), processes: [process("w", "worker", pid: 7)], incidents: [],
      neighbours: [],
      unexplained: [
        Unexplained(count: 3, place: place("worker.log", 44), text: text("vendor said: credentials not acceptable"))
      ])
  }

  /// Names that try to act on the terminal or to break the page.
  static var hostile: Report {
    let evil = "\u{1B}[2J\u{1B}]0;owned\u{07}\u{9B}31m\u{202E}evil\n\nmissing-env\u{0}"
    var incident = Incident(id: evil, cause: .missingEnv, confidence: .nan, count: 1)
    incident.subcause = evil
    incident.variable = evil
    incident.provider = evil
    incident.processes = [member(evil, evil, pid: -1, entrypoint: evil + String(repeating: "/x", count: 500), count: 1)]
    incident.healthy = [member("h", String(repeating: "w", count: 300), pid: 2, entrypoint: "a b", count: 0)]
    incident.chain = [link(0, evil, ""), link(1, String(repeating: "Long", count: 100), "x", verdict: true)]
    incident.chain[0].place.source = evil + String(repeating: "/long", count: 50)
    incident.chain[1].frame = ChainLink.Frame(file: evil, line: 1, function: evil)
    incident.evidence = [evidence("s", .infinity, incident.chain[0].place, String(repeating: "word ", count: 5000))]
    incident.question = Incident.Question(text: evil, probe: evil)
    incident.fix = Incident.Fix(
      summary: evil, steps: [evil, evil], snippet: Incident.Fix.Snippet(language: evil, code: evil), verify: evil)
    let skipped = [Report.Skipped(source: evil, offset: 0, bytes: 0, reason: .limit, detail: evil)]
    return Report(
      input: input([evil: 1], skipped: skipped), processes: [], incidents: [incident],
      neighbours: [Neighbour(kind: "network", count: 1, place: place(evil, 1), text: .empty)],
      unexplained: [Unexplained(count: 1, place: place(evil, 1), text: .empty)])
  }
}

// MARK: Probes without a failure

extension Samples {
  /// Of three processes one lacks the variable.
  static var probed: Report {
    let states: [(String, CredentialSummary.State, String?)] = [
      ("web", .present, "a1B2"), ("queue", .present, nil), ("worker", .absent, nil),
    ]
    let processes = states.enumerated().map { index, entry in
      var seen = credential(entry.1, tail: entry.2, length: nil)
      seen.isProbed = true
      return process("\(entry.0)-\(4100 + index)", entry.0, pid: 4100 + index, credentials: [seen])
    }
    return Report(input: input(["pino": 3]), processes: processes, incidents: [], neighbours: [], unexplained: [])
  }
}
