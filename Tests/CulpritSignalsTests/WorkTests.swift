import CulpritIntake
import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

@Suite struct WorkTests {
  private static let extractor = SignalExtractor(rules: .builtIn)

  private func facts(_ text: String, level: Level? = .info) -> RecordFacts {
    var extractor = Self.extractor
    return extractor.facts(of: textRecord(text, level: level))
  }

  @Test(
    "a finished unit of work is told by a noun beside its number, whatever the verb",
    arguments: [
      ("job 17 done", "job"), ("ticket T-48214 answered", "ticket"), ("orderId=12 summarised", "order"),
      ("Finished order #512 in 3 s", "order"), ("document 9 indexed", "document"), ("INV-2026-1181 drafted", "inv"),
    ])
  func units(_ text: String, _ unit: String) throws {
    let work = try #require(facts(text).work)
    #expect(work.units.contains(unit), "\(work.units)")
  }

  @Test(
    "a sentence of failure is no work",
    arguments: [
      "job 17 failed", "could not answer ticket 4", "order 9: giving up", "document 3 was rejected", "no answer for ticket 4",
      "job 17 crashed", "unable to draft mail 8", "job 5 lost", "job 6 aborted", "uncaught error in job 7", "dropping job 12",
    ])
  func failures(_ text: String) {
    let facts = facts(text)
    #expect(facts.work == nil && facts.tellsFailure)
  }

  @Test("where nothing less than warnings is printed, one of them may be work; an error is none")
  func warning() {
    #expect(facts("job 17 done", level: .warning).work != nil)
    #expect(facts("job 17 not done", level: .warning).work == nil)
    #expect(facts("job 17 done", level: .error).work == nil)
  }

  @Test(
    "an access line of a server is work only where it was answered well",
    arguments: [
      (#"127.0.0.1 "POST /handover" 200 47 - 76.133 ms"#, true), (#"127.0.0.1 "POST /handover" 503 35 - 5.1 ms"#, false),
      (#"10.0.0.7 - - "GET /me HTTP/1.1" 401 12"#, false), (#"page "5" 500 words written"#, true),
    ])
  func accessLine(_ line: String, _ isWork: Bool) { #expect((facts(line).work != nil) == isWork) }

  @Test(
    "records of one kind fold to one template",
    arguments: [
      ("job 17 done in 12 ms", "job 4 done in 3 ms"), ("ticket 8a7b6c5d4e3f answered", "ticket 0a1b2c3d4e5f answered"),
      ("order 12 -> sent", "order 9912 -> sent"),
    ])
  func folded(_ one: String, _ other: String) { #expect(Template.folded(one) == Template.folded(other)) }

  @Test("records of two kinds keep two templates")
  func kept() { #expect(Template.folded("job 17 done") != Template.folded("job 17 queued")) }
}
