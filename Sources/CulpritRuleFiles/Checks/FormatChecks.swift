import CulpritRegex
import CulpritRules

/// Header formats: each sample is matched by its own format, and by none that is tried before.
struct FormatChecks {
  let problems: ProblemList
  /// In the order in which they are tried.
  let drafts: [FormatDraft]

  func check() {
    for (index, draft) in drafts.enumerated() {
      for sample in draft.samples { check(sample, of: draft, after: drafts[..<index]) }
      for nearMiss in draft.nearMisses where draft.regex?.matches(nearMiss.line) == true {
        report("this near miss is matched by its format; narrow the pattern", at: nearMiss.place, draft)
      }
      checkSpeed(draft)
    }
  }

  private func check(_ sample: RuleExample, of draft: FormatDraft, after earlier: ArraySlice<FormatDraft>) {
    guard let regex = draft.regex else { return }
    guard let match = regex.firstMatch(in: sample.line) else {
      report("this sample is not matched by its format; change one of them", at: sample.place, draft)
      return
    }
    for (name, expected) in sample.values.sorted(by: { $0.key < $1.key }) where match[name] != expected.text {
      let found = match[name].map { "is '\($0)'" } ?? "has no value"
      report(
        "'\(name)' \(found) in this sample, not '\(expected.text)'; correct one of them", at: expected.place,
        draft)
    }
    if let rival = earlier.first(where: { $0.regex?.matches(sample.line) == true }) {
      report(
        "'\(rival.format.id)' is tried before and matches this sample; narrow it, or give '\(draft.format.id)' "
          + "a precedence below \(rival.precedence)",
        at: sample.place, draft)
    }
  }

  private func checkSpeed(_ draft: FormatDraft) {
    guard draft.regex != nil else { return }
    let line = HostileLines.slowLine(
      for: draft.format.regex, options: .ofHeaders, examples: draft.samples.map(\.line), literals: [])
    if let line { report(HostileLines.message(line), at: draft.regexText.place, draft) }
  }

  private func report(_ message: String, at place: FilePlace, _ draft: FormatDraft) {
    problems.report(message, at: place, in: draft.position.file)
  }
}
