import CulpritRuleFiles
import CulpritRules
import CulpritScan
import Testing

@Suite struct RuleLoaderTests {
  @Test("problems of all files come at once, in file and line order")
  func allProblems() {
    let error = #expect(throws: RuleFileError.self) {
      try RuleLoader.load([
        RuleFile(name: "runners/b.yaml", text: "id: x\nnme: y\n"),
        RuleFile(name: "providers/z.yaml", text: "id: z\n"),
        RuleFile(name: "runners/a.yaml", text: "id: 'a\n"),
      ])
    }
    #expect(
      error?.description == """
        providers/z.yaml:1:1: error: missing key 'name'; each provider needs it
        runners/a.yaml:2:1: error: not YAML: found unexpected end of stream; look at this line and the one before it
        runners/b.yaml:1:1: error: missing key 'name'; each runner needs it
        runners/b.yaml:1:5: error: id 'x' in a file named 'b'; give both the same name
        runners/b.yaml:2:1: error: unknown key 'nme'; did you mean 'name'?
        """)
  }

  private static func provider(_ id: String, _ more: String) -> RuleFile {
    RuleFile(
      name: "providers/\(id).yaml",
      text: """
        id: \(id)
        name: \(id)
        patterns:
          - id: \(id).refused
            signal: credential-refused
            pattern: Incorrect API key
            source: docs:x
            examples: ['401 Incorrect API key']
            near_misses: [none]
            \(more)
        """)
  }

  @Test("a line of another provider is refused at both examples, also where only one of them shares it")
  func claimedTwice() {
    let error = #expect(throws: RuleFileError.self) {
      try RuleLoader.load(
        RuleFolderSample.files() + [
          Self.provider("a", "shared_with: [b.refused]"), Self.provider("b", "ambiguous: false"),
        ])
    }
    let remedy = "narrow one of them, mark it ambiguous, or name each in the other's shared_with"
    #expect(
      error?.problems.map(\.description) == [
        "providers/a.yaml:8:16: error: 'b.refused' of b matches this example as well; \(remedy)",
        "providers/b.yaml:8:16: error: 'a.refused' of a matches this example as well; \(remedy)",
      ])
  }

  @Test("two providers share a line where both say so")
  func shared() throws {
    let loaded = try RuleLoader.load(
      RuleFolderSample.files() + [
        Self.provider("a", "shared_with: [b.refused]"), Self.provider("b", "shared_with: [a.refused]"),
      ])
    #expect(loaded.rules.patterns.count == 3)
  }

  @Test(
    "a pattern that names no provider by itself claims no line",
    arguments: ["ambiguous: true", "provider: null"])
  func unclaimed(_ more: String) throws {
    let loaded = try RuleLoader.load(
      RuleFolderSample.files() + [Self.provider("a", more), Self.provider("b", more)])
    #expect(loaded.rules.patterns.count == 3)
  }

  @Test("neighbours and runners' patterns need no anchor")
  func unreached() throws {
    let network = RuleFolderSample.replacing(
      "- id: openai.absent",
      by: """
        - id: openai.network
            signal: network
            pattern: 'All connection attempts failed'
            source: docs:x
            examples: [All connection attempts failed]
            near_misses: [none]
          - id: openai.absent
        """)
    let signals = RuleFolderSample.signals + "- {name: network, sentence: not reached}\n"
    let files = RuleFolderSample.files(replacing: "providers/openai.yaml", with: network)
      .filter { $0.name != "signals.yaml" }
    #expect(
      try RuleLoader.load(files + [RuleFile(name: "signals.yaml", text: signals)]).rules.patterns.count == 2)
  }

  @Test("formats are ordered by precedence, then by file and place")
  func precedence() throws {
    func format(_ id: String, _ pattern: String, _ more: String = "") -> String {
      "- {id: \(id), pattern: '\(pattern)', source: docs:x, samples: ['\(pattern)'], near_misses: [none]\(more)}\n"
    }
    let loaded = try RuleLoader.load([
      RuleFile(name: "formats/b.yaml", text: format("four", "d", ", precedence: 50") + format("three", "c")),
      RuleFile(name: "formats/a.yaml", text: format("one", "a") + format("two", "b")),
    ])
    #expect(loaded.rules.formats.map(\.id) == ["four", "one", "two", "three"])
  }

  @Test("a user's rules use signals, anchors and providers of the built-in ones, and may override by id")
  func overBase() throws {
    let base = try RuleLoader.load(RuleFolderSample.files()).rules
    let user = RuleFolderSample.replacing("name: OpenAI", by: "name: Ours")
    let loaded = try RuleLoader.load([RuleFile(name: "providers/openai.yaml", text: user)], over: base)
    #expect(loaded.rules.anchors.isEmpty)
    #expect(base.merging(loaded.rules).providers.map(\.name) == ["Ours"])
    #expect(base.merging(loaded.rules).patterns == base.patterns)
  }

  @Test(
    "a user's example that a built-in pattern of another provider matches is refused, or shared by its id")
  func overBaseShared() throws {
    let base = try RuleLoader.load(RuleFolderSample.files() + [Self.provider("a", "ambiguous: false")]).rules
    let error = #expect(throws: RuleFileError.self) {
      try RuleLoader.load([Self.provider("mine", "ambiguous: false")], over: base)
    }
    #expect(
      error?.problems.map(\.message) == [
        "'a.refused' of a matches this example as well; narrow one of them, mark it ambiguous, or name each in the "
          + "other's shared_with"
      ])
    #expect(throws: Never.self) {
      try RuleLoader.load([Self.provider("mine", "shared_with: [a.refused]")], over: base)
    }
  }

  @Test("everything a provider's file can say arrives")
  func provider() throws {
    let text = RuleFolderSample.replacing(
      "name: OpenAI",
      by: """
        name: OpenAI
        variables:
          - {name: OPENAI_API_KEY, misnomers: [OPEN_AI_KEY]}
          - {name: OPENAI_BASE_URL, setting: true}
        hosts: [api.openai.com]
        key_shapes:
          - {prefix: sk-, pattern: 'sk-[a-z]{48}', lengths: [51, 164], alphabet: a-z, suffix: AA, distinctive: true, kind: admin, source: docs:x}
        clients: [OpenAI]
        frames: [site-packages/openai/]
        models: [gpt-]
        words: [openai]
        dialect: ['x-openai-\\w+']
        shared_clients: true
        editions: true
        """)
    let loaded = try RuleLoader.load(RuleFolderSample.files(replacing: "providers/openai.yaml", with: text))
    #expect(
      loaded.rules.providers == [
        Provider(
          id: "openai", name: "OpenAI",
          variables: [
            Provider.Variable(name: "OPENAI_API_KEY", misnomers: ["OPEN_AI_KEY"]),
            Provider.Variable(name: "OPENAI_BASE_URL", isSetting: true),
          ],
          hosts: ["api.openai.com"],
          keyShapes: [
            Provider.KeyShape(
              prefix: "sk-", regex: "sk-[a-z]{48}", lengths: [51, 164], alphabet: "a-z", suffix: "AA",
              isDistinctive: true, kind: "admin")
          ],
          clients: ["OpenAI"], frames: ["site-packages/openai/"], models: ["gpt-"], words: ["openai"],
          dialect: ["x-openai-\\w+"], hasSharedClients: true, hasEditions: true)
      ])
  }

  @Test("a cause arrives with its fixes in their order")
  func cause() throws {
    let loaded = try RuleLoader.load([
      RuleFile(
        name: "causes/missing-env.yaml",
        text: """
          cause: missing-env
          subcauses:
            - id: absent
              weights: {wording: 2.5, claim: -1}
              explanation: "{process} lacks {variable}"
              fixes:
                - when: {runner: pm2}
                  summary: s
                  steps: [a, b]
                  snippet: {language: sh, code: "x\\ny"}
                  verify: v
                - {summary: t, steps: [c]}
          """)
    ])
    #expect(
      loaded.rules.causes == [
        CauseRule(
          cause: "missing-env", subcause: "absent", weights: ["wording": 2.5, "claim": -1],
          explanation: "{process} lacks {variable}",
          fixes: [
            CauseRule.Fix(
              conditions: ["runner": "pm2"], summary: "s", steps: ["a", "b"],
              snippet: CauseRule.Snippet(language: "sh", code: "x\ny"), verify: "v"),
            CauseRule.Fix(conditions: [:], summary: "t", steps: ["c"], snippet: nil, verify: nil),
          ])
      ])
  }

  @Test("a text that nests without end is refused, not followed")
  func deep() {
    let text = "id: " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(
      RuleFolderSample.problems(in: "runners/x.yaml", text)
        == ["runners/x.yaml:1:28: error: nested too deep; no rule needs more than a few levels"])
  }
}
