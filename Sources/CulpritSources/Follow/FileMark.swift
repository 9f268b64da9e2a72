/// What tells a file that was read before from every other one, after it was renamed, copied or packed.
struct FileMark: Hashable, Sendable {
  var identity: FileStatus.Identity
  /// Bytes of it that were read.
  var offset: Int
  /// The bytes before `offset`, hashed: a copy has them at the same place.
  var tail: Tail
  /// The first bytes, hashed: a copy that was made before all of them were there has these.
  var head: Tail
  /// When it was last written to, as far as is known; nanoseconds since 1970.
  var modified: Int64

  /// So few bytes were read that another file may begin with the same.
  var isWeak: Bool { tail.count < Tail.size }

  /// Bytes that stand before an offset, or at the beginning. Only their hash is kept: a log may hold secrets.
  struct Tail: Hashable, Sendable {
    /// At most `size`.
    var count = 0
    var hash: UInt64 = 0

    static let size = 512

    init() {}

    init(count: Int, hash: UInt64) {
      self.count = count
      self.hash = hash
    }

    init(_ bytes: some Collection<UInt8>) {
      count = bytes.count
      hash = StableHash.of(bytes)
    }
  }
}

/// FNV-1a in 64 bits: the same in every run.
enum StableHash {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
