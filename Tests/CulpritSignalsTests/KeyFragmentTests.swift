import CulpritPatterns
import CulpritRules
import CulpritSignals
import Testing

/// What a provider's echo shows, and how it is read.
struct Echo: Sendable, CustomTestStringConvertible {
  var shown: String
  var reading: KeyFragment.Reading
  init(_ shown: String, _ reading: KeyFragment.Reading) {
    self.shown = shown
    self.reading = reading
  }
  var testDescription: String { shown }
}

@Suite struct KeyFragmentTests {
  @Test("an echo that the log cut is no mangled key", arguments: [
    ("sk-proj-*******", ["openai"]), ("gsk_***********", ["groq"]), ("sk-ant-api03-****", ["anthropic"]),
  ])
  func cutEcho(_ echo: String, _ fits: [String]) {
    #expect(reader.fragment(cut: echo).reading == .key(fits: fits))
    #expect(reader.fragment(cut: echo).tail == "")
  }

  @Test("of a cut echo without a known beginning nothing is known; words in the place of a key still count")
  func cutWords() {
    #expect(reader.fragment(cut: "zz_ope***********").reading == .unreadable)
    #expect(reader.fragment(cut: "undefined").reading == .missingValue)
    #expect(reader.fragment(cut: "${OPENAI_API_KEY}").reading == .placeholder)
  }

  let reader = KeyFragmentReader(
    providers: RuleSet.builtIn.providers, redactor: Redactor(providers: RuleSet.builtIn.providers))

  @Test(
    "an echo that is no key is read as what it is",
    arguments: [
      Echo("undefined", .missingValue), Echo("None", .missingValue), Echo("your-api-key", .placeholder),
      Echo("sk-xxxxxxxx", .placeholder), Echo("${OPENAI*****KEY}", .placeholder), Echo("API_KEY", .placeholder),
      Echo("<your-api-key>", .placeholder), Echo("{{OPENAI_API_KEY}}", .placeholder), Echo("OPENAI_API_KEY", .placeholder),
      Echo("sk-your-key-here", .placeholder), Echo("changeme", .placeholder), Echo("REPLACE_ME", .placeholder),
      Echo("****_KEY", .placeholder), Echo("****eek}", .placeholder), Echo("****here", .placeholder),
      Echo("https://****lETQ", .mangled(.url)), Echo("You are ****tep.", .mangled(.prose)),
      Echo("****18b\"", .mangled(.quoted)), Echo("\"sk-proj*****abcd", .mangled(.quoted)),
      Echo("****Njk=", .mangled(.encoded)), Echo("****ined", .missingValue), Echo("not-needed", .localDummy),
      Echo("ollama", .localDummy), Echo("Bearer sk-proj-1234", .mangled(.scheme)),
    ])
  func readsWords(_ echo: Echo) {
    #expect(reader.fragment(of: echo.shown).reading == echo.reading)
  }

  @Test("dots that a provider echoes are the value, dots that an application shows its mask")
  func dots() {
    #expect(reader.fragment(echoed: "...").reading == .placeholder)
    #expect(reader.fragment(echoed: "sk-...").reading != .placeholder)
    #expect(reader.fragment(of: "...").reading != .placeholder)
    #expect(reader.fragment(echoed: "Bearer").reading == .mangled(.scheme))
  }

  @Test("a masked key tells whose it can be and whose it cannot")
  func readsKeys() {
    let anthropic = reader.fragment(of: "sk-ant-a" + String(repeating: "*", count: 96) + "AvAA")
    #expect(anthropic.fits == ["anthropic"])
    #expect(anthropic.length == 108)
    #expect(anthropic.isDistinctive)
    let openai = reader.fragment(of: "sk-proj-" + String(repeating: "*", count: 152) + "MxYA")
    #expect(openai.fits.contains("openai"))
    #expect(!openai.fits.contains("anthropic"))
    #expect(openai.tail == "MxYA")
    #expect(openai.length == 164)
  }

  @Test("of a short unknown value nothing is kept, for it may be a password")
  func keepsNoPassword() {
    let fragment = reader.fragment(of: "hunter2-hunter")
    #expect(fragment.head.isEmpty && fragment.tail.isEmpty)
  }

  @Test("fragments agree unless both show something that differs")
  func agreement() {
    let a = KeyFragment(reading: .unreadable, head: "sk-proj-", tail: "abcd", length: 164)
    let b = KeyFragment(reading: .unreadable, tail: "abcd")
    let c = KeyFragment(reading: .unreadable, tail: "wxyz")
    #expect(a.agrees(with: b) && b.agrees(with: a))
    #expect(!a.agrees(with: c))
  }
}
