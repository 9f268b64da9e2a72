import CulpritScan

extension RuleSet {
  /// These rules with those of a user, which override by id and add what is new; anchors are only added.
  ///
  /// What overrides takes the place of the old; new patterns and providers follow. New formats are tried
  /// before the old ones: who brings one means their own logs.
  package func merging(_ user: RuleSet) -> RuleSet {
    let known = Set(anchors.map(\.text))
    let knownFormats = Set(formats.map(\.id))
    let (changedFormats, newFormats) = (
      user.formats.filter { knownFormats.contains($0.id) },
      user.formats.filter { !knownFormats.contains($0.id) }
    )
    var merged = RuleSet(
      signals: overridden(signals, by: user.signals, \.name),
      anchors: anchors + user.anchors.filter { !known.contains($0.text) },
      patterns: overridden(patterns, by: user.patterns, \.id),
      providers: overridden(providers, by: user.providers, \.id),
      formats: newFormats + overridden(formats, by: changedFormats, \.id),
      causes: overridden(causes, by: user.causes) { [$0.cause, $0.subcause] },
      weights: weights.merging(user.weights) { $1 },
      probes: overridden(probes, by: user.probes, \.id))
    merged.neighbourWords = neighbourWords + user.neighbourWords.filter { !neighbourWords.contains($0) }
    return merged
  }

  private func overridden<Rule, ID: Hashable>(_ rules: [Rule], by others: [Rule], _ id: (Rule) -> ID)
    -> [Rule]
  {
    var merged = rules
    var places: [ID: Int] = [:]
    for (place, rule) in rules.enumerated() { places[id(rule)] = place }
    for rule in others {
      if let place = places[id(rule)] {
        merged[place] = rule
      } else {
        places[id(rule)] = merged.count
        merged.append(rule)
      }
    }
    return merged
  }
}
