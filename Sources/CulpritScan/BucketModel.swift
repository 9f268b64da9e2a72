internal import CScan

/// Divides windows into buckets so that ordinary text passes the filter as rarely as can be.
///
/// A bucket lets through any mixture of its windows' hashes, so that windows with hashes in common
/// belong together, and frequent hashes in one bucket. What a bucket lets through is estimated from
/// the halves of its hashes, as if they were independent. Linear in the number of windows.
struct BucketModel {
  /// For each low half of a hash (0 to 15) and each high one (16 to 31), how many of the pairs in
  /// ordinary logs have it.
  private var shares = [Double](repeating: 0, count: Bucket.halves)

  init(_ frequencies: PairFrequencies) {
    for first in PairFrequencies.bytes {
      for second in PairFrequencies.bytes {
        let share = frequencies.frequency(of: first, second)
        let hash = cscan_pair(first, second)
        shares[Self.low(hash)] += share
        shares[Self.high(hash)] += share
      }
    }
  }

  /// Sets the bucket of each window. The second round mends what the first could not foresee.
  func assignBuckets(to windows: inout [AnchorWindow]) {
    var buckets = Array(repeating: Bucket(), count: Int(CSCAN_BUCKETS))
    let places = windows.map(places)
    for round in 1...2 {
      for index in windows.indices {
        if round > 1 { buckets[windows[index].bucket].count(places[index], by: -1, shares) }
        let costs = buckets.map { $0.cost(of: places[index], shares) }
        // `!`: there is at least one bucket.
        windows[index].bucket = costs.indices.min { costs[$0] < costs[$1] }!
        buckets[windows[index].bucket].count(places[index], by: 1, shares)
      }
    }
  }

  /// The places in a bucket's counts that a window takes; empty for a pair that it does not have.
  private func places(_ window: AnchorWindow) -> [[Int]] {
    window.hashes.enumerated().map { pair, hash in
      guard let hash else { return [] }
      return [pair * Bucket.halves + Self.low(hash), pair * Bucket.halves + Self.high(hash)]
    }
  }

  private static func low(_ hash: UInt8) -> Int { Int(hash & 15) }
  private static func high(_ hash: UInt8) -> Int { 16 + Int(hash >> 4) }
}

/// The windows that have been put together so far.
private struct Bucket {
  static let halves = 32
  private static let pairs = Int(CSCAN_WINDOW) - 1

  /// How many windows have each half of a hash, by pair.
  private var counts = Array(repeating: 0, count: pairs * halves)
  /// For each pair, what share of ordinary pairs has a low half, and a high half, of this bucket.
  private var sums = Array(repeating: 0.0, count: pairs * 2)
  /// Windows without such a pair: for them every hash will do.
  private var wholes = Array(repeating: 0, count: pairs)
  private var windows = 0

  mutating func count(_ places: [[Int]], by change: Int, _ shares: [Double]) {
    windows += change
    for (pair, places) in places.enumerated() {
      if places.isEmpty { wholes[pair] += change }
      for (sum, place) in places.enumerated() {
        counts[place] += change
        // Was not there before, or is there no more.
        if counts[place] == max(0, change) {
          sums[pair * 2 + sum] += Double(change) * shares[place % Self.halves]
        }
      }
    }
  }

  /// How much more of ordinary text the bucket lets through when it takes a window in.
  func cost(of places: [[Int]], _ shares: [Double]) -> Double {
    var without = windows == 0 ? 0.0 : 1.0
    var with = 1.0
    for (pair, places) in places.enumerated() where wholes[pair] == 0 {
      without *= sums[pair * 2] * sums[pair * 2 + 1]
      for (sum, place) in places.enumerated() {
        with *= sums[pair * 2 + sum] + (counts[place] == 0 ? shares[place % Self.halves] : 0)
      }
    }
    return with - without
  }
}
