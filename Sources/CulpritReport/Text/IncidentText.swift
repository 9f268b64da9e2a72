import CulpritDiagnosis
import CulpritSignals

/// One incident for a person: verdict, processes, chain, evidence, fix.
struct IncidentText {
  private let incident: Incident
  private let summaries: [String: ProcessSummary]

  init(_ incident: Incident, _ summaries: [String: ProcessSummary]) {
    self.incident = incident
    self.summaries = summaries
  }

  /// `prefix` stands before the verdict: its number where there are several, the time of an event.
  /// `changes` are told below it.
  func write(prefix: Fragment, changes: [IncidentChange] = [], to canvas: inout TextCanvas) {
    writeVerdict(prefix: prefix, to: &canvas)
    for change in changes { change.write(to: &canvas) }
    canvas.paragraph(explanation, lines: 8)
    if let first { canvas.paragraph(first, label: [Fragment("to do: ", .good)], tone: .strong, lines: 3) }
    canvas.paragraph(happened, tone: .faint, lines: 2)
    ProcessTable(incident, summaries).write(to: &canvas)
    ChainTree(incident.chain, omitted: incident.chainOmitted).write(to: &canvas)
    EvidenceText(incident).write(to: &canvas)
    FixText(incident).write(to: &canvas)
  }

  private func writeVerdict(prefix: Fragment, to canvas: inout TextCanvas) {
    let isSure = incident.confidence >= 0.8
    let isOpen = incident.cause == .undetermined
    let sureness = Phrase.percent(incident.confidence) + (isOpen ? " at best" : " sure")
    let right = Fragment(sureness, isSure ? .alarm : .caution)
    let room = canvas.width - prefix.width - right.width - 2
    let cause = DisplayText.keepingStart(incident.cause.rawValue, width: room)
    let service = Phrase.service(incident.provider, incident.status).map { " · " + $0 } ?? ""
    let rest = room - DisplayText.width(cause)
    canvas.line(
      [
        prefix, Fragment(cause, isSure ? .alarm : .caution),
        Fragment(DisplayText.keepingStart(service, width: rest)),
      ],
      right: [right])
  }

  /// What somebody does who reads no further; below 0.8 nothing is to be changed yet.
  private var first: String? {
    if incident.confidence < 0.8, incident.question != nil { return "answer the question below before anything is changed" }
    return incident.fix.map { $0.summary + " (steps below)" }
  }

  /// The diagnosis's own sentence, else who failed.
  private var explanation: String {
    let text = incident.explanation.description
    guard text.isEmpty else { return text }
    let names = ProcessName.list(incident.processes, summaries)
    return names.isEmpty ? "No process could be named." : "\(names) failed."
  }

  /// `12 failures from 03:14:00 to 03:14:41 UTC on 2026-11-23, not recovered`.
  private var happened: String {
    let times = Phrase.span(incident.firstSeen, incident.lastSeen) ?? "(the log tells no times)"
    let end = incident.recovered ? "recovered" : "not recovered"
    return "\(Phrase.count(incident.count, "failure")) \(times), \(end)"
  }
}

/// Labels of the lower half of an incident, all of one width.
enum Label {
  static func fragment(_ name: String, _ tone: Tone = .faint) -> Fragment {
    Fragment("  " + name + String(repeating: " ", count: max(1, 9 - name.count)), tone)
  }

  static let none = fragment("")
}
