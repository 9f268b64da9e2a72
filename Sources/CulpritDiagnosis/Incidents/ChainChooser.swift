import CulpritIntake
import CulpritSignals

/// Chooses which of many printings of one failure is shown, and joins what several records print of it.
enum ChainChooser {
  /// The fullest chain of the suspects' failures; where they print none, that of an error without a verdict of
  /// the same process nearby.
  static func failure(of suspects: [Suspect]) -> Failure? {
    let all = suspects.flatMap { suspect in suspect.failures.map { $0.first[0] } }
    // Of processes that print alike the first by name: whose lines come first hangs on how they interleave.
    let ranked = suspects.sorted { $0.process.key < $1.process.key }.enumerated().flatMap { rank, suspect in
      suspect.failures.map { (failure: $0.first[0], rank: rank) }
    }
    let fullest = ranked.max { a, b in
      let (left, right) = (distinct(a.failure), distinct(b.failure))
      if left != right { return left < right }
      let (levelA, levelB) = (a.failure.level ?? .error, b.failure.level ?? .error)
      if levelA != levelB { return levelA < levelB }
      return a.rank != b.rank ? b.rank < a.rank : b.failure.origin < a.failure.origin
    }
    guard var best = fullest?.failure else { return nil }
    let stitched = suspects.flatMap { suspect in
      suspect.process.bareChains.flatMap(\.first).filter { isNear($0, to: suspect.occurrences) }
    }
    if best.links.isEmpty, let outer = stitched.max(by: { $0.links.count < $1.links.count }) {
      best.links = outer.links
      best.omittedLinks = outer.omittedLinks
      best.verdict = outer.links.indices.last
    }
    let near = all.filter { isNear($0, to: [best]) && $0.origin != best.origin }
    let process = suspects.first { $0.occurrences.contains(best) }?.process.key
    let bare = suspects.filter { $0.process.key == process }.flatMap { $0.process.bareChains.flatMap(\.kept) }
    return wrapped(joined(best, with: near), in: bare)
  }

  /// What a process printed last of a failure, as it ended: an error without a verdict whose message is, or
  /// contains, that of the chain's outermost.
  private static func wrapped(_ best: Failure, in bare: [Failure]) -> Failure {
    guard let outermost = best.links.first, best.links.count < ChainChooser.shown else { return best }
    let types = Set(best.links.map(\.type))
    let near = bare.filter { Order.isNear($0.origin, best.origin, within: 1) && isOutside($0, of: types) }
    let candidates = near.filter { isWrapper($0, of: outermost) || isRaisedInRescue($0, of: best) }
    guard let wrapper = candidates.max(by: { $0.links.count < $1.links.count }) else { return best }
    var result = append(best.links, to: wrapper, verdict: best.verdict)
    result.origin = best.origin
    return result
  }

  /// Whether it is a chain of other classes.
  private static func isOutside(_ bare: Failure, of types: Set<String>) -> Bool {
    !bare.links.isEmpty && bare.links.count < shown
      && bare.links.allSatisfy { !types.contains($0.type) && $0.relation != .grouped && $0.relation != .suppressed && !Self.plain.contains($0.type) }
  }

  /// Ruby says that an error was raised where another one was rescued: the one that the same thread had just printed.
  private static func isRaisedInRescue(_ bare: Failure, of best: Failure) -> Bool {
    guard bare.links.last?.frame?.function?.containsBytes("rescue in ") ?? false, bare.origin.writer.thread == best.origin.writer.thread else { return false }
    return Order.isBefore(best.origin, bare.origin) ?? false
  }

  private static func isWrapper(_ bare: Failure, of outermost: Link) -> Bool {
    guard let end = bare.links.last else { return false }
    let inner = String(outermost.message.description.prefix(120))
    return inner.utf8.count >= 12 && end.message.description.containsBytes(inner)
  }

  /// Classes that say nothing: a second printing of an error as one of them is no wrapper.
  private static let plain: Set<String> = ["Error", "Exception", "panic"]

  /// Links of a chain that others join.
  private static let shown = 32

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

  /// `verdict`: its index in `links`; nil for the last of them.
  private static func append(_ links: [Link], to failure: Failure, verdict: Int? = nil) -> Failure {
    var result = failure
    let count = failure.links.count
    for (index, link) in links.enumerated() {
      var link = link
      link.parent = index == 0 ? count - 1 : link.parent.map { $0 + count }
      if index == 0 { link.relation = .cause }
      result.links.append(link)
    }
    result.verdict = verdict.map { $0 + count } ?? result.links.count - 1
    return result
  }

  private static func distinct(_ failure: Failure) -> Int { Set(failure.links.map(\.type)).count * 100 + failure.links.count }

  /// Within two seconds, or a few kilobytes where there is no time.
  private static func isNear(_ bare: Failure, to failures: [Failure]) -> Bool {
    failures.contains { Order.isNear($0.origin, bare.origin, within: 2) }
  }
}
