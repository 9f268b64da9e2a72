/// A line of a source, as a person finds it.
public struct SourcePlace: Hashable, Comparable, Sendable {
  /// Name of the source: a path as given, a member as `archive!member`, `-` for standard input.
  public var source: String
  /// Counted from 1.
  public var line: Int
  /// Bytes from the start of the source to the start of the line.
  public var offset: Int

  package init(source: String, line: Int, offset: Int) {
    self.source = source
    self.line = line
    self.offset = offset
  }

  public static func < (a: Self, b: Self) -> Bool { (a.source, a.offset) < (b.source, b.offset) }
}
