import CulpritScan

extension RuleSet {
  /// The text of rules is damaged; it is written by `culprit-rulec` and by nothing else.
  package struct DamagedText: Error, Hashable, Sendable {
    /// From 1.
    package var line: Int
  }

  /// The rules of a text made by `encoded`; one pass, about 2 ms a megabyte in a release build.
  package init(encoded text: String) throws(DamagedText) {
    self.init()
    var fields = RuleFields(text)
    var number = 0
    while fields.beginLine() {
      number += 1
      let isRead = RuleText.Word(rawValue: fields.text()).map { add($0, &fields) } ?? false
      guard isRead, fields.endLine() else { throw DamagedText(line: number) }
    }
  }

  /// False where the line is a part of something that did not come before it.
  private mutating func add(_ word: RuleText.Word, _ fields: inout RuleFields) -> Bool {
    switch word {
    case .signal:
      signals.append(SignalDefinition(
          name: SignalName(rawValue: fields.text()), sentence: fields.text(), remedy: fields.optional()))
    case .anchor:
      let name = fields.text()
      let text = fields.text()
      if name == "neighbour" {
        neighbourWords.append(text)
      } else {
        let kind: Anchor.Kind = name == "failure" ? .failure : name == "hint" ? .hint : .context
        anchors.append(Anchor(text: text, kind: kind))
      }
    case .pattern: patterns.append(Pattern(&fields))
    case .provider: providers.append(Provider(&fields))
    case .format: formats.append(HeaderFormat(id: fields.text(), regex: fields.text()))
    case .cause: causes.append(CauseRule(&fields))
    case .weights: weights = fields.pairs().compactMapValues { Double($0) }
    case .probe: probes.append(ProbeRule(&fields))
    case .variable:
      guard !providers.isEmpty else { return false }
      providers[providers.count - 1].variables.append(Provider.Variable(&fields))
    case .key:
      guard !providers.isEmpty else { return false }
      providers[providers.count - 1].keyShapes.append(Provider.KeyShape(&fields))
    case .objection:
      guard !causes.isEmpty else { return false }
      let (conditions, text) = (fields.pairs(), fields.text())
      causes[causes.count - 1].objections.append(CauseRule.Objection(conditions: conditions, text: text))
    case .fix:
      guard !causes.isEmpty else { return false }
      causes[causes.count - 1].fixes.append(CauseRule.Fix(&fields))
    }
    return true
  }
}

extension Pattern {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(
      id: fields.text(), signal: SignalName(rawValue: fields.text()), regex: fields.text(),
      literals: fields.list(), provider: fields.optional(), sdk: fields.optional(), values: fields.pairs(),
      isAmbiguous: fields.flag())
  }
}

extension Provider {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(
      id: fields.text(), name: fields.text(), variables: [], hosts: fields.list(), keyShapes: [],
      clients: fields.list(), frames: fields.list(), models: fields.list(), words: fields.list(),
      dialect: fields.list(), hasSharedClients: fields.flag(), hasEditions: fields.flag())
  }
}

extension Provider.Variable {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(name: fields.text(), misnomers: fields.list(), isSetting: fields.flag())
  }
}

extension Provider.KeyShape {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(
      prefix: fields.text(), regex: fields.text(), lengths: fields.list().compactMap { Int($0) },
      alphabet: fields.text(), suffix: fields.text(), isDistinctive: fields.flag(), kind: fields.text())
  }
}

extension CauseRule {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(
      cause: fields.text(), subcause: fields.text(), weights: fields.pairs().compactMapValues { Double($0) },
      explanation: fields.text(), sign: fields.optional(), fixes: [])
  }
}

extension CauseRule.Fix {
  fileprivate init(_ fields: inout RuleFields) {
    let (conditions, summary, steps) = (fields.pairs(), fields.text(), fields.list())
    let (language, code) = (fields.optional(), fields.optional())
    var snippet: CauseRule.Snippet?
    if let language, let code { snippet = CauseRule.Snippet(language: language, code: code) }
    self.init(
      conditions: conditions, summary: summary, steps: steps, snippet: snippet, verify: fields.optional())
  }
}

extension ProbeRule {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(
      id: fields.text(), name: fields.text(), aliases: fields.list(), file: fields.text(), quote: fields.text(),
      separator: fields.text(), code: fields.text())
  }
}
