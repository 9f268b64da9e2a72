import CulpritDiagnosis

/// The processes of an incident side by side: those to blame first, marked `>`, then those that work.
struct ProcessTable {
  /// Rows shown of each kind; the rest is counted.
  private static let rowLimit = (blamed: 12, healthy: 6)
  private static let gap = 2
  /// Cells whose place is told below the table.
  private static let sourceLimit = 4

  private struct Column {
    var title: String
    var cells: [String]
    var isNumber = false
    /// Columns that a cell may be cut to; nil: never cut.
    var least: Int?
    var keepsEnd = false
    /// Left out where the table is too wide all the same.
    var isExtra = false

    var width: Int { max(DisplayText.width(title), cells.map(DisplayText.width).max() ?? 0) }
    var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
  }

  private let incident: Incident
  private let summaries: [String: ProcessSummary]
  private let blamed: [Incident.Member]
  private let healthy: [Incident.Member]

  init(_ incident: Incident, _ summaries: [String: ProcessSummary]) {
    self.incident = incident
    self.summaries = summaries
    blamed = Array(incident.processes.prefix(Self.rowLimit.blamed))
    healthy = Array(incident.healthy.prefix(Self.rowLimit.healthy))
  }

  func write(to canvas: inout TextCanvas) {
    let filled = columns.filter { !$0.isEmpty }
    // A single process without any name, and how often it failed: all of that was said above.
    let saysSomething = blamed.count + healthy.count > 1 || filled.count > 2 || blamed.first?.service != nil
    guard !blamed.isEmpty || !healthy.isEmpty, saysSomething else { return }
    canvas.gap()
    let columns = fitted(filled, width: canvas.width - 2)
    canvas.line(Fragment("  " + row(columns.map(\.title), columns), .faint))
    for index in 0..<(blamed.count + healthy.count) {
      let isBlamed = index < blamed.count
      let cells = row(columns.map { $0.cells[index] }, columns)
      canvas.line(Fragment(isBlamed ? "> " : "  ", .alarm), Fragment(cells, isBlamed ? .strong : .plain))
    }
    writeSources(to: &canvas)
    writeRest(to: &canvas)
  }

  /// Where the log says what stands in the table and in no line of evidence.
  private func writeSources(to canvas: inout TextCanvas) {
    let shown = Set(incident.evidence.map(\.place))
    var parts: [String] = []
    for member in blamed + healthy where parts.count < Self.sourceLimit {
      guard let credential = credential(of: member), !shown.contains(credential.place) else { continue }
      parts.append("\(ProcessName.brief(member)) by \(Phrase.place(credential.place))")
    }
    guard !parts.isEmpty else { return }
    canvas.paragraph("\(incident.variable ?? "credential") of " + parts.joined(separator: ", of "), label: [Fragment("  ")], tone: .faint, lines: 6)
  }

  private func writeRest(to canvas: inout TextCanvas) {
    let more = [
      (incident.processes.count - blamed.count, "to blame"), (incident.healthy.count - healthy.count, "that work"),
    ]
    let rest = more.filter { $0.0 > 0 }.map { "\(Phrase.grouped($0.0)) more \($0.1)" }
    if !rest.isEmpty { canvas.line(Fragment("  … " + rest.joined(separator: ", "), .faint)) }
    guard !incident.relayedBy.isEmpty else { return }
    let verb = incident.relayedBy.count == 1 ? "only prints" : "only print"
    let names = ProcessName.list(incident.relayedBy, summaries)
    canvas.paragraph("\(names) \(verb) this failure of others", label: [Fragment("  ")])
  }

  private var columns: [Column] {
    let members = blamed + healthy
    return [
      Column(title: "process", cells: members.map { ProcessName.short($0, summaries[$0.id]) }, least: 12),
      Column(title: "host", cells: hosts(members), least: 8, isExtra: true),
      Column(title: "pid", cells: members.map { $0.pid.map(String.init) ?? "" }, isNumber: true),
      Column(title: "entrypoint", cells: members.map { $0.entrypoint ?? "" }, least: 12, keepsEnd: true, isExtra: true),
      Column(title: incident.variable ?? "credential", cells: members.map(state), least: 12),
      Column(title: "failures", cells: members.map { Phrase.grouped($0.count) }, isNumber: true),
      Column(title: "last success", cells: members.map(lastSuccess), isExtra: true),
    ]
  }

  /// Only where they differ.
  private func hosts(_ members: [Incident.Member]) -> [String] {
    let hosts = members.map { summaries[$0.id]?.host ?? "" }
    return Set(hosts).count > 1 ? hosts : hosts.map { _ in "" }
  }

  /// `absent`, `present (…a1B2, 164)`; the head instead where the provider is in question.
  private func state(_ member: Incident.Member) -> String {
    guard let credential = credential(of: member) else { return "" }
    let head = credential.head.map { "\($0)…" }
    let tail = credential.tail.map { "…\($0)" }
    let fragment = incident.cause == .wrongProvider ? head ?? tail : tail ?? head
    let details = [fragment, credential.length.map(String.init)].compactMap(\.self)
    var state = credential.state == .unknown ? "" : credential.state.rawValue
    // Its own word, which its failure speaks against.
    if details.isEmpty, credential.state == .present, blamed.contains(where: { $0.id == member.id }) { state = "says present" }
    guard !details.isEmpty else { return state }
    return (state.isEmpty ? "" : state + " ") + "(\(details.joined(separator: ", ")))"
  }

  /// What is known last of the incident's variable, else of any credential of its provider, else of one that names
  /// neither; what shows something of the value comes before a bare word.
  private func credential(of member: Incident.Member) -> CredentialSummary? {
    let credentials = summaries[member.id]?.credentials ?? []
    let own = credentials.filter {
      $0.variable != nil && $0.variable == incident.variable || $0.provider != nil && $0.provider == incident.provider
    }
    // A password of a request has no name either: only what is as long as keys are.
    let nameless = credentials.filter { $0.variable == nil && $0.provider == nil && $0.tail != nil && $0.length ?? 20 >= 20 }
    let named = own.last { $0.variable == incident.variable && $0.variable != nil }
    if let named, named.state != .present || Self.isShown(named) { return named }
    return own.last(where: Self.isShown) ?? nameless.last(where: Self.isShown) ?? named ?? own.last
  }

  private static func isShown(_ credential: CredentialSummary) -> Bool {
    credential.tail != nil || credential.head != nil || credential.length != nil
  }

  private func lastSuccess(_ member: Incident.Member) -> String {
    switch member.lastSuccess {
    case nil: ""
    case .never: "never"
    case .at(let time): time.map { Phrase.time($0, near: incident.lastSeen) } ?? "yes"
    }
  }

  /// As many columns as fit, cut where that is needed.
  private func fitted(_ columns: [Column], width: Int) -> [Column] {
    var columns = columns
    while true {
      let result = cut(columns, width: width)
      guard totalWidth(result) > width, let extra = columns.lastIndex(where: \.isExtra) else { return result }
      columns.remove(at: extra)
    }
  }

  private func totalWidth(_ columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.width + Self.gap } - Self.gap
  }

  /// The columns with cells cut where the table is too wide: entrypoints and names before states.
  private func cut(_ columns: [Column], width: Int) -> [Column] {
    var columns = columns
    var excess = totalWidth(columns) - width
    // Twice: down to twice the least width first, so that no column pays for all.
    for factor in [2, 1] {
      for index in columns.indices.sorted(by: { columns[$0].width > columns[$1].width }) where excess > 0 {
        guard let least = columns[index].least else { continue }
        let old = columns[index].width
        let limit = max(least * factor, DisplayText.width(columns[index].title), old - excess)
        guard limit < old else { continue }
        columns[index].cells = columns[index].cells.map { cell in
          columns[index].keepsEnd
            ? DisplayText.keepingEnd(cell, width: limit) : DisplayText.keepingStart(cell, width: limit)
        }
        excess -= old - columns[index].width
      }
    }
    return columns
  }

  private func row(_ cells: [String], _ columns: [Column]) -> String {
    zip(cells, columns).map { cell, column in
      let padding = String(repeating: " ", count: max(0, column.width - DisplayText.width(cell)))
      return column.isNumber ? padding + cell : cell + padding
    }
    .joined(separator: String(repeating: " ", count: Self.gap))
  }
}
