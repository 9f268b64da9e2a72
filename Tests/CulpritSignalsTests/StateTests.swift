import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

/// A sentence of an application, and whose credential it says to be in which state.
struct StateSentence: Sendable, CustomTestStringConvertible {
  var text: String
  var provider: String?
  var state: CredentialClaim.State?
  var testDescription: String { text }

  static func says(_ text: String, _ provider: String?, _ state: CredentialClaim.State) -> Self {
    Self(text: text, provider: provider, state: state)
  }

  static func saysNothing(_ text: String) -> Self { Self(text: text) }
}

@Suite struct StateTests {
  private let recogniser: StateRecogniser = {
    let providers = RuleSet.builtIn.providers
    let redactor = Redactor(providers: providers)
    return StateRecogniser(
      lexicon: Lexicon(providers: providers),
      fragments: KeyFragmentReader(providers: providers, redactor: redactor), redactor: redactor)
  }()

  private func claims(_ record: Record) -> [CredentialClaim] {
    let origin = Origin(place: record.place, writer: record.writer, time: nil)
    return recogniser.claims(in: RecordText(record), structure: record.structure, origin: origin)
  }

  private func expect(_ sentence: StateSentence, in record: Record) {
    let found = claims(record)
    guard let state = sentence.state else {
      #expect(found.isEmpty, "\(found.map { "\($0.provider ?? "?") \($0.state)" })")
      return
    }
    #expect(
      found.contains { $0.provider == sentence.provider && $0.state == state },
      "\(found.map { "\($0.provider ?? "?") \($0.state)" })")
    #expect(Set(found.map(\.state)) == [state])
  }

  static let absent: [StateSentence] = [
    .says("OPENAI_API_KEY is not configured", "openai", .absent),
    .says("OPENAI_API_KEY not set", "openai", .absent),
    .says("OPENAI_API_KEY: NOT SET", "openai", .absent),
    .says("OPENAI_API_KEY=<not set>", "openai", .absent),
    .says("OPENAI_API_KEY = (unset)", "openai", .absent),
    .says("api key for Anthropic: missing", "anthropic", .absent),
    .says("Anthropic API key: missing", "anthropic", .absent),
    .says("anthropic key missing", "anthropic", .absent),
    .says("missing OPENAI_API_KEY", "openai", .absent),
    .says("running without ANTHROPIC_API_KEY", "anthropic", .absent),
    .says("no OPENAI_API_KEY in the environment", "openai", .absent),
    .says("[config] GROQ_API_KEY => nil", "groq", .absent),
    .says("config: mistral_api_key=None", "mistral", .absent),
    .says("env check: GEMINI_API_KEY missing", "google", .absent),
    .says("hasOpenAIKey=false", "openai", .absent),
    .says("hasOpenaiKey: false", "openai", .absent),
    .says("openaiKeyPresent=false", "openai", .absent),
    .says("openai_key_present=no", "openai", .absent),
    .says("GROQ_API_KEY found: no", "groq", .absent),
    .says("is OPENAI_API_KEY set? no", "openai", .absent),
    .says("DEEPSEEK_API_KEY has not been set", "deepseek", .absent),
    .says("COHERE_API_KEY was not found", "cohere", .absent),
    .says("process.env.OPENAI_API_KEY is undefined", "openai", .undefined),
    .says("OPENAI_API_KEY is undefined", "openai", .undefined),
    .says("openai key: absent", "openai", .absent),
    .says("model=groq/llama-3.3-70b groq=✗", "groq", .absent),
    .says("OPENAI_API_KEY: nothing on file", "openai", .absent),
    .says("gemini access: no", "google", .absent),
    .says("credentials openai=missing anthropic=missing", "openai", .absent),
    .says("os.Getenv(\"OPENAI_API_KEY\") empty", "openai", .empty),
    .says("router: groq=off", "groq", .absent),
    .says("backend anthropic: disabled", "anthropic", .absent),
  ]

  @Test("an absent credential is understood in any sentence", arguments: absent)
  func saysAbsent(_ sentence: StateSentence) { expect(sentence, in: textRecord(sentence.text, level: .info)) }

  static let present: [StateSentence] = [
    .says("OPENAI_API_KEY is set", "openai", .present),
    .says("OPENAI_API_KEY=***", "openai", .present),
    .says("OPENAI_API_KEY: [REDACTED]", "openai", .present),
    .says("OPENAI_API_KEY present: True", "openai", .present),
    .says("anthropic key loaded", "anthropic", .present),
    .says("Anthropic API key: configured", "anthropic", .present),
    .says("env OPENAI_API_KEY: yes", "openai", .present),
    .says("using openai key: present", "openai", .present),
    .says("[boot] GROQ_API_KEY found in environment", "groq", .present),
    .says("hasAnthropicKey=true", "anthropic", .present),
    .says("MISTRAL_API_KEY: ok", "mistral", .present),
    .says("models ready, anthropic=✓", "anthropic", .present),
    .says("gemini access: yes", "google", .present),
    .says("OPENAI_API_KEY: on file, ends in NarL", "openai", .present),
    .says("XAI_API_KEY: <set>", "xai", .present),
    .says("ANTHROPIC_API_KEY has been loaded", "anthropic", .present),
    .says("\"gemini_api_key\": \"set\"", "google", .present),
    .says("config GROQ_API_KEY   <hidden>", "groq", .present),
    .says("MISTRAL_API_KEY: [FILTERED]", "mistral", .present),
    .says("router: groq=on", "groq", .present),
    .says("ANTHROPIC_API_KEY=yes", "anthropic", .present),
    .says("environment of vision: GEMINI_API_KEY, HOME, PATH", "google", .present),
    .says("env snapshot: ['GEMINI_API_KEY', 'HOME', 'PATH']", "google", .present),
  ]

  @Test("a credential that is there is understood in any sentence", arguments: present)
  func saysPresent(_ sentence: StateSentence) { expect(sentence, in: textRecord(sentence.text, level: .info)) }

  static let empty: [StateSentence] = [
    .says("GEMINI_API_KEY=", "google", .empty),
    .says("  GEMINI_API_KEY: ", "google", .empty),
    .says("OPENAI_API_KEY is empty", "openai", .empty),
    .says("OPENAI_API_KEY=\"\"", "openai", .empty),
    .says("OPENAI_API_KEY: ''", "openai", .empty),
    .says("anthropic key is blank", "anthropic", .empty),
    .says("OPENAI_API_KEY is set, length 0 chars", "openai", .empty),
    .says("OPENAI_API_KEY length 0 chars", "openai", .empty),
    .says("openai key (0 chars)", "openai", .empty),
    .says("OpenAI key length: 0", "openai", .empty),
  ]

  @Test("a blank credential is neither there nor absent", arguments: empty)
  func saysEmpty(_ sentence: StateSentence) { expect(sentence, in: textRecord(sentence.text, level: .info)) }

  static let objects: [StateSentence] = [
    .says(#"{"msg":"boot","credentials":{"groq":false}}"#, "groq", .absent),
    .says(#"{"msg":"boot","anthropic":{"api_key":"missing"}}"#, "anthropic", .absent),
    .says(#"{"msg":"boot","config":{"openai":{"key":true}}}"#, "openai", .present),
    .says(#"{"msg":"boot","keys":{"openai":true}}"#, "openai", .present),
    .says(#"{"msg":"boot","api_keys":{"anthropic":null}}"#, "anthropic", .absent),
    .says(#"{"msg":"boot","env":{"OPENAI_API_KEY":""}}"#, "openai", .empty),
    .says(#"{"msg":"boot","openaiKeyPresent":false}"#, "openai", .absent),
    .says(#"{"msg":"boot","has_openai_key":true}"#, "openai", .present),
    .says(#"{"msg":"boot","ANTHROPIC_API_KEY":"set"}"#, "anthropic", .present),
    .says(#"{"msg":"boot","ANTHROPIC_API_KEY":"missing"}"#, "anthropic", .absent),
    .says(#"{"msg":"boot","openai_key_length":0}"#, "openai", .empty),
    .says(#"{"msg":"boot","openai_key_len":164}"#, "openai", .present),
    .says(#"{"msg":"boot","config":{"mistralApiKey":"***"}}"#, "mistral", .present),
    .says(#"{"msg":"boot","env":["OPENAI_API_KEY","PATH"]}"#, "openai", .present),
  ]

  @Test("fields of structured records say it too", arguments: objects)
  func saysInObject(_ sentence: StateSentence) { expect(sentence, in: jsonRecord(sentence.text)) }

  static let nothing: [StateSentence] = [
    .saysNothing("SENTRY_DSN missing"), .saysNothing("githubToken: not set"), .saysNothing("GITHUB_TOKEN missing"),
    .saysNothing("invalid_api_key"), .saysNothing("\"code\": \"invalid_api_key\""), .saysNothing("primary key set"),
    .saysNothing("token count: 12"), .saysNothing("cache key = absent"), .saysNothing("tokens used: 0"),
    .saysNothing("foreign key missing on table orders"), .saysNothing("idempotency key present"),
    .saysNothing("STRIPE_SECRET_KEY is set"), .saysNothing("DATABASE_URL not set"), .saysNothing("session token missing"),
    .saysNothing("jwt secret loaded"), .saysNothing("OPENAI_BASE_URL not set"), .saysNothing("OPENAI_ORG_ID missing"),
    .saysNothing("openai client ready"), .saysNothing("the key point is set out below"), .saysNothing("max_tokens=0"),
    .saysNothing("partition key: none"), .saysNothing("CSRF token missing"), .saysNothing("csrf_token=None"),
    .saysNothing("redis key empty"), .saysNothing("sort key = undefined"), .saysNothing("public key found"),
    .saysNothing("AWS_REGION missing"), .saysNothing("keyboard present"), .saysNothing("license key missing"),
    .saysNothing("token budget 0 left, none set"), .saysNothing("OPENAI_API_KEY_ROTATION_DAYS=90"),
  ]

  @Test("names of other things say nothing", arguments: nothing)
  func saysNothing(_ sentence: StateSentence) { expect(sentence, in: textRecord(sentence.text, level: .info)) }

  static let nothingObjects: [StateSentence] = [
    .saysNothing(#"{"msg":"x","primary_key":null}"#), .saysNothing(#"{"msg":"x","token_count":0}"#),
    .saysNothing(#"{"msg":"x","cacheKey":"missing"}"#), .saysNothing(#"{"msg":"x","code":"invalid_api_key"}"#),
    .saysNothing(#"{"msg":"x","features":{"openai":true}}"#), .saysNothing(#"{"msg":"x","sentryDsn":null}"#),
    .saysNothing(#"{"msg":"x","github":{"token":null}}"#),
  ]

  @Test("fields of other things say nothing", arguments: nothingObjects)
  func objectSaysNothing(_ sentence: StateSentence) { expect(sentence, in: jsonRecord(sentence.text)) }

  @Test("a near name that nothing reads is told as one")
  func misnomer() throws {
    let claim = try #require(claims(textRecord("OPEN_AI_KEY is set")).first)
    #expect(claim.isMisnomer && claim.provider == "openai" && claim.state == .present)
  }

  @Test("a `no` that is the value of one name denies no other")
  func neighbouringNo() {
    let found = claims(textRecord("keys: openai=no anthropic=yes", level: .info))
    #expect(found.map(\.provider) == ["openai", "anthropic"] && found.map(\.state) == [.absent, .present])
    let dashes = claims(textRecord("secrets: GROQ_API_KEY=-, OPENAI_API_KEY=****ayPI", level: .info))
    #expect(Set(dashes.map { "\($0.provider ?? "") \($0.state)" }) == ["groq absent", "openai present"])
  }

  @Test("an address in a variable that no client reads is told, one that is read or the vendor's own is not")
  func unreadAddress() {
    let found = claims(textRecord("routing Claude (ANTHROPIC_API_BASE=https://openrouter.ai/api)", level: .info))
    #expect(found.map(\.variable) == ["ANTHROPIC_API_BASE"] && found.allSatisfy(\.isMisnomer))
    #expect(claims(textRecord("ANTHROPIC_BASE_URL=https://openrouter.ai/api", level: .info)).isEmpty)
    #expect(claims(textRecord("ANTHROPIC_API_BASE=https://api.anthropic.com", level: .info)).isEmpty)
  }

  @Test("five variables and more in one record are a listing")
  func listing() {
    let names = ["OPENAI_API_KEY", "GROQ_API_KEY", "XAI_API_KEY", "MISTRAL_API_KEY", "COHERE_API_KEY"]
    let all = claims(textRecord(names.map { "\($0)=set" }.joined(separator: " ")))
    #expect(all.count == 5 && all.allSatisfy { $0.isListing })
    #expect(claims(textRecord(names.prefix(4).map { "\($0)=set" }.joined(separator: " "))).allSatisfy { !$0.isListing })
  }
}
