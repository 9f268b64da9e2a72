package import CulpritIntake

/// How an analyzer reads its sources.
public struct Options: Hashable, Sendable {
  /// Names the deployment that all sources belong to; nil where there is only one.
  ///
  /// Processes are compared with each other within a deployment. Analyzers of differing deployments merge
  /// into one that keeps them apart: its report is the union of theirs.
  public var deployment: String?
  /// Failures of earlier records do not count; what those say of processes and credentials does.
  public var since: LogMoment?
  /// Later records do not count at all. Records without a time count always.
  public var until: LogMoment?
  /// What is framed, and how far.
  package var intake = IntakeOptions()

  public init(deployment: String? = nil) {
    self.deployment = deployment
  }
}
