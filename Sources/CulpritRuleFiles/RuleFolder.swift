#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of rule files on disk.
///
/// The only system calls of this room: rule files are small and few, and whoever embeds the library never
/// gets here.
package struct RuleFolder {
  private let path: String
  private let problems = ProblemList()
  private var files: [RuleFile] = []
  /// Far above any rule file; a bigger one is not meant.
  private static let maximumFileSize = 8 << 20

  /// All files that may hold rules, in order of their names; those that cannot be read are thrown at once.
  package static func files(in path: String) throws(RuleFileError) -> [RuleFile] {
    var folder = RuleFolder(path: path)
    folder.collect("")
    if folder.files.isEmpty && folder.problems.isEmpty {
      folder.problems.report(
        "no rules in this folder; it holds providers/, runners/, formats/, causes/ or probes/ with .yaml files",
        at: FilePlace(line: 1, column: 1), in: path)
    }
    guard folder.problems.isEmpty else { throw RuleFileError(problems: folder.problems.sorted) }
    return folder.files
  }

  private init(path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// One folder below the first, no more: rules stand no deeper.
  private mutating func collect(_ subfolder: String) {
    let folder = subfolder.isEmpty ? path : "\(path)/\(subfolder)"
    guard let names = Self.names(in: folder) else {
      problems.report(
        "\(Self.reason()); name a folder of rules", at: FilePlace(line: 1, column: 1), in: folder)
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        readFile(subfolder.isEmpty ? name : "\(subfolder)/\(name)")
      } else if subfolder.isEmpty, Self.isFolder("\(folder)/\(name)") {
        collect(name)
      }
    }
  }

  private mutating func readFile(_ name: String) {
    let file = "\(path)/\(name)"
    guard let bytes = Self.bytes(of: file) else {
      problems.report(
        "\(Self.reason()); check that it can be read", at: FilePlace(line: 1, column: 1), in: file)
      return
    }
    guard bytes.count <= Self.maximumFileSize else {
      problems.report("bigger than 8 MiB; split it", at: FilePlace(line: 1, column: 1), in: file)
      return
    }
    files.append(RuleFile(name: name, path: file, bytes: bytes))
  }

  // MARK: System calls

  /// Why the last call failed, in the system's words, lower case.
  private static func reason() -> String {
    let words = unsafe String(cString: strerror(errno))
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  private static func names(in folder: String) -> [String]? {
    guard let directory = unsafe opendir(folder) else { return nil }
    defer { unsafe _ = closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      // `d_name` ends with a zero inside the entry (POSIX, dirent.h).
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    guard let directory = unsafe opendir(path) else { return false }
    unsafe _ = closedir(directory)
    return true
  }

  /// At most one byte more than the limit, so that a file that is too big is known.
  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= maximumFileSize {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe Int(read(descriptor, $0.baseAddress, $0.count))
      }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }
}
