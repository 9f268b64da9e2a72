import CulpritIntake
import CulpritRules
import CulpritSignals

extension Analyzer {
  /// An empty analyzer that looks for failures alone: who else speaks in the sources matters only where
  /// something fails. Of healthy logs it reads next to nothing closely.
  ///
  /// Where `hasReasonToLook` says so afterwards, all must be read anew by this analyzer. Else its report stands:
  /// with no incident, and with the processes of the few records that were read closely.
  package func forGlance() -> Analyzer {
    var options = options
    options.intake.head = Self.head
    options.intake.sampleEvery = Self.noSample
    (options.intake.hintBefore, options.intake.hintAfter) = Self.hintReach
    (options.intake.stretchBefore, options.intake.stretchAfter) = Self.failureReach
    return Analyzer(rules: rules.lookingForFailures(), options: options, isGlance: true)
  }

  /// Bytes of a source's beginning: enough to tell its format.
  private static let head = 4 << 10
  /// Bytes around a lonely hint that show whether it means anything.
  private static let hintReach = (512, 1_536)
  /// Bytes around a failure: its record. Who else speaks is asked when all is read.
  private static let failureReach = (16 << 10, 16 << 10)
  /// Bytes behind which a sample would come; sixteen times as many still fit into an `Int`.
  private static let noSample = 1 << 56
}

extension RecordFacts {
  /// Whether it tells a failure of a provider or of a credential, or what a probe saw.
  var isReasonToLook: Bool {
    failures.contains { !$0.isNobodys } || claims.contains(where: \.isReasonToLook)
      || requests.contains { !$0.succeeded && $0.provider != nil && $0.status != nil }
  }
}

extension Failure {
  /// A neighbour, and not of a provider: connections are refused and callers turned away in every big log.
  fileprivate var isNobodys: Bool {
    SignalName.neighbours.contains(signal) && wordings.allSatisfy { $0.provider == nil }
      && answerer.hostProvider == nil && answerer.dialect == nil && answerer.client == nil && answerer.wrapped == nil
  }
}

extension CredentialClaim {
  fileprivate var isReasonToLook: Bool {
    rank == .probed || state != .present || fragment.map { !$0.fits.isEmpty && !$0.fits.contains(provider ?? "") } ?? false
  }
}
