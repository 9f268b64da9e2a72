import CulpritDiagnosis

/// The folder in which all files are that a report names: told once, not before each line.
struct CommonFolder {
  /// With a slash at its end; empty where there is none, or it is short.
  let name: String
  /// Shorter ones take no room that matters.
  private static let least = 12

  init(of report: Report) {
    let sources = Set(Self.places(of: report).map(\.source))
    guard let first = sources.first else { name = ""; return }
    var common = Self.folder(of: first[...])
    for source in sources {
      while !common.isEmpty, !source.hasPrefix(common) { common = Self.folder(of: common.dropLast()) }
    }
    name = common.count < Self.least ? "" : String(common)
  }

  /// Up to the last slash.
  private static func folder(of path: Substring) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  private static func places(of report: Report) -> [SourcePlace] {
    let ofIncidents = report.incidents.flatMap { $0.evidence.map(\.place) + $0.chain.map(\.place) }
    let ofProcesses = report.processes.flatMap { $0.credentials.map(\.place) }
    return ofIncidents + ofProcesses + report.neighbours.map(\.place) + report.unexplained.map(\.place)
  }

  /// The report as it is, but for the folder.
  func leftOut(of report: Report) -> Report {
    guard !name.isEmpty else { return report }
    var report = report
    for number in report.incidents.indices {
      for index in report.incidents[number].evidence.indices { shorten(&report.incidents[number].evidence[index].place) }
      for index in report.incidents[number].chain.indices { shorten(&report.incidents[number].chain[index].place) }
    }
    for number in report.processes.indices {
      for index in report.processes[number].credentials.indices { shorten(&report.processes[number].credentials[index].place) }
    }
    for index in report.neighbours.indices { shorten(&report.neighbours[index].place) }
    for index in report.unexplained.indices { shorten(&report.unexplained[index].place) }
    return report
  }

  private func shorten(_ place: inout SourcePlace) {
    if place.source.hasPrefix(name) { place.source.removeFirst(name.count) }
  }
}
