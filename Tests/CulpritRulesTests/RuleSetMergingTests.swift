import CulpritRules
import CulpritScan
import Testing

@Suite struct RuleSetMergingTests {
  private func pattern(_ id: String, _ regex: String) -> Pattern {
    Pattern(id: id, signal: .credentialRefused, regex: regex, literals: ["x"])
  }

  @Test("a user's pattern takes the place of the one with its id; others follow")
  func overriding() {
    let built = RuleSet(patterns: [pattern("a", "1"), pattern("b", "2")])
    let merged = built.merging(RuleSet(patterns: [pattern("c", "4"), pattern("a", "3")]))
    #expect(merged.patterns == [pattern("a", "3"), pattern("b", "2"), pattern("c", "4")])
  }

  @Test("anchors are added, none twice and none taken away")
  func anchors() {
    let built = RuleSet(anchors: [Anchor(text: "api_key", kind: .failure)])
    let merged = built.merging(
      RuleSet(anchors: [Anchor(text: "api_key", kind: .context), Anchor(text: "acme", kind: .context)]))
    #expect(
      merged.anchors == [Anchor(text: "api_key", kind: .failure), Anchor(text: "acme", kind: .context)])
  }

  @Test("a user's new formats are tried first, a changed one keeps its place")
  func formats() {
    let built = RuleSet(formats: [HeaderFormat(id: "a", regex: "1"), HeaderFormat(id: "b", regex: "2")])
    let merged = built.merging(
      RuleSet(formats: [HeaderFormat(id: "b", regex: "3"), HeaderFormat(id: "mine", regex: "4")]))
    #expect(merged.formats.map(\.id) == ["mine", "a", "b"])
    #expect(merged.formats.last?.regex == "3")
  }

  @Test("a subcause is overridden only within its cause")
  func causes() {
    func rule(_ cause: String, _ explanation: String) -> CauseRule {
      CauseRule(cause: cause, subcause: "absent", weights: [:], explanation: explanation, fixes: [])
    }
    let merged = RuleSet(causes: [rule("missing-env", "1")])
      .merging(RuleSet(causes: [rule("stale-credential", "2"), rule("missing-env", "3")]))
    #expect(merged.causes.map(\.explanation) == ["3", "2"])
  }

  @Test("merging with nothing changes nothing")
  func nothing() {
    let rules = RuleSet(patterns: [pattern("a", "1")], formats: [HeaderFormat(id: "a", regex: "1")])
    #expect(rules.merging(RuleSet()).encoded == rules.encoded)
    #expect(RuleSet().merging(rules).encoded == rules.encoded)
  }
}
