import CulpritRegex
package import CulpritRules

/// Changes each pattern a little, and tells of the changes that none of the checks notices.
///
/// What survives is a part of a pattern that no example needs, or an assertion that no near miss needs: it may be
/// wrong, and nobody would see.
package struct MutationCheck {
  private let drafts: [PatternDraft]
  /// Of patterns that name a provider: no pattern of another one may claim these lines.
  private let linesOfProviders: [(id: String, provider: String, line: String)]

  /// - Throws: where the files themselves are refused.
  package init(_ files: [RuleFile], over base: RuleSet = RuleSet()) throws(RuleFileError) {
    drafts = try RuleLoader.drafts(of: files, over: base)
    linesOfProviders = drafts.flatMap { draft in
      draft.pattern.provider.map { provider in draft.examples.map { (draft.id, provider, $0.line) } } ?? []
    }
  }

  /// What neither the examples of the files nor these lines notice; costs some 10 µs a change.
  package func survivors(of recorded: [RecordedLine] = []) -> [RuleFileProblem] {
    let lines = Dictionary(grouping: recorded, by: \.id)
    return drafts.flatMap { draft in
      survivors(of: draft, lines[draft.id] ?? []).map { mutant, _ in
        RuleFileProblem(
          file: draft.file, place: draft.regexText.node.place(ofByte: mutant.offset),
          message: "no example or near miss of '\(draft.id)' notices a regex \(mutant.change); add one, or leave that out")
      } + needless(draft)
    }
  }

  /// Lines that are made of the patterns' own regexes, as few as notice what examples do not.
  package func linesToRecord() -> [RecordedLine] {
    drafts.flatMap { draft -> [RecordedLine] in
      guard let own = draft.regex else { return [] }
      var unnoticed = survivors(of: draft, [])
      guard !unnoticed.isEmpty else { return [] }
      return RegexSamples.lines(of: draft.pattern.regex).compactMap { line in
        let isTaken = own.matches(line)
        let left = unnoticed.filter { $0.regex.matches(line) == isTaken }
        guard left.count < unnoticed.count else { return nil }
        unnoticed = left
        return RecordedLine(id: draft.id, line: line, isTaken: isTaken)
      }
    }
  }

  private func survivors(
    of draft: PatternDraft, _ lines: [RecordedLine]
  ) -> [(mutant: RegexMutant, regex: CompiledPattern)] {
    RegexMutant.all(of: draft.pattern.regex).compactMap { mutant in
      guard let regex = try? CompiledPattern(mutant.regex, options: .ofWordings),
        !lines.contains(where: { regex.matches($0.line) != $0.isTaken }), !isNoticed(regex, of: draft)
      else { return nil }
      return (mutant, regex)
    }
  }

  private func needless(_ draft: PatternDraft) -> [RuleFileProblem] {
    guard let other = drafts.first(where: { makesNeedless(draft, $0) }) else { return [] }
    return [
      RuleFileProblem(
        file: draft.file, place: draft.position.place,
        message: "'\(other.id)' says all that '\(draft.id)' says of its examples; drop one, or add an example that differs")
    ]
  }

  /// Does one of the checks of the loader fail with this regex in the place of the pattern's own?
  private func isNoticed(_ regex: CompiledPattern, of draft: PatternDraft) -> Bool {
    draft.nearMisses.contains { regex.matches($0.line) } || draft.examples.contains { isMisread($0, regex, draft) }
      || claimsForeignLine(regex, draft)
  }

  private func isMisread(_ example: RuleExample, _ regex: CompiledPattern, _ draft: PatternDraft) -> Bool {
    guard let match = regex.firstMatch(in: example.line) else { return true }
    let values = Self.values(match, draft)
    return example.values.contains { values[$0.key] != $0.value.text }
  }

  private static func values(_ match: Match, _ draft: PatternDraft) -> [String: String] {
    match.values.merging(draft.pattern.values) { found, _ in found }
  }

  private func claimsForeignLine(_ regex: CompiledPattern, _ draft: PatternDraft) -> Bool {
    guard let provider = draft.pattern.provider, !draft.pattern.isAmbiguous else { return false }
    return linesOfProviders.contains { other in
      other.provider != provider && !draft.sharesLines(with: other.id) && regex.matches(other.line)
    }
  }

  /// Nothing would be lost on its examples: the other one gives the same signal, provider and values.
  private func makesNeedless(_ draft: PatternDraft, _ other: PatternDraft) -> Bool {
    guard other.id != draft.id, other.pattern.signal == draft.pattern.signal,
      other.pattern.provider == draft.pattern.provider, other.pattern.sdk == draft.pattern.sdk,
      other.pattern.isAmbiguous == draft.pattern.isAmbiguous, let regex = other.regex
    else { return false }
    return draft.examples.allSatisfy { example in
      guard let found = regex.firstMatch(in: example.line), let own = draft.regex?.firstMatch(in: example.line) else {
        return false
      }
      let (ownValues, otherValues) = (
        Self.values(own, draft), Self.values(found, other)
      )
      return ownValues.allSatisfy { otherValues[$0.key] == $0.value }
    }
  }
}
