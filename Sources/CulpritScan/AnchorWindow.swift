internal import CScan

/// The stretch of an anchor that the filter looks for.
struct AnchorWindow: Hashable {
  /// In lower case, 3 to 6 bytes; shorter than 6 only if it is the whole anchor.
  var bytes: [UInt8]
  /// Bytes from the anchor's first to the window's last.
  var lastOffset: Int
  /// Which of the 8 wide buckets and of the 16 nibble buckets it is filed under.
  var wideBucket = 0
  var nibbleBucket = 0
}

extension AnchorWindow {
  /// The rarest window of an anchor; of several, the first.
  init(of anchor: [UInt8]) {
    let length = min(Int(CSCAN_WINDOW), anchor.count)
    let starts = 0...(anchor.count - length)
    // `!`: the range of starts is closed, so it is not empty.
    let start = starts.min { left, right in
      PairFrequency.frequency(of: anchor[left..<left + length])
        < PairFrequency.frequency(of: anchor[right..<right + length])
    }!
    self.init(bytes: Array(anchor[start..<start + length]), lastOffset: start + length - 1)
  }
}
