import Foundation

/// What is right today, case by case: it may not get worse.
package struct Baseline: Sendable {
  /// `area/name` to the number of right answers by metric, and of faults.
  package var entries: [String: [String: Int]]

  package init(entries: [String: [String: Int]]) {
    self.entries = entries
  }

  package init(_ text: String) throws {
    entries = try JSONDecoder().decode([String: [String: Int]].self, from: Data(text.utf8))
  }

  package init(readingFrom file: String) throws {
    try self.init(String(contentsOfFile: file, encoding: .utf8))
  }

  /// One case a line, sorted, so that a change can be read.
  package var text: String {
    let lines = entries.keys.sorted().map { name in
      let fields = (entries[name] ?? [:]).sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
      return "  \"\(name)\": {\(fields.joined(separator: ", "))}"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// What a score is remembered by. A case in which nothing is right has an empty entry.
  package static func entry(for score: CaseScore) -> [String: Int] {
    var entry: [String: Int] = [:]
    for (metric, count) in score.counts where count.right > 0 { entry[metric.rawValue] = count.right }
    for fault in Fault.allCases where score[fault] > 0 { entry[fault.rawValue] = score[fault] }
    return entry
  }

  /// What was better than it is now; empty where nothing got worse.
  package func losses(of score: CaseScore, in corpusCase: String) -> [String] {
    guard let before = entries[corpusCase] else {
      return ["the case is not in the baseline: run culprit-lab score Corpus --record"]
    }
    let now = Self.entry(for: score)
    let faults = Set(Fault.allCases.map(\.rawValue))
    let names = Set(before.keys).union(now.keys).sorted()
    return names.compactMap { name in
      let (then, today) = (before[name] ?? 0, now[name] ?? 0)
      let isWorse = faults.contains(name) ? today > then : today < then
      return isWorse ? "\(name): \(today) now, \(then) before" : nil
    }
  }
}
