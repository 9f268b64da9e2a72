/// What the first bytes of a file say of how it is packed.
enum Packing: Hashable, Sendable {
  case none
  case gzip, zstandard, xz, bzip2, lz4
  case zip, sevenZip, tar
  /// A binary file of systemd's journal.
  case journal

  /// Bytes from the start of a file that are enough to tell.
  static let headSize = 512

  /// Signatures of RFC 1952 (gzip), RFC 8878 (zstd), the .xz, .lz4, .zip and .7z file formats, bzip2, POSIX
  /// ustar, and systemd's journal file format. The first file of an old tar shows by its checksum.
  init(head: Span<UInt8>) {
    self =
      if head.begins(with: [0x1F, 0x8B]) {
        .gzip
      } else if head.begins(with: [0x28, 0xB5, 0x2F, 0xFD]) || Self.isSkippableFrame(head) {
        .zstandard
      } else if head.begins(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
        .xz
      } else if head.begins(with: [0x42, 0x5A, 0x68]) && head.count > 3 && (0x31...0x39).contains(head[3]) {
        .bzip2
      } else if head.begins(with: [0x04, 0x22, 0x4D, 0x18]) || head.begins(with: [0x02, 0x21, 0x4C, 0x18]) {
        .lz4
      } else if head.begins(with: [0x50, 0x4B, 0x03, 0x04]) || head.begins(with: [0x50, 0x4B, 0x05, 0x06]) {
        .zip
      } else if head.begins(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
        .sevenZip
      } else if head.begins(with: Array("LPKSHHRH".utf8)) {
        .journal
      } else if head.begins(with: Array("ustar".utf8), at: 257) || Self.hasTarChecksum(head) {
        .tar
      } else {
        .none
      }
  }

  /// What parallel zstd programs write before a frame.
  private static func isSkippableFrame(_ head: Span<UInt8>) -> Bool {
    head.count > 3 && (0x50...0x5F).contains(head[0]) && head[1] == 0x2A && head[2] == 0x4D && head[3] == 0x18
  }

  /// The sum of a header's bytes, its own field taken for blanks, stands at 148 as octal digits.
  private static func hasTarChecksum(_ head: Span<UInt8>) -> Bool {
    guard head.count >= headSize, head[0] != 0 else { return false }
    var sum = 0
    var told = 0
    for index in 0..<headSize {
      let isOfField = (148..<156).contains(index)
      sum += isOfField ? 0x20 : Int(head[index])
      if isOfField, (0x30...0x37).contains(head[index]) { told = told * 8 + Int(head[index] - 0x30) }
    }
    return told == sum
  }
}

extension Span<UInt8> {
  fileprivate func begins(with signature: [UInt8], at offset: Int = 0) -> Bool {
    guard count >= offset + signature.count else { return false }
    for index in signature.indices where self[offset + index] != signature[index] { return false }
    return true
  }
}
