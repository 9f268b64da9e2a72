import CulpritRegex
package import CulpritRules

extension Pattern {
  /// Compiled with each call: for tests and for those who write rules.
  package func takes(_ line: String) -> Bool {
    (try? CompiledPattern(regex, options: .ofWordings))?.matches(line) ?? false
  }
}
