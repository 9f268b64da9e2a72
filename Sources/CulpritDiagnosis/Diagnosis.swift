package import CulpritRules

/// What the facts of a ledger mean: processes, incidents, neighbours, and what stays unexplained.
package struct Diagnosis: Sendable {
  package var processes: [ProcessSummary] = []
  package var incidents: [Incident] = []
  package var neighbours: [Neighbour] = []
  package var unexplained: [Unexplained] = []

  /// A function of the ledger: the same ledger gives the same diagnosis. `newlines` has, for each source,
  /// the newlines of each cell by the cell's index, to make line numbers of places.
  package init(of ledger: Ledger, rules: RuleSet, lineNumbers: LineNumbers) {}
}
