@testable import CulpritScan

/// What `ScanPlan` has to find, written as plainly as it can be said.
enum NaiveScan {
  static func hits(of anchors: [Anchor], in text: [UInt8], range: Range<Int>) -> [Hit] {
    var hits: [Hit] = []
    var seen: Set<Anchor.Kind> = []
    for offset in range {
      if text[offset] == UInt8(ascii: "\n") { seen = [] }
      for kind in [Anchor.Kind.failure, .context] where !seen.contains(kind) {
        let stands = anchors.contains { $0.kind == kind && occurs($0.text, in: text, at: offset) }
        guard stands else { continue }
        hits.append(Hit(offset: offset, kind: kind))
        seen.insert(kind)
      }
    }
    return hits
  }

  static func newlines(in text: [UInt8], range: Range<Int>) -> Int {
    text[range].count { $0 == UInt8(ascii: "\n") }
  }

  private static func occurs(_ anchor: String, in text: [UInt8], at offset: Int) -> Bool {
    let wanted = Array(anchor.utf8)
    guard offset + wanted.count <= text.count else { return false }
    return zip(wanted, text[offset...]).allSatisfy { fold($0) == fold($1) }
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    byte >= 65 && byte <= 90 ? byte + 32 : byte
  }
}

/// Numbers that look random and are the same in every run (xorshift64*).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  /// Bytes drawn from an alphabet, so small that anchors over it occur by chance.
  mutating func text(of alphabet: String, count: Int) -> [UInt8] {
    let letters = Array(alphabet.utf8)
    return (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &self)] }
  }

  /// Anchors over an alphabet, of all lengths and both kinds.
  mutating func anchors(of alphabet: String, count: Int, lengths: ClosedRange<Int>) -> [Anchor] {
    (0..<count).map { index in
      let length = Int.random(in: lengths, using: &self)
      let text = String(decoding: text(of: alphabet, count: length), as: UTF8.self)
      return Anchor(text: text, kind: index.isMultiple(of: 2) ? .failure : .context)
    }
  }
}

extension ScanPlan {
  /// Hits and newlines of a range, of the whole text where none is given.
  func found(in text: [UInt8], range: Range<Int>? = nil) -> (hits: [Hit], newlines: Int) {
    var hits: [Hit] = []
    let newlines = scan(text.span, in: range ?? text.indices, into: &hits)
    return (hits, newlines)
  }
}
