internal import CScan

/// The stretch of an anchor that the filter looks for.
struct AnchorWindow: Hashable {
  /// In lower case, 3 to 6 bytes; shorter than 6 only if it is the whole anchor.
  var bytes: [UInt8]
  /// Bytes from the anchor's first to the window's last.
  var lastOffset: Int
  /// Which of the filter's buckets it is filed under, from 0.
  var bucket = 0

  /// The rarest window of an anchor in lower case; of several, the first.
  init(of anchor: [UInt8], by frequencies: PairFrequencies) {
    let length = min(Int(CSCAN_WINDOW), anchor.count)
    let ends = anchor.indices.dropFirst(length - 1).map { last in
      (last: last, frequency: frequencies.frequency(of: anchor[(last - length + 1)...last]))
    }
    // `!`: an anchor has at least `length` bytes, so there is a last one.
    lastOffset = ends.min { $0.frequency < $1.frequency }!.last
    bytes = Array(anchor[(lastOffset - length + 1)...lastOffset])
  }

  /// For each pair of a full window its hash; nil where a shorter one has no pair.
  var hashes: [UInt8?] {
    let pairs = zip(bytes, bytes.dropFirst()).map { cscan_pair($0, $1) }
    return Array(repeating: nil, count: Int(CSCAN_WINDOW) - bytes.count) + pairs
  }
}
