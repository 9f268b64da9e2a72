import Foundation

/// Factors of the classes of evidence, and the odds of the unknown: what `Patterns/weights.yaml` holds.
struct ClassWeights: Sendable {
  /// Logarithms, so that a step up and a step down are of one size.
  private var logarithms: [String: Double] = [:]

  /// Classes that are fitted; a probe is in no log of the corpus, and stays as it is.
  static let fitted = ["fragment", "host", "comparison", "wording", "claim", "frame", "name", "unknown"]
  static let all = ["probe"] + fitted

  /// Of a rule set; those that it does not name are 1.
  init(_ factors: [String: Double] = [:]) {
    logarithms = factors.filter { Self.all.contains($0.key) && $0.value > 0 }.mapValues(Self.logarithm)
  }

  subscript(_ kind: String) -> Double { Self.exponential(logarithms[kind] ?? 0) }

  var unknown: Double { self["unknown"] }

  func moved(_ kind: String, by step: Double) -> ClassWeights {
    var copy = self
    // No class becomes more than seven times as strong, or as weak.
    copy.logarithms[kind] = max(-2, min(2, (logarithms[kind] ?? 0) + step))
    return copy
  }

  /// How far from what was set by hand: of few cases no class learns much.
  var distance: Double { Self.fitted.reduce(0) { $0 + (logarithms[$1] ?? 0) * (logarithms[$1] ?? 0) } }

  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }

  /// As the rule file writes them.
  var lines: [String] { Self.all.map { "\($0): \(String(format: "%.2f", self[$0]))" } }

  /// As they stand in the rule file: two digits behind the point.
  var rounded: ClassWeights {
    var copy = self
    for kind in Self.fitted { copy.logarithms[kind] = Self.logarithm((self[kind] * 100).rounded() / 100) }
    return copy
  }
}

extension ClassWeights {
  /// Fits the weights to answers: least loss with a penalty for every step from what was set by hand.
  ///
  /// Coordinate by coordinate with steps that shrink: no chance, no order of threads, the same numbers each time.
  static func fitted(to answers: [WeighedAnswer], penalty: Double) -> ClassWeights {
    func cost(_ weights: ClassWeights) -> Double {
      answers.reduce(0) { $0 + $1.loss(weights) } + penalty * weights.distance
    }
    var best = ClassWeights()
    var least = cost(best)
    var step = 0.4
    while step > 0.02 {
      var hasMoved = false
      for kind in fitted {
        for move in [step, -step] {
          let next = best.moved(kind, by: move)
          let value = cost(next)
          guard value < least - 1e-9 else { continue }
          (best, least, hasMoved) = (next, value, true)
          break
        }
      }
      if !hasMoved { step /= 2 }
    }
    return best
  }
}
