/// Files of the system. Whatever is `unsafe` in this folder hands memory that outlives the call to a function
/// of POSIX, which reads or writes no more than the count that stands beside it.

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

  fileprivate init(number: Int32, isOwned: Bool) {
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

  /// A pipe; programs that are started do not inherit them.
  static func pipe() throws(SystemError) -> Pipe {
    var ends: [Int32] = [-1, -1]
    _ = try SystemError.retrying {
      #if canImport(Glibc)
      unsafe Glibc.pipe(&ends)
      #elseif canImport(Musl)
      unsafe Musl.pipe(&ends)
      #else
      unsafe Darwin.pipe(&ends)
      #endif
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return Pipe(
      reading: FileDescriptor(number: ends[0], isOwned: true),
      writing: FileDescriptor(number: ends[1], isOwned: true))
  }

  struct Pipe: ~Copyable {
    var reading: FileDescriptor
    var writing: FileDescriptor
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

  /// All that is left to be read.
  func readAll() throws(SystemError) -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 256 << 10)
    while case let count = try read(into: &block), count > 0 { all += block[..<count] }
    return all
  }

  /// Gives a file new content at one stroke: whatever ends the program, the old or the new one is there,
  /// whole. Only the user can read it.
  static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let draft = path + ".new"
    let number = try SystemError.retrying { Self.openToWrite(draft) }
    let file = FileDescriptor(number: number, isOwned: true)
    try file.write(bytes)
    _ = try SystemError.retrying { fsync(file.number) }
    _ = try SystemError.retrying { unsafe rename(draft, path) }
  }

  private static func openToWrite(_ path: String) -> Int32 {
    // `unsafe`: the path's bytes live for the call, ended by a NUL.
    #if canImport(Glibc)
    unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    #elseif canImport(Musl)
    unsafe Musl.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    #else
    unsafe Darwin.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
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

  /// Lets a pipe hold more; where the system does not allow it, or there is no pipe, everything stays as it is.
  package func enlargePipe(to size: Int) {
    #if os(Linux)
    // F_SETPIPE_SZ of Linux' fcntl.h, which C hides from strict programs.
    _ = fcntl(number, 1031, Int32(clamping: size))
    #endif
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
  /// When it was last written to, or a folder's names changed; nanoseconds since 1970.
  let modified: Int64
  /// No folder names it any more.
  let isDeleted: Bool

  fileprivate init(_ status: stat) {
    isDeleted = status.st_nlink == 0
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .stream
      }
    size = kind == .regular ? Int(status.st_size) : 0
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
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
  /// The path without symbolic links; itself where nothing is there.
  static func resolved(_ path: String) -> String {
    // `unsafe`: realpath(3) gives a text of its own, which ends with a NUL and is freed here.
    guard let place = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(place) }
    return unsafe String(cString: place)
  }

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
  static func retrying<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(code: errno) }
    }
  }
}
