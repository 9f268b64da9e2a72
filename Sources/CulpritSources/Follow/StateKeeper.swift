import Culprit

/// Why a follower cannot begin with its state file: lower case, no full stop.
package struct StateProblem: Error, Hashable, Sendable {
  package var detail: String
}

/// Keeps a follower's state in a file, which is always whole: written beside it and then given its name.
struct StateKeeper {
  let path: String
  private var hasChanged = false
  private var lastSave: Int64 = 0
  private var lastCost: Int64 = 0
  private var hasFailed = false

  init(path: String) {
    self.path = path
  }

  /// Nanoseconds between two writes where nothing has to be told.
  private static let rest: Int64 = 1_000_000_000
  /// What a state file begins with: its kind, and the version of what follows.
  private static let head = Array("culprit.state/3\n".utf8)

  mutating func noteChange() { hasChanged = true }

  /// Writing takes a tenth of the time at most.
  var isDue: Bool {
    hasChanged && Machine.steadyClock - lastSave >= max(Self.rest, 10 * lastCost)
  }

  /// Nil where there is none yet.
  func load() throws(StateProblem) -> FollowState? {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileDescriptor.open(path).readAll()
    } catch {
      if error.isMissing { return nil }
      throw StateProblem(detail: error.text)
    }
    guard bytes.starts(with: Self.head) else {
      throw StateProblem(detail: "is no state of this version of culprit; remove it to begin anew")
    }
    do throws(StateDamage) {
      // Eight bytes behind the head are the hash of all that follows.
      let content = Array(bytes.dropFirst(Self.head.count + 8))
      guard bytes[Self.head.count...].prefix(8).elementsEqual(Self.hash(content)) else { throw StateDamage() }
      var reader = StateReader(content)
      return try reader.read(FollowState.self)
    } catch {
      throw StateProblem(detail: "is damaged; remove it to begin anew")
    }
  }

  /// Writes it; gives what has to be told where it cannot, once.
  mutating func save(_ state: FollowState) -> Report.Skipped? {
    let start = Machine.steadyClock
    var writer = StateWriter()
    state.write(to: &writer)
    var problem: Report.Skipped?
    do throws(SystemError) {
      try FileDescriptor.replace(path, with: Self.head + Self.hash(writer.bytes) + writer.bytes)
      hasFailed = false
    } catch {
      if !hasFailed {
        problem = Report.Skipped(
          source: path, offset: nil, bytes: nil, reason: .unreadable, detail: "cannot be written: \(error.text)")
      }
      hasFailed = true
    }
    lastSave = Machine.steadyClock
    lastCost = lastSave - start
    hasChanged = false
    return problem
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] {
    let hash = StableHash.of(bytes)
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
  }
}
