package import CulpritDiagnosis

/// Blocks for a live stream: each is appended, none takes back what stands above it.
extension TextReport {
  /// The block of one event, with an empty line behind it.
  ///
  /// `processes` are those of the report that the event belongs to.
  package static func text(_ event: Event, processes: [ProcessSummary], style: TextStyle) -> String {
    let summaries = Dictionary(processes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var canvas = TextCanvas(style: style)
    switch (event.kind, event.previous) {
    case (.opened, _), (.updated, nil): opened(event.incident, summaries, to: &canvas)
    case (.updated, .some(let previous)): changed(from: previous, to: event.incident, summaries, canvas: &canvas)
    case (.recovered, _): recovered(event.incident, summaries, to: &canvas)
    case (.closed, _): closed(event, summaries, to: &canvas)
    }
    canvas.gap()
    return canvas.text
  }

  private static func opened(
    _ incident: Incident, _ summaries: [String: ProcessSummary], to canvas: inout TextCanvas
  ) {
    IncidentText(incident, summaries).write(prefix: Fragment(time(incident) + "opened: ", .strong), to: &canvas)
  }

  /// What was told before and is told now, and all of it anew where the cause is another one.
  private static func changed(
    from old: Incident, to new: Incident, _ summaries: [String: ProcessSummary], canvas: inout TextCanvas
  ) {
    let prefix = Fragment(time(new) + "changed: ", .strong)
    let changes = IncidentChange.all(from: old, to: new)
    if (old.cause, old.subcause) != (new.cause, new.subcause) {
      IncidentText(new, summaries).write(prefix: prefix, changes: changes, to: &canvas)
    } else {
      canvas.line([prefix, Fragment(cause(new) + subject(new))])
      for change in changes { change.write(to: &canvas) }
    }
  }

  private static func recovered(
    _ incident: Incident, _ summaries: [String: ProcessSummary], to canvas: inout TextCanvas
  ) {
    canvas.line(Fragment(time(incident) + "recovered: ", .good), Fragment(cause(incident)))
    let verb = incident.processes.count == 1 ? "works" : "work"
    let times = Phrase.span(incident.firstSeen, incident.lastSeen).map { " \($0)" } ?? ""
    let names = ProcessName.list(incident.processes, summaries)
    canvas.paragraph("\(names) \(verb) again, after \(Phrase.count(incident.count, "failure"))\(times)")
  }

  private static func closed(
    _ event: Event, _ summaries: [String: ProcessSummary], to canvas: inout TextCanvas
  ) {
    let incident = event.incident
    guard !event.isQuiet else {
      canvas.line(Fragment(time(incident) + "quiet: ", .strong), Fragment(cause(incident) + subject(incident)))
      canvas.paragraph("no failure for 15 minutes, after \(Phrase.count(incident.count, "failure")); closed")
      return
    }
    canvas.line(Fragment(time(incident) + "withdrawn: ", .caution), Fragment(cause(incident)))
    let names = ProcessName.list(incident.processes, summaries)
    canvas.paragraph("what came later explains \(names.isEmpty ? "it" : "the failures of \(names)") otherwise")
  }

  private static func cause(_ incident: Incident) -> String {
    Phrase.cause(incident.cause, incident.subcause)
  }

  /// Whom an incident is about, behind its cause.
  private static func subject(_ incident: Incident) -> String {
    guard let first = incident.processes.first else { return "" }
    let more = incident.processes.count > 1 ? " and \(incident.processes.count - 1) more" : ""
    return ", \(ProcessName.brief(first))\(more)"
  }

  /// That of the last failure, in front of a block.
  private static func time(_ incident: Incident) -> String {
    incident.lastSeen.map { $0.clock + " " } ?? ""
  }
}
