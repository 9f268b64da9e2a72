/// A time in logs: since when records count, or until when.
public struct LogMoment: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z; logs that name no zone are taken for UTC.
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// From a day (`2026-11-23`) or a time of a day, as RFC 3339 has it; seconds and zone may be missing.
  public init?(_ text: String) {
    let text = Array(text.utf8)
    guard let day = Self.day(text) else { return nil }
    var rest = text[10...]
    var seconds = day * 86_400
    if let separator = rest.popFirst() {
      guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else { return nil }
      guard let time = Self.time(&rest), let zone = Self.zone(rest) else { return nil }
      seconds += time - zone
    }
    nanoseconds = Int64(seconds) * 1_000_000_000
  }

  /// Days since 1970-01-01.
  private static func day(_ text: [UInt8]) -> Int? {
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]),
      (1...12).contains(month), (1...31).contains(day), year >= 1970
    else { return nil }
    // Years that begin in March have their odd day at the end.
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  /// Seconds of the day; fractions are left out.
  private static func time(_ text: inout ArraySlice<UInt8>) -> Int? {
    let parts = text.prefix { $0 == UInt8(ascii: ":") || (0x30...0x39).contains($0) }
    text = text.dropFirst(parts.count)
    let numbers = parts.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { number($0) ?? -1 }
    guard (2...3).contains(numbers.count), (0...23).contains(numbers[0]), (0...59).contains(numbers[1]),
      numbers.count == 2 || (0...60).contains(numbers[2])
    else { return nil }
    if text.first == UInt8(ascii: ".") {
      text = text.dropFirst().drop { (0x30...0x39).contains($0) }
    }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  /// Seconds east of UTC; 0 without a zone.
  private static func zone(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first else { return 0 }
    if text.count == 1, sign | 0x20 == UInt8(ascii: "z") { return 0 }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4,
      let hours = number(digits[0..<2]), let minutes = number(digits[2..<4])
    else { return nil }
    return (hours * 60 + minutes) * 60 * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
