/// A number of bytes as people write it: `4096`, `64M`, `2G`; the units are powers of 1024.
struct ByteSize: Hashable, Sendable {
  let bytes: Int

  /// Nil where the text is no such number, or none that fits.
  init?(_ text: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
    let unit = text.last.flatMap { units[Character($0.uppercased())] }
    guard let number = Int(unit == nil ? text[...] : text.dropLast()), number > 0 else { return nil }
    let (bytes, isTooBig) = number.multipliedReportingOverflow(by: 1 << (unit ?? 0))
    guard !isTooBig else { return nil }
    self.bytes = bytes
  }
}
