import CulpritScan

/// Lines that follow each other with the same bytes, as the stack of an error does again and again.
///
/// Each belongs to the state of a lane behind which it stood, and only goes on with the lane's open record:
/// where it stands again, its lines are taken at once, compared with one look.
struct LineRuns: Sendable {
  struct Line {
    /// In bytes, with its newline.
    var length: Int32
    var signature: UInt64
  }

  struct Run {
    fileprivate(set) var bytes: [UInt8]
    fileprivate(set) var lines: [Line]
    /// Of its first line.
    let token: Repeats.Token
    /// State of the lane behind it.
    fileprivate(set) var next: Int32
    /// How often something else stood there, and how often it gave way to that.
    fileprivate var misses = 0
    fileprivate var changes = 0
  }

  private var runs: [Run] = []
  /// By state, which run stands behind it; -1 for none.
  private var places: [Int32] = []
  /// Bytes of all.
  private var size = 0

  private static let bytesOfRun = 4 << 10
  private static let bytesOfAll = 1 << 20
  /// Shorter ones are not worth the look.
  private static let fewest = 3
  private static let allowedMisses = 2
  private static let allowedChanges = 8

  /// The run that stands at an index of `bytes`, and ends there before `limit`.
  func run(behind state: Int32, in bytes: Span<UInt8>, at index: Int, before limit: Int) -> Run? {
    guard let place = place(of: state), index + runs[place].bytes.count <= limit,
      areSame(runs[place].bytes, bytes, at: index)
    else { return nil }
    return runs[place]
  }

  private func place(of state: Int32) -> Int? {
    guard Int(state) < places.count, places[Int(state)] >= 0 else { return nil }
    return Int(places[Int(state)])
  }

  /// Takes a run over that was seen; one that stands in its place is kept where it mostly fits.
  mutating func keep(_ seen: GrowingRun, in ring: ByteRing) {
    guard seen.lines.count >= Self.fewest, seen.start >= ring.start, let token = seen.token else { return }
    let run = Run(bytes: Array(ring[seen.start..<seen.end]), lines: seen.lines, token: token, next: seen.next)
    if let place = place(of: seen.state) {
      runs[place].misses += 1
      guard runs[place].misses >= Self.allowedMisses, runs[place].changes < Self.allowedChanges else { return }
      size += run.bytes.count - runs[place].bytes.count
      let changes = runs[place].changes + 1
      runs[place] = run
      runs[place].changes = changes
    } else {
      if size + run.bytes.count > Self.bytesOfAll { self = LineRuns() }
      while places.count <= seen.state { places.append(-1) }
      places[Int(seen.state)] = Int32(runs.count)
      runs.append(run)
      size += run.bytes.count
    }
  }

  /// A line that would make the run too long is left to the next one.
  static func hasRoom(for line: SourceLine, in run: GrowingRun) -> Bool {
    run.end - run.start + line.bytes.count <= bytesOfRun
  }
}

/// Lines that only went on with an open record, one behind the other.
struct GrowingRun: Sendable {
  /// Of the lane before the first one, and behind the last.
  let state: Int32
  private(set) var next: Int32
  /// Offsets.
  let start: Int
  private(set) var end: Int
  private(set) var lines: [LineRuns.Line] = []
  private(set) var token: Repeats.Token?

  init(behind state: Int32, at start: Int) {
    (self.state, next, self.start, end) = (state, state, start, start)
  }

  mutating func add(_ line: SourceLine, _ step: KnownStep, next: Int32) {
    if lines.isEmpty { token = step.token }
    lines.append(LineRuns.Line(length: Int32(line.bytes.count), signature: step.signature))
    end = line.bytes.upperBound
    self.next = next
  }
}
