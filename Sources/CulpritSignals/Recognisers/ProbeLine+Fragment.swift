import CulpritRules

extension ProbeLine.Variable {
  /// What it tells of the value: a class of shape, a class of length, the last four characters.
  func fragment(among providers: [Provider]) -> KeyFragment {
    let shapes = providers.flatMap { provider in
      provider.keyShapes.filter { $0.prefix == prefix }.map { (provider: provider.id, shape: $0) }
    }
    let isDistinctive = shapes.contains { $0.shape.isDistinctive }
    let reading = word ?? reading(among: shapes, isDistinctive: isDistinctive)
    guard case .key = reading else { return KeyFragment(reading: reading) }
    return KeyFragment(reading: reading, head: shapes.isEmpty ? "" : prefix, tail: tail, isDistinctive: isDistinctive)
  }

  /// The line again, with this variable alone; shapes that no probe prints are left out.
  func text(among providers: [Provider]) -> String {
    guard state == .present else { return "\(name)=\(state == .empty ? "empty" : "absent")" }
    let isKnown = word != nil || providers.contains { $0.keyShapes.contains { $0.prefix == prefix } }
    let end = lengths.upperBound < ProbeLine.longest ? String(lengths.upperBound) : ""
    let last = tail.isEmpty ? "" : ", last4 \(tail)"
    return "\(name)=\"present, shape \(isKnown && shape != "other" ? shape : "other"), length \(lengths.lowerBound)-\(end)\(last)\""
  }

  private var prefix: String { shape == "other" ? "" : shape }

  /// Of the shapes that are no key's.
  private var word: KeyFragment.Reading? {
    switch shape {
    case "missing": .missingValue
    case "template": .placeholder
    case "dummy": .localDummy
    case "quoted": .mangled(.quoted)
    case "blank": .mangled(.blank)
    case "url": .mangled(.url)
    case "scheme": .mangled(.scheme)
    default: nil
    }
  }

  /// Whose keys begin so and can have such a length.
  private func reading(
    among shapes: [(provider: String, shape: Provider.KeyShape)], isDistinctive: Bool
  ) -> KeyFragment.Reading {
    let fitting = shapes.filter { $0.shape.lengths.isEmpty || $0.shape.lengths.contains { lengths.contains($0) } }
    if !fitting.isEmpty { return .key(fits: Array(Set(fitting.map(\.provider))).sorted()) }
    return isDistinctive ? .mangled(.length) : .key(fits: [])
  }
}
