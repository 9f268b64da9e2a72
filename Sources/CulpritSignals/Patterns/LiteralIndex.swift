package import CulpritRules

/// Finds which patterns can match a text at all: those of which a literal occurs in it.
///
/// One pass over the text, however many patterns there are: the first four bytes of every literal are in a
/// bitmap; only where they stand are the literals compared.
package struct LiteralIndex: Sendable {
  private struct Entry: Sendable {
    var literal: [UInt8]
    var pattern: Int
  }
  private static let gramBits = 14
  private let isGram: [Bool]
  private let entries: [UInt32: [Entry]]

  /// Literals shorter than four bytes are refused by the loader of the rules.
  package init(patterns: [Pattern]) {
    self.init(literals: patterns.enumerated().flatMap { index, pattern in pattern.literals.map { ($0, index) } })
  }

  /// Literals of at least four bytes, each with the number that stands for it.
  package init(literals: [(text: String, number: Int)]) {
    var isGram = [Bool](repeating: false, count: 1 << Self.gramBits)
    var entries: [UInt32: [Entry]] = [:]
    for (literal, number) in literals {
      let bytes = literal.utf8.map(Self.folded)
      guard bytes.count >= 4 else { continue }
      let gram = Self.gram(bytes[0], bytes[1], bytes[2], bytes[3])
      isGram[Self.slot(gram)] = true
      entries[gram, default: []].append(Entry(literal: bytes, pattern: number))
    }
    self.isGram = isGram
    self.entries = entries
  }

  /// Numbers of the literals that stand in the text, ascending; ASCII case does not matter.
  package func candidates(in text: String) -> [Int] {
    var found: Set<Int> = []
    visit(text) { number in
      found.insert(number)
      return true
    }
    return found.sorted()
  }

  /// Whether any of the literals stands in the text.
  package func holdsLiteral(_ text: String) -> Bool {
    var isFound = false
    visit(text) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Calls with the number of each occurrence, until told to stop.
  private func visit(_ text: String, _ body: (Int) -> Bool) {
    let bytes = text.utf8Span.span
    guard bytes.count >= 4 else { return }
    var gram = Self.gram(0, Self.folded(bytes[0]), Self.folded(bytes[1]), Self.folded(bytes[2]))
    for at in 0...(bytes.count - 4) {
      gram = gram << 8 | UInt32(Self.folded(bytes[at + 3]))
      guard isGram[Self.slot(gram)], let sharing = entries[gram] else { continue }
      for entry in sharing where Self.stands(entry.literal, in: bytes, at: at) {
        if !body(entry.pattern) { return }
      }
    }
  }

  private static func stands(_ literal: [UInt8], in bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + literal.count <= bytes.count else { return false }
    return literal.indices.allSatisfy { folded(bytes[start + $0]) == literal[$0] }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

  private static func gram(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> UInt32 {
    UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
  }

  /// Multiplicative hash; any odd constant near 2^32 divided by the golden ratio does.
  private static func slot(_ gram: UInt32) -> Int { Int((gram &* 2_654_435_769) >> UInt32(32 - gramBits)) }
}
