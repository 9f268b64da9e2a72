import CulpritDiagnosis

/// One thing that is told differently than before.
struct IncidentChange {
  var what: String
  var was: String
  var now: String

  /// All that a person would want to know of, the most important first; counts alone are no change.
  static func all(from old: Incident, to new: Incident) -> [IncidentChange] {
    let all = [
      IncidentChange(what: "cause", was: verdict(old), now: verdict(new)),
      IncidentChange(what: "to blame", was: names(old.processes), now: names(new.processes)),
      IncidentChange(what: "healthy", was: names(old.healthy), now: names(new.healthy)),
      IncidentChange(what: "provider", was: old.provider ?? "unknown", now: new.provider ?? "unknown"),
      IncidentChange(what: "variable", was: old.variable ?? "unknown", now: new.variable ?? "unknown"),
      IncidentChange(what: "state", was: state(old), now: state(new)),
    ]
    let changes = all.filter { $0.was != $0.now }
    guard changes.isEmpty else { return changes }
    let count = IncidentChange(what: "failures", was: Phrase.grouped(old.count), now: Phrase.grouped(new.count))
    return count.was == count.now ? [] : [count]
  }

  func write(to canvas: inout TextCanvas) {
    canvas.paragraph("was \(was), now \(now)", label: [Fragment("  \(what): ", .faint)], lines: 4)
  }

  private static func verdict(_ incident: Incident) -> String {
    "\(Phrase.cause(incident.cause, incident.subcause)) (\(Phrase.percent(incident.confidence)))"
  }

  /// Three of them; more only by their number.
  private static func names(_ members: [Incident.Member]) -> String {
    let names = members.prefix(3).map(ProcessName.brief)
    let more = members.count - names.count
    return names.isEmpty ? "none" : names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func state(_ incident: Incident) -> String {
    incident.recovered ? "recovered" : "failing"
  }
}
