import CulpritIntake
import CulpritRegex

/// The name of an error's class as printed.
struct ErrorName: Hashable {
  /// With module path.
  var qualifiedType: String
  /// Without it.
  var type: String

  init(_ qualifiedType: String) {
    self.qualifiedType = qualifiedType
    self.type = Self.withoutPath(qualifiedType)
  }

  /// No class was printed.
  static let none = ErrorName("")

  /// `Error`, `Exception`: a class that says nothing.
  var isPlain: Bool {
    Self.plain.contains(type) && !qualifiedType.containsBytes("::") && !qualifiedType.containsBytes(".")
  }

  private static let plain: Set<String> = ["Error", "Exception", "Throwable", "BaseException", "Object"]

  /// Cuts what stands before the last `.`, `/` or `\`. Ruby's `A::B` is a name, not a path; Go's
  /// `*` belongs to the type.
  private static func withoutPath(_ qualified: String) -> String {
    let bytes = Array(qualified.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: "`")) ?? bytes.count
    let separators: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\\")]
    guard let last = bytes[..<end].lastIndex(where: separators.contains), last + 1 < end else {
      return qualified
    }
    if bytes.first == UInt8(ascii: "*") { return qualified }
    return String(decoding: bytes[(last + 1)...], as: UTF8.self)
  }
}

extension ErrorName {
  /// Regex of an identifier with its path in any of our languages.
  static let path =
    #"\*?(?:[\w.@-]+/)?(?:[A-Za-z_$][\w$]*(?:\.<locals>)?(?:\.|::|\\{1,2}))*+[A-Za-z_$][\w$]*"#
    + #"(?:`\d+(?:\[[^\]]{0,400}\])?)?"#

  /// What the last word of an error's class is in the libraries that we have seen; two words at
  /// least (`ReadTimeout`).
  private static let endings =
    "Error|Exception|Failure|Fault|Failed|Interrupt|Exit|Timeout|Expired|Denied|Refused|NotFound|Unauthorized"
    + "|Forbidden|Unavailable|Invalid|Rejected|Aborted|Abort|Cancelled|Canceled|Panic|Crash|Problem|Mismatch"
    + "|Missing|Rejection|Violation|Overflow|Exceeded|ExceptionGroup|ErrorGroup|Errors"

  /// The last four letters of all endings.
  private static let tails: Set<UInt32> = {
    Set(
      endings.split(separator: "|").map { ending in ending.utf8.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
      })
  }()

  /// Whether a word of a line ends as errors' classes do: a cheap test before the regex.
  static func mayStand(in line: String) -> Bool {
    let bytes = line.utf8Span.span
    var last: UInt32 = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if !isLetter, last != 0, tails.contains(last) { return true }
      last = isLetter ? last << 8 | UInt32(byte) : 0
    }
    return tails.contains(last)
  }

  private static let module = #"[\w$.@:/\\<>-]*[.:/\\]"#

  private static let shape = CompiledPattern.constant(
    #"^\*?(?:"# + module + "(?:" + endings + ")|(?:" + module + ")?"
      + #"(?:[A-Za-z_$][\w$]*(?:"# + endings + #")\d{0,3}(?:`\d+)?|Error|Exception|ExceptionGroup))$"#)

  /// Whether the name says by itself that it is an error's: `AuthenticationError`, `openai.Error`,
  /// `ReadTimeout`.
  var isFailureShaped: Bool {
    guard !type.isEmpty, qualifiedType.utf8.count <= 300 else { return false }
    guard startsCapital || qualifiedType.containsBytes(".") else { return false }
    return Self.shape.matches(qualifiedType)
  }

  /// Whether it can be a class where an error's class must stand; `ERROR` and `worker.WARN` are levels.
  var isClassShaped: Bool {
    if qualifiedType.containsBytes("::") { return true }
    guard type.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else { return false }
    return startsCapital || qualifiedType.containsBytes(".")
  }

  private var startsCapital: Bool {
    let bytes = type.utf8.drop {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "$")
    }
    guard let first = bytes.first else { return false }
    return first >= 0x41 && first <= 0x5A
  }
}
