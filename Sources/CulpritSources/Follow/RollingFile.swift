import Culprit

/// Feeds a file that grows to an analyzer in parts, so that what was read long ago is settled: memory stays
/// flat, and a follower that is started again reads the last part only.
struct RollingFile: Sendable {
  /// The source that the file belongs to, and where it begins there.
  let source: String
  let begin: Int
  /// Bytes of the file that were taken, or passed over because they are settled.
  private(set) var end: Int
  /// Offsets in the file at which its open parts begin, in order.
  private var parts: [Int] = []
  /// The part that is opened next.
  private var next: Int
  private(set) var isUTF16: Bool

  /// Bytes of a part, whole cells; its surroundings, some megabytes on each side, are read twice.
  private let partSize: Int

  /// Of a file that may have to be read again from its last part on.
  static let followedPart = 16 << 20
  /// Of a stream, which nobody can read again.
  static let streamedPart = 64 << 20

  /// - Parameter settled: the offset of the first part that is not; the first bytes to be fed are those
  ///   that the part needs before itself, from `end` on.
  init(
    source: String, begin: Int, settled: Int = 0, isUTF16: Bool = false, partSize: Int = followedPart,
    for analyzer: Analyzer
  ) {
    self.partSize = partSize
    self.source = source
    self.begin = begin
    self.isUTF16 = isUTF16
    next = settled
    end = max(0, settled - analyzer.surroundings)
  }

  /// Everything before this offset is among the analyzer's settled facts.
  var settled: Int { parts.first ?? next }

  /// Takes the next bytes of the file.
  mutating func feed(_ bytes: Span<UInt8>, into analyzer: inout Analyzer) {
    guard bytes.count > 0 else { return }
    if end == 0 { isUTF16 = TextCheck.isUTF16(bytes) }
    let taken = end..<end + bytes.count
    openParts(before: taken.upperBound, in: &analyzer)
    for part in parts {
      let reach = max(0, part - analyzer.surroundings)..<reachEnd(of: part, analyzer)
      let wanted = taken.clamped(to: reach)
      guard !wanted.isEmpty else { continue }
      let piece = bytes.extracting(wanted.lowerBound - end..<wanted.upperBound - end)
      analyzer.feed(piece, from: key(of: part))
    }
    end = taken.upperBound
    while let first = parts.first, reachEnd(of: first, analyzer) <= end { closeFirst(in: &analyzer) }
  }

  /// The file has ended, or is not read any further.
  mutating func close(in analyzer: inout Analyzer) {
    if parts.isEmpty && next == 0 { openParts(before: 1, in: &analyzer) }
    while !parts.isEmpty { closeFirst(in: &analyzer) }
  }

  private mutating func openParts(before offset: Int, in analyzer: inout Analyzer) {
    while next - analyzer.surroundings < offset {
      // Offsets of a file in UTF-16 are those of its UTF-8: it cannot be cut.
      let upper = isUTF16 ? Int.max : begin + next + partSize
      analyzer.open(part: begin + next..<upper, of: source, as: key(of: next), begin: begin)
      parts.append(next)
      next = isUTF16 ? .max / 2 : next + partSize
    }
  }

  private mutating func closeFirst(in analyzer: inout Analyzer) {
    analyzer.close(key(of: parts.removeFirst()))
    analyzer.forget()
  }

  private func reachEnd(of part: Int, _ analyzer: Analyzer) -> Int {
    isUTF16 ? .max : part + partSize + analyzer.surroundings
  }

  /// No name of a file has a zero in it.
  private func key(of part: Int) -> String { "\(source)\u{0}\(begin + part)" }
}
