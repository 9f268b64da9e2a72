import CulpritRegex
import Testing

@testable import CulpritRuleFiles

@Suite struct RequiredLiteralsTests {
  @Test(
    "the literals that every match holds are found",
    arguments: [
      (#"The (?<variable>[A-Z_]+) environment variable is missing"#, [" environment variable is missing"]),
      (#"Incorrect API key provided: (?<echo>\S+)"#, ["incorrect api key provided: "]),
      ("(?:Incorrect|Invalid) key", ["incorrect", "invalid"]),
      ("foo(?:bar|quux)?baz!", ["baz!"]),
      ("(?i)Unauthori[sz]ed", ["unauthori"]),
      ("[Uu]ser not found", ["user not found"]),
      (#"invalid\.key\x20here"#, ["invalid.key here"]),
      ("ab(?:cd)ef", ["abcdef"]),
      ("^abcd|^efgh$", ["abcd", "efgh"]),
      ("(?:longer literal){1,3}x", ["longer literal"]),
      ("(?=never)abcd", ["abcd"]),
      ("error{2}rest", ["error"]),
      ("a{literal}b", ["a{literal}b"]),
      (#"\bwith\b space"#, ["with space"]),
      ("(?:one two|three)(?: four five)+", [" four five"]),
    ])
  func found(_ regex: String, _ literals: [String]) {
    #expect(RequiredLiterals.of(regex) == literals)
  }

  @Test(
    "where no literal of four characters must occur, none is made up",
    arguments: [
      "abc", #"\d+ \w+"#, "(?:abcd)?", "(?:abcd)*x", "abcd|x", "[abcd]{20}", "(?:abcd){0,2}", "....",
      ": {'': ",
      "(?x) a b c d e f", "(?(1)abcd|efgh)", "(?R)abcd", "",
    ])
  func notFound(_ regex: String) {
    #expect(RequiredLiterals.of(regex) == nil)
  }

  @Test("a regex nested without end is given up, not followed")
  func deep() {
    #expect(RequiredLiterals.of(String(repeating: "(", count: 10_000) + "abcd") == nil)
  }
}
