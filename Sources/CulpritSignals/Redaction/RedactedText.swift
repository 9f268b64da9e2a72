/// Text of a log from which every secret was cut: the only text of a log that a report accepts.
///
/// Made by `Redactor` alone; control characters are gone too.
public struct RedactedText: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  init(redacted description: String) {
    self.description = description
  }

  /// One that `Redactor` made and that a state has kept.
  package init(restored description: String) {
    self.description = description
  }

  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }

  /// No text at all.
  public static let empty = Self(redacted: "")
}
