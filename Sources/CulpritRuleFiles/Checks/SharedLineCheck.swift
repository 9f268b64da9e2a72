import CulpritRegex
import CulpritRules

/// A line belongs to one provider: no pattern of another one may match an example, unless both say so.
struct SharedLineCheck {
  let problems: ProblemList
  let drafts: [PatternDraft]
  /// Patterns of the rules that these are added to, compiled; they name nobody they share lines with.
  let others: [(pattern: Pattern, regex: CompiledPattern)]

  func check() {
    let ids = Set(drafts.map(\.id)).union(others.map(\.pattern.id))
    // Only a pattern that names a provider by itself claims a line.
    let claiming = drafts.filter { $0.pattern.provider != nil && !$0.pattern.isAmbiguous }
    for draft in drafts {
      for shared in draft.sharedWith where !ids.contains(shared.text) {
        let remedy =
          probablyMeant(shared.text, among: ids.sorted()).map { "did you mean '\($0)'?" }
          ?? "no pattern has it"
        problems.report(
          "unknown id '\(shared.text)' in shared_with; \(remedy)", at: shared.place, in: draft.file)
      }
      guard let provider = draft.pattern.provider else { continue }
      let rivals = claiming.filter {
        $0.pattern.provider != provider && !(draft.sharesLines(with: $0.id) && $0.sharesLines(with: draft.id))
      }
      for example in draft.examples {
        for rival in rivals where rival.regex?.matches(example.line) == true {
          report(rival.pattern, example, draft)
        }
        checkOthers(example, of: draft)
      }
    }
  }

  private func checkOthers(_ example: RuleExample, of draft: PatternDraft) {
    for (pattern, regex) in others
    where pattern.provider != nil && pattern.provider != draft.pattern.provider && !pattern.isAmbiguous
      && !draft.sharesLines(with: pattern.id) && regex.matches(example.line)
    {
      report(pattern, example, draft)
    }
  }

  private func report(_ rival: Pattern, _ example: RuleExample, _ draft: PatternDraft) {
    problems.report(
      "'\(rival.id)' of \(rival.provider ?? "nobody") matches this example as well; narrow one of them, mark it "
        + "ambiguous, or name each in the other's shared_with",
      at: example.place, in: draft.file)
  }
}
