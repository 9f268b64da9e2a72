package import CulpritScan

/// Everything Culprit knows of the field, as data: what `Patterns/` says, compiled.
package struct RuleSet: Sendable {
  package var signals: [SignalDefinition]
  package var anchors: [Anchor]
  /// Words of what else goes wrong at a provider, searched in big inputs instead of context anchors.
  package var neighbourWords: [String] = []
  /// Of all providers and runners, in the order of their files.
  package var patterns: [Pattern]
  package var providers: [Provider]
  package var formats: [HeaderFormat]
  package var causes: [CauseRule]
  /// Factors of all weights of a class of evidence, by the class's name, and under `unknown` the odds that are kept
  /// for what nobody thought of; what is not named is 1.
  package var weights: [String: Double]
  /// One a runtime.
  package var probes: [ProbeRule]

  package init(
    signals: [SignalDefinition] = [], anchors: [Anchor] = [], patterns: [Pattern] = [],
    providers: [Provider] = [], formats: [HeaderFormat] = [], causes: [CauseRule] = [],
    weights: [String: Double] = [:], probes: [ProbeRule] = []
  ) {
    self.signals = signals
    self.anchors = anchors
    self.patterns = patterns
    self.providers = providers
    self.formats = formats
    self.causes = causes
    self.weights = weights
    self.probes = probes
  }
}

extension RuleSet {
  /// What tells that something fails at a provider, wherever that is; names of providers are left out, which
  /// healthy programs are full of.
  package var failureAnchors: [Anchor] {
    anchors.filter { $0.kind != .context } + neighbourWords.map { Anchor(text: $0, kind: .context) }
  }

  /// Variables that hold credentials, each provider's most usual one first; without base URLs and other settings.
  package var credentialVariables: [String] {
    var names: [String] = []
    for variable in providers.flatMap(\.variables) where !variable.isSetting && !names.contains(variable.name) {
      names.append(variable.name)
    }
    return names
  }

  /// How keys begin that are known by their beginning.
  package var publicPrefixes: [String] {
    providers.flatMap(\.keyShapes).map(\.prefix).filter { $0.utf8.count >= 3 }
  }
}
