import CulpritRules

/// Pages that say what the names in a report mean.
struct Explanation {
  let knowledge: Knowledge
  let width: Int

  /// Examples of a pattern on its page; `culprit patterns show` prints all.
  private static let exampleCount = 3

  init(_ knowledge: Knowledge, width: Int) {
    self.knowledge = knowledge
    self.width = width
  }

  /// Nil where nothing has this name.
  func page(of name: String) -> String? {
    let rules = knowledge.rules
    if let pattern = rules.patterns.first(where: { $0.id == name }) { return page(of: pattern) }
    if name == "undetermined" { return undetermined }
    let causes = knowledge.notes.causes.filter { $0.id == name || $0.subcause == name }
    if !causes.isEmpty { return causes.map(page).joined(separator: "\n") }
    if let signal = rules.signals.first(where: { $0.name.rawValue == name }) { return page(of: signal) }
    return rules.providers.first { $0.id == name }.map(page)
  }

  // MARK: Patterns and signals

  private func page(of pattern: Pattern) -> String {
    var page = Page(width: width)
    let note = knowledge.note(of: pattern)
    page.title(pattern.id, "pattern")
    let provider = pattern.provider.map { id in knowledge.rules.providers.first { $0.id == id }?.name ?? id }
    page.row("of", provider.map { $0 + (pattern.isAmbiguous ? ", if something else names it too" : "") })
    page.row("printed by", pattern.sdk.map { [$0] + [note?.versions].compactMap(\.self) }?.joined(separator: ", "))
    meaning(of: pattern.signal, in: &page)
    page.gap()
    page.row("regex", pattern.regex)
    page.row("tried where", "a record holds " + pattern.literals.map { "'\($0)'" }.joined(separator: " or "))
    page.row("values", pattern.values.isEmpty ? nil : pairs(pattern.values))
    page.row("matches", Array((note?.examples ?? []).prefix(Self.exampleCount)))
    page.row("not", Array((note?.nearMisses ?? []).prefix(Self.exampleCount)))
    page.row("source", note?.source)
    page.row("file", note?.file)
    return page.text
  }

  private func page(of signal: SignalDefinition) -> String {
    var page = Page(width: width)
    page.title(signal.name.rawValue, SignalName.neighbours.contains(signal.name) ? "neighbour" : "signal")
    meaning(of: signal.name, in: &page)
    let patterns = knowledge.rules.patterns.filter { $0.signal == signal.name }
    page.gap()
    page.row("patterns", list(patterns, of: signal.name.rawValue))
    return page.text
  }

  /// By their ids where they are few, else how to list them.
  private func list(_ patterns: [Pattern], of name: String) -> String? {
    guard patterns.count > 16 else { return patterns.isEmpty ? nil : patterns.map(\.id).joined(separator: ", ") }
    return "\(patterns.count); `culprit patterns list \(name)` lists them"
  }

  private func meaning(of signal: SignalName, in page: inout Page) {
    let note = knowledge.notes.signals.first { $0.name == signal }
    let sentence = knowledge.rules.signals.first { $0.name == signal }?.sentence
    page.row("means", "\(signal.rawValue): \(sentence ?? "a signal of your own rules")")
    page.row("impact", note?.impact)
    page.row("do", note?.remedy)
    page.row("speaks for", note.flatMap { $0.speaksFor.isEmpty ? nil : $0.speaksFor.joined(separator: ", ") })
    if SignalName.neighbours.contains(signal) {
      page.row("in a report", "a neighbour: it looks alike, and no credential of a provider is to blame")
    }
  }

  private func pairs(_ values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
  }

  // MARK: Causes

  /// No file describes it: it is what is said where no cause reaches one half.
  private var undetermined: String {
    var page = Page(width: width)
    page.title("undetermined", "cause")
    page.row("means", "A credential failed, and no cause reaches 50 %: the log does not tell which it is.")
    page.row("in a report", "The percentage is that of the likeliest alternative; 'maybe' lists what it could be.")
    page.row("do", "Answer the question of the report: put the lines of `culprit probe` at the start of the process, run it once, and give culprit that log too.")
    page.row("", "Or add what is missing: the log of a process that works, the start of the one that fails, the time before the first failure.")
    page.row("source", "Documentation/READING.md, 6 (Hedging)")
    return page.text
  }

  private func page(of note: CauseNote) -> String {
    var page = Page(width: width)
    page.title(note.id, note.subcause == nil ? "cause" : "subcause")
    page.row("means", note.meaning)
    guard let rule = knowledge.rules.causes.first(where: { $0.cause == note.cause && $0.subcause == note.subcause }) else {
      page.gap()
      for part in knowledge.notes.causes where part.cause == note.cause {
        page.row(part.subcause ?? "", part.subcause == nil ? nil : part.meaning)
      }
      return page.text
    }
    page.row("in a report", named(rule.explanation))
    page.gap()
    page.row("looks like", note.shows)
    page.row("a probe logs", rule.sign.map(named))
    page.row("rests on", weights(of: rule))
    page.row("signals", signals(for: note))
    page.row("not where", rule.objections.map { named($0.text) })
    page.gap()
    fix(of: rule, in: &page)
    return page.text
  }

  private func signals(for note: CauseNote) -> String? {
    let names = knowledge.notes.signals.filter { signal in
      signal.speaksFor.contains(note.id) || signal.speaksFor.contains(note.cause)
    }
    return names.isEmpty ? nil : names.map(\.name.rawValue).joined(separator: ", ")
  }

  private func fix(of rule: CauseRule, in page: inout Page) {
    guard let fix = rule.fixes.last else { return }
    page.row("fix", named(fix.summary))
    for (number, step) in fix.steps.enumerated() { page.row("", "\(number + 1). \(named(step))") }
    if let snippet = fix.snippet { page.code("", named(snippet.code)) }
    page.row("verify", fix.verify.map(named))
    let others = rule.fixes.dropLast().map { pairs($0.conditions) }
    page.row("also for", others.isEmpty ? nil : others.joined(separator: "; "))
    page.row("source", "Patterns/causes/\(rule.cause).yaml; Documentation/READING.md, 6")
  }

  private func weights(of rule: CauseRule) -> String? {
    let ordered = rule.weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ordered.isEmpty ? nil : ordered.map { Self.classNames[$0.key] ?? $0.key }.joined(separator: "; ")
  }

  private static let classNames = [
    "probe": "what a probe logged", "fragment": "what is visible of the key",
    "host": "who was called and who answered", "comparison": "how processes differ",
    "wording": "what SDK or provider say", "claim": "what the application says of itself",
    "frame": "where in the program it failed", "name": "names of classes and codes",
  ]

  /// `{process}` as `PROCESS`: there is no log to fill it in from.
  private func named(_ template: String) -> String {
    var text = ""
    var rest = template[...]
    while let start = rest.firstIndex(of: "{") {
      text += rest[..<start]
      let name = rest[rest.index(after: start)...].prefix { $0.isLowercase && $0.isASCII }
      let end = name.endIndex
      if !name.isEmpty, end < rest.endIndex, rest[end] == "}" {
        text += name.uppercased()
        rest = rest[rest.index(after: end)...]
      } else {
        text += "{"
        rest = rest[rest.index(after: start)...]
      }
    }
    return text + rest
  }

  // MARK: Providers

  private func page(of provider: Provider) -> String {
    var page = Page(width: width)
    page.title(provider.id, "provider")
    page.row("is", provider.name)
    page.row("variables", provider.variables.filter { !$0.isSetting }.map(\.name).joined(separator: ", "))
    let settings = provider.variables.filter(\.isSetting).map(\.name)
    page.row("settings", settings.isEmpty ? nil : settings.joined(separator: ", "))
    page.row("hosts", provider.hosts.joined(separator: ", "))
    let shapes = provider.keyShapes.map { shape in
      let begins = shape.prefix.isEmpty ? "without a prefix" : "\(shape.prefix)…"
      let lengths = shape.lengths.map { String($0) }.joined(separator: ", ")
      return begins + (lengths.isEmpty ? "" : ", \(lengths) characters") + (shape.kind == "api-key" ? "" : ", \(shape.kind)")
    }
    page.row("keys", shapes)
    page.row("remarks", provider.hasSharedClients ? "its clients are used for other providers too" : nil)
    page.row("", provider.hasEditions ? "two editions, whose keys are not each other's" : nil)
    page.gap()
    let patterns = knowledge.rules.patterns.filter { $0.provider == provider.id }
    page.row("patterns", list(patterns, of: provider.id))
    return page.text
  }
}
