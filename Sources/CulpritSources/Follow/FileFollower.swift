package import Culprit

/// Follows files and folders by name, as long as they are written: through rotations and, with a state file,
/// through crashes of its own.
package struct FileFollower {
  private var analyzer: Analyzer
  private let paths: [String]
  private let options: ReadingOptions
  private var keeper: StateKeeper?
  private var logs: [FollowedLog] = []
  /// Paths that are followed, and where they lead.
  private var known: Set<String> = []
  private var block = [UInt8](repeating: 0, count: 1 << 20)

  /// - Parameters:
  ///   - analyzer: an empty one.
  ///   - stateFile: where it is kept how far reading is; nil: nowhere.
  /// - Throws: where a state file is there and cannot be used.
  package init(
    paths: [String], with analyzer: Analyzer, options: ReadingOptions, stateFile: String?
  ) throws(StateProblem) {
    self.analyzer = analyzer
    self.analyzer.isEndless = true
    self.paths = paths
    self.options = options
    guard let stateFile else { return }
    keeper = StateKeeper(path: stateFile)
    guard var state = try keeper?.load() else { return }
    // What was about to be told when it was ended was not told if nothing was written since.
    if let before = state.toldBefore, let output = state.output, output == .now { state.analyzer.told = before }
    self.analyzer.restore(state.analyzer)
    for log in state.logs {
      known.formUnion([log.path, Folder.resolved(log.path)])
      self.analyzer.nameContainer(ofLog: log.path, source: log.path)
      logs.append(FollowedLog(log, for: self.analyzer))
    }
    // Another file may come to look as standard output did then: that mark must not be asked again.
    if state.output != nil { save(after: nil) }
  }

  /// Nanoseconds between two looks at the files.
  private static let rest: Int64 = 20_000_000
  /// Nanoseconds between two looks for new files.
  private static let discovery: Int64 = 500_000_000

  /// Ends with Ctrl-C or SIGTERM, when all that is there has been read, or when nobody hears any more.
  ///
  /// - Parameter tell: false where it reaches nobody.
  package mutating func run(tell: (LiveMessage) -> Bool) -> Analyzer {
    var signals = StreamSignals()
    var nextDiscovery: Int64 = 0
    var nextLook: Int64 = 0
    while true {
      let start = Machine.steadyClock
      if start >= nextDiscovery {
        discover()
        closeSurplus()
        nextDiscovery = start + Self.discovery
      }
      let hasRead = poll()
      switch signals.next() {
      case .stop: return end(tell: tell)
      case .report: if !tell(.report(analyzer.report())) { return analyzer }
      case nil: break
      }
      let now = Machine.steadyClock
      if now >= nextLook {
        guard look(tell: tell) else { return analyzer }
        // Looking takes a fifth of the time at most.
        nextLook = now + 5 * (Machine.steadyClock - now)
      }
      if !hasRead { Machine.sleep(nanoseconds: Self.rest) }
    }
  }

  /// Reads what is there, and tells what it changes.
  private mutating func end(tell: (LiveMessage) -> Bool) -> Analyzer {
    discover()
    for index in logs.indices { logs[index].end() }
    while poll() || logs.contains(where: { !$0.isAtEnd }) {}
    _ = look(tell: tell)
    save(after: nil)
    return analyzer
  }

  /// Finds what is there, and reads some of it: what `run` does again and again.
  mutating func lookOnce() {
    discover()
    _ = poll()
  }

  /// What is known so far.
  var report: Report { analyzer.report() }

  private mutating func poll() -> Bool {
    var hasRead = false
    var bytes: [UInt8] = []
    swap(&bytes, &block)
    defer { swap(&bytes, &block) }
    for index in logs.indices {
      analyzer.advance(to: Moment(nanoseconds: Machine.steadyClock))
      if logs[index].poll(into: &analyzer, block: &bytes) { hasRead = true }
    }
    if hasRead { keeper?.noteChange() }
    return hasRead
  }

  /// False where nobody hears any more.
  private mutating func look(tell: (LiveMessage) -> Bool) -> Bool {
    // Until what is not settled was read again, incidents that were told would look as if they were gone.
    guard logs.allSatisfy(\.hasCaughtUp) else { return true }
    analyzer.advance(to: Moment(nanoseconds: Machine.steadyClock))
    let toldBefore = keeper == nil ? [] : analyzer.toldIncidents
    let events = analyzer.events()
    guard !events.isEmpty else {
      if keeper?.isDue ?? false { save(after: nil) }
      return true
    }
    save(after: toldBefore)
    defer { keeper?.noteChange() }
    return tell(.events(events, analyzer.toldProcesses))
  }

  /// Finds files that the paths lead to now and did not before.
  private mutating func discover() {
    for path in paths {
      if (try? FileStatus(path: path).kind) == .folder {
        let list = SourceList(paths: [path], selection: options.selection)
        // A rotated file is read as a part of its log.
        for entry in list.entries where !entry.isStream && RotatedName(entry.name) == nil {
          follow(entry.source)
        }
      } else {
        follow(path)
      }
    }
  }

  /// A log that symbolic links lead to, as Kubernetes lays them out, is followed once.
  private mutating func follow(_ path: String) {
    guard known.insert(path).inserted else { return }
    let place = Folder.resolved(path)
    guard place == path || known.insert(place).inserted else { return }
    analyzer.nameContainer(ofLog: place, source: path)
    logs.append(FollowedLog(path: path))
  }

  /// Rotated files that are kept open in all logs together.
  private static let openLimit = 256

  /// Lets go of those that have been silent longest where too many are open.
  private mutating func closeSurplus() {
    var open = logs.reduce(0) { $0 + $1.openRotated }
    while open > Self.openLimit {
      let oldest = logs.indices.min { logs[$0].longestSilent < logs[$1].longestSilent }
      guard let oldest, logs[oldest].closeLongestSilent(in: &analyzer) else { return }
      open -= 1
    }
  }

  /// - Parameter told: what was told before the events that are told next; nil where none are.
  private mutating func save(after told: [Incident]?) {
    guard keeper != nil else { return }
    let state = FollowState(
      analyzer: analyzer.state, logs: logs.map(\.state), toldBefore: told, output: told == nil ? nil : .now)
    if let problem = keeper?.save(state) { analyzer.skip(problem) }
  }
}
