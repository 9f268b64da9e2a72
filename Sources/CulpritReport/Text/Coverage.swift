import CulpritDiagnosis
import CulpritSignals

/// What is no incident: neighbours, what stayed unexplained, and what the answer covers.
struct Coverage {
  private static let limit = (neighbours: 8, unexplained: 6, skipped: 8, formats: 6)
  private let report: Report

  /// In which all places are that the report names; empty where they are told whole.
  private let folder: String

  init(_ report: Report, folder: String = "") {
    self.report = report
    self.folder = folder
  }

  private var unexplainedLines: Int { report.unexplained.reduce(0) { $0 + $1.count } }

  /// That nothing was found, and in what.
  func writeSilence(to canvas: inout TextCanvas) {
    let input = report.input
    guard input.bytes > 0 else {
      let reason = input.skipped.isEmpty ? "nothing to read: the input is empty" : "nothing could be read"
      canvas.line(Fragment(reason, .caution))
      return
    }
    let isPartial = !input.skipped.isEmpty
    let verdict = unexplainedLines > 0 ? "no credential failure that a rule explains" : "no credential failure found"
    canvas.paragraph(verdict + (isPartial ? " in what could be read" : ""), tone: .good)
    let lines = "\(Phrase.count(input.lines, "line")) of \(Phrase.count(input.sources, "source")) searched"
    let records = input.records == 0
      ? "no record speaks of a credential or a provider"
      : "\(Phrase.count(input.records, "record")) looked at closely"
    canvas.paragraph("\(lines), \(records)")
    guard input.failuresOutside > 0 else { return }
    let outside = Phrase.count(input.failuresOutside, "record")
    canvas.paragraph(
      "\(outside) outside of the time asked for (--since, --until) tell of credential failures, and do not count",
      tone: .caution)
  }

  func write(to canvas: inout TextCanvas) {
    if report.incidents.isEmpty { ProbedText(report.processes).write(to: &canvas) }
    writeNeighbours(to: &canvas)
    writeUnexplained(to: &canvas)
    writeSkipped(to: &canvas)
    canvas.gap()
    writeSummary(to: &canvas)
  }

  private func writeNeighbours(to canvas: inout TextCanvas) {
    guard !report.neighbours.isEmpty else { return }
    canvas.gap()
    canvas.line(Fragment("also seen, and no credential's fault", .strong))
    let shown = report.neighbours.prefix(Self.limit.neighbours)
    let rows = shown.map { neighbour in
      [
        neighbour.kind,
        Phrase.service(neighbour.provider, neighbour.status) ?? "",
        "\(Phrase.grouped(neighbour.count)) ×",
      ]
    }
    let widths = (0..<3).map { column in rows.map { DisplayText.width($0[column]) }.max() ?? 0 }
    for (row, neighbour) in zip(rows, shown) {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayText.width($0)) }
      let time = neighbour.firstSeen.map { "  from \(Phrase.time($0, near: $0))" } ?? ""
      canvas.line(
        [Fragment("  " + cells.joined(separator: "  ")), Fragment(time, .faint)],
        right: [place(neighbour.place, in: canvas)])
      let last = shown.last { $0.kind == neighbour.kind }
      writeDetails(neighbour, isLast: neighbour == last, to: &canvas)
    }
    writeRest(report.neighbours.count - shown.count, to: &canvas)
  }

  /// What the answer said, by which one finds the scope, the model or the host; and once a kind what to do instead.
  private func writeDetails(_ neighbour: Neighbour, isLast: Bool, to canvas: inout TextCanvas) {
    let excerpt = Excerpt(of: neighbour.text.description, around: Self.telling[neighbour.kind] ?? [])
    let margin = [Fragment("    ")]
    canvas.paragraph(excerpt.text(width: canvas.width - 4, lines: 2), label: margin, tone: .faint, lines: 2)
    guard isLast, let remedy = neighbour.remedy else { return }
    canvas.paragraph("to do: " + remedy, label: margin, lines: 4)
  }

  /// Words beside which an answer names what is missing.
  private static let telling: [String: [String]] = [
    "permission-denied": ["issing scope", "scope", "permission", "not authorized", "denied"],
    "model-not-found": ["model", "deployment"], "quota-exhausted": ["quota", "credit", "billing"],
    "network": ["ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "timed out", "timeout", "refused", "certificate"],
  ]

  private func writeUnexplained(to canvas: inout TextCanvas) {
    guard !report.unexplained.isEmpty else { return }
    canvas.gap()
    canvas.line(Fragment("looks like a credential failure, and no rule explains it", .caution))
    for entry in report.unexplained.prefix(Self.limit.unexplained) {
      let count = entry.count > 1 ? "\(Phrase.grouped(entry.count)) × " : ""
      let label = [Fragment("  "), place(entry.place, in: canvas), Fragment("  ")]
      canvas.paragraph(count + entry.text.description, label: label, lines: 3)
    }
    writeRest(report.unexplained.count - Self.limit.unexplained, to: &canvas)
  }

  private func writeSkipped(to canvas: inout TextCanvas) {
    guard !report.input.skipped.isEmpty else { return }
    canvas.gap()
    canvas.line(Fragment("not read", .caution))
    for entry in report.input.skipped.prefix(Self.limit.skipped) {
      let amount = entry.bytes.map { ", \(Phrase.bytes($0))" } ?? ""
      let offset = entry.offset.map { " from byte \(Phrase.grouped($0))" } ?? ""
      let detail = entry.detail.isEmpty ? "" : " (\(entry.detail))"
      let reason = entry.reason.rawValue
      canvas.paragraph("\(entry.source): \(reason)\(offset)\(amount)\(detail)", label: [Fragment("  ")], lines: 3)
    }
    writeRest(report.input.skipped.count - Self.limit.skipped, to: &canvas)
  }

  private func writeRest(_ count: Int, to canvas: inout TextCanvas) {
    if count > 0 { canvas.line(Fragment("  … \(Phrase.grouped(count)) more", .faint)) }
  }

  private func place(_ place: SourcePlace, in canvas: TextCanvas) -> Fragment {
    Fragment(DisplayText.keepingEnd(DisplayText.cleaned(Phrase.place(place)), width: canvas.width / 2), .faint)
  }

  /// `2 sources, 10 MB · nest, pino · 2 processes · nothing unexplained`, broken only between its parts.
  private func writeSummary(to canvas: inout TextCanvas) {
    var row = ""
    for part in summaryParts.map(DisplayText.cleaned) {
      let longer = row.isEmpty ? part : row + " · " + part
      if !row.isEmpty, DisplayText.width(longer) > canvas.width {
        canvas.paragraph(row, tone: .faint, lines: 3)
        row = part
      } else {
        row = longer
      }
    }
    canvas.paragraph(row, tone: .faint, lines: 3)
  }

  private var summaryParts: [String] {
    let input = report.input
    let formats = input.orderedFormats.map(\.id)
    let more = formats.count - Self.limit.formats
    let names = formats.prefix(Self.limit.formats).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let unexplained = unexplainedLines == 0
      ? "nothing unexplained"
      : "\(Phrase.count(unexplainedLines, "line")) unexplained, first \(Phrase.place(report.unexplained[0].place))"
    let parts = [
      "\(Phrase.count(input.sources, "source")), \(Phrase.bytes(input.bytes))",
      names.isEmpty ? "no known format" : names, Phrase.count(report.processes.count, "process"), unexplained,
    ]
    let whereabouts = folder.isEmpty ? [] : ["lines are told by file, in \(folder)"]
    return parts + whereabouts + (input.skipped.isEmpty ? [] : ["\(input.skipped.count) not read"])
  }
}
