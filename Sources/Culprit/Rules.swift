package import CulpritIntake
import CulpritPatterns
package import CulpritRules
package import CulpritScan

/// What Culprit knows of providers, runners, log formats and causes, ready to run.
///
/// Making one costs a few milliseconds; it never changes, and many analyzers may share it.
public struct Rules: Sendable {
  package let set: RuleSet
  package let plan: ScanPlan
  package let formats: FormatSet

  package init(_ set: RuleSet) {
    self.set = set
    plan = ScanPlan(anchors: set.anchors)
    formats = FormatSet(set.formats)
  }

  /// These rules, looking also for names of processes, each in lower case.
  func lookingFor(_ names: [String]) -> Rules {
    let anchors = names.filter { Anchor.isSearchable($0) }.map { Anchor(text: $0, kind: .name) }
    return Rules(set, plan: ScanPlan(anchors: set.anchors + anchors), formats: formats)
  }

  /// These rules, looking for what fails alone.
  func lookingForFailures() -> Rules {
    Rules(set, plan: ScanPlan(anchors: set.failureAnchors), formats: formats)
  }

  private init(_ set: RuleSet, plan: ScanPlan, formats: FormatSet) {
    self.set = set
    self.plan = plan
    self.formats = formats
  }

  /// What this version of Culprit brings along, made anew with each call: keep it.
  public static var builtIn: Rules { Rules(.builtIn) }
}
