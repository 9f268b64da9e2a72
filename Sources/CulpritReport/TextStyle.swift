/// How a text for people looks.
public struct TextStyle: Hashable, Sendable {
  public enum Colour: Hashable, Sendable {
    case none
    /// The eight colours of every terminal (ECMA-48, SGR 30 to 37).
    case terminal
  }

  public var colour: Colour
  /// In columns; less than 60 counts as 60: a table of processes needs them.
  public var width: Int

  public init(colour: Colour = .none, width: Int = 80) {
    self.colour = colour
    self.width = width
  }
}
