import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

/// A refusal that is said opens an incident; the same words that are quoted do not.
@Suite struct MentionTests {
  private static let extractor = SignalExtractor(rules: .builtIn)
  private static let refusal =
    "Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}"

  private func failures(_ record: Record) -> [Failure] {
    var extractor = Self.extractor
    return extractor.facts(of: record).failures
  }

  private func panel(_ title: String) -> Record {
    var record = textRecord(Self.refusal)
    record.panelTitle = title
    return record
  }

  @Test(
    "a refusal is said behind a type, at error level, behind a failure word, and bare",
    arguments: [
      textRecord("openai.AuthenticationError: \(refusal)"), textRecord(refusal, level: .error),
      textRecord("job 17 failed: \(refusal)", level: .info), textRecord(refusal),
      textRecord("giving up on ticket 4: \(refusal)", level: .error),
    ])
  func said(_ record: Record) {
    let found = failures(record)
    #expect(found.first?.signal == .credentialRefused && found.first?.isHandled == false)
  }

  @Test(
    "the name of an error is said with a status or a message behind it, and mentioned without",
    arguments: [
      ("exam y6: AuthenticationError 401, put back", true), ("nothing for D-41 (Error code: 401 - {'error': {'message': 'User not found.', 'code': 401}})", true),
      ("Anthropic 401 — authentication failed.", true), ("chapter 3 explains AuthenticationError and its kin", false),
      ("see \"AuthenticationError 401\" in the manual", false),
    ])
  func named(_ text: String, _ isSaid: Bool) { #expect(!failures(textRecord(text)).isEmpty == isSaid) }

  @Test(
    "a refusal is quoted in a question, a prompt, a title and an answer",
    arguments: [
      "question: \"why do I get \(refusal)\"", "checking submission 3: \"the bot failed, it says \(refusal)\"", "ticket 5 answered: \"what does 'Incorrect API key provided: sk-proj-***a1B2' mean?\"",
      "topic is \"Incorrect API key provided: sk-proj-***a1B2. You can find your API key\"",
    ])
  func quoted(_ text: String) { #expect(failures(textRecord(text, level: .info)).isEmpty) }

  @Test(
    "a refusal in a field for prose is quoted, in a field for errors it is said",
    arguments: [("question", false), ("prompt", false), ("title", false), ("answer", false), ("error", true), ("err", true), ("exception", true)])
  func fields(_ field: String, _ isSaid: Bool) {
    let record = jsonRecord(#"{"msg":"job 17","\#(field)":"Incorrect API key provided: sk-proj-********************a1B2. You can find your API key"}"#)
    #expect(!failures(record).isEmpty == isSaid)
  }

  @Test(
    "a body of an error without level is said, on one line or many, in whatever syntax",
    arguments: [
      #"{"detail":{"message":"Incorrect API key provided: Bearer. You can find your API key at","code":"invalid_api_key"}}"#,
      "code=invalid_api_key error_message='Incorrect API key provided: sk-v3s3w****bfcr. You can find your API key at' param=None",
      "Detail: Incorrect API key provided: text-emb**********-002. You can find your API key at",
      "Emit: State(exception: RequestFailedException(message: Incorrect API key provided: sk-NM6A****MC1. You can find your API key at, statusCode: 401))",
      "[{\n  \"error\": {\n    \"code\": 400,\n    \"message\": \"Incorrect API key provided: abc. You can find your API key at\"\n  }\n}]",
      "{\n\"detail\": \"An error occurred: 400. {'error': {'code': 400, 'message': 'Incorrect API key provided: abc. You can find your API key at'}}\"\n}",
      "401 Incorrect API key provided: You are ****tep.. You can find your API key at",
    ])
  func bodies(_ text: String) { #expect(failures(textRecord(text)).first?.signal == .credentialRefused) }

  @Test(
    "a body that somebody asks about is quoted, also without level",
    arguments: [
      "question: \"why does it say {'error': {'message': 'Incorrect API key provided: abc. You can find your API key at'}}\"",
      "prompt = \"explain error: Incorrect API key provided: abc. You can find your API key at\"",
    ])
  func quotedBodies(_ text: String) { #expect(failures(textRecord(text)).isEmpty) }

  @Test("a body that is logged at info is what somebody sent")
  func toldBodies() {
    let text = "flagged {'detail': {'message': 'Incorrect API key provided: abc. You can find your API key at'}}"
    #expect(failures(textRecord(text, level: .info)).isEmpty)
  }

  @Test("a panel tells a failure only where its title does")
  func panels() {
    #expect(!failures(panel("❌ LLM Error")).isEmpty)
    #expect(!failures(panel("Task Failed")).isEmpty)
    #expect(failures(panel("Task")).isEmpty)
    #expect(failures(panel("Final Answer")).isEmpty)
  }

  @Test(
    "a warning that goes on is handled",
    arguments: [
      "openai key refused (\(refusal)), falling back to anthropic", "\(refusal) - skipped, using the default summary",
      "embeddings disabled: OPENAI_API_KEY is not set", "OPENAI_API_KEY is missing, continuing without summaries",
    ])
  func goesOn(_ text: String) {
    #expect(failures(textRecord(text, level: .warning)).allSatisfy { $0.isHandled })
  }

  @Test("a refused key that is tried again stays refused; an outage that is tried again is handled")
  func retries() {
    let refused = failures(textRecord("Retrying embed in 0.2 seconds as it raised AuthenticationError: \(Self.refusal)", level: .warning))
    #expect(refused.first?.isHandled == false)
    let passing = failures(textRecord("retrying after status code: 401", level: .warning))
    #expect(passing.allSatisfy { $0.isHandled })
  }
}
