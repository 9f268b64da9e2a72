/// What a report says, as far as it is scored: read from the JSON of `culprit.report/1`, so that the
/// contract is what is measured.
package struct Answer: Decodable, Sendable {
  package var incidents: [Incident]

  package struct Incident: Decodable, Sendable {
    package var cause: String
    package var subcause: String?
    package var confidence: Double
    package var provider: String?
    package var variable: String?
    package var status: Int?
    package var processes: [Process]
    package var chain: [Link]
    package var evidence: [Evidence]
    package var alternatives: [Alternative]
  }

  package struct Process: Decodable, Sendable {
    package var pid: Int?
    package var entrypoint: String?
  }

  package struct Link: Decodable, Sendable {
    package var id: Int
    package var parent: Int?
    package var type: String
    package var verdict: Bool
  }

  package struct Evidence: Decodable, Sendable {
    package var source: String
    package var line: Int
  }

  package struct Alternative: Decodable, Sendable {
    package var cause: String
    package var subcause: String?
    package var confidence: Double
  }
}

extension Answer.Incident {
  package var pids: Set<Int> { Set(processes.compactMap(\.pid)) }

  package var isNamed: Bool { Label.causes.contains(cause) }

  /// Types from the outermost link through the verdict to the innermost; other branches are left out.
  package var chainThroughVerdict: [String] {
    guard let verdict = chain.first(where: \.verdict) ?? chain.last else { return [] }
    var way = [verdict]
    // Bounded by the number of links: a report with a circle must not hang its judge.
    while way.count <= chain.count, let parent = chain.last(where: { $0.id == way[0].parent }) {
      way.insert(parent, at: 0)
    }
    while way.count <= chain.count, let child = chain.first(where: { $0.parent == way[way.count - 1].id }) {
      way.append(child)
    }
    return way.map(\.type)
  }

  /// Whether the cause is left open enough where the log cannot tell it: right, undetermined, or unsure
  /// with the right one among the alternatives.
  package func hedges(_ labelled: String) -> Bool {
    let others = Set(alternatives.map(\.cause))
    return cause == labelled
      || cause == "undetermined" && (others.isEmpty || others.contains(labelled))
      || confidence < 0.8 && others.contains(labelled)
  }

  /// For the list of shortfalls.
  package var summary: String { "\(cause)/\(subcause ?? "-")@\(confidence)" }
}
