import CulpritDiagnosis

/// What settles an open question, what to change, and how one sees that it helped.
struct FixText {
  private static let limit = (steps: 12, snippetLines: 40)
  private let incident: Incident

  init(_ incident: Incident) {
    self.incident = incident
  }

  func write(to canvas: inout TextCanvas) {
    writeQuestion(to: &canvas)
    guard let fix = incident.fix else { return }
    canvas.gap()
    canvas.paragraph(fix.summary, label: [Label.fragment("fix", .good)], tone: .strong)
    let steps = fix.steps.prefix(Self.limit.steps)
    for (index, step) in steps.enumerated() {
      let number = steps.count > 1 ? "\(index + 1). " : ""
      canvas.paragraph(step, label: [Label.none, Fragment(number)])
    }
    if let snippet = fix.snippet { write(snippet, to: &canvas) }
    if let verify = fix.verify { canvas.paragraph(verify, label: [Label.fragment("verify", .good)]) }
  }

  private func writeQuestion(to canvas: inout TextCanvas) {
    guard let question = incident.question else { return }
    canvas.gap()
    canvas.paragraph(question.text, label: [Label.fragment("question", .caution)])
    guard let probe = question.probe else { return }
    let variable = incident.variable.flatMap { Self.isPlain($0) ? " --variable \($0)" : nil } ?? ""
    canvas.paragraph("`culprit probe \(probe)\(variable)` prints the lines that log the answer", label: [Label.none])
  }

  /// Of capitals, digits and underscores: a person pastes it.
  private static func isPlain(_ variable: String) -> Bool {
    variable.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
  }

  /// As it is, never wrapped: it is there to be copied.
  private func write(_ snippet: Incident.Fix.Snippet, to canvas: inout TextCanvas) {
    var lines = snippet.code.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    canvas.gap()
    for line in lines.prefix(Self.limit.snippetLines) {
      canvas.line(Label.none, Fragment(String(line), .strong))
    }
  }
}
