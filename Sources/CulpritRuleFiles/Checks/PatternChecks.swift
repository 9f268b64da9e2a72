import CulpritRegex
import CulpritRules
import CulpritScan

/// Checks of one pattern by itself: its literals, its examples, its near misses, its speed.
struct PatternChecks {
  let problems: ProblemList
  let anchors: [Anchor]
  let signals: [SignalName]

  /// The literals that the pattern will be looked for by; reports where there are none.
  func literals(of draft: PatternDraft) -> [String] {
    guard draft.literals.isEmpty else {
      for literal in draft.literals where literal.text != FoldedText.lowerCased(literal.text) {
        report(
          "literal '\(literal.text)' has capitals; case is folded, write it in lower case", at: literal.place,
          draft)
      }
      return draft.literals.map(\.text)
    }
    guard draft.regex != nil else { return [] }
    if let found = RequiredLiterals.of(draft.pattern.regex) { return found }
    report(
      "no literal of \(RequiredLiterals.minimumLength) characters stands in every match; "
        + "name some in 'literals', or make the pattern more specific",
      at: draft.regexText.place, draft)
    return []
  }

  func check(_ draft: PatternDraft) {
    checkSignal(draft)
    guard let regex = draft.regex else { return }
    for example in draft.examples { check(example, of: draft, regex) }
    for nearMiss in draft.nearMisses where regex.matches(nearMiss.line) {
      report("this near miss is matched by its pattern; narrow the pattern", at: nearMiss.place, draft)
    }
    let line = HostileLines.slowLine(
      for: draft.pattern.regex, options: .ofWordings, examples: draft.examples.map(\.line),
      literals: draft.pattern.literals)
    if let line { report(HostileLines.message(line), at: draft.regexText.place, draft) }
  }

  private func checkSignal(_ draft: PatternDraft) {
    let signal = draft.pattern.signal
    guard !signals.isEmpty, !signals.contains(signal) else { return }
    let remedy = remedy(for: signal.rawValue, among: signals.map(\.rawValue), called: "signals")
    report("unknown signal '\(signal.rawValue)'\(remedy)", at: draft.signalPlace, draft)
  }

  private func check(_ example: RuleExample, of draft: PatternDraft, _ regex: CompiledPattern) {
    guard let match = regex.firstMatch(in: example.line) else {
      report("this example is not matched by its pattern; change one of them", at: example.place, draft)
      return
    }
    checkValues(of: example, in: match.values.merging(draft.pattern.values) { found, _ in found }, draft)
    let folded = FoldedText(example.line)
    if !draft.pattern.literals.isEmpty, !draft.pattern.literals.contains(where: folded.contains) {
      report(
        "this example holds none of the literals \(quoted(draft.pattern.literals)); correct 'literals'",
        at: example.place, draft)
    }
    guard draft.needsAnchor, !anchors.contains(where: { folded.contains($0.text) }) else { return }
    report(
      "no anchor stands in this example, so Scan would pass it by; add one to anchors.yaml",
      at: example.place, draft)
  }

  private func checkValues(of example: RuleExample, in found: [String: String], _ draft: PatternDraft) {
    for (name, expected) in example.values.sorted(by: { $0.key < $1.key }) {
      guard let value = found[name] else {
        report(
          "'\(name)' has no value in this example; name a group (?<\(name)>…) or set it", at: expected.place,
          draft)
        continue
      }
      if value != expected.text {
        report(
          "'\(name)' is '\(value)' in this example, not '\(expected.text)'; correct one of them",
          at: expected.place, draft)
      }
    }
  }

  private func report(_ message: String, at place: FilePlace, _ draft: PatternDraft) {
    problems.report(message, at: place, in: draft.file)
  }
}

extension PatternDraft {
  /// What a runner says is read near failures and at the start of a source, whatever stands in it; neighbours
  /// are told apart where a failure anchor has led already.
  var needsAnchor: Bool {
    origin == .provider && !SignalName.neighbours.contains(pattern.signal)
  }
}

extension FoldedText {
  /// As patterns' literals and anchors are written: ASCII letters alone are folded.
  static func lowerCased(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}

/// `'a', 'b'`, for messages.
func quoted(_ texts: [String]) -> String {
  texts.map { "'\($0)'" }.joined(separator: ", ")
}
