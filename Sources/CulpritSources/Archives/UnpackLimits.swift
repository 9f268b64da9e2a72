import Culprit
import Synchronization

/// How much may come out of archives: they are as hostile as logs.
package struct UnpackLimits: Hashable, Sendable {
  /// Times its own size that a packed file may unpack to, once it is more than `unpackedFreely`.
  ///
  /// Logs shrink to a hundredth, very dull ones to a three-hundredth; zip bombs to less.
  package var expansion = 500
  /// Bytes that all archives of a run may unpack to.
  package var total = 256 << 30
  /// Files in all archives of a run.
  package var members = 1_000_000
  /// Archives in archives: 1 opens none in another.
  package var depth = 4
  /// Bytes that any file may unpack to: a little that grows to this is no bomb.
  package var unpackedFreely = 64 << 20

  package init() {}
}

/// What archives have unpacked to in one run, on all cores.
final class UnpackBudget: Sendable {
  let limits: UnpackLimits
  private let bytes = Atomic(0)
  private let members = Atomic(0)

  init(_ limits: UnpackLimits) {
    self.limits = limits
  }

  /// - Throws: where these bytes are more than all archives together may unpack to.
  func take(bytes count: Int) throws(SourceProblem) {
    guard bytes.add(count, ordering: .relaxed).newValue > limits.total else { return }
    throw SourceProblem(
      .limit, "archives unpack to more than \(limits.total) bytes in all; '--max-unpacked' allows more")
  }

  func takeMember() throws(SourceProblem) {
    guard members.add(1, ordering: .relaxed).newValue > limits.members else { return }
    throw SourceProblem(.limit, "archives have more than \(limits.members) files; '--max-members' allows more")
  }

  func check(depth: Int) throws(SourceProblem) {
    guard depth >= limits.depth else { return }
    throw SourceProblem(.limit, "is an archive inside of \(depth) others; '--max-depth' allows more")
  }

  func check(unpacked: Int, packed: Int) throws(SourceProblem) {
    guard unpacked > limits.unpackedFreely, unpacked / limits.expansion > packed else { return }
    throw SourceProblem(
      .limit, "unpacks to more than \(limits.expansion) times its size; '--max-expansion' allows more")
  }
}
