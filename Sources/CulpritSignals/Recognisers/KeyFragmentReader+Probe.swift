import CulpritRules

extension KeyFragmentReader {
  /// What a probe tells of a value: a class of shape, a class of length, the last four characters.
  func fragment(of variable: ProbeLine.Variable) -> KeyFragment {
    let reading: KeyFragment.Reading =
      switch variable.shape {
      case "missing": .missingValue
      case "template": .placeholder
      case "dummy": .localDummy
      case "quoted": .mangled(.quoted)
      case "blank": .mangled(.blank)
      case "url": .mangled(.url)
      case "scheme": .mangled(.scheme)
      default: self.reading(prefix: variable.shape == "other" ? "" : variable.shape, lengths: variable.lengths)
      }
    guard case .key = reading else { return KeyFragment(reading: reading) }
    let isKnown = variable.shape != "other"
    return KeyFragment(
      reading: reading, head: isKnown ? variable.shape : "", tail: variable.tail, isDistinctive: isKnown && isDistinctive(variable.shape))
  }

  /// Whose keys begin so and can have such a length; of the longest prefix that matches.
  private func reading(prefix: String, lengths: ClosedRange<Int>) -> KeyFragment.Reading {
    let alike = providers.flatMap { provider in
      provider.keyShapes.filter { $0.prefix == prefix }.map { (provider: provider.id, shape: $0) }
    }
    let fitting = alike.filter { $0.shape.lengths.isEmpty || $0.shape.lengths.contains { lengths.contains($0) } }
    if !fitting.isEmpty { return .key(fits: Array(Set(fitting.map(\.provider))).sorted()) }
    return alike.contains { $0.shape.isDistinctive } ? .mangled(.length) : .key(fits: [])
  }

  private func isDistinctive(_ prefix: String) -> Bool {
    providers.contains { $0.keyShapes.contains { $0.prefix == prefix && $0.isDistinctive } }
  }
}
