package import CulpritScan

/// Everything Culprit knows of the field, as data: what `Patterns/` says, compiled.
package struct RuleSet: Sendable {
  package var signals: [SignalDefinition]
  package var anchors: [Anchor]
  /// Of all providers and runners, in the order of their files.
  package var patterns: [Pattern]
  package var providers: [Provider]
  package var formats: [HeaderFormat]
  package var causes: [CauseRule]

  package init(
    signals: [SignalDefinition] = [], anchors: [Anchor] = [], patterns: [Pattern] = [],
    providers: [Provider] = [], formats: [HeaderFormat] = [], causes: [CauseRule] = []
  ) {
    self.signals = signals
    self.anchors = anchors
    self.patterns = patterns
    self.providers = providers
    self.formats = formats
    self.causes = causes
  }
}
