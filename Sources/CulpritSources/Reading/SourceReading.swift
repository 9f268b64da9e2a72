package import Culprit
import Synchronization

/// Reads many sources on all cores: one analyzer each, merged at the end.
package enum SourceReading {
  /// Fewer bytes are not worth a second core.
  private static let smallest = 8 << 20
  /// Bytes of a part of a file, at least: its surroundings are read twice, some megabytes.
  private static let smallestPart = 64 << 20
  /// Bytes of a file's first part, at most: one core reads it before the others begin, which then know its repeats.
  /// Where every line is part of a failure most kinds of records show in it.
  private static let firstPart = 8 << 20
  /// Parts for each core, so that none waits long for the others at the end.
  private static let partsPerCore = 4

  /// - Parameters:
  ///   - analyzer: an empty one, which says how to read.
  ///   - options: among them how many cores to use at most; the answer is the same with any number.
  ///   - partSize: in bytes, whole cells; a file of twice that is cut. Nil: what suits the cores.
  package static func analyze(
    _ list: SourceList, with analyzer: Analyzer, options: ReadingOptions = ReadingOptions(),
    progress: ReadingProgress? = nil, partSize: Int? = nil
  ) -> Analyzer {
    let size = list.entries.reduce(0) { $0 + $1.size }
    progress?.expect(size)
    let partSize = partSize ?? suitablePartSize(of: size, on: options.jobs ?? Machine.coreCount)
    if size >= options.glanceSize, !list.entries.contains(where: \.isStream),
      let glance = glance(at: list, with: analyzer, options: options, progress: progress, partSize: partSize)
    {
      return glance
    }
    var first = read(list, with: analyzer, options: options, progress: progress, partSize: partSize)
    guard !list.entries.contains(where: \.isStream), let second = first.forSecondLook() else { return first }
    return read(list, with: second, options: options, progress: nil, partSize: partSize)
  }

  /// One core reads every file at one go.
  private static func suitablePartSize(of size: Int, on cores: Int) -> Int {
    guard cores > 1 else { return Int.max / 2 }
    let parts = cores * partsPerCore
    return max(smallestPart, (size / parts + smallestPart - 1) / smallestPart * smallestPart)
  }

  /// What a search for failures alone tells; nil where it finds one, or would not be quick.
  private static func glance(
    at list: SourceList, with analyzer: Analyzer, options: ReadingOptions, progress: ReadingProgress?,
    partSize: Int
  ) -> Analyzer? {
    let glance = Glance()
    let seen = read(
      list, with: analyzer.forGlance(), options: options, progress: progress, partSize: partSize, glance: glance)
    if !glance.isOver { return seen }
    progress?.restart()
    return nil
  }

  private static func read(
    _ list: SourceList, with analyzer: Analyzer, options: ReadingOptions, progress: ReadingProgress?,
    partSize: Int, glance: Glance? = nil
  ) -> Analyzer {
    let size = list.entries.reduce(0) { $0 + $1.size }
    let parts = list.entries.flatMap { cut($0, into: partSize) }
    let cores = size < smallest ? 1 : min(options.jobs ?? Machine.coreCount, parts.count)
    let budget = UnpackBudget(options.limits)
    var pioneer = SourceFeeder(
      analyzer: analyzer, options: options, budget: budget, progress: progress, glance: glance)
    let isLed = cores > 1 && glance == nil && parts.first?.range != nil
    if isLed { pioneer.feed(parts[0]) }
    let known = analyzer.knowingRepeats(of: pioneer.analyzer)
    let next = Atomic(isLed ? 1 : 0)
    let results = Machine.run(on: cores) { () -> Analyzer in
      var feeder = SourceFeeder(
        analyzer: known, options: options, budget: budget, progress: progress, glance: glance)
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < parts.count, glance?.isOver != true else { return feeder.analyzer }
        feeder.feed(parts[index])
      }
    }
    if glance?.isOver == true { return analyzer }
    var whole = analyzer
    for skipped in list.skipped { whole.skip(skipped) }
    whole.merge(pioneer.analyzer)
    for result in results { whole.merge(result) }
    return whole
  }

  /// Parts of a big file that is neither packed nor in UTF-16; any other one whole.
  private static func cut(_ entry: SourceList.Entry, into partSize: Int) -> [SourcePart] {
    guard entry.size >= 2 * partSize, SourceFeeder.canBeCut(entry) else { return [SourcePart(entry: entry)] }
    let first = min(partSize, firstPart)
    let starts = [0] + stride(from: first, to: entry.size, by: partSize)
    return zip(starts, starts.dropFirst() + [.max]).map { SourcePart(entry: entry, range: $0..<$1) }
  }
}

/// A source to read, or some cells of it.
struct SourcePart: Sendable {
  var entry: SourceList.Entry
  /// In bytes, on the grid of cells; nil: all of it.
  var range: Range<Int>?
}
