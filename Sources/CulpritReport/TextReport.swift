import CulpritDiagnosis

/// What a person reads: the answer first, then what it rests on, then what it covers.
package enum TextReport {
  package static func text(_ report: Report, style: TextStyle) -> String {
    var canvas = TextCanvas(style: style)
    let folder = CommonFolder(of: report)
    let report = folder.leftOut(of: report)
    let summaries = Dictionary(report.processes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    writeOverview(report, to: &canvas)
    for (index, incident) in report.incidents.enumerated() {
      if report.incidents.count > 1 { canvas.rule() }
      let number = report.incidents.count > 1 ? "\(index + 1). " : ""
      IncidentText(incident, summaries).write(prefix: Fragment(number, .strong), to: &canvas)
    }
    if report.incidents.count > 1 { canvas.rule() }
    Coverage(report, folder: folder.name).write(to: &canvas)
    return canvas.text
  }

  /// Several incidents in a line each; that there is none, where there is none.
  private static func writeOverview(_ report: Report, to canvas: inout TextCanvas) {
    let incidents = report.incidents
    guard incidents.count > 1 else {
      if incidents.isEmpty { Coverage(report).writeSilence(to: &canvas) }
      return
    }
    canvas.line(Fragment(Phrase.count(incidents.count, "incident"), .strong))
    for (index, incident) in incidents.enumerated() {
      let name = incident.cause.rawValue
      let who = incident.processes.first.map(ProcessName.brief) ?? "a process"
      let more = incident.processes.count > 1 ? " and \(incident.processes.count - 1) more" : ""
      let number = "\(index + 1). "
      let right = [
        Fragment(Phrase.count(incident.count, "failure")), Fragment(Phrase.percent(incident.confidence), .strong),
      ]
      let room = canvas.width - number.count - right[0].width - right[1].width - 6
      let text = DisplayText.keepingStart(DisplayText.cleaned("\(name): \(who)\(more)"), width: room)
      canvas.line([Fragment("  " + number), Fragment(text)], right: right)
    }
  }
}
