import Culprit

/// systemd's own program, which alone reads every version of its binary journal files.
struct JournalProgram: ~Copyable {
  private var program: ChildProgram

  static let remedy = "is a binary journal; install journalctl, or pipe 'journalctl -o json --file FILE'"

  private init(_ program: consuming ChildProgram) { self.program = program }

  /// - Throws: where it is not installed.
  static func start(reading path: String) throws(SystemError) -> JournalProgram {
    // A path that begins with a dash is no option.
    let file = path.hasPrefix("/") ? path : "./\(path)"
    return JournalProgram(
      try ChildProgram.start(["journalctl", "--file=\(file)", "--output=json", "--all", "--no-pager"]))
  }

  mutating func takeOutput() -> FileDescriptor { program.takeOutput() }

  /// Nil where it read all of the file.
  func wait() -> SourceProblem? {
    guard program.wait() != 0 else { return nil }
    return SourceProblem(.corrupt, "journalctl cannot read it, or not to its end")
  }
}
