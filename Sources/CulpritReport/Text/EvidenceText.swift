import CulpritDiagnosis
import CulpritSignals

/// Lines of the log for the cause and against it, and what else it could be.
struct EvidenceText {
  private static let limit = (supporting: 6, opposing: 4, alternatives: 4, lines: 2)

  private let incident: Incident
  private let supporting: [Evidence]
  private let opposing: [Evidence]

  init(_ incident: Incident) {
    self.incident = incident
    supporting = Self.distinct(incident.evidence.filter(\.supports))
    opposing = Self.distinct(incident.evidence.filter { !$0.supports })
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
    let shown = supporting.prefix(Self.limit.supporting) + opposing.prefix(Self.limit.opposing)
    let widest = shown.map { DisplayText.width(Phrase.place($0.place)) }.max() ?? 0
    let placeWidth = min(widest, canvas.width / 3)
    let isOpen = incident.cause == .undetermined
    write(supporting, isOpen ? "seen" : "for", limit: Self.limit.supporting, placeWidth, to: &canvas)
    if !isOpen || !opposing.isEmpty {
      write(opposing, "against", limit: Self.limit.opposing, placeWidth, to: &canvas)
    }
    writeAlternatives(to: &canvas)
  }

  private func write(
    _ evidence: [Evidence], _ name: String, limit: Int, _ placeWidth: Int, to canvas: inout TextCanvas
  ) {
    var label = Label.fragment(name)
    if evidence.isEmpty { canvas.line(label, Fragment("nothing")) }
    for item in evidence.prefix(limit) {
      let place = DisplayText.keepingEnd(DisplayText.cleaned(Phrase.place(item.place)), width: placeWidth)
      let padding = String(repeating: " ", count: placeWidth - DisplayText.width(place) + 2)
      let room = canvas.width - placeWidth - 13
      canvas.paragraph(
        decisive(item.text.description, width: room), label: [label, Fragment(place + padding, .faint)], lines: Self.limit.lines)
      label = Label.none
    }
    if evidence.count > limit {
      canvas.line(label, Fragment("… \(Phrase.count(evidence.count - limit, "more line"))", .faint))
    }
  }

  /// The text from shortly before what decides, where that would be cut off behind the lines that are shown.
  private func decisive(_ text: String, width: Int) -> String {
    guard DisplayText.width(text) > width * Self.limit.lines else { return text }
    for sign in signs {
      guard let found = text.ranges(of: sign).first else { continue }
      let before = text.distance(from: text.startIndex, to: found.lowerBound)
      guard before + sign.count > width * Self.limit.lines - 2 else { return text }
      return "…" + text[text.index(found.lowerBound, offsetBy: -min(before, 16))...]
    }
    return text
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
    write(others.filter { $0.cause == incident.cause && $0.confidence >= 0.2 }.prefix(1), "perhaps", to: &canvas)
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
