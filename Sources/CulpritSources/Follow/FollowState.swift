package import Culprit

/// Where a follower is: what it knows, and up to where of each file that rests on.
struct FollowState: Sendable {
  var analyzer: AnalyzerState
  var logs: [Log]
  /// Incidents as they were told before what is told now, where it is not known whether that was heard.
  var toldBefore: [Incident]?
  /// Where standard output stood then.
  var output: OutputMark?

  struct Log: Sendable {
    var path: String
    var files: [File]
    var finished: [FileMark]
    var nextSlot: Int
    var lastCheck: Int64
  }

  struct File: Sendable {
    var mark: FileMark
    var begin: Int
    var settled: Int
    var isUTF16: Bool
  }

  /// A regular file's size and time tell whether something was written to it since.
  struct OutputMark: Hashable, Sendable {
    var identity: FileStatus.Identity
    var size: Int
    /// A file that was made later may have the identity of one that is gone.
    var modified: Int64

    /// Nil where standard output is no regular file.
    static var now: OutputMark? {
      guard let status = try? FileDescriptor.standardOutput.status(), status.kind == .regular else { return nil }
      return OutputMark(identity: status.identity, size: status.size, modified: status.modified)
    }
  }
}

extension FollowState.OutputMark: Stored {
  func write(to state: inout StateWriter) { state.write(identity, size, modified) }
  init(from state: inout StateReader) throws(StateDamage) {
    self.init(identity: try state.read(), size: try state.read(), modified: try state.read())
  }
}

extension FollowState: Stored {
  func write(to state: inout StateWriter) { state.write(analyzer, logs, toldBefore, output) }
  init(from state: inout StateReader) throws(StateDamage) {
    self.init(
      analyzer: try state.read(), logs: try state.read(), toldBefore: try state.read(), output: try state.read())
  }
}

extension FollowState.Log: Stored {
  func write(to state: inout StateWriter) { state.write(path, files, finished, nextSlot, lastCheck) }
  init(from state: inout StateReader) throws(StateDamage) {
    self.init(
      path: try state.read(), files: try state.read(), finished: try state.read(), nextSlot: try state.read(),
      lastCheck: try state.read())
  }
}

extension FollowState.File: Stored {
  func write(to state: inout StateWriter) { state.write(mark, begin, settled, isUTF16) }
  init(from state: inout StateReader) throws(StateDamage) {
    self.init(
      mark: try state.read(), begin: try state.read(), settled: try state.read(), isUTF16: try state.read())
  }
}

extension FileMark: Stored {
  func write(to state: inout StateWriter) { state.write(identity, offset, tail, head, modified) }
  init(from state: inout StateReader) throws(StateDamage) {
    self.init(
      identity: try state.read(), offset: try state.read(), tail: try state.read(), head: try state.read(),
      modified: try state.read())
  }
}

extension FileMark.Tail: Stored {
  func write(to state: inout StateWriter) { state.write(count, hash) }
  init(from state: inout StateReader) throws(StateDamage) {
    self.init(count: try state.read(), hash: try state.read())
  }
}

extension FileStatus.Identity: Stored {
  package func write(to state: inout StateWriter) { state.write(device, number) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(device: try state.read(), number: try state.read())
  }
}
