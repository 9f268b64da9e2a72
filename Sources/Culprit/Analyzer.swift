import CulpritIntake
public import CulpritReport
import CulpritSignals

/// Finds in logs which process is to blame for a credential failure, and why.
///
/// A value: keep one for each tenant in an array or a dictionary, copy it to branch. It starts no task,
/// takes no lock, reads no clock and touches no file. Nothing throws: odd logs are no errors.
public struct Analyzer: Sendable {
  let rules: Rules
  private let options: Options
  private var extractor: SignalExtractor
  /// By what the caller calls them.
  private var openSources: [String: OpenSource] = [:]
  /// Of sources that are read in parts: what their earlier parts showed to repeat.
  private var repeats: [String: Repeats] = [:]
  /// How often each source was closed.
  private var closings: [String: Int] = [:]
  /// That of this analyzer's own sources, and those of analyzers that were merged into it.
  private(set) var deployments: [DeploymentName: DeploymentFacts] = [:]
  private(set) var skipped: [Report.Skipped] = []
  var clock = StreamClock()
  var told = ToldIncidents()
  /// Empty between calls; kept for its room.
  private var records: [Record] = []

  /// - Parameter rules: one value may serve many analyzers; making it costs more than an analyzer.
  public init(rules: Rules = .builtIn, options: Options = Options()) {
    self.rules = rules
    self.options = options
    extractor = SignalExtractor(rules: rules.set)
  }

  // MARK: Feeding

  /// Takes the next bytes of a source: any sources in any order, cut anywhere.
  ///
  /// - Parameter source: what a report calls it; fed again after it was closed it begins anew as `name (2)`.
  public mutating func feed(_ bytes: Span<UInt8>, from source: String) {
    open(source)
    var position = 0
    while position < bytes.count {
      // In steps: what is found out of records tells the reader which later ones are alike.
      let end = min(position + Self.step, bytes.count)
      openSources[source]?.reader.feed(bytes.extracting(position..<end), into: &records)
      extract(from: source)
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
    open(source)
    guard var ended = openSources.removeValue(forKey: source) else { return }
    ended.reader.finish(into: &records)
    extract(from: nil)
    let none = noFacts
    deployments[ownDeployment, default: none].add(ended.reader.coverage, of: ended.name)
    if ended.isPart { repeats = [source: ended.reader.repeats] }
    if !ended.isPart { closings[source, default: 0] += 1 }
    clock.noteChange()
  }

  /// Names in the report what could not be analysed, and why.
  public mutating func skip(_ skipped: Report.Skipped) {
    self.skipped.append(skipped)
  }

  // MARK: Parts and merging

  /// Opens a part of a source whose other parts other analyzers read, to be merged afterwards.
  ///
  /// What is fed from `source` then, until it is closed, must be the bytes of `reach(ofPart:size:)`.
  /// - Parameter part: bytes of whole cells; the last one may end with the source.
  package mutating func open(part: Range<Int>, of source: String) {
    var reader = reader(of: source, part: part)
    if let known = repeats.removeValue(forKey: source) { reader.repeats = known }
    openSources[source] = OpenSource(name: source, isPart: true, reader: reader)
  }

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
    clock.noteChange()
  }

  /// This analyzer, its open sources closed where they are.
  func finished() -> Analyzer {
    var copy = self
    copy.closeAll()
    return copy
  }

  mutating func closeAll() {
    for source in openSources.keys.sorted() { close(source) }
  }

  // MARK: Inner

  private var noFacts: DeploymentFacts { DeploymentFacts(cellSize: options.intake.cellSize) }

  private var ownDeployment: DeploymentName { DeploymentName(options.deployment) }

  private mutating func open(_ source: String) {
    guard openSources[source] == nil else { return }
    let name = closings[source].map { "\(source) (\($0 + 1))" } ?? source
    openSources[source] = OpenSource(name: name, isPart: false, reader: reader(of: name, part: nil))
  }

  private func reader(of source: String, part: Range<Int>?) -> SourceReader {
    SourceReader(
      source: source, plan: rules.plan, formats: rules.formats, options: options.intake, part: part)
  }

  /// Bytes of a source that are read before what they tell is taken note of.
  private static let step = 64 << 10

  /// Moves what the collected records tell into the ledger.
  ///
  /// - Parameter source: an open one, whose reader learns what of a record counts; nil at its end.
  private mutating func extract(from source: String?) {
    guard !records.isEmpty else { return }
    var ledger = deployments.removeValue(forKey: ownDeployment) ?? noFacts
    for record in records {
      let facts = extractor.facts(of: record)
      ledger.ledger.add(facts)
      guard let source else { continue }
      for fields in record.fields {
        openSources[source]?.reader.learn(fields, counting: facts.counting(fields))
      }
    }
    deployments[ownDeployment] = ledger
    records.removeAll(keepingCapacity: true)
  }
}

/// A source that is being fed.
private struct OpenSource: Sendable {
  /// What a report calls it.
  var name: String
  /// Others read the rest of it.
  var isPart: Bool
  var reader: SourceReader
}
