/// The errors of one failure as a tree, depth first from the outermost link; parents come before
/// children.
package struct ParsedChain: Hashable, Sendable {
  package var links: [ParsedLink]
  /// The process ended with it: uncaught error, panic, crash.
  package var isFatal: Bool

  package init(links: [ParsedLink], isFatal: Bool = false) {
    self.links = links
    self.isFatal = isFatal
  }
}
