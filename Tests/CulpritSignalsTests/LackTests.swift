import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

/// What applications and runtimes say when they fail for want of a variable.
@Suite struct LackTests {
  private static let extractor = SignalExtractor(rules: .builtIn)

  private func failures(_ text: String) -> [Failure] {
    var extractor = Self.extractor
    return extractor.facts(of: textRecord(text, level: .error)).failures
  }

  @Test(
    "a failure for want of a variable is understood in any sentence",
    arguments: [
      "Error: Missing OPENAI_API_KEY", "Missing OPENAI_API_KEY environment variable", "job 3 failed: missing OPENAI_API_KEY",
      "no OPENAI_API_KEY in environment", "ValueError: OPENAI_API_KEY missing", "RuntimeError: set OPENAI_API_KEY before starting",
      "panic: OPENAI_API_KEY must be set", "fatal: environment variable OPENAI_API_KEY not set",
      "Error: OPENAI_API_KEY env var is required", "java.lang.IllegalStateException: OPENAI_API_KEY is null",
      "KeyError: 'OPENAI_API_KEY'", "part 3 FAILED: KeyError 'OPENAI_API_KEY'", "phrase 2 lost: KeyError('OPENAI_API_KEY')", "Error: environment variable `OPENAI_API_KEY` not found",
      "cannot start: please export OPENAI_API_KEY", "Error: missing required environment variable: OPENAI_API_KEY",
      "config error: OPENAI_API_KEY must be provided",
      #"could not fetch environment variable "OPENAI_API_KEY" because it is not set"#, "NullPointerException: OPENAI_API_KEY",
      "failed to load the secret OPENAI_API_KEY", #""path": ["OPENAI_API_KEY"], "message": "Required""#,
      "ValueError: Missing or empty required API keys in environment variables: OPENAI_API_KEY.",
    ])
  func lacks(_ text: String) {
    let found = failures(text)
    #expect(found.first?.signal == .credentialAbsent, "\(found.map(\.signal))")
    #expect(found.first?.variable == "OPENAI_API_KEY")
  }

  @Test(
    "a failure for want of something else is none of a provider",
    arguments: [
      "Error: Missing SENTRY_DSN", "KeyError: 'DATABASE_URL'", "STRIPE_SECRET_KEY must be set", "Error: OPENAI_BASE_URL is not set",
      "missing GITHUB_TOKEN", "no REDIS_URL in environment", "job 3 failed: set TZ before starting",
    ])
  func others(_ text: String) { #expect(failures(text).isEmpty) }

  @Test(
    "a lack may name the provider instead of the variable",
    arguments: [
      "MISSING OPENAI API KEY ENV VARIABLE", "Error: Missing env var from OpenAI", "startup failed: no OpenAI API key",
      "The OpenAI API Key is missing. Please publish the configuration file", "OpenAI key not configured",
      "RuntimeError: OpenAI credentials were not provided", "No API key found for OpenAI.",
      "InvalidOperationException: OpenAI:ApiKey is not configured", "spring.ai.openai.api-key must be set",
      "IllegalArgumentException: OpenAI API key must be set. Use the connection property",
    ])
  func providers(_ text: String) {
    let found = failures(text)
    #expect(found.first?.signal == .credentialAbsent, "\(found.map(\.signal))")
    #expect(found.first?.wordings.first?.provider == "openai")
  }

  @Test(
    "a key that is not needed lacks nobody, nor does another system's",
    arguments: [
      "no OpenAI API key needed for local models", "Missing SendGrid API key", "no Sentry key configured", "missing env var from Vercel",
    ])
  func notNeeded(_ text: String) { #expect(failures(text).isEmpty) }
}
