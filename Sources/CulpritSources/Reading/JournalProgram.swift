import Culprit

/// systemd's own program, which alone reads every version of its binary journal files.
struct JournalProgram: ~Copyable {
  private var program: ChildProgram

  static let remedy = "is a binary journal; install journalctl, or pipe 'journalctl -o json --file FILE'"

  init(reading path: String) throws(SystemError) {
    // A path that begins with a dash is no option.
    let file = path.hasPrefix("/") ? path : "./\(path)"
    program = try ChildProgram(["journalctl", "--file=\(file)", "--output=json", "--all", "--no-pager"])
  }

  mutating func takeOutput() -> FileDescriptor { program.takeOutput() }

  /// Nil where it read all of the file.
  func wait() -> SourceProblem? {
    guard program.wait() != 0 else { return nil }
    return SourceProblem(.corrupt, "journalctl cannot read it, or not to its end")
  }
}
