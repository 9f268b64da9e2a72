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
    canvas.paragraph("`culprit probe \(probe)` prints the lines to log that answer it", label: [Label.none])
  }

  /// As it is, never wrapped: it is there to be copied.
  private func write(_ snippet: Incident.Fix.Snippet, to canvas: inout TextCanvas) {
    let lines = snippet.code.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.prefix(Self.limit.snippetLines) {
      canvas.line(Label.none, Fragment(String(line), .strong))
    }
  }
}
