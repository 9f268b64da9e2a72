import CulpritDiagnosis
import CulpritSignals

/// Lines of the log for the cause and against it, and what else it could be.
struct EvidenceText {
  private static let limit = (supporting: 6, opposing: 4, alternatives: 4, lines: 2)

  private let incident: Incident
  private let supporting: [Group]
  private let opposing: [Group]

  init(_ incident: Incident) {
    self.incident = incident
    supporting = Self.grouped(Self.distinct(incident.evidence.filter(\.supports)))
    opposing = Self.grouped(Self.distinct(incident.evidence.filter { !$0.supports }))
  }

  /// Lines that show the same of one process: the first is printed, of the others the place is told.
  private struct Group {
    var shown: Evidence
    var others: [SourcePlace] = []
  }

  private static func grouped(_ evidence: [Evidence]) -> [Group] {
    var groups: [Group] = []
    for item in evidence {
      let same = item.reason == .empty ? nil : groups.firstIndex { $0.shown.reason == item.reason && $0.shown.process == item.process }
      if let same { groups[same].others.append(item.place) } else { groups.append(Group(shown: item)) }
    }
    return groups
  }

  /// `, also :34 and 2 more`; the name of the file where it is another one.
  private static func also(_ group: Group) -> String {
    let places = group.others.prefix(2).map { $0.source == group.shown.place.source ? ":\($0.line)" : Phrase.place($0) }
    guard !places.isEmpty else { return "" }
    let more = group.others.count - places.count
    return ", also " + places.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// A line that gave several signals is shown once, and so are lines that differ in numbers only.
  private static func distinct(_ evidence: [Evidence]) -> [Evidence] {
    var places: Set<SourcePlace> = []
    var wordings: Set<String> = []
    return evidence.filter { item in
      let wording = item.text.description.filter { !$0.isNumber }
      return places.insert(item.place).inserted && wordings.insert(wording).inserted
    }
  }

  func write(to canvas: inout TextCanvas) {
    canvas.gap()
    let isOpen = incident.cause == .undetermined
    writeKind(to: &canvas)
    write(supporting, isOpen ? "seen" : "for", limit: Self.limit.supporting, to: &canvas)
    if !isOpen || !opposing.isEmpty {
      write(opposing, "against", limit: Self.limit.opposing, to: &canvas)
    }
    writeAlternatives(to: &canvas)
  }

  private func write(
    _ evidence: [Group], _ name: String, limit: Int, to canvas: inout TextCanvas
  ) {
    var label = Label.fragment(name)
    if evidence.isEmpty { canvas.line(label, Fragment("nothing")) }
    for group in evidence.prefix(limit) {
      let item = group.shown
      let reason = DisplayText.cleaned(item.reason.description + Self.also(group))
      let room = canvas.width - label.width - DisplayText.width(reason) - 2
      let place = DisplayText.keepingEnd(DisplayText.cleaned(Phrase.place(item.place)), width: max(24, room))
      if DisplayText.width(place) <= room {
        canvas.line(label, Fragment(place + "  ", .faint), Fragment(reason))
      } else {
        canvas.line(label, Fragment(place, .faint))
        canvas.paragraph(reason, label: [Label.none], lines: 2)
      }
      let excerpt = Excerpt(of: item.text.description, around: item.focus.isEmpty ? signs : [item.focus] + signs)
      canvas.paragraph(
        excerpt.text(width: canvas.width - label.width - 2, lines: Self.limit.lines), label: [Label.none, Fragment("  ")],
        lines: Self.limit.lines)
      label = Label.none
    }
    if evidence.count > limit {
      canvas.line(label, Fragment("… \(Phrase.count(evidence.count - limit, "more line"))", .faint))
    }
  }

  /// Which subcause, and of how many of the cause's parts in a hundred; what else within the cause it may be.
  private func writeKind(to canvas: inout TextCanvas) {
    guard let subcause = incident.subcause else { return }
    let part = incident.subcauseConfidence ?? incident.confidence
    let share = part > incident.confidence - 0.03 ? "" : Phrase.share(part, of: incident.confidence)
    canvas.paragraph(subcause + share, label: [Label.fragment("kind")], lines: 2)
    guard incident.confidence >= 0.8 else { return }
    let others = incident.alternatives.filter { $0.cause == incident.cause && $0.subcause != subcause && $0.confidence >= 0.2 }
    for other in others.prefix(1) {
      let objection = other.objection.map { ", but " + $0 } ?? ""
      canvas.paragraph(
        "or \(other.subcause ?? "")\(Phrase.share(other.confidence, of: incident.confidence))\(objection)", label: [Label.none],
        lines: 3)
    }
  }

  /// What a decisive line holds: the beginning of the verdict's message, the variable.
  private var signs: [String] {
    let message = incident.chain.first(where: \.isVerdict)?.message.description ?? ""
    return [String(message.prefix(24)), incident.variable ?? ""].filter { $0.count >= 6 }
  }

  /// Where the answer is sure, the next best other cause as what it is not, and within the named cause what it
  /// may be as well; else all that it could be.
  private func writeAlternatives(to canvas: inout TextCanvas) {
    let others = incident.alternatives.filter { ($0.cause, $0.subcause) != (incident.cause, incident.subcause) }
    guard incident.confidence >= 0.8 else {
      write(others.prefix(Self.limit.alternatives), incident.cause == .undetermined ? "maybe" : "or", to: &canvas)
      return
    }
    write(others.filter { $0.cause != incident.cause }.prefix(1), "not", to: &canvas)
  }

  private func write(_ alternatives: ArraySlice<Incident.Alternative>, _ name: String, to canvas: inout TextCanvas) {
    var label = Label.fragment(name)
    for other in alternatives {
      let objection = other.objection.map { (name == "not" ? ": " : ", but ") + $0 } ?? ""
      let text = "\(Phrase.cause(other.cause, other.subcause)) (\(Phrase.percent(other.confidence)))\(objection)"
      canvas.paragraph(text, label: [label], lines: 3)
      label = Label.none
    }
  }
}
