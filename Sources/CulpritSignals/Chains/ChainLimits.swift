/// What a hostile log can make a chain cost at most.
enum ChainLimits {
  /// Links of a chain.
  static let links = 64
  /// Links on the way from the outermost to an innermost, and levels of JSON or of an object dump.
  static let depth = 32
  /// Levels of an object that is printed on many lines; the innermost error of so many is found.
  static let levels = 96
  /// Errors that a list in a field may have.
  static let elements = 4_000
  /// Frames of a link: the outermost ones are kept.
  static let frames = 256
  /// Chains of a record.
  static let chains = 32
  /// Physical lines of a record that are looked at; records have 10,000 at most.
  static let lines = 20_000
  /// Bytes of a line that are searched for a head.
  static let headBytes = 16_384
  /// Lines that a message may have between its head and its first frame.
  static let messageLines = 200
  /// Properties of a link, and bytes of a property's value.
  static let properties = 96
  static let propertyBytes = 2_000
}
