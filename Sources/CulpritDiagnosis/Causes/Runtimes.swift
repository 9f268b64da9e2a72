/// Runtimes that logs tell.
package enum Runtimes {
  /// Those of `Patterns/probes`; a test compares them.
  package static let probed: Set<String> = ["node", "python", "go", "java", "ruby", "php", "bash"]
}
