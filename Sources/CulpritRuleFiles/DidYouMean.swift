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
