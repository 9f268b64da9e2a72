internal import CScan

/// Divides windows into buckets so that ordinary text passes the filter as rarely as can be.
///
/// A bucket lets through any mixture of its windows' hashes, so that windows with hashes in common
/// belong together, and frequent hashes in one bucket. What a bucket lets through is estimated from
/// the halves of its hashes, as if they were independent. Linear in the number of windows.
struct BucketModel {
  /// How many of the pairs in ordinary logs have a hash with such a half.
  private var lowShares = [Double](repeating: 0, count: 16)
  private var highShares = [Double](repeating: 0, count: 16)

  init(_ frequencies: PairFrequencies) {
    for first in PairFrequencies.bytes {
      for second in PairFrequencies.bytes {
        let share = frequencies.frequency(of: first, second)
        let hash = Int(cscan_pair(first, second))
        lowShares[hash & 15] += share
        highShares[hash >> 4] += share
      }
    }
  }

  /// Sets the bucket of each window. The second round mends what the first could not foresee.
  func assignBuckets(to windows: inout [AnchorWindow]) {
    var buckets = Array(repeating: Bucket(), count: Int(CSCAN_BUCKETS))
    let hashes = windows.map(\.hashes)
    for round in 1...2 {
      for index in windows.indices {
        if round > 1 { buckets[windows[index].bucket].count(hashes[index], by: -1) }
        let costs = buckets.map { cost(of: hashes[index], in: $0) }
        // `!`: there is at least one bucket.
        windows[index].bucket = costs.indices.min { costs[$0] < costs[$1] }!
        buckets[windows[index].bucket].count(hashes[index], by: 1)
      }
    }
  }

  /// How much more of ordinary text a bucket lets through when it takes a window in.
  private func cost(of hashes: [UInt8?], in bucket: Bucket) -> Double {
    var without = bucket.isEmpty ? 0.0 : 1.0
    var with = 1.0
    for (pair, hash) in hashes.enumerated() where bucket.wholes[pair] == 0 {
      let low = share(of: bucket.lows[pair], lowShares)
      let high = share(of: bucket.highs[pair], highShares)
      without *= low * high
      guard let hash else { continue }
      with *= low + (bucket.lows[pair][Int(hash & 15)] == 0 ? lowShares[Int(hash & 15)] : 0)
      with *= high + (bucket.highs[pair][Int(hash >> 4)] == 0 ? highShares[Int(hash >> 4)] : 0)
    }
    return with - without
  }

  private func share(of counts: [Int], _ shares: [Double]) -> Double {
    var sum = 0.0
    for half in 0..<16 where counts[half] > 0 { sum += shares[half] }
    return sum
  }
}

/// How many windows of a bucket have each half of a hash, by pair.
private struct Bucket {
  private static let pairs = Int(CSCAN_WINDOW) - 1

  var lows = Array(repeating: Array(repeating: 0, count: 16), count: pairs)
  var highs = Array(repeating: Array(repeating: 0, count: 16), count: pairs)
  /// Windows without such a pair: for them every hash will do.
  var wholes = Array(repeating: 0, count: pairs)
  private var windows = 0

  var isEmpty: Bool { windows == 0 }

  mutating func count(_ hashes: [UInt8?], by change: Int) {
    windows += change
    for (pair, hash) in hashes.enumerated() {
      if let hash {
        lows[pair][Int(hash & 15)] += change
        highs[pair][Int(hash >> 4)] += change
      } else {
        wholes[pair] += change
      }
    }
  }
}
