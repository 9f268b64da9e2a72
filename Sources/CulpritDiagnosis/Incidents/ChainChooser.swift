import CulpritIntake
import CulpritSignals

/// Chooses which of many printings of one failure is shown, and joins what several records print of it.
enum ChainChooser {
  /// The fullest chain of the suspects' failures; where they print none, that of an error without a verdict of
  /// the same process nearby.
  static func failure(of suspects: [Suspect]) -> Failure? {
    let all = suspects.flatMap { suspect in suspect.failures.map { $0.first[0] } }
    let fullest = all.max { a, b in
      let (left, right) = (distinct(a), distinct(b))
      if left != right { return left < right }
      let (levelA, levelB) = (a.level ?? .error, b.level ?? .error)
      return levelA != levelB ? levelA < levelB : b.origin < a.origin
    }
    guard var best = fullest else { return nil }
    let stitched = suspects.flatMap { suspect in
      suspect.process.bareChains.flatMap(\.first).filter { isNear($0, to: suspect.occurrences) }
    }
    if best.links.isEmpty, let outer = stitched.max(by: { $0.links.count < $1.links.count }) {
      best.links = outer.links
      best.verdict = outer.links.indices.last
    }
    return best
  }

  private static func distinct(_ failure: Failure) -> Int { Set(failure.links.map(\.type)).count * 100 + failure.links.count }

  /// Within two seconds, or a few kilobytes where there is no time.
  private static func isNear(_ bare: Failure, to failures: [Failure]) -> Bool {
    failures.contains { failure in
      if let seconds = Order.seconds(from: failure.origin, to: bare.origin) { return abs(seconds) <= 2 }
      return failure.origin.place.source == bare.origin.place.source
        && abs(failure.origin.place.offset - bare.origin.place.offset) < 8_192
    }
  }
}
