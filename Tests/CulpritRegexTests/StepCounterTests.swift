import CulpritRegex
import Testing

@Suite struct StepCounterTests {
  /// Holds the last letter that the regexes need: without it PCRE2 does not even begin.
  private let line = String(repeating: "Error code: 401 ", count: 4_000) + "\ninvalid_key="

  @Test("a bounded repeat stays in proportion to the line")
  func bounded() throws {
    let counter = try StepCounter("Error code: 401.{0,100}invalid")
    #expect(counter.steps(on: line, limit: 10_000_000) < 64 * line.utf8.count)
  }

  @Test("a repeat that walks the whole line from each start reaches the limit")
  func unbounded() throws {
    let counter = try StepCounter("Error code: 401.*invalid_key")
    #expect(counter.steps(on: line, limit: 64 * line.utf8.count) == 64 * line.utf8.count)
  }

  @Test("a possessive repeat without backtracking is counted as well")
  func hiddenRepeats() throws {
    let counter = try StepCounter("\\w+ =")
    let letters = String(repeating: "a", count: 64 * 1024) + "\n="
    #expect(counter.steps(on: letters, limit: 4_000_000) == 4_000_000)
  }

  @Test("the same text takes the same steps")
  func deterministic() throws {
    let counter = try StepCounter("(?:a|b){1,5}c")
    #expect(counter.steps(on: "abababdc", limit: 1_000) == counter.steps(on: "abababdc", limit: 1_000))
    #expect(counter.steps(on: "abababdc", limit: 1_000) > 8)
  }
}
