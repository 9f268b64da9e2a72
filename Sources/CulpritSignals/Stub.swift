// Stands in until Chains/ChainParser.swift is there: whoever lands that deletes this file.
package import CulpritIntake
package struct ChainParser: Sendable {
  package init() {}
  package func chains(in record: Record) -> [ParsedChain] { [] }
}
