/// Bounds of what is framed. All of them are positions or sizes in one source, so cutting it changes
/// nothing.
package struct IntakeOptions: Hashable, Sendable {
  /// Bytes of a cell of the grid on which every source is cut.
  package var cellSize: Int
  /// Bytes before a failure anchor that are framed: a worker's last success may stand tens of kilobytes
  /// earlier.
  package var stretchBefore: Int
  /// Bytes after a failure anchor that are framed.
  package var stretchAfter: Int
  /// Bytes within which another hit makes a hint as good as a failure anchor.
  package var hintReach = 16 << 10
  /// Bytes before and after a lonely hint that are framed: its own record, and its neighbours.
  package var hintBefore = 2 << 10
  package var hintAfter = 6 << 10
  /// Bytes from the start of a source that are framed: banners stand there.
  package var head: Int
  /// The line at every multiple of this offset is framed, in bytes: peers that never fail have no other
  /// line. Behind `denseSamples` only every sixteenth is: a line costs as much as scanning 100 KB.
  package var sampleEvery: Int
  /// Bytes from the start of a source in which samples stand close.
  package var denseSamples: Int
  /// Lines of a record, at most.
  package var recordLines: Int
  /// Bytes of a record's text, at most.
  package var recordBytes: Int
  /// Bytes behind its cell up to which a record may go on.
  package var overrun: Int
  /// Seconds of log time between the first and the last line of a record, at most.
  package var recordSeconds: Double
  /// A line that reaches two multiples of this, in bytes, is broken at the later one; later pieces at
  /// each multiple.
  package var lineBytes: Int
  /// Seconds of the caller's time after which a record without new lines is closed (live only).
  package var idleSeconds: Double
  /// What processes are called, in lower case: of the lines that hold one, the first of each cell are framed.
  package var names: [String] = []
  /// What is known of the containers whose logs some sources are, beside what stands there.
  package var containers: [String: ContainerNames] = [:]
  /// Records that tell the same as many before them are counted without being read.
  package var countsRepeats = true

  package init(
    cellSize: Int = 1 << 20, stretchBefore: Int = 64 << 10, stretchAfter: Int = 16 << 10,
    head: Int = 64 << 10
  ) {
    self.cellSize = cellSize
    self.stretchBefore = stretchBefore
    self.stretchAfter = stretchAfter
    self.head = head
    sampleEvery = 64 << 10
    denseSamples = 4 << 20
    recordLines = 10_000
    recordBytes = 2 << 20
    overrun = 256 << 10
    recordSeconds = 4
    lineBytes = 1 << 20
    idleSeconds = 0.5
  }

  /// The first offset at or behind `offset` whose line is a sample.
  func nextSample(from offset: Int) -> Int {
    let step = offset <= denseSamples ? sampleEvery : 16 * sampleEvery
    return (offset + step - 1) / step * step
  }
}
