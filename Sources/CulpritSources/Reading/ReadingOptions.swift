import Synchronization

/// How files are read.
package struct ReadingOptions: Hashable, Sendable {
  package var limits = UnpackLimits()
  package var selection = Selection()
  /// Cores to use; nil: all.
  package var jobs: Int?

  /// Bytes of all sources from which on they are first searched for failures alone.
  package var glanceSize = 32 << 20

  package init() {}
}

/// How far reading is; asked for by one thread while others read.
package final class ReadingProgress: Sendable {
  private let done = Atomic(0)
  private let all = Atomic(0)

  package init() {}

  /// Bytes that were read of files, packed as they are.
  package var bytes: Int { done.load(ordering: .relaxed) }
  /// Bytes of all files; 0 until they are known.
  package var size: Int { all.load(ordering: .relaxed) }

  func add(_ count: Int) { done.add(count, ordering: .relaxed) }
  /// All is read once more from its beginning.
  func restart() { done.store(0, ordering: .relaxed) }
  func expect(_ count: Int) { all.add(count, ordering: .relaxed) }
}
