/// What the first bytes of a file say of how it is packed.
enum Packing: Hashable, Sendable {
  case none
  case gzip, zstandard, xz, bzip2
  case zip, tar

  /// Bytes from the start of a file that are enough to tell.
  static let headSize = 512

  /// Signatures of RFC 1952 (gzip), RFC 8878 (zstd), the .xz and .zip file formats, bzip2, and POSIX ustar.
  init(head: Span<UInt8>) {
    self =
      if head.begins(with: [0x1F, 0x8B]) {
        .gzip
      } else if head.begins(with: [0x28, 0xB5, 0x2F, 0xFD]) {
        .zstandard
      } else if head.begins(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
        .xz
      } else if head.begins(with: [0x42, 0x5A, 0x68]) && head.count > 3 && (0x31...0x39).contains(head[3]) {
        .bzip2
      } else if head.begins(with: [0x50, 0x4B, 0x03, 0x04]) || head.begins(with: [0x50, 0x4B, 0x05, 0x06]) {
        .zip
      } else if head.begins(with: Array("ustar".utf8), at: 257) {
        .tar
      } else {
        .none
      }
  }
}

extension Span<UInt8> {
  fileprivate func begins(with signature: [UInt8], at offset: Int = 0) -> Bool {
    guard count >= offset + signature.count else { return false }
    for index in signature.indices where self[offset + index] != signature[index] { return false }
    return true
  }
}
