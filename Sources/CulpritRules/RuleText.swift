/// The compact text of a set of rules: one rule a line, so that a change can be read.
///
/// A line is a word (`pattern`, `key`, …) and its fields, with a tab between them. Lines of parts
/// (`variable` and `key` of a provider, `fix` of a cause) follow their whole. In a field, `~` begins what
/// cannot stand there itself: `~t` tab, `~n` newline, `~r` return, `~z` NUL, `~;` and `~=` inside lists,
/// `~~` itself; `~-` alone is no value, `~_` alone an empty item of a list. Backslashes stay as they are.
enum RuleText {
  enum Word: String {
    case signal, anchor, pattern, provider, variable, key, format, cause, objection, fix, weights, probe
  }

  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let mark = UInt8(ascii: "~")
  static let listSeparator = UInt8(ascii: ";")
  static let pairSeparator = UInt8(ascii: "=")

  /// The letter that stands after `~` for a byte, nil where the byte stands for itself.
  static func letter(for byte: UInt8) -> UInt8? {
    switch byte {
    case tab: UInt8(ascii: "t")
    case newline: UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case 0: UInt8(ascii: "z")
    case mark: mark
    default: nil
    }
  }

  static func byte(for letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "t"): tab
    case UInt8(ascii: "n"): newline
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "z"): 0
    default: letter
    }
  }
}
