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
      best.omittedLinks = outer.omittedLinks
      best.verdict = outer.links.indices.last
    }
    return joined(best, with: all.filter { isNear($0, to: [best]) && $0.origin != best.origin })
  }

  /// Records of one process that print parts of one chain: the outer text contains the inner message.
  private static func joined(_ best: Failure, with others: [Failure]) -> Failure {
    guard let last = best.links.last, best.links.allSatisfy({ $0.relation != .grouped }) else { return best }
    for other in others where !other.links.isEmpty && best.template == other.template {
      guard let first = other.links.first, let end = other.links.last else { continue }
      let types = Set(best.links.map(\.type))
      guard other.links.allSatisfy({ !types.contains($0.type) }) else { continue }
      if contains(last.message, first.message) { return append(other.links, to: best) }
      if contains(end.message, best.links[0].message) {
        var outer = append(best.links, to: other)
        outer.origin = best.origin
        return outer
      }
    }
    return best
  }

  private static func contains(_ outer: RedactedText, _ inner: RedactedText) -> Bool {
    let head = String(inner.description.prefix(120))
    // The same message twice is two printings of one error.
    return outer != inner && head.utf8.count >= 12 && outer.description.containsBytes(head)
  }

  private static func append(_ links: [Link], to failure: Failure) -> Failure {
    var result = failure
    let count = failure.links.count
    for (index, link) in links.enumerated() {
      var link = link
      link.parent = index == 0 ? count - 1 : link.parent.map { $0 + count }
      if index == 0 { link.relation = .cause }
      result.links.append(link)
    }
    result.verdict = result.links.count - 1
    return result
  }

  private static func distinct(_ failure: Failure) -> Int { Set(failure.links.map(\.type)).count * 100 + failure.links.count }

  /// Within two seconds, or a few kilobytes where there is no time.
  private static func isNear(_ bare: Failure, to failures: [Failure]) -> Bool {
    failures.contains { Order.isNear($0.origin, bare.origin, within: 2) }
  }
}
