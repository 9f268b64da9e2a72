package import CulpritIntake

/// How an analyzer reads its sources.
public struct Options: Hashable, Sendable {
  /// Names the deployment that all sources belong to; nil where there is only one.
  ///
  /// Processes are compared with each other within a deployment. Analyzers of differing deployments merge
  /// into one that keeps them apart: its report is the union of theirs.
  public var deployment: String?
  /// What is framed, and how far.
  package var intake = IntakeOptions()

  public init(deployment: String? = nil) {
    self.deployment = deployment
  }
}
