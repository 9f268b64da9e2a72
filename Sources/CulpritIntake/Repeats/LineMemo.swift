import CulpritScan

/// Lines that came with the same bytes before: a stack's are printed again and again. Then their signatures
/// need not be found out again.
///
/// One place for each hash, so that a line gives way to another; nothing is kept before the first one.
struct LineMemo: Sendable {
  struct Entry {
    /// Of the whole line; 0 where the place is free.
    fileprivate var hash: UInt64 = 0
    var signature: UInt64 = 0
    var clocks: (first: Int32, last: Int32) = (-1, -1)
    /// Number of the signature's token.
    var token: Int32 = -1
  }

  private var entries: [Entry] = []
  private static let size = 1 << 11

  /// What is known of a line with this hash.
  subscript(hash: UInt64) -> Entry? {
    guard !entries.isEmpty else { return nil }
    let entry = entries[Self.place(of: hash)]
    return entry.hash == hash && hash != 0 ? entry : nil
  }

  mutating func keep(_ line: SourceLine, signature: UInt64, hash: UInt64) {
    if entries.isEmpty { entries = [Entry](repeating: Entry(), count: Self.size) }
    entries[Self.place(of: hash)] = Entry(
      hash: hash, signature: signature, clocks: line.clocks, token: Int32(line.token))
  }

  /// What lines are called has changed.
  mutating func forget() { entries = [] }

  private static func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (size - 1) }
}
