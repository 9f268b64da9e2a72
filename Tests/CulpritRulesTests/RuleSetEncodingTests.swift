import CulpritRules
import CulpritScan
import Testing

@Suite struct RuleSetEncodingTests {
  /// Everything that could break a line, a field or a list.
  static let awkward = [
    "", "plain", "a\tb", "a\nb", "a\r\nb", "\0", "~", "~-", "~_", "a;b=c", "\\d+\\\\", "\"\"\"#", "é🙂", ";",
    "=",
    "\u{1B}[31m",
  ]

  @Test("what was encoded comes back", arguments: awkward)
  func roundTrip(_ text: String) throws {
    let rules = RuleSet(
      signals: [SignalDefinition(name: SignalName(rawValue: text), sentence: text, remedy: text)],
      anchors: [Anchor(text: text, kind: .failure), Anchor(text: "b", kind: .context)],
      patterns: [
        Pattern(
          id: text, signal: .credentialAbsent, regex: text, literals: [text, "b"], provider: text, sdk: nil,
          values: [text: text, "b": ""], isAmbiguous: true),
        Pattern(id: "none", signal: .network, regex: "", literals: [], provider: nil, sdk: text),
      ],
      providers: [Self.provider(text)],
      formats: [HeaderFormat(id: text, regex: text)],
      causes: [Self.cause(text)],
      probes: [ProbeRule(id: text, name: text, aliases: [text, "b"], file: text, quote: text, separator: text, code: text)])
    let decoded = try RuleSet(encoded: rules.encoded)
    #expect(decoded.signals == rules.signals)
    #expect(decoded.anchors == rules.anchors)
    #expect(decoded.patterns == rules.patterns)
    #expect(decoded.providers == rules.providers)
    #expect(decoded.formats == rules.formats)
    #expect(decoded.causes == rules.causes)
    #expect(decoded.probes == rules.probes)
  }

  @Test("one rule is one line, so that a change can be read")
  func oneLine() {
    let pattern = Pattern(
      id: "a.b", signal: .credentialAbsent, regex: "The (?<variable>\\w+) is\nmissing",
      literals: ["missing", "a;b"],
      provider: "openai", values: ["variable": "OPENAI_API_KEY"])
    #expect(
      RuleSet(patterns: [pattern]).encoded
        == "pattern\ta.b\tcredential-absent\tThe (?<variable>\\w+) is~nmissing\tmissing;a~;b\topenai\t~-\t"
        + "variable=OPENAI_API_KEY\tno\n")
  }

  @Test("no rules are an empty text and back")
  func empty() throws {
    #expect(RuleSet().encoded == "")
    #expect(try RuleSet(encoded: "").patterns.isEmpty)
  }

  @Test(
    "a damaged text is refused with its line",
    arguments: [
      ("signal\ta\tb\t~-\npatern\tx\n", 2), ("signal\ta\t~-\n", 1), ("signal\ta\tb\tc\td\n", 1),
      ("anchor\tfailure\ta\n\n", 2),
      ("key\ta\tb\t\tc\td\tno\te\n", 1), ("fix\t\ts\t\t~-\t~-\t~-\n", 1), ("variable\ta\t\tno\n", 1),
    ])
  func damaged(_ text: String, _ line: Int) {
    let error = #expect(throws: RuleSet.DamagedText.self) { try RuleSet(encoded: text) }
    #expect(error?.line == line)
  }

  private static func provider(_ text: String) -> Provider {
    Provider(
      id: text, name: text,
      variables: [
        Provider.Variable(name: text, misnomers: [text], isSetting: true), Provider.Variable(name: "b"),
      ],
      hosts: [text],
      keyShapes: [
        Provider.KeyShape(
          prefix: text, regex: text, lengths: [3, 51], alphabet: text, suffix: text, isDistinctive: true,
          kind: text),
        Provider.KeyShape(prefix: "", regex: "x", lengths: [], alphabet: "a", isDistinctive: false),
      ],
      clients: [text, text], frames: [], models: ["a"], words: [text, "", "b"], dialect: [text],
      hasSharedClients: true, hasEditions: false)
  }

  private static func cause(_ text: String) -> CauseRule {
    CauseRule(
      cause: text, subcause: text, weights: ["fragment": 2.5, "host": -0.1], explanation: text,
      fixes: [
        CauseRule.Fix(
          conditions: ["runner": text], summary: text, steps: [text, "b"],
          snippet: CauseRule.Snippet(language: text, code: text), verify: text),
        CauseRule.Fix(conditions: [:], summary: "b", steps: [], snippet: nil, verify: nil),
      ])
  }
}
