import Culprit
import Synchronization

/// A search of all sources for failures alone, which several threads share; the first to find one ends it.
final class Glance: Sendable {
  private let found = Atomic(false)

  /// Something fails, or reading twice would cost more than it saves: all is to be read closely.
  var isOver: Bool { found.load(ordering: .relaxed) }

  func end() { found.store(true, ordering: .relaxed) }

  func note(_ analyzer: Analyzer) {
    if analyzer.hasReasonToLook { end() }
  }
}
