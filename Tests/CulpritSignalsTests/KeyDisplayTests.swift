import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

/// A line that shows something of a key.
struct KeyDisplay: Sendable, CustomTestStringConvertible {
  var text: String
  var tail: String?
  var length: Int?
  var testDescription: String { text }
  init(_ text: String, tail: String? = nil, length: Int? = nil) {
    self.text = text
    self.tail = tail
    self.length = length
  }
}

@Suite struct KeyDisplayTests {
  private let recogniser: StateRecogniser = {
    let providers = RuleSet.builtIn.providers
    let redactor = Redactor(providers: providers)
    return StateRecogniser(
      lexicon: Lexicon(providers: providers),
      fragments: KeyFragmentReader(providers: providers, redactor: redactor), redactor: redactor)
  }()

  @Test(
    "tail and length of a key are read wherever an application shows them",
    arguments: [
      KeyDisplay("OPENAI_API_KEY=sk-pr…iyRU, 164 chars", tail: "iyRU", length: 164),
      KeyDisplay("using key ...CQRV", tail: "CQRV"),
      KeyDisplay("openai key ending in CQRV", tail: "CQRV"),
      KeyDisplay("api key ends with \"CQRV\"", tail: "CQRV"),
      KeyDisplay("loaded openai key (sk-...CQRV)", tail: "CQRV"),
      KeyDisplay("groq: key of 56 chars", length: 56),
      KeyDisplay("apiKey: sk-ant-***wxAA", tail: "wxAA"),
      KeyDisplay("key fingerprint=...DwYx", tail: "DwYx"),
      KeyDisplay("token: gsk_****abcd", tail: "abcd"),
      KeyDisplay("OPENAI_API_KEY length=51 chars", length: 51),
      KeyDisplay("anthropic credential sk-ant…xyAA loaded", tail: "xyAA"),
    ])
  func shows(_ display: KeyDisplay) throws {
    let fragments = recogniser.findings(in: display.text).compactMap(\.fragment)
    #expect(fragments.count == 1)
    let fragment = try #require(fragments.first)
    if let tail = display.tail { #expect(fragment.tail == tail) }
    if let length = display.length { #expect(fragment.length == length) }
  }

  @Test(
    "the beginning of a key tells whose it is, however it is said",
    arguments: [
      ("groq backend, credential begins sk-proj", ["openai"]), ("gemini: 164-byte API key with prefix 'sk-ant-'", ["anthropic"]),
      ("api key starts with sk-or-v1", ["openrouter"]), ("OPENAI_API_KEY looks like an Anthropic key", ["anthropic"]),
      ("GROQ_API_KEY is actually an xAI key", ["xai"]), ("api key, first 4 characters: gsk_", ["groq"]),
    ])
  func begins(_ text: String, _ owners: [String]) {
    #expect(recogniser.findings(in: text).compactMap(\.fragment).contains { $0.fits == owners })
  }

  @Test(
    "what is long, dotted or counted and no key shows none",
    arguments: [
      "retrying in 3...2...1", "chunk of 512 chars", "prompt has 1200 characters", "key not found ...", "Loading ...done",
      "tokens: 164", "api key starts with the letters of its vendor", "credential starting now", "the answer ends in tears", "password length 12", "keyboard of 104 keys",
    ])
  func showsNone(_ text: String) {
    #expect(recogniser.findings(in: text).compactMap(\.fragment).isEmpty)
  }

  @Test(
    "length and last letters are read in the words of any application",
    arguments: [
      KeyDisplay("anthropic: 164-character key", length: 164), KeyDisplay("key (len 164) loaded for claude", length: 164),
      KeyDisplay("claude credential size 164B", length: 164), KeyDisplay("anthropic keylen=164", length: 164),
      KeyDisplay("anthropic key has 164 symbols", length: 164), KeyDisplay("length of ANTHROPIC_API_KEY is 164", length: 164),
      KeyDisplay("anthropic key last4 9QzA", tail: "9QzA"), KeyDisplay("anthropic key last four: 9QzA", tail: "9QzA"),
      KeyDisplay("anthropic key *9QzA", tail: "9QzA"), KeyDisplay("anthropic key tail 9QzA", tail: "9QzA"),
      KeyDisplay("anthropic key (9QzA)", tail: "9QzA"), KeyDisplay("claude key -> ..9QzA", tail: "9QzA"),
      KeyDisplay("key for anthropic: ...9QzA", tail: "9QzA"), KeyDisplay("api key #9QzA", tail: "9QzA"),
    ])
  func words(_ display: KeyDisplay) throws {
    let fragments = recogniser.findings(in: display.text).compactMap(\.fragment)
    if let tail = display.tail { #expect(fragments.contains { $0.tail == tail }, "\(fragments)") }
    if let length = display.length { #expect(fragments.contains { $0.length == length }, "\(fragments)") }
  }

  @Test(
    "a note behind a masked key is none of its characters",
    arguments: [
      ("sk-proj… (164)", 164), ("sk-proj…[164]", 164), ("sk-proj… 164 chars", 164), ("sk-proj-•••••• len=164", 164), ("sk-proj…/164", 164),
      ("164 chars: sk-proj…", 164), ("sk-proj… from .env", nil), ("sk-proj-**** (set in compose)", nil), ("sk-proj…, 164 characters long", 164),
      ("sk-proj-[redacted] (164)", 164),
    ] as [(String, Int?)])
  func notes(_ shown: String, _ length: Int?) throws {
    let providers = RuleSet.builtIn.providers
    let fragments = KeyFragmentReader(providers: providers, redactor: Redactor(providers: providers))
    let fragment = fragments.fragment(of: shown)
    #expect(fragment.fits == ["openai"] && fragment.length == length, "\(fragment)")
    // The same text in a provider's answer is what was sent.
    if shown.contains(" ") { #expect(fragments.fragment(echoed: shown).fits.isEmpty) }
  }

  @Test(
    "a masked key is read in the place of any field, whosever it is",
    arguments: [
      #"{"msg":"boot","provider":"mistral","credential":"sk-proj… (164)"}"#, #"{"msg":"boot","vendor":"mistral","secret":"sk-proj-****"}"#,
      #"{"msg":"boot","llm":{"provider":"mistral","token":"sk-p…"}}"#, #"{"msg":"boot","mistral":{"key":"sk-pr..."}}"#,
      #"{"msg":"boot","env":{"MISTRAL_API_KEY":"sk-proj-•••••"}}"#, #"{"msg":"MISTRAL_API_KEY -> sk-proj…"}"#,
      #"{"msg":"auth for mistral: sk-pr..."}"#, #"{"msg":"loaded secret sk-p**** for mistral"}"#,
    ])
  func slots(_ text: String) {
    let record = jsonRecord(text)
    let origin = Origin(place: record.place, writer: record.writer, time: nil)
    let shown = recogniser.claims(in: RecordText(record), structure: record.structure, origin: origin).filter { $0.fragment != nil }
    #expect(shown.contains { $0.provider == "mistral" && $0.fragment?.fits.contains("openai") ?? false }, "\(shown)")
    #expect(!shown.contains { $0.fragment?.fits.contains("mistral") ?? false }, "\(shown)")
  }

  @Test(
    "of two keys in a line each is that of the name before it",
    arguments: ["azure key: 2cf5f…, anthropic key: sk-ant-…", "azure openai key: 2cf5f…, claude key: sk-ant-…", "azure=2cf5f… anthropic=sk-ant-…"])
  func two(_ text: String) {
    for finding in recogniser.findings(in: text) where finding.fragment?.head.hasPrefix("sk-") ?? false {
      #expect(finding.name.provider == "anthropic", "\(finding)")
    }
  }

  @Test(
    "keys of databases and words behind a key show none",
    arguments: ["cache key len 164", "primary key (user)", "anthropic key tail here", "redis key of 64 bytes", "api key (None)", "token #1234 issued to user"])
  func otherKeys(_ text: String) {
    #expect(recogniser.findings(in: text).compactMap(\.fragment).isEmpty)
  }

  @Test(
    "a prefix that one provider alone gives tells whose key it is, in whatever words",
    arguments: [
      ("ANTHROPIC_API_KEY loaded (starts with gsk_)", "groq", "anthropic"), ("credential for anthropic: AIzaSy****", "google", "anthropic"),
      ("claude auth = gsk_Ab12****", "groq", "anthropic"), ("secret for claude begins with 'sk-proj-' and more", "openai", "anthropic"),
      ("using key sk-or-v1-3f2…9c1d for claude", "openrouter", "anthropic"), ("MISTRAL_API_KEY set, prefix gsk_", "groq", "mistral"),
      ("ANTHROPIC_API_KEY=gsk_xxxxxxx8Kd2", "groq", "anthropic"),
    ])
  func shapes(_ text: String, _ owner: String, _ slot: String) {
    let found = recogniser.findings(in: text).filter { $0.fragment != nil }
    #expect(found.contains { $0.fragment?.fits == [owner] && $0.name.provider == slot }, "\(found)")
  }

  @Test(
    "what a key should look like shows none",
    arguments: ["expected a key that starts with sk-ant-", "valid keys begin with gsk_", "e.g. AIzaSyABC", "/v1/keys/gsk_list"])
  func instructions(_ text: String) {
    #expect(recogniser.findings(in: text).compactMap(\.fragment).isEmpty)
  }

  @Test("head and length in two fields are one key")
  func fields() throws {
    let record = jsonRecord(#"{"msg":"openai client","key":{"x":1},"starts_with":"sk-ant","length":108}"#)
    let origin = Origin(place: record.place, writer: record.writer, time: nil)
    let claims = recogniser.claims(in: RecordText(record), structure: record.structure, origin: origin)
    let fragment = try #require(claims.compactMap(\.fragment).first)
    #expect(fragment.head == "sk-ant" || fragment.head.isEmpty == false)
    #expect(fragment.length == 108)
  }

  @Test(
    "what stands in dumps is read as a value, not as a sentence",
    arguments: [
      "exec: env OPENAI_API_KEY=sk-ant-api03-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaawxAA node worker.js",
      "'x-api-key': 'sk-ant-api03-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaawxAA'",
      "Authorization: Bearer sk-ant-api03-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaawxAA",
      "\"Authorization\": \"Bearer sk-ant-api03-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaawxAA\"",
    ])
  func dumps(_ text: String) throws {
    let fragment = try #require(recogniser.dumps(in: text).compactMap(\.fragment).first)
    #expect(fragment.fits == ["anthropic"] && fragment.tail == "wxAA")
  }
}
