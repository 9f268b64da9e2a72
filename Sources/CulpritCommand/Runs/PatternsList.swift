import CulpritRules

/// `culprit patterns list [WORD...]` and `culprit patterns show ID`.
struct PatternsList {
  let arguments: Arguments
  var console: Console

  /// One pattern a line: its id, its signal, what prints it. With words: those whose line holds them all.
  mutating func list(holding words: [String]) -> ExitCode {
    let knowledge = Knowledge(for: arguments, console: console)
    let words = words.map { $0.lowercased() }
    let rows = knowledge.rules.patterns.map { [$0.id, $0.signal.rawValue, $0.provider ?? "", $0.sdk ?? ""] }
      .filter { row in
        let line = row.joined(separator: " ").lowercased()
        return words.allSatisfy { line.contains($0) }
      }
    guard !rows.isEmpty else {
      console.tell("culprit", "no pattern has \(words.map { "'\($0)'" }.joined(separator: " and ")) in its id or signal")
      return .problems
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += column < 3 ? cell + String(repeating: " ", count: widths[column] - cell.count + 2) : cell
      }
      while line.last == " " { line.removeLast() }
      console.print(line + "\n")
    }
    return knowledge.hasBadRules || console.hasFailed ? .problems : .nothingFound
  }

  /// The pattern as a rule file that may be changed and put into a folder of one's own.
  mutating func show(_ id: String) -> ExitCode {
    let knowledge = Knowledge(for: arguments, console: console)
    guard let pattern = knowledge.rules.patterns.first(where: { $0.id == id }) else {
      let ids = knowledge.rules.patterns.map(\.id)
      console.tell("culprit", "no pattern is called '\(id)'\(Knowledge.remedy(for: id, among: ids))")
      return .problems
    }
    console.print(PatternFile.text(of: pattern, knowledge.note(of: pattern)))
    return knowledge.hasBadRules || console.hasFailed ? .problems : .nothingFound
  }
}
