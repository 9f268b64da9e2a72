#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files of text by system calls: this program does without Foundation, as all of Culprit.
enum TextFile {
  /// Nil where it cannot be read.
  static func read(_ path: String) -> String? {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { room in
        #if canImport(Darwin)
          unsafe Darwin.read(descriptor, room.baseAddress, room.count)
        #elseif canImport(Musl)
          unsafe Musl.read(descriptor, room.baseAddress, room.count)
        #else
          unsafe Glibc.read(descriptor, room.baseAddress, room.count)
        #endif
      }
      guard count >= 0 else { return nil }
      guard count > 0 else { return String(validating: bytes, as: UTF8.self) }
      bytes += piece.prefix(count)
    }
  }

  static func write(_ text: String, to path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = writeAll(text, to: descriptor)
    return close(descriptor) == 0 && isWritten
  }

  @discardableResult
  static func writeAll(_ text: String, to descriptor: CInt) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        #if canImport(Darwin)
          unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
          unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
