#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Another program, whose output is read; what it says on standard error goes nowhere.
struct ChildProgram: ~Copyable {
  private let process: pid_t
  private var output: FileDescriptor?

  private init(process: pid_t, output: consuming FileDescriptor) {
    self.process = process
    self.output = consume output
  }

  /// Starts a program. No initializer, because Swift 6.2 crashes on one that throws here.
  ///
  /// - Parameter words: the program, found in the path, and its arguments.
  /// - Throws: where there is no such program.
  static func start(_ words: [String]) throws(SystemError) -> ChildProgram {
    let pipe = try FileDescriptor.pipe()
    let process = try spawn(words, writingTo: pipe.writing.number)
    let reading = pipe.reading
    return ChildProgram(process: process, output: reading)
  }

  /// What it prints; to be asked for once.
  mutating func takeOutput() -> FileDescriptor {
    // `!`: it is there until it is taken.
    output.take()!
  }

  /// Waits for its end and gives its exit code; nil where a signal ended it.
  func wait() -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  private static func spawn(_ words: [String], writingTo output: Int32) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // `unsafe`: copies of the words, and the environment, live until the call returns (posix_spawn(3)).
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawnp(&process, words[0], &actions, nil, &arguments, unsafe environ)
    guard failure == 0 else { throw SystemError(code: failure) }
    return process
  }
}
