/// Turns UTF-16 into UTF-8 as it comes; cut anywhere.
struct UTF16Transcoder: Sendable {
  private let isLittleEndian: Bool
  private var pending: [UInt8] = []

  private init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

  /// Bytes that tell the encoding of a source.
  static let prefixLength = 4

  /// By the byte order mark, or by NULs in every second of the first four bytes; nil for anything else.
  static func detect(_ first: [UInt8]) -> UTF16Transcoder? {
    guard first.count >= 2 else { return nil }
    if first[0] == 0xFF, first[1] == 0xFE { return UTF16Transcoder(isLittleEndian: true) }
    if first[0] == 0xFE, first[1] == 0xFF { return UTF16Transcoder(isLittleEndian: false) }
    guard first.count >= 4 else { return nil }
    if first[0] != 0, first[1] == 0, first[2] != 0, first[3] == 0 {
      return UTF16Transcoder(isLittleEndian: true)
    }
    if first[0] == 0, first[1] != 0, first[2] == 0, first[3] != 0 {
      return UTF16Transcoder(isLittleEndian: false)
    }
    return nil
  }

  /// The text of whole characters so far; what is broken becomes U+FFFD, a byte order mark is left out.
  mutating func transcode(_ bytes: Span<UInt8>) -> [UInt8] {
    for index in bytes.indices { pending.append(bytes[index]) }
    var units: [UInt16] = []
    units.reserveCapacity(pending.count / 2)
    var position = 0
    while position + 1 < pending.count {
      let (first, second) = (UInt16(pending[position]), UInt16(pending[position + 1]))
      units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
      position += 2
    }
    var rest = Array(pending[position...])
    // A lead surrogate waits for its trail.
    if let last = units.last, last & 0xFC00 == 0xD800 {
      units.removeLast()
      rest = Array(pending[(position - 2)...])
    }
    pending = rest
    return Array(String(decoding: units, as: UTF16.self).utf8.filter { _ in true }).withoutMark
  }
}

extension [UInt8] {
  /// Without UTF-8 byte order marks.
  fileprivate var withoutMark: [UInt8] {
    starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self
  }
}
