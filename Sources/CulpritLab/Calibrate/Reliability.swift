import Foundation

/// How often answers of a confidence are right.
struct Reliability {
  private static let borders = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]
  private var answers: [(confidence: Double, isRight: Bool)]

  init(_ answers: [(confidence: Double, isRight: Bool)]) {
    self.answers = answers
  }

  var count: Int { answers.count }

  private func bin(_ index: Int) -> [(confidence: Double, isRight: Bool)] {
    let upper = index + 1 < Self.borders.count ? Self.borders[index + 1] : 2
    return answers.filter { $0.confidence >= Self.borders[index] && $0.confidence < upper }
  }

  /// Mean square of the difference between confidence and truth.
  var brier: Double {
    let squares = answers.map { ($0.confidence - ($0.isRight ? 1 : 0)) * ($0.confidence - ($0.isRight ? 1 : 0)) }
    return squares.reduce(0, +) / Double(max(1, count))
  }

  /// Mean distance of confidence and share of right ones, over the rows of the table.
  var calibrationError: Double {
    Self.borders.indices.reduce(0) { sum, index in
      let bin = bin(index)
      guard !bin.isEmpty else { return sum }
      return sum + abs(Self.mean(bin) - Self.share(bin)) * Double(bin.count) / Double(count)
    }
  }

  /// Of the answers of 0.95 and more.
  var sureErrors: (wrong: Int, of: Int) {
    let sure = answers.filter { $0.confidence >= 0.95 }
    return (sure.count { !$0.isRight }, sure.count)
  }

  private static func mean(_ bin: [(confidence: Double, isRight: Bool)]) -> Double {
    bin.map(\.confidence).reduce(0, +) / Double(bin.count)
  }

  private static func share(_ bin: [(confidence: Double, isRight: Bool)]) -> Double {
    Double(bin.count { $0.isRight }) / Double(bin.count)
  }

  /// Markdown.
  var table: String {
    var lines = ["| confidence | answers | mean | right |", "|---|---:|---:|---:|"]
    for index in Self.borders.indices {
      let bin = bin(index)
      guard !bin.isEmpty else { continue }
      let upper = index + 1 < Self.borders.count ? String(format: "%.2f", Self.borders[index + 1]) : "1.00"
      let range = String(format: "%.2f", Self.borders[index]) + " to " + upper
      lines.append(
        "| \(range) | \(bin.count) | \(String(format: "%.3f", Self.mean(bin))) | \(String(format: "%.3f", Self.share(bin))) |")
    }
    return lines.joined(separator: "\n")
  }

  var figures: String {
    let sure = sureErrors
    let share = sure.of == 0 ? 0 : Double(sure.wrong) / Double(sure.of) * 100
    return String(format: "Brier score %.4f, expected calibration error %.4f, ", brier, calibrationError)
      + "\(sure.wrong) of \(sure.of) answers of 0.95 and more wrong (\(String(format: "%.1f", share)) %)"
  }
}
