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
}
