/// The known word that was probably meant, or nil: at most a third of the letters differ.
package func probablyMeant(_ word: String, among known: [String]) -> String? {
  let distances = known.map { ($0, editDistance(word, $0)) }
  guard let best = distances.min(by: { $0.1 < $1.1 }) else { return nil }
  return best.1 * 3 <= max(word.count, best.0.count) ? best.0 : nil
}

/// `; did you mean 'x'?`, or the list of what is known.
package func remedy(for word: String, among known: [String], called plural: String) -> String {
  if let meant = probablyMeant(word, among: known) { return "; did you mean '\(meant)'?" }
  return "; known \(plural) are \(known.joined(separator: ", "))"
}

/// Insertions, deletions and replacements from one word to the other; O(n · m), bounded by 64 letters.
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.unicodeScalars.prefix(64)), Array(b.unicodeScalars.prefix(64)))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}

/// Up to `count` known words that may have been meant: those that hold the word, else those that share most of its
/// parts (`openai`, `refused`), else the nearest by letters.
package func nearest(_ word: String, among known: [String], count: Int) -> [String] {
  let folded = known.map { FoldedText($0) }
  let whole = FoldedText.lowerCased(word)
  let holding = zip(known, folded).filter { $1.contains(whole) }.map(\.0)
  if !holding.isEmpty { return Array(holding.prefix(count)) }
  let parts = whole.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  let ranked = zip(known, folded).map { name, text in
    (name: name, shared: parts.count { text.contains($0) }, distance: editDistance(word, name))
  }
  return ranked.sorted { ($1.shared, $0.distance, $0.name) < ($0.shared, $1.distance, $1.name) }
    .prefix(count).map(\.name)
}
