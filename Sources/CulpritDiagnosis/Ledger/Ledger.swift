package import CulpritSignals

/// All facts known so far. Decides nothing: no process, no cause.
///
/// A commutative monoid: the ledger of a whole equals the merge of the ledgers of its parts, in any order.
package struct Ledger: Hashable, Sendable {
  package init() {}

  package mutating func add(_ facts: RecordFacts) {}

  package mutating func merge(_ other: Ledger) {}
}
