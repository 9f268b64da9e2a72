/// How often a number stood at a place of heads, and with what: bounded, and the same in whatever order the
/// records came.
struct ColumnTally: Hashable, Sendable {
  var count = 0
  /// Hashes of different sentences behind it, ascending; the least ones are kept.
  private(set) var sentences: [UInt64] = []
  /// Hashes of different names before it, ascending; empty where it stands alone.
  private(set) var names: [UInt64] = []

  private static let sentenceLimit = 6
  private static let nameLimit = 3

  init() {}

  init(count: Int, sentence: UInt64?, name: UInt64) {
    self.count = count
    sentences = sentence.map { [$0] } ?? []
    names = name == 0 ? [] : [name]
  }

  /// As it was kept.
  init(count: Int, sentences: [UInt64], names: [UInt64]) {
    self.count = count
    self.sentences = sentences
    self.names = names
  }

  mutating func merge(_ other: ColumnTally) {
    count += other.count
    sentences = Self.least(Self.sentenceLimit, sentences, other.sentences)
    names = Self.least(Self.nameLimit, names, other.names)
  }

  func merging(_ other: ColumnTally) -> ColumnTally {
    var sum = self
    sum.merge(other)
    return sum
  }

  private static func least(_ limit: Int, _ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    let new = b.filter { !a.contains($0) }
    return new.isEmpty ? a : Array((a + new).sorted().prefix(limit))
  }
}
