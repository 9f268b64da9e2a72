import CulpritReport
import CulpritSources

/// A line on a terminal's standard error that tells how far reading is; gone at the end.
struct ProgressLine: Sendable {
  private let progress: ReadingProgress
  private let start = Machine.steadyClock

  /// Nanoseconds before the first line: nobody wants to know of what is done at once.
  private static let patience: Int64 = 1_000_000_000

  init(_ progress: ReadingProgress) {
    self.progress = progress
  }

  /// Does work, and tells of it from time to time where somebody looks.
  static func during<Result: Sendable>(_ work: (ReadingProgress?) -> Result) -> Result {
    guard FileDescriptor.standardError.isTerminal else { return work(nil) }
    let progress = ReadingProgress()
    let line = ProgressLine(progress)
    let ticker = Ticker(every: 200_000_000) { line.show() }
    let result = work(progress)
    ticker.stop()
    line.erase()
    return result
  }

  private func show() {
    let now = Machine.steadyClock - start
    guard now >= Self.patience, progress.size > 0 else { return }
    let text = Self.text(bytes: progress.bytes, of: progress.size, nanoseconds: now)
    try? FileDescriptor.standardError.write(Array("\r\(text)\u{1B}[K".utf8))
  }

  private func erase() {
    guard Machine.steadyClock - start >= Self.patience else { return }
    try? FileDescriptor.standardError.write(Array("\r\u{1B}[K".utf8))
  }

  /// `1.2 GB of 4.8 GB, 310 MB/s, 12 s left`.
  static func text(bytes: Int, of size: Int, nanoseconds: Int64) -> String {
    let seconds = max(Double(nanoseconds) / 1e9, 0.001)
    let rate = Double(bytes) / seconds
    var text = "\(amount(Double(bytes))) of \(amount(Double(size))), \(amount(rate))/s"
    if rate > 0 {
      let left = max(0, Double(size - bytes) / rate)
      text += left < 90 ? ", \(Int(left.rounded(.up))) s left" : ", \(Int((left / 60).rounded())) min left"
    }
    return text
  }

  private static func amount(_ bytes: Double) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (value, unit) = (bytes, 0)
    while value >= 1000 && unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
    let tenths = Int((value * 10).rounded())
    return value < 10 && unit > 0 ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\(Int(value)) \(units[unit])"
  }
}
