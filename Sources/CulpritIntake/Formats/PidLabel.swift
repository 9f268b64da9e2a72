/// A number that is called a pid: `pid 12`, `PID=12`, `worker pid:12`, `12#0`.
enum PidLabel {
  static func pid(in text: String) -> Int? {
    let lowered = text.lowercased()
    for label in ["pid", "process id", "process", "proc"] where lowered.hasPrefix(label) {
      return number(lowered.dropFirst(label.count))
    }
    if let blank = lowered.lastIndex(of: " "), lowered[lowered.index(after: blank)...].hasPrefix("pid") {
      return number(lowered[lowered.index(after: blank)...].dropFirst(3))
    }
    if let range = lowered.firstRange(of: " pid") { return leading(lowered[range.upperBound...]) }
    if lowered.hasSuffix("#0") { return Int(lowered.dropLast(2)) }
    return nil
  }

  /// `digest.py pid 4312 ppid 4300`.
  private static func leading(_ rest: Substring) -> Int? {
    let digits = rest.drop { " =:#".contains($0) }
    return digits.count < rest.count ? Int(digits.prefix { $0.isNumber }) : nil
  }

  private static func number(_ rest: Substring) -> Int? {
    let digits = rest.drop { " =:#".contains($0) }
    return digits.count < rest.count ? Int(digits) : nil
  }
}
