import CulpritIntake
package import CulpritRules
import CulpritSignals

/// What the facts of a ledger mean: processes, incidents, neighbours, and what stays unexplained.
package struct Diagnosis: Sendable {
  package var processes: [ProcessSummary]
  /// By confidence, then first seen, then id.
  package var incidents: [Incident]
  package var neighbours: [Neighbour]
  package var unexplained: [Unexplained]

  /// A function of the ledger: the same ledger gives the same diagnosis.
  package init(of ledger: Ledger, rules: RuleSet, lineNumbers: LineNumbers) {
    let lexicon = Lexicon(providers: rules.providers)
    let bound = ThreadParts(Generations(Binder(ledger).processes).processes).processes.values.sorted { $0.key < $1.key }
    let scene = Scene(processes: bound, lexicon: lexicon)
    let names = ProcessNames(bound)
    let finder = SuspectFinder(scene: scene, mentions: ledger.mentions)
    let weights = Weights(rules)
    let fragments = KeyFragmentReader(providers: rules.providers, redactor: Redactor(providers: rules.providers))
    var assemblies: [Assembly] = []
    for suspect in finder.suspects {
      if assemblies.count >= Self.examinedSuspects, let alike = assemblies.firstIndex(where: { $0.provider == suspect.provider }) {
        assemblies[alike].add(suspect)
        continue
      }
      let examination = Examination(suspect, scene: scene, fragments: fragments)
      let verdict = Verdict(arguments: examination.arguments, weights: weights)
      assemblies.append(Assembly(suspects: [suspect], verdict: verdict, examinations: [examination]))
    }
    let builder = IncidentBuilder(
      scene: scene, lineNumbers: lineNumbers, names: names, rules: rules.causes, weights: weights, patterns: rules.patterns)
    incidents = Assembly.merged(assemblies).map(builder.incident).sorted(by: Self.precedes)
    let summaries = Summaries(scene: scene, names: names, lineNumbers: lineNumbers, signals: rules.signals)
    processes = summaries.processes()
    neighbours = summaries.neighbours(finder.neighbours)
    unexplained = summaries.unexplained(finder.unexplained)
  }

  /// Beyond this many a suspect is counted with the first of its provider, not looked at for itself.
  private static let examinedSuspects = 512

  private static func precedes(_ a: Incident, _ b: Incident) -> Bool {
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if let first = a.firstSeen, let second = b.firstSeen, first != second { return first < second }
    return a.id < b.id
  }
}
