/// The anchors by the last bytes of their windows, to compare a candidate with few of them.
struct AnchorTable: Sendable {
  /// One for each anchor, in no particular order.
  let windows: [AnchorWindow]

  /// All texts in lower case, one after the other.
  private let texts: [UInt8]
  private let entries: [Entry]
  /// For each kind and hash of a window's last three bytes the first entry; `entries.count` for none.
  private let firstEntry: [Int]

  private static let hashes = 256

  // No arrays in here: counting their references would cost more than the comparison.
  private struct Entry: Sendable {
    /// In `texts`.
    var text: Range<Int>
    /// Bytes from the first of the text to the last of the window.
    var lastOffset: Int
    /// The next entry of the same kind and hash; `entries.count` for none.
    var next: Int
  }

  init(anchors: [Anchor]) {
    var firstEntry = Array(repeating: anchors.count, count: Self.hashes * Anchor.Kind.allCases.count)
    var entries: [Entry] = []
    var windows: [AnchorWindow] = []
    var texts: [UInt8] = []
    // A plan without anchors only counts newlines, and is made for that: it costs next to nothing.
    lazy var frequencies = PairFrequencies()
    for anchor in anchors {
      let text = anchor.text.utf8.map(lowercased)
      let window = AnchorWindow(of: text, by: frequencies)
      let slot = Self.slot(of: anchor.kind, windowEndingAt: window.lastOffset, in: text.span)
      entries.append(
        Entry(
          text: texts.count..<texts.count + text.count, lastOffset: window.lastOffset,
          next: firstEntry[slot]))
      firstEntry[slot] = entries.count - 1
      texts += text
      windows.append(window)
    }
    // The short ones first: they let so much through that others had better not share their buckets.
    windows.sort { $0.bytes.count < $1.bytes.count }
    if !windows.isEmpty { BucketModel(frequencies).assignBuckets(to: &windows) }
    self.windows = windows
    self.texts = texts
    self.entries = entries
    self.firstEntry = firstEntry
  }

  /// Gives `line` the anchors whose windows end at `last`.
  func verify(_ last: Int, in bytes: Span<UInt8>, line: inout LineHits, into hits: inout [Hit]) {
    guard last >= 2 else { return }
    for kind in Anchor.Kind.allCases where line.wants(kind, windowEndingAt: last) {
      var index = firstEntry[Self.slot(of: kind, windowEndingAt: last, in: bytes)]
      while index < entries.count {
        let entry = entries[index]
        let start = last - entry.lastOffset
        if stands(entry, at: start, in: bytes) {
          line.add(Hit(offset: start, kind: kind), in: bytes, into: &hits)
        }
        index = entry.next
      }
    }
  }

  private func stands(_ entry: Entry, at start: Int, in bytes: Span<UInt8>) -> Bool {
    guard start >= 0, start + entry.text.count <= bytes.count else { return false }
    for index in entry.text {
      let byte = bytes[start + index - entry.text.lowerBound]
      if lowercased(byte) != texts[index] { return false }
    }
    return true
  }

  /// Where `firstEntry` has the anchors of a kind whose windows have these last three bytes.
  private static func slot(
    of kind: Anchor.Kind, windowEndingAt last: Int, in bytes: Span<UInt8>
  ) -> Int {
    let first = UInt32(lowercased(bytes[last - 2]))
    let second = UInt32(lowercased(bytes[last - 1]))
    let third = UInt32(lowercased(bytes[last]))
    let hash = (first &+ second &* 37 &+ third &* 101) % UInt32(hashes)
    return Int(kind.rawValue) * hashes + Int(hash)
  }
}

/// The byte in ASCII lower case.
func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
