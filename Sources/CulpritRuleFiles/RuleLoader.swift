import CulpritRegex
package import CulpritRules
import CulpritScan

/// Reads rule files and checks them together.
package struct RuleLoader {
  private let base: RuleSet
  private let problems = ProblemList()
  private var signals: [SignalDefinition] = []
  private var anchors: [Anchor] = []
  private var neighbourWords: [String] = []
  private var providers: [(provider: Provider, position: RulePosition)] = []
  private var patterns: [PatternDraft] = []
  private var formats: [FormatDraft] = []
  private var causes: [(rule: CauseRule, position: RulePosition)] = []
  private var weights: [String: Double] = [:]
  private var probes: [(rule: ProbeRule, position: RulePosition)] = []
  private var notes = RuleNotes()
  /// Names inside the folder of rules, by paths.
  private var fileNames: [String: String] = [:]

  /// The rules in `files`, without those of `base`, which they may refer to and override by id.
  ///
  /// All problems of all files are thrown at once. Costs 20 µs a pattern to compile them and a few
  /// milliseconds each to check its speed.
  package static func load(
    _ files: [RuleFile], over base: RuleSet = RuleSet()
  ) throws(RuleFileError) -> LoadedRules {
    try checked(files, over: base).loaded()
  }

  /// The patterns as the files have them, checked.
  static func drafts(of files: [RuleFile], over base: RuleSet) throws(RuleFileError) -> [PatternDraft] {
    try checked(files, over: base).patterns
  }

  private static func checked(_ files: [RuleFile], over base: RuleSet) throws(RuleFileError) -> RuleLoader {
    var loader = RuleLoader(base: base)
    for file in files.sorted(by: { $0.name < $1.name }) { loader.read(file) }
    loader.check()
    guard loader.problems.isEmpty else { throw RuleFileError(problems: loader.problems.sorted) }
    return loader
  }

  private init(base: RuleSet) {
    self.base = base
  }

  // MARK: Files

  private mutating func read(_ file: RuleFile) {
    problems.begin(file.path)
    fileNames[file.path] = file.name
    let start = FilePlace(line: 1, column: 1)
    guard let role = file.role else {
      problems.report(
        "no rules are read from here; they stand in signals.yaml, anchors.yaml, weights.yaml, providers/, runners/, formats/, "
          + "causes/ and probes/, in files that end in .yaml",
        at: start, in: file.path)
      return
    }
    do throws(YAMLProblem) {
      guard let parser = YAMLParser(file.bytes) else { return }
      guard let root = try parser.nextDocument(), !root.isNull else {
        problems.report("this file is empty; write its rules or remove it", at: start, in: file.path)
        return
      }
      read(root, as: role, in: FileContext(file: file.path, problems: problems))
      if let second = try parser.nextDocument() {
        problems.report(
          "a second document begins here; write one document a file", at: second.place, in: file.path)
      }
    } catch {
      problems.report(error.message, at: error.place, in: file.path)
    }
  }

  private mutating func read(_ root: YAMLNode, as role: RuleFile.Role, in context: FileContext) {
    switch role {
    case .signals:
      let read = SignalReader(context: context).read(root)
      signals += read.signals
      notes.signals += read.notes
    case .anchors:
      let read = AnchorReader(context: context).read(root)
      anchors += read.anchors
      neighbourWords += read.neighbourWords
    case .weights: weights = WeightReader(context: context).read(root)
    case .provider(let id):
      guard let read = ProviderReader(context: context, fileID: id).read(root) else { return }
      providers.append((read.provider, RulePosition(file: context.file, place: root.place)))
      patterns += read.patterns
    case .runner(let id): patterns += RunnerReader(context: context, fileID: id).read(root)
    case .formats: formats += FormatReader(context: context).read(root)
    case .cause(let cause):
      let read = CauseReader(context: context, fileID: cause).read(root)
      causes += read.rules
      notes.causes += read.notes
    case .probe(let id): probes += ProbeReader(context: context, fileID: id).read(root)
    }
  }

  // MARK: Checks

  private mutating func check() {
    checkIDs()
    checkProviderNames()
    let checks = PatternChecks(
      problems: problems, anchors: base.anchors + anchors, signals: (base.signals + signals).map(\.name))
    for index in patterns.indices {
      patterns[index].pattern.literals = checks.literals(of: patterns[index])
      checks.check(patterns[index])
    }
    SharedLineCheck(problems: problems, drafts: patterns, others: otherPatterns()).check()
    // Formats of one precedence stay in the order of their files.
    formats = formats.enumerated()
      .sorted { ($0.element.precedence, $0.offset) < ($1.element.precedence, $1.offset) }
      .map(\.element)
    FormatChecks(problems: problems, drafts: formats).check()
  }

  private func checkIDs() {
    checkUnique(patterns.map { ($0.id, $0.position) })
    checkUnique(formats.map { ($0.format.id, $0.position) })
    checkUnique(causes.map { ("\($0.rule.cause)/\($0.rule.subcause)", $0.position) })
  }

  private func checkUnique(_ ids: [(id: String, position: RulePosition)]) {
    var first: [String: RulePosition] = [:]
    for (id, position) in ids {
      guard let other = first[id] else {
        first[id] = position
        continue
      }
      problems.report(
        "id '\(id)' stands in \(other.file):\(other.place.line) already; choose another", at: position)
    }
  }

  private func checkProviderNames() {
    let known = Set(providers.map(\.provider.id)).union(base.providers.map(\.id)).sorted()
    for draft in patterns {
      guard let provider = draft.pattern.provider, !known.contains(provider) else { continue }
      let remedy = remedy(for: provider, among: known, called: "providers")
      problems.report("unknown provider '\(provider)'\(remedy)", at: draft.position)
    }
  }

  /// Those of the base that no rule here overrides.
  private func otherPatterns() -> [(pattern: Pattern, regex: CompiledPattern)] {
    let own = Set(patterns.map(\.id))
    return base.patterns.compactMap { pattern in
      guard !own.contains(pattern.id), let regex = try? CompiledPattern(pattern.regex, options: .ofWordings)
      else {
        return nil
      }
      return (pattern, regex)
    }
  }

  private func loaded() -> LoadedRules {
    var notes = notes
    notes.patterns = patterns.map { $0.note(in: fileNames[$0.file] ?? $0.file) }
    var rules = RuleSet(
      signals: signals, anchors: anchors, patterns: patterns.map(\.pattern),
      providers: providers.map(\.provider),
      formats: formats.map(\.format), causes: causes.map(\.rule), weights: weights, probes: probes.map(\.rule))
    rules.neighbourWords = neighbourWords
    return LoadedRules(
      rules: rules, notes: notes,
      examples: patterns.flatMap { draft in draft.examples.map { LoadedRules.Line($0, of: draft.id) } },
      nearMisses: patterns.flatMap { draft in draft.nearMisses.map { LoadedRules.Line($0, of: draft.id) } },
      samples: formats.flatMap { draft in draft.samples.map { LoadedRules.Line($0, of: draft.format.id) } })
  }
}
