import CulpritDiagnosis
import CulpritIntake
public import CulpritReport
import CulpritSignals

/// Finds in logs which process is to blame for a credential failure, and why.
///
/// A value: keep one for each tenant in an array or a dictionary, copy it to branch. It starts no task,
/// takes no lock, reads no clock and touches no file. Nothing throws: odd logs are no errors.
public struct Analyzer: Sendable {
  let rules: Rules
  private(set) var options: Options
  /// What it reads has no end: it forgets, while it reads and with `forget()`.
  package var isEndless = false
  private var extractor: SignalExtractor
  private var openSources = OpenSources()
  /// Of sources that are read in parts: what their earlier parts showed to repeat.
  private var repeats: [String: Repeats] = [:]
  /// How often each source was closed.
  private var closings: [String: Int] = [:]
  /// That of this analyzer's own sources, and those of analyzers that were merged into it.
  var deployments: [DeploymentName: DeploymentFacts] = [:] {
    didSet { diagnosed = nil }
  }
  /// What the deployments mean, as long as it is known: asked for before the second look, and for a report.
  private var diagnosed: [Diagnosis]?
  private(set) var skipped: [Report.Skipped] = []
  /// Looks for failures alone.
  private let isGlance: Bool
  /// Of a glance: it saw what makes everything else worth reading.
  package private(set) var hasReasonToLook = false
  var clock = StreamClock()
  var told = ToldIncidents()
  /// Cells with line numbers that were kept when others were last forgotten.
  private var keptCells = 0
  /// Empty between calls; kept for its room.
  private var records: [Record] = []

  /// - Parameter rules: one value may serve many analyzers; making it costs more than an analyzer.
  public init(rules: Rules = .builtIn, options: Options = Options()) {
    self.init(rules: rules, options: options, isGlance: false)
  }

  init(rules: Rules, options: Options, isGlance: Bool) {
    self.rules = rules
    self.options = options.withoutShortcuts
    self.isGlance = isGlance
    extractor = SignalExtractor(rules: rules.set)
  }

  // MARK: Feeding

  /// Takes the next bytes of a source: any sources in any order, cut anywhere.
  ///
  /// - Parameter source: what a report calls it; fed again after it was closed it begins anew as `name (2)`.
  public mutating func feed(_ bytes: Span<UInt8>, from source: String) {
    let index = open(source)
    var position = 0
    while position < bytes.count {
      position += openSources[index].reader.passOver(bytes.extracting(position...), into: &records)
      // In steps: what is found out of records tells the reader which later ones are alike.
      let end = min(position + Self.step, bytes.count)
      openSources[index].reader.feed(bytes.extracting(position..<end), into: &records)
      extract(from: index)
      position = end
    }
    clock.noteChange()
  }

  public mutating func feed(_ bytes: [UInt8], from source: String) {
    feed(bytes.span, from: source)
  }

  public mutating func feed(_ text: String, from source: String) {
    feed(text.utf8Span.span, from: source)
  }

  /// Tells that a source has ended; one that was never fed counts as empty.
  public mutating func close(_ source: String) {
    let index = open(source)
    openSources[index].reader.finish(into: &records)
    extract(from: index)
    let ended = openSources.remove(at: index)
    settle(ended)
    if ended.isPart { repeats = [ended.name: ended.reader.repeats] }
    if !ended.isPart { closings[source, default: 0] += 1 }
    clock.noteChange()
  }

  private mutating func settle(_ source: OpenSource) {
    // Taken out, so that it is changed in place.
    var facts = deployments.removeValue(forKey: ownDeployment) ?? noFacts
    facts.add(source.reader.coverage, of: source.name)
    facts.ledger.merge(source.facts)
    facts.failuresOutside += source.failuresOutside
    deployments[ownDeployment] = facts
  }

  /// Names in the report what could not be analysed, and why.
  public mutating func skip(_ skipped: Report.Skipped) {
    self.skipped.append(skipped)
  }

  // MARK: Parts and merging

  /// Opens a part of a source whose other parts other analyzers read, to be merged afterwards.
  ///
  /// What is fed from `key` then, until it is closed, must be the bytes of `reach(ofPart:size:)`, those
  /// before `begin` left out.
  /// - Parameters:
  ///   - part: bytes of whole cells; the last one may end with the source.
  ///   - key: what the caller feeds and closes it by, where several parts are open at once; nil: `source`.
  ///   - begin: where the file begins in a source that is several files, on the grid.
  package mutating func open(part: Range<Int>, of source: String, as key: String? = nil, begin: Int = 0) {
    var reader = reader(of: source, part: part, begin: begin)
    if let known = repeats.removeValue(forKey: source) { reader.repeats = known }
    openSources.add(OpenSource(key: key ?? source, name: source, isPart: true, reader: reader))
  }

  /// This one, knowing what parts that another one has closed showed to repeat.
  package func knowingRepeats(of other: Analyzer) -> Analyzer {
    var informed = self
    informed.repeats = other.repeats
    return informed
  }

  /// Says what a report calls the file that begins at an offset of a source which is several files.
  package mutating func name(_ file: String, at begin: Int, of source: String) {
    let none = noFacts
    deployments[ownDeployment, default: none].lineNumbers.files[source, default: [:]][begin] = file
  }

  /// Says what people call the container whose log a source is; to be said before it is fed.
  package mutating func name(container: String?, service: String?, of source: String) {
    options.intake.containers[source] = ContainerNames(container: container, service: service)
  }

  /// Bytes of a cell: parts and files of a source begin at multiples of it.
  package var cellSize: Int { options.intake.cellSize }

  /// Bytes that a part has to be given before and behind it.
  package var surroundings: Int { SourceReader.context(options.intake) }

  /// The bytes of a source that have to be fed for one of its parts: the part, and what stands around it.
  package func reach(ofPart part: Range<Int>, size: Int) -> Range<Int> {
    let context = SourceReader.context(options.intake)
    let end = part.upperBound > size - context ? size : part.upperBound + context
    return max(0, part.lowerBound - context)..<end
  }

  /// Takes over what another analyzer knows: of other sources, or of other parts of the same ones.
  ///
  /// What comes out does not depend on the order. Sources that are open in `other` are closed first.
  public mutating func merge(_ other: Analyzer) {
    let none = noFacts
    for (name, facts) in other.finished().deployments { deployments[name, default: none].merge(facts) }
    skipped += other.skipped
    if other.hasReasonToLook { hasReasonToLook = true }
    clock.noteChange()
  }

  /// What the closed sources and parts told, of this analyzer's own deployment.
  package var settledFacts: DeploymentFacts {
    get { deployments[ownDeployment] ?? noFacts }
    set { deployments[ownDeployment] = newValue }
  }

  /// For a stream without an end: forgets what is of no use to what may still come, and what is long past.
  ///
  /// To be called from time to time; costs next to nothing where there is little to forget.
  package mutating func forget() {
    guard var facts = deployments.removeValue(forKey: ownDeployment) else { return }
    let hasForgotten = facts.ledger.forget()
    let cells = facts.lineNumbers.newlines.values.reduce(0) { $0 + $1.count }
    if hasForgotten || cells > 2 * Ledger.kept + keptCells {
      facts.lineNumbers.keepOnly(facts.ledger.cells(ofSize: cellSize))
      keptCells = facts.lineNumbers.newlines.values.reduce(0) { $0 + $1.count }
    }
    deployments[ownDeployment] = facts
  }

  /// This analyzer with what the closed records of its open sources tell.
  func withOpenFacts() -> Analyzer {
    var copy = self
    copy.openSources = OpenSources()
    for source in openSources.inOrder { copy.settle(source) }
    return copy
  }

  /// This analyzer, its open sources closed where they are.
  func finished() -> Analyzer {
    var copy = self
    copy.closeAll()
    return copy
  }

  mutating func closeAll() {
    for source in openSources.inOrder { close(source.key) }
  }

  // MARK: Inner

  /// One for each deployment, in order of their names; facts of open sources are not among them.
  func diagnoses() -> [Diagnosis] { diagnosed ?? newDiagnoses() }

  /// As `diagnoses()`, and keeps them until something changes.
  mutating func keptDiagnoses() -> [Diagnosis] {
    let diagnoses = diagnoses()
    diagnosed = diagnoses
    return diagnoses
  }

  private func newDiagnoses() -> [Diagnosis] {
    deployments.keys.sorted().compactMap { name in
      deployments[name].map { facts in
        Diagnosis(of: facts.ledger, rules: rules.set, lineNumbers: facts.lineNumbers).named(name)
      }
    }
  }

  private var noFacts: DeploymentFacts { DeploymentFacts(cellSize: options.intake.cellSize) }

  private var ownDeployment: DeploymentName { DeploymentName(options.deployment) }

  /// The index of a source among the open ones, where it is from now on if it was not before.
  private mutating func open(_ source: String) -> Int {
    if let index = openSources.index(of: source) { return index }
    let name = closings[source].map { "\(source) (\($0 + 1))" } ?? source
    return openSources.add(
      OpenSource(key: source, name: name, isPart: false, reader: reader(of: name, part: nil)))
  }

  private func reader(of source: String, part: Range<Int>?, begin: Int = 0) -> SourceReader {
    SourceReader(
      source: source, plan: rules.plan, formats: rules.formats, options: options.intake, part: part,
      begin: begin)
  }

  /// Bytes of a source that are read before what they tell is taken note of.
  private static let step = 64 << 10

  /// Moves what the collected records tell into the source's facts, and lets its reader learn what of them
  /// counts.
  private mutating func extract(from index: Int) {
    guard !records.isEmpty else { return }
    for record in records {
      let facts = extractor.facts(of: record)
      if isGlance, facts.isReasonToLook { hasReasonToLook = true }
      for fields in record.fields {
        openSources[index].reader.learn(fields, counting: facts.counting(fields))
      }
      if options.leavesOut(facts) { openSources[index].failuresOutside += facts.occurrences }
      guard let counted = options.counted(facts) else { continue }
      if counted.isDecisive { clock.noteDecisiveChange() }
      openSources[index].facts.add(counted)
      // After each record, so that what is forgotten hangs on the records alone.
      if isEndless, openSources[index].facts.isFull { _ = openSources[index].facts.forget() }
    }
    records.removeAll(keepingCapacity: true)
  }
}

extension RecordFacts {
  /// May open, change or end an incident, and not only count.
  fileprivate var isDecisive: Bool { !failures.isEmpty || !claims.isEmpty || !runtimeEvents.isEmpty }
}
