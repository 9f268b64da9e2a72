/// The last bytes of a source, addressed by their offsets in it.
struct ByteRing: Sendable {
  /// What is kept, as one run of bytes: that of offset `o` stands at `index(o)`.
  private(set) var storage: [UInt8] = []
  /// Bytes at the start of `storage` that are no longer wanted.
  private var dropped = 0
  /// Offset of the first byte that is kept.
  private(set) var start: Int

  init(start: Int) { self.start = start }

  /// Offset behind the last byte.
  var end: Int { start + storage.count - dropped }

  mutating func append(_ bytes: Span<UInt8>) {
    // One copy at the speed of memory; the buffer does not leave the closure (SE-0447).
    unsafe bytes.withUnsafeBufferPointer { unsafe storage.append(contentsOf: $0) }
  }

  /// Forgets what stands before `offset`; what is left moves only when more is dropped than kept.
  mutating func drop(before offset: Int) {
    let count = min(max(offset - start, 0), storage.count - dropped)
    dropped += count
    start += count
    guard dropped > 1 << 16, dropped > storage.count / 2 else { return }
    storage.removeFirst(dropped)
    dropped = 0
  }

  /// Forgets everything, and goes on with bytes of which the first stands at `offset`.
  mutating func restart(at offset: Int, with bytes: Span<UInt8>) {
    storage.removeAll(keepingCapacity: true)
    dropped = 0
    start = offset
    append(bytes)
  }

  func index(_ offset: Int) -> Int { offset - start + dropped }

  subscript(offset: Int) -> UInt8 { storage[index(offset)] }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    storage[index(range.lowerBound)..<index(range.upperBound)]
  }
}
