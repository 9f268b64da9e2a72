/// The anchors by the last bytes of their windows, to compare a candidate with few of them.
struct AnchorTable: Sendable {
  /// One for each anchor, in no particular order.
  let windows: [AnchorWindow]

  private let entries: [Entry]
  /// For each hash of a window's last three bytes the first entry; `entries.count` where none is.
  private let firstEntry: [Int]

  private static let hashes = 256

  private struct Entry: Sendable {
    /// In lower case.
    var text: [UInt8]
    var kind: Anchor.Kind
    /// Bytes from the first of the text to the last of the window.
    var lastOffset: Int
    /// The next entry of the same hash; `entries.count` where none is.
    var next: Int
  }

  init(anchors: [Anchor]) {
    var firstEntry = Array(repeating: anchors.count, count: Self.hashes)
    var entries: [Entry] = []
    var windows: [AnchorWindow] = []
    let frequencies = PairFrequencies()
    for anchor in anchors {
      let text = anchor.text.utf8.map(lowercased)
      let window = AnchorWindow(of: text, by: frequencies)
      let hash = Self.hash(ofThreeBytesEndingAt: window.lastOffset, in: text.span)
      let entry = Entry(
        text: text, kind: anchor.kind, lastOffset: window.lastOffset, next: firstEntry[hash])
      firstEntry[hash] = entries.count
      entries.append(entry)
      windows.append(window)
    }
    // The short ones first: they let so much through that others had better not share their buckets.
    windows.sort { $0.bytes.count < $1.bytes.count }
    BucketModel(frequencies).assignBuckets(to: &windows)
    self.windows = windows
    self.entries = entries
    self.firstEntry = firstEntry
  }

  /// Gives `line` the anchors whose windows end at `last`.
  func verify(_ last: Int, in bytes: Span<UInt8>, line: inout LineHits, into hits: inout [Hit]) {
    guard last >= 2 else { return }
    var index = firstEntry[Self.hash(ofThreeBytesEndingAt: last, in: bytes)]
    while index < entries.count {
      let start = last - entries[index].lastOffset
      let kind = entries[index].kind
      if line.wants(kind, windowEndingAt: last), stands(index, at: start, in: bytes) {
        line.add(Hit(offset: start, kind: kind), in: bytes, into: &hits)
      }
      index = entries[index].next
    }
  }

  private func stands(_ index: Int, at start: Int, in bytes: Span<UInt8>) -> Bool {
    let length = entries[index].text.count
    guard start >= 0, start + length <= bytes.count else { return false }
    for offset in 0..<length where lowercased(bytes[start + offset]) != entries[index].text[offset] {
      return false
    }
    return true
  }

  private static func hash(ofThreeBytesEndingAt last: Int, in bytes: Span<UInt8>) -> Int {
    let first = UInt32(lowercased(bytes[last - 2]))
    let second = UInt32(lowercased(bytes[last - 1]))
    let third = UInt32(lowercased(bytes[last]))
    return Int((first &+ second &* 37 &+ third &* 101) % UInt32(hashes))
  }
}

/// The byte in ASCII lower case.
func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
