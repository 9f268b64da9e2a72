import CulpritRules

/// What the arguments come to: subcauses with their probabilities.
struct Verdict {
  struct Ranked {
    var subcause: Subcause
    var probability: Double
  }

  /// What it was computed from: arguments that join it later are shown, and count for nothing.
  let own: [Argument]
  /// Likeliest first; what nothing speaks for is not among them.
  var ranked: [Ranked]
  var arguments: [Argument]

  init(arguments: [Argument], weights: Weights) {
    var scores: [Subcause: [Argument.Class: Double]] = [:]
    for argument in arguments {
      let weight = argument.strength * weights[argument.subcause, argument.kind]
      let known = scores[argument.subcause, default: [:]][argument.kind]
      // Within a class only the strongest signal counts.
      if abs(weight) > abs(known ?? 0) { scores[argument.subcause, default: [:]][argument.kind] = weight }
    }
    let odds = scores.mapValues { Self.exponential($0.values.sorted().reduce(0, +)) }
    // Some more, for what nobody thought of.
    let total = odds.values.sorted().reduce(weights.unknown, +)
    ranked = odds.map { Ranked(subcause: $0.key, probability: $0.value / total) }
      .sorted { ($0.probability, $1.subcause) > ($1.probability, $0.subcause) }
    self.arguments = arguments
    own = arguments
  }

  /// Of a cause: that of all its subcauses together.
  func probability(of cause: Incident.Cause) -> Double {
    ranked.filter { $0.subcause.cause == cause }.map(\.probability).sorted().reduce(0, +)
  }

  /// Of the likeliest subcause of a cause, rounded as reports show it.
  func probability(ofBestIn cause: Incident.Cause?) -> Double? {
    ranked.first { $0.subcause.cause == cause }.map { IncidentBuilder.rounded($0.probability) }
  }

  /// The likeliest cause and its likeliest subcause; nil where nothing was argued.
  var best: (cause: Incident.Cause, subcause: Subcause, confidence: Double)? {
    let causes = Incident.Cause.allCases.filter { $0 != .undetermined }
    guard let cause = causes.max(by: { (probability(of: $0), $1.rawValue) < (probability(of: $1), $0.rawValue) }),
      let top = ranked.first(where: { $0.subcause.cause == cause })
    else { return nil }
    return (cause, top.subcause, probability(of: cause))
  }

  /// e to the power of x, without the C library: halved until the series is short, then squared back.
  private static func exponential(_ x: Double) -> Double {
    let x = max(-40, min(40, x))
    var halvings = 0
    var small = x
    while small > 0.1 || small < -0.1 {
      small /= 2
      halvings += 1
    }
    var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4 * (1 + small / 5))))
    for _ in 0..<halvings { result *= result }
    return result
  }
}

/// Weights of the classes of evidence, from `Patterns/causes` and `Patterns/weights.yaml`.
struct Weights {
  private let table: [Subcause: [String: Double]]
  private let factors: [String: Double]
  /// Odds that are kept for what nobody thought of.
  let unknown: Double

  init(_ rules: RuleSet) {
    self.init(rules.causes, factors: rules.weights)
  }

  init(_ rules: [CauseRule], factors: [String: Double]) {
    var table: [Subcause: [String: Double]] = [:]
    for rule in rules {
      if let subcause = Subcause(rawValue: rule.subcause) { table[subcause] = rule.weights }
    }
    self.table = table
    self.factors = factors
    unknown = factors["unknown"] ?? 1
  }

  subscript(_ subcause: Subcause, _ kind: Argument.Class) -> Double {
    (table[subcause]?[kind.rawValue] ?? kind.weight) * (factors[kind.rawValue] ?? 1)
  }
}
