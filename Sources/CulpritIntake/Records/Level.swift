/// How serious a record calls itself.
package enum Level: UInt8, Hashable, Comparable, Sendable {
  case trace, debug, info, notice, warning, error, fatal
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
