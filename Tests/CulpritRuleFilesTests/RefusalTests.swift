import CulpritRuleFiles
import CulpritRules
import Testing

/// A text of the sample, what it is replaced by, and all that is said of it then.
struct Refusal: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var old: String
  var new: String
  /// Without the name of the file.
  var messages: [String]

  init(_ description: String, _ old: String, _ new: String, _ messages: String...) {
    testDescription = description
    self.old = old
    self.new = new
    self.messages = messages
  }
}

@Suite struct RefusalTests {
  @Test("the sample itself is right")
  func sample() throws {
    let loaded = try RuleLoader.load(RuleFolderSample.files())
    #expect(loaded.rules.patterns.map(\.literals) == [[" variable is missing"]])
    #expect(loaded.rules.patterns.map(\.provider) == ["openai"])
    #expect(loaded.examples.map(\.values) == [["variable": "OPENAI_API_KEY"]])
  }

  @Test("what is wrong is said with its place and what to do", arguments: shapes + contents + examples)
  func refused(_ refusal: Refusal) {
    #expect(
      RuleFolderSample.problems(replacing: refusal.old, by: refusal.new)
        == refusal.messages.map { "providers/openai.yaml:\($0)" })
  }

  static let shapes = [
    Refusal(
      "no YAML", "name: OpenAI", "name: 'OpenAI",
      "6:15: error: not YAML: did not find expected key; look at this line and the one before it"),
    Refusal(
      "an alias", "name: OpenAI", "name: &a OpenAI\nwords: [*a]",
      "2:7: error: used again by an alias ('*name'); write it out where it is used"),
    Refusal(
      "an unknown key", "near_misses:", "near_mises:",
      "4:5: error: no near_misses; each pattern shows a line that it must not match, the nearest neighbour first",
      "11:5: error: unknown key 'near_mises'; did you mean 'near_misses'?"),
    Refusal(
      "an unknown key unlike any other", "name: OpenAI", "name: OpenAI\nzzzzzzzz: 1",
      "3:1: error: unknown key 'zzzzzzzz'; known keys of a provider are id, name, variables, hosts, key_shapes, "
        + "clients, frames, models, words, dialect, shared_clients, editions, patterns"),
    Refusal(
      "a missing key", "    source: https://example.com/a\n", "",
      "4:5: error: missing key 'source'; each pattern needs it"),
    Refusal(
      "a key without value", "source: https://example.com/a", "source:",
      "7:12: error: missing key 'source'; each pattern needs it"),
    Refusal(
      "a key that stands twice", "name: OpenAI", "name: OpenAI\nname: Other",
      "3:1: error: duplicate key 'name'; it has a value on line 2 already"),
    Refusal(
      "a text for a list", "name: OpenAI", "name: OpenAI\nhosts: api.openai.com",
      "3:8: error: 'hosts' is a text, not a list; write '- ' before each item, or [a, b]"),
    Refusal(
      "a list for a text", "name: OpenAI", "name: [OpenAI]",
      "2:7: error: 'name' is a list, not a text; write one text"),
    Refusal(
      "a word for a flag", "name: OpenAI", "name: OpenAI\neditions: yes",
      "3:11: error: 'editions' is neither true nor false; write one of them without quotes"),
    Refusal(
      "a text for a mapping", "values: {variable: OPENAI_API_KEY}", "values: OPENAI_API_KEY",
      "10:17: error: 'values' is a text, not a mapping; write {name: text}"),
    Refusal(
      "an item that is no mapping", "  - id: openai.absent", "  - openai.absent\n  - id: openai.absent",
      "4:5: error: a pattern is a mapping, not a text; write 'key: value' lines"),
    Refusal(
      "a second document", "near_misses:\n      - The variable is missing",
      "near_misses:\n      - The variable is missing\n---\nid: other",
      "14:1: error: a second document begins here; write one document a file"),
  ]

  static let contents = [
    Refusal(
      "an id that is not the file's", "id: openai\n", "id: open-ai\n",
      "1:5: error: id 'open-ai' in a file named 'openai'; give both the same name"),
    Refusal(
      "an id with capitals", "openai.absent", "openai.Absent",
      "4:9: error: 'openai.Absent' is no id; use lower-case letters, digits, '.' and '-', as in "
        + "'openai.refused.python-1'"),
    Refusal(
      "an unknown signal", "signal: credential-absent", "signal: credential-absnt",
      "5:13: error: unknown signal 'credential-absnt'; did you mean 'credential-absent'?"),
    Refusal(
      "an unknown provider", "    source:", "    provider: opnai\n    source:",
      "4:5: error: unknown provider 'opnai'; did you mean 'openai'?"),
    Refusal(
      "a regex that does not compile", "{1,40}) variable", "{1,40} variable",
      "6:63: error: bad regex: missing closing parenthesis; see 'man pcre2pattern'"),
    Refusal(
      "a source that is no link", "https://example.com/a", "somewhere",
      "7:13: error: source 'somewhere' is no link; begin with 'https://', 'docs:' or 'observed:'"),
    Refusal(
      "a pattern without a literal", "The (?<variable>[A-Z_]{1,40}) variable is missing",
      "(?<variable>[A-Z]{3,9}_[A-Z]{3}_[A-Z]{3})",
      "6:14: error: no literal of 4 characters stands in every match; name some in 'literals', or make the "
        + "pattern more specific"),
    Refusal(
      "literals that the example has not", "    source:", "    literals: [is absent]\n    source:",
      "10:15: error: this example holds none of the literals 'is absent'; correct 'literals'"),
    Refusal(
      "literals with capitals", "    source:", "    literals: [Variable]\n    source:",
      "7:16: error: literal 'Variable' has capitals; case is folded, write it in lower case",
      "10:15: error: this example holds none of the literals 'Variable'; correct 'literals'"),
    Refusal(
      "a slow regex", "The (?<variable>[A-Z_]{1,40}) variable is missing",
      "The (?<variable>[A-Z_]+) .*variable .*is missing",
      "6:14: error: this regex takes more than 64 steps a byte on a long line of the first half of its example, "
        + "again and again; bound its repeats, as in '.{0,200}' or '[^\"]{0,200}'"),
    Refusal(
      "a host with capitals", "name: OpenAI", "name: OpenAI\nhosts: [API.openai.com]",
      "3:9: error: 'API.openai.com' has capitals, but hosts are compared in lower case; write 'api.openai.com'"
    ),
    Refusal(
      "a dialect that does not compile", "name: OpenAI", "name: OpenAI\ndialect: ['x-(']",
      "3:15: error: bad regex: missing closing parenthesis; see 'man pcre2pattern'"),
    Refusal(
      "a key shape that does not compile", "name: OpenAI",
      "name: OpenAI\nkey_shapes:\n  - {pattern: 'sk-[a-z', alphabet: a-z, source: docs:x}",
      "4:23: error: bad regex: missing terminating ] for character class; see 'man pcre2pattern'"),
    Refusal(
      "a key shape whose lengths are texts", "name: OpenAI",
      "name: OpenAI\nkey_shapes:\n  - {pattern: 'sk-[a-z]{9}', alphabet: a-z, lengths: [long], source: docs:x}",
      "4:55: error: 'lengths' is no whole number; write digits without quotes"),
    Refusal(
      "an alphabet that ends its class", "name: OpenAI",
      "name: OpenAI\nkey_shapes:\n  - {pattern: 'sk-[a-z]{9}', alphabet: 'a-z]x', source: docs:x}",
      "4:40: error: 'a-z]x' is no inside of a regex class; write it as in 'A-Za-z0-9_-'"),
  ]

  static let examples = [
    Refusal(
      "an example that is not matched", "line: The OPENAI_API_KEY variable",
      "line: The openai_api_key variable",
      "9:15: error: this example is not matched by its pattern; change one of them"),
    Refusal(
      "a group with another value", "{variable: OPENAI_API_KEY}", "{variable: OPENAI_KEY}",
      "10:28: error: 'variable' is 'OPENAI_API_KEY' in this example, not 'OPENAI_KEY'; correct one of them"),
    Refusal(
      "a group that is not there", "{variable: OPENAI_API_KEY}", "{varable: OPENAI_API_KEY}",
      "10:27: error: 'varable' has no value in this example; name a group (?<varable>…) or set it"),
    Refusal(
      "a near miss that is matched", "- The variable is missing", "- The KEY variable is missing",
      "12:9: error: this near miss is matched by its pattern; narrow the pattern"),
    Refusal(
      "no examples",
      "    examples:\n      - line: The OPENAI_API_KEY variable is missing\n        values: {variable: OPENAI_API_KEY}\n",
      "    examples: []\n",
      "8:15: error: no examples; each pattern shows a line that it must match"),
    Refusal(
      "an example that no anchor reaches", "- line: The OPENAI_API_KEY variable",
      "- The OPENAI_KEY variable is missing\n      - line: The OPENAI_API_KEY variable",
      "9:9: error: no anchor stands in this example, so Scan would pass it by; add one to anchors.yaml"),
    Refusal(
      "an unknown id in shared_with", "    near_misses:", "    shared_with: [openai.absnt]\n    near_misses:",
      "11:19: error: unknown id 'openai.absnt' in shared_with; did you mean 'openai.absent'?"),
  ]
}
