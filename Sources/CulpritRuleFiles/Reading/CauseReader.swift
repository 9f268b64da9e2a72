import CulpritRules

/// Reads `causes/<cause>.yaml`: what speaks for its subcauses, and how each is repaired.
struct CauseReader {
  let context: FileContext
  /// The name of the file without its ending.
  let fileID: String

  static let evidenceClasses = ["probe", "fragment", "host", "comparison", "wording", "claim", "frame", "name"]
  static let placeholders = [
    "process", "peer", "has", "variable", "provider", "other", "fragment", "host", "misnomer", "service",
    "entrypoint",
  ]
  static let conditions = [
    "runtime", "runner", "framework", "sent", "key", "peers", "before", "claim", "said", "near_name", "contained",
  ]

  /// A rule and a note of each subcause; the note of the whole cause comes first.
  func read(_ root: YAMLNode) -> (rules: [(rule: CauseRule, position: RulePosition)], notes: [CauseNote]) {
    guard let fields = FieldReader(root, of: "cause", known: ["cause", "meaning", "subcauses"], in: context) else {
      return ([], [])
    }
    let cause = fields.required("cause")
    if let cause, cause.text != fileID {
      fields.report(
        "cause '\(cause.text)' in a file named '\(fileID)'; give both the same name", at: cause.place)
    }
    let name = cause?.text ?? fileID
    var notes = fields.optional("meaning").map { [CauseNote(cause: name, meaning: $0.text)] } ?? []
    let rules = fields.items("subcauses").compactMap { node -> (CauseRule, RulePosition)? in
      guard let read = subcause(node, of: name) else { return nil }
      if let note = read.note { notes.append(note) }
      return (read.rule, RulePosition(file: context.file, place: node.place))
    }
    return (rules, notes)
  }

  private func subcause(_ node: YAMLNode, of cause: String) -> (rule: CauseRule, note: CauseNote?)? {
    let known = ["id", "meaning", "shows", "weights", "explanation", "sign", "objections", "fixes"]
    guard let fields = FieldReader(node, of: "subcause", known: known, in: context) else { return nil }
    let (id, explanation) = (fields.required("id"), fields.required("explanation"))
    let sign = fields.optional("sign")
    for text in [explanation, sign].compactMap(\.self) { checkPlaceholders(text, fields) }
    let fixes = fields.items("fixes").compactMap(fix)
    if fixes.isEmpty {
      fields.report("no fixes; each subcause says what to change", at: fields.place(of: "fixes"))
    } else if fixes.last?.conditions.isEmpty == false {
      fields.report(
        "the last fix has conditions; end with one without 'when', for everyone else",
        at: fields.place(of: "fixes"))
    }
    guard let id, let explanation else { return nil }
    let rule = CauseRule(
      cause: cause, subcause: id.text, weights: weights(fields), explanation: explanation.text, sign: sign?.text,
      objections: fields.items("objections").compactMap(objection), fixes: fixes)
    let note = fields.optional("meaning").map {
      CauseNote(cause: cause, subcause: id.text, meaning: $0.text, shows: fields.texts("shows").map(\.text))
    }
    return (rule, note)
  }

  private func weights(_ fields: FieldReader) -> [String: Double] {
    var weights: [String: Double] = [:]
    for (name, text) in fields.textsByName("weights") {
      if !Self.evidenceClasses.contains(name) {
        let remedy = remedy(for: name, among: Self.evidenceClasses, called: "classes of evidence")
        fields.report("unknown class of evidence '\(name)'\(remedy)", at: text.place)
      }
      guard let weight = Double(text.text), weight.isFinite else {
        fields.report("weight '\(text.text)' is no number; write one such as 2.5", at: text.place)
        continue
      }
      weights[name] = weight
    }
    return weights
  }

  private func objection(_ node: YAMLNode) -> CauseRule.Objection? {
    guard let fields = FieldReader(node, of: "objection", known: ["when", "text"], in: context) else { return nil }
    guard let text = fields.required("text") else { return nil }
    checkPlaceholders(text, fields)
    return CauseRule.Objection(conditions: conditions(fields), text: text.text)
  }

  private func conditions(_ fields: FieldReader) -> [String: String] {
    let conditions = fields.textsByName("when")
    for (name, text) in conditions where !Self.conditions.contains(name) {
      let remedy = remedy(for: name, among: Self.conditions, called: "conditions")
      fields.report("unknown condition '\(name)'\(remedy)", at: text.place)
    }
    return conditions.mapValues(\.text)
  }

  private func fix(_ node: YAMLNode) -> CauseRule.Fix? {
    let known = ["when", "summary", "steps", "snippet", "verify"]
    guard let fields = FieldReader(node, of: "fix", known: known, in: context) else { return nil }
    let steps = fields.texts("steps").map(\.text)
    if steps.isEmpty {
      fields.report("no steps; each fix says what to do", at: fields.place(of: "steps"))
    }
    guard let summary = fields.required("summary") else { return nil }
    return CauseRule.Fix(
      conditions: conditions(fields), summary: summary.text, steps: steps,
      snippet: fields.node("snippet").flatMap(snippet), verify: fields.optional("verify")?.text)
  }

  private func snippet(_ node: YAMLNode) -> CauseRule.Snippet? {
    guard let fields = FieldReader(node, of: "snippet", known: ["language", "code"], in: context) else {
      return nil
    }
    let (language, code) = (fields.required("language"), fields.required("code"))
    guard let language, let code else { return nil }
    if language.text == "yaml" { checkYAML(code, fields) }
    return CauseRule.Snippet(language: language.text, code: code.text)
  }

  /// What a person pastes into a file of YAML is read as one.
  private func checkYAML(_ code: PlacedText, _ fields: FieldReader) {
    let filled = code.text.replacing("{variable}", with: "NAME").replacing("{service}", with: "name")
    do throws(YAMLProblem) {
      _ = try YAMLParser(Array(filled.utf8))?.nextDocument()
    } catch {
      fields.report("this snippet is no YAML: \(error.message)", at: code.place)
    }
  }

  /// A name in braces that nothing fills would be shown as it is.
  private func checkPlaceholders(_ explanation: PlacedText, _ fields: FieldReader) {
    for part in explanation.text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = String(part.prefix { $0 != "}" })
      guard !Self.placeholders.contains(name) else { continue }
      let remedy = remedy(
        for: "{\(name)}", among: Self.placeholders.map { "{\($0)}" }, called: "placeholders")
      fields.report("unknown placeholder '{\(name)}'\(remedy)", at: explanation.place)
    }
  }
}
