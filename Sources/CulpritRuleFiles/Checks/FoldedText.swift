/// A text with its ASCII capitals folded, for tests whether it holds a literal or an anchor.
struct FoldedText {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
  }

  /// Does `text`, already folded, stand in it? O(n · m) at worst; lines of rule files are short.
  func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    guard bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
    }
    return false
  }
}
