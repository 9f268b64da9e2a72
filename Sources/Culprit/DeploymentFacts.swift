package import CulpritDiagnosis
package import CulpritIntake

/// Which deployment facts belong to; nil for the one without a name.
struct DeploymentName: Hashable, Comparable, Sendable {
  var name: String?

  init(_ name: String?) {
    self.name = name
  }

  static func < (a: Self, b: Self) -> Bool {
    guard let first = a.name else { return b.name != nil }
    return b.name.map { first < $0 } ?? false
  }
}

/// What is known of one deployment: a ledger, the line numbers to its places, what it rests on. It merges.
package struct DeploymentFacts: Hashable, Sendable {
  package var ledger = Ledger()
  package var lineNumbers: LineNumbers
  /// By source; the newlines of its cells are in `lineNumbers`.
  package var coverage: [String: SourceCoverage] = [:]
  /// Records that tell a credential failure outside of the time that was asked for.
  package var failuresOutside = 0

  package init(cellSize: Int) {
    lineNumbers = LineNumbers(cellSize: cellSize)
  }

  mutating func add(_ part: SourceCoverage, of source: String) {
    lineNumbers.add(source: source, newlinesOfCells: part.newlines)
    var part = part
    part.newlines = [:]
    coverage[source, default: SourceCoverage()].merge(part)
  }

  mutating func merge(_ other: DeploymentFacts) {
    ledger.merge(other.ledger)
    lineNumbers.merge(other.lineNumbers)
    failuresOutside += other.failuresOutside
    for (source, part) in other.coverage { coverage[source, default: SourceCoverage()].merge(part) }
  }
}
