/// The one file of system calls: whatever is `unsafe` here hands memory that outlives the call to a
/// function of POSIX, which reads or writes no more than the count that stands beside it.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An open file of the operating system; closed when its owner lets go of it.
package struct FileDescriptor: ~Copyable {
  let number: Int32
  private let isOwned: Bool

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { _ = close(number) }
  }

  package static var standardInput: FileDescriptor { FileDescriptor(number: 0, isOwned: false) }
  package static var standardOutput: FileDescriptor { FileDescriptor(number: 1, isOwned: false) }
  package static var standardError: FileDescriptor { FileDescriptor(number: 2, isOwned: false) }

  /// Opens a file to read; waits where the path is a pipe without a writer.
  package static func open(_ path: String) throws(SystemError) -> FileDescriptor {
    let number = try SystemError.retrying { Self.openToRead(path) }
    return FileDescriptor(number: number, isOwned: true)
  }

  private static func openToRead(_ path: String) -> Int32 {
    // `unsafe`: the path's bytes live for the call, ended by a NUL.
    #if canImport(Glibc)
    unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
    unsafe Musl.open(path, O_RDONLY | O_CLOEXEC)
    #else
    unsafe Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
  }

  /// Reads what is there, at most the size of the buffer; 0 at the end.
  package func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
    let number = number
    return try SystemError.retrying {
      unsafe buffer.withUnsafeMutableBytes { unsafe Self.systemRead(number, $0.baseAddress, $0.count) }
    }
  }

  private static func systemRead(_ number: Int32, _ memory: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.read(number, memory, count)
    #elseif canImport(Musl)
    unsafe Musl.read(number, memory, count)
    #else
    unsafe Darwin.read(number, memory, count)
    #endif
  }

  /// Reads from a place in a regular file, without moving the file's own position; 0 at the end.
  package func read(into buffer: inout [UInt8], at offset: Int) throws(SystemError) -> Int {
    let number = number
    return try SystemError.retrying {
      unsafe buffer.withUnsafeMutableBytes { unsafe pread(number, $0.baseAddress, $0.count, off_t(offset)) }
    }
  }

  /// Writes all of the bytes, however many calls it takes.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    let number = number
    var written = 0
    while written < bytes.count {
      written += try SystemError.retrying {
        // `unsafe`: `written` is below the count, so that pointer and length stay inside the array.
        unsafe bytes.withUnsafeBytes {
          unsafe Self.systemWrite(number, $0.baseAddress.map { unsafe $0 + written }, $0.count - written)
        }
      }
    }
  }

  private static func systemWrite(_ number: Int32, _ memory: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.write(number, memory, count)
    #elseif canImport(Musl)
    unsafe Musl.write(number, memory, count)
    #else
    unsafe Darwin.write(number, memory, count)
    #endif
  }

  package func status() throws(SystemError) -> FileStatus {
    var status = stat()
    let number = number
    _ = try SystemError.retrying { unsafe fstat(number, &status) }
    return FileStatus(status)
  }

  package var isRegularFile: Bool { (try? status().kind) == .regular }

  package var isTerminal: Bool { isatty(number) == 1 }

  /// Columns of the terminal behind it; nil where there is none.
  package var terminalWidth: Int? {
    var size = winsize()
    // `unsafe`: TIOCGWINSZ writes one `winsize` (tty_ioctl(4)).
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Waits until there is something to read (also the end); false when the time is over or a signal came.
  package func isReadable(within milliseconds: Int) -> Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, Int32(clamping: milliseconds)) > 0
  }
}

/// What the system knows of a file.
package struct FileStatus: Sendable {
  package enum Kind: Sendable {
    case regular, folder
    /// A pipe, a terminal, a socket: read until it ends.
    case stream
  }

  /// Tells a file from every other one, whatever it is called.
  package struct Identity: Hashable, Sendable {
    var device: UInt64
    var number: UInt64
  }

  package let kind: Kind
  /// In bytes, at the time of the call; 0 for streams.
  package let size: Int
  package let identity: Identity

  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .stream
      }
    size = kind == .regular ? Int(status.st_size) : 0
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// Of the file that a path leads to, through symbolic links.
  package init(path: String) throws(SystemError) {
    var status = stat()
    _ = try SystemError.retrying { unsafe stat(path, &status) }
    self.init(status)
  }
}

/// Folders of the file system.
enum Folder {
  /// Names in a folder but for `.` and `..`, sorted by their bytes.
  static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw SystemError(code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      // `unsafe`: `d_name` ends with a NUL and is valid until the next readdir (readdir(3)).
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// What the operating system refused to do.
package struct SystemError: Error, Hashable, Sendable {
  package let code: Int32

  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// The other end of the pipe was closed.
  package var isBrokenPipe: Bool { code == EPIPE }

  /// For a message: lower case, no full stop.
  package var text: String {
    switch code {
    case ENOENT: return "no such file or folder"
    case ENOTDIR: return "a part of the path is no folder"
    case EACCES, EPERM: return "permission denied"
    case EISDIR: return "is a folder"
    case ELOOP: return "its symbolic links go in a circle"
    case EIO: return "the device reports an input error"
    case EMFILE, ENFILE: return "too many open files"
    default:
      // `unsafe`: strerror gives a text that ends with a NUL; it is copied at once.
      guard let text = unsafe strerror(code) else { return "system error \(code)" }
      return unsafe String(cString: text).lowercased()
    }
  }

  /// Repeats a call that a signal interrupted; throws what it reports as -1 and `errno`.
  fileprivate static func retrying<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(code: errno) }
    }
  }
}

/// The clocks, the environment and the cores of the machine.
package enum Machine {
  /// Nanoseconds since 1970.
  package static var wallClock: Int64 { nanoseconds(of: CLOCK_REALTIME) }

  /// Nanoseconds of a clock that is never set.
  package static var steadyClock: Int64 { nanoseconds(of: CLOCK_MONOTONIC) }

  private static func nanoseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  package static func environment(_ name: String) -> String? {
    // `unsafe`: nothing in this program changes the environment; the text is copied at once.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  package static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  package static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
    Glibc.exit(code)
    #elseif canImport(Musl)
    Musl.exit(code)
    #else
    Darwin.exit(code)
    #endif
  }

  /// Writing to a closed pipe then is an error of the write and ends nothing.
  package static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}

/// Ctrl-C, SIGTERM and SIGHUP, held back while a stream is read, so that they end it as its own end would.
package struct StopSignals: ~Copyable {
  private var held = sigset_t()

  /// From now on they wait.
  package init() {
    unsafe sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&held, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, nil)
  }

  /// One of them came.
  package mutating func came() -> Bool {
    var pending = sigset_t()
    guard unsafe sigpending(&pending) == 0 else { return false }
    let came = [SIGINT, SIGTERM, SIGHUP].contains { unsafe sigismember(&pending, $0) == 1 }
    if came {
      var taken: Int32 = 0
      unsafe sigwait(&held, &taken)
    }
    return came
  }

  deinit {
    // A second Ctrl-C ends the program at once, whatever it is doing.
    var held = held
    unsafe pthread_sigmask(SIG_UNBLOCK, &held, nil)
  }
}

extension Machine {
  /// Does the same work on several threads at once and gives their results; with one core on this thread.
  static func run<Result: Sendable>(on cores: Int, _ work: @escaping @Sendable () -> Result) -> [Result] {
    guard cores > 1 else { return [work()] }
    let slots = (0..<cores).map { _ in ResultSlot<Result>() }
    let threads = slots.map { slot in Thread { slot.result = work() } }
    for thread in threads { thread.join() }
    // `!`: a thread that has ended has filled its slot.
    return slots.map { $0.result! }
  }
}

/// `@unchecked`: one thread writes it, another reads it after that thread has ended.
private final class ResultSlot<Result: Sendable>: @unchecked Sendable {
  var result: Result?
}

/// A thread of the operating system.
private struct Thread {
  #if canImport(Darwin)
  private var handle: pthread_t?
  #else
  private var handle = pthread_t()
  #endif
  private let isRunning: Bool

  /// Does the work at once where the system gives no more threads.
  init(_ work: @escaping @Sendable () -> Void) {
    let work = Work(run: work)
    // `unsafe`: the reference is retained here and released by the thread (pthread_create(3)).
    let context = unsafe Unmanaged.passRetained(work).toOpaque()
    let failure = unsafe pthread_create(
      &handle, nil, { context in
        unsafe Work.take(context).run()
        return nil
      }, context)
    isRunning = failure == 0
    if !isRunning { unsafe Work.take(context).run() }
  }

  func join() {
    #if canImport(Darwin)
    if isRunning, let handle { unsafe _ = pthread_join(handle, nil) }
    #else
    if isRunning { _ = pthread_join(handle, nil) }
    #endif
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }

    /// - Precondition: not nil, and not taken before.
    static func take(_ context: UnsafeMutableRawPointer?) -> Work {
      unsafe Unmanaged<Work>.fromOpaque(context!).takeRetainedValue()
    }
  }
}
