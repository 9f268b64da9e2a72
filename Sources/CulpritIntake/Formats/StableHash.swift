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
