import CulpritRegex
import Testing

@Suite struct CompiledPatternTests {
  @Test("a match tells its range in UTF-8 offsets, and the text of its groups")
  func groups() throws {
    let pattern = try CompiledPattern(#"key (?<echo>\S+) of (?<provider>\w+)?"#)
    let match = try #require(pattern.firstMatch(in: "für key sk-…a1B2 of openai"))
    #expect(match.range == 5..<29)
    #expect(match["echo"] == "sk-…a1B2")
    #expect(match.values == ["echo": "sk-…a1B2", "provider": "openai"])
  }

  @Test("a group that took no part in the match has no value")
  func unsetGroup() throws {
    let match = try #require(try CompiledPattern("a(?<b>b)?c").firstMatch(in: "ac"))
    #expect(match["b"] == nil)
    #expect(match.values.isEmpty)
  }

  @Test("a name that stands in two branches gives the branch that matched")
  func duplicateNames() throws {
    let pattern = try CompiledPattern("(?:pid=(?<pid>\\d+)|pid (?<pid>\\d+))")
    #expect(pattern.firstMatch(in: "pid=7")?["pid"] == "7")
    #expect(pattern.firstMatch(in: "pid 8")?["pid"] == "8")
  }

  @Test("all matches are found, empty ones and those beside wide characters too")
  func allMatches() throws {
    #expect(try CompiledPattern("\\d+").allMatches(in: "1 é 22 🙂333").map { $0[0] } == ["1", "22", "333"])
    #expect(try CompiledPattern("x*").allMatches(in: "é🙂").count == 3)
    #expect(try CompiledPattern("").allMatches(in: "").count == 1)
    #expect(try CompiledPattern("a").allMatches(in: "aaaa", limit: 2).count == 2)
  }

  @Test("a start inside a character is moved to the next one")
  func startInsideCharacter() throws {
    #expect(try CompiledPattern(".").firstMatch(in: "éa", from: 1)?[0] == "a")
    #expect(try CompiledPattern(".").firstMatch(in: "é", from: 2) == nil)
    #expect(try CompiledPattern(".").firstMatch(in: "é", from: 3) == nil)
  }

  @Test("a regex that does not compile says why and where")
  func badRegex() {
    let error = #expect(throws: PatternError.self) { try CompiledPattern("ab(c") }
    #expect(error?.message == "missing closing parenthesis")
    #expect(error?.offset == 4)
  }

  @Test("exponential backtracking ends without a match instead of never")
  func matchLimit() throws {
    let text = String(repeating: "a", count: 64 * 1024)
    #expect(try !CompiledPattern("^(a+)+b$").matches(text))
  }

  @Test("a pattern that gets machine code while others match finds the same")
  func manyThreads() async throws {
    let pattern = try CompiledPattern(#"pid[= ](?<pid>\d+)"#)
    let found = await withTaskGroup(of: [String?].self) { group in
      for _ in 0..<4 { group.addTask { (0..<200).map { pattern.firstMatch(in: "a pid=\($0) b")?["pid"] } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == [[String?]](repeating: (0..<200).map { "\($0)" }, count: 4))
  }

  @Test("a match that needs more stack than machine code has is still found")
  func deepMatch() throws {
    let text = String(repeating: "ab", count: 100_000) + "!"
    let pattern = try CompiledPattern("^(?:(a)|(b))+!")
    // The first uses go without machine code.
    for _ in 0..<30 { #expect(pattern.matches(text)) }
  }

  @Test("wordings see every line's start, headers only the text's")
  func options() throws {
    #expect(try CompiledPattern("^b", options: .ofWordings).matches("a\nb"))
    #expect(try !CompiledPattern("b", options: .ofHeaders).matches("ab"))
    #expect(try !CompiledPattern("a.b", options: .ofWordings).matches("a\nb"))
  }
}
