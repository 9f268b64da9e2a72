/// An integer in the head of a line that nothing else claims: perhaps a pid.
///
/// Lines decide nothing: which places hold pids is seen when all of a log is known.
package struct HeadNumber: Hashable, Sendable {
  /// Hash of what stands before it, words and digits folded, and of the byte behind it: equal in all lines of
  /// one form, whatever they say. The same in every run.
  package var place: UInt64
  package var value: Int
  /// Hash of the name that it is joined to (`worker:4312`, `[worker 4312]`); 0 where it stands alone.
  package var name: UInt64

  package init(place: UInt64, value: Int, name: UInt64) {
    self.place = place
    self.value = value
    self.name = name
  }
}

/// FNV-1a of 64 bits, which is the same in every run. http://www.isthe.com/chongo/tech/comp/fnv/
package struct StableHash: Hashable, Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package init(of text: some Sequence<UInt8>) {
    for byte in text { add(byte) }
  }

  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
