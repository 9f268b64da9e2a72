/// The errors of one failure as a tree, depth first from the outermost link; parents come before
/// children.
package struct ParsedChain: Hashable, Sendable {
  package var links: [ParsedLink]
  /// The process ended with it: uncaught error, panic, crash.
  package var isFatal: Bool

  /// Errors that were printed and are no links, because there are too many.
  package var omitted: Int

  package init(links: [ParsedLink], isFatal: Bool = false, omitted: Int = 0) {
    self.links = links
    self.isFatal = isFatal
    self.omitted = omitted
  }
}
