/// Numbers by hashes: open addressing, for keys that are hashes already.
struct HashIndex: Sendable {
  /// Two for each slot: hash and number + 1; 0 where the slot is free.
  private var slots: [UInt64]
  private(set) var count = 0

  init() { slots = [UInt64](repeating: 0, count: 2 * 64) }

  subscript(hash: UInt64) -> Int? {
    let mask = slots.count / 2 - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[2 * slot + 1] != 0 {
      if slots[2 * slot] == hash { return Int(slots[2 * slot + 1]) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Sets the number of a hash.
  mutating func set(_ hash: UInt64, _ number: Int) {
    if (count + 1) * 2 > slots.count / 2 { grow() }
    let mask = slots.count / 2 - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[2 * slot + 1] != 0, slots[2 * slot] != hash { slot = (slot + 1) & mask }
    if slots[2 * slot + 1] == 0 { count += 1 }
    slots[2 * slot] = hash
    slots[2 * slot + 1] = UInt64(number + 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    count = 0
    for slot in stride(from: 0, to: old.count, by: 2) where old[slot + 1] != 0 {
      set(old[slot], Int(old[slot + 1]) - 1)
    }
  }
}

/// Folds one more number into a hash.
func mixed(_ hash: UInt64, _ next: UInt64) -> UInt64 {
  let product = (hash ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: next ^ 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}
