/// Records that tell the same, and how many of them were counted without being read.
struct RecordShapes: Sendable {
  struct Shape {
    /// A record of it, to know it by.
    var sample: Record
    /// How many were read.
    var read = 1
    /// How many were counted since `takeCounted`.
    var counted = 0
    /// The last one that was counted.
    var last: CountedRecord?
  }

  private(set) var all: [Shape] = []
  private var index = HashIndex()

  var count: Int { all.count }

  /// So many are read before others are counted: what keeps first occurrences keeps fewer.
  private static let readFirst = 16

  func number(_ hash: UInt64) -> Int? { index[hash] }

  /// Takes note of a record that was read.
  mutating func note(_ record: Record) {
    guard let hash = record.shape else { return }
    if let number = index[hash] {
      all[number].read += 1
    } else {
      index.set(hash, all.count)
      var sample = record
      sample.fields = []
      all.append(Shape(sample: sample))
    }
  }

  func isCounted(_ number: Int) -> Bool { all[number].read >= Self.readFirst }

  /// Counts a record: its lines, and the state of the lane before them.
  mutating func count(_ number: Int, _ lines: ArraySlice<LaneLine>, _ origin: CountedRecord.Origin) {
    all[number].counted += 1
    guard let offset = lines.first?.offset, offset > all[number].last?.offset ?? -1 else { return }
    if all[number].last == nil { all[number].last = CountedRecord(origin: origin) }
    all[number].last?.take(lines, origin)
  }

  /// Keeps the bytes of lines that are about to be forgotten.
  mutating func keepBytes(before offset: Int, of ring: borrowing ByteRing) {
    for number in all.indices where all[number].last?.needsBytes(before: offset) == true {
      all[number].last?.keepBytes(of: ring)
    }
  }

  mutating func takeCounted() -> [Shape] {
    var taken: [Shape] = []
    for number in all.indices where all[number].counted > 0 {
      taken.append(all[number])
      all[number].counted = 0
      all[number].last = nil
    }
    return taken
  }
}

/// A line of a lane.
struct LaneLine: Sendable {
  var offset: Int
  /// In bytes, with its newline.
  var length: Int32
  var newlinesInCell: Int32
  var signature: UInt64
}

/// A record that was counted without being read; it can still be.
struct CountedRecord: Sendable {
  /// What has to be known to read it.
  struct Origin: Sendable {
    var lane: Int
    /// State of the lane before its first line.
    var before: Int32
    /// The last full date before it.
    var reference: CalendarDay
  }

  private(set) var origin: Origin
  private(set) var lines: [LaneLine] = []
  /// Of its lines, once the source does not hold them any more; else empty.
  private var bytes: [UInt8] = []

  init(origin: Origin) { self.origin = origin }

  var offset: Int { lines.first?.offset ?? -1 }

  mutating func take(_ lines: ArraySlice<LaneLine>, _ origin: Origin) {
    self.lines.removeAll(keepingCapacity: true)
    self.lines.append(contentsOf: lines)
    self.origin = origin
    bytes.removeAll(keepingCapacity: true)
  }

  func needsBytes(before offset: Int) -> Bool { bytes.isEmpty && self.offset < offset }

  mutating func keepBytes(of ring: borrowing ByteRing) {
    for line in lines { bytes.append(contentsOf: ring[line.offset..<line.offset + Int(line.length)]) }
  }

  /// Its lines with their bytes.
  func text(in ring: borrowing ByteRing) -> [(line: LaneLine, bytes: ArraySlice<UInt8>)] {
    var start = 0
    return lines.map { line in
      let length = Int(line.length)
      defer { start += length }
      return (line, bytes.isEmpty ? ring[line.offset..<line.offset + length] : bytes[start..<start + length])
    }
  }
}
