import Foundation

/// Lines as a runner keeps them.
enum Wrapping {
  /// Docker's `json-file`: one object a line, ten milliseconds apart.
  static func docker(_ lines: [Substring]) -> String {
    lines.enumerated().map { number, line in
      guard !line.isEmpty || number < lines.count - 1 else { return "" }
      let text = quoted(line + "\n")
      let seconds = number / 100
      let time = String(
        format: "2026-11-23T%02d:%02d:%02d.%02d0000000Z", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60, number % 100)
      return #"{"log":\#(text),"stream":"stderr","time":"\#(time)"}"#
    }.joined(separator: "\n")
  }

  private static func quoted(_ text: Substring) -> String {
    let data = try? JSONSerialization.data(withJSONObject: [String(text)], options: [.withoutEscapingSlashes])
    return data.map { String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) } ?? "\"\""
  }
}
