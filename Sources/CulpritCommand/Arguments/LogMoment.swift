import Culprit
import CulpritSources

extension LogMoment {
  /// What stands behind `--since` or `--until`: a day, a time of a day, or how long ago.
  init(option: String, _ text: String) throws(UsageProblem) {
    if let ago = Self.nanoseconds(ofSpan: text) {
      self.init(nanoseconds: Machine.wallClock - ago)
    } else if let time = LogMoment(text) {
      self = time
    } else {
      throw UsageProblem(
        message: "'\(text)' is no time for '\(option)'; give one as 2026-11-23, 2026-11-23T05:48:45Z, 2h or 30m")
    }
  }

  /// `90s`, `30m`, `2h`, `7d`; nil for anything else.
  private static func nanoseconds(ofSpan text: String) -> Int64? {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let last = text.last, let unit = units[last], let count = Int64(text.dropLast()),
      (0...100_000_000).contains(count)
    else { return nil }
    return count * unit * 1_000_000_000
  }
}
