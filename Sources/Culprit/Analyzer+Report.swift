import CulpritDiagnosis
import CulpritIntake
public import CulpritReport

extension Analyzer {
  /// What all that was fed so far means; the analyzer can go on.
  ///
  /// Records that are still open are taken as they are. Costs a diagnosis, and a copy of the open sources.
  public func report() -> Report {
    let finished = finished()
    var report = Report(
      input: finished.input, processes: [], incidents: [], neighbours: [], unexplained: [])
    for diagnosis in finished.diagnoses() {
      report.processes += diagnosis.processes
      report.incidents += diagnosis.incidents
      report.neighbours += diagnosis.neighbours
      report.unexplained += diagnosis.unexplained
    }
    if finished.deployments.count > 1 { report.sort() }
    return report
  }

  /// A report on one whole text.
  ///
  /// - Parameter source: what the report calls it.
  public static func report(on text: String, from source: String = "log") -> Report {
    var analyzer = Analyzer()
    analyzer.feed(text, from: source)
    return analyzer.report()
  }

  private var input: Report.Input {
    var input = Report.Input(
      sources: 0, bytes: 0, lines: 0, records: 0, formats: [:], skipped: skipped.sorted(by: Self.precedes))
    input.failuresOutside = deployments.values.reduce(0) { $0 + $1.failuresOutside }
    for coverage in deployments.values.flatMap(\.coverage.values) {
      input.sources += 1
      input.bytes += coverage.bytes
      input.lines += coverage.lines
      input.records += coverage.records
      input.formats.merge(coverage.formats, uniquingKeysWith: +)
    }
    return input
  }

  private static func precedes(_ a: Report.Skipped, _ b: Report.Skipped) -> Bool {
    (a.source, a.offset ?? 0, a.reason.rawValue, a.detail)
      < (b.source, b.offset ?? 0, b.reason.rawValue, b.detail)
  }
}

extension Report {
  /// The order that a report has, for lists of several deployments.
  fileprivate mutating func sort() {
    incidents.sort { a, b in
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      let (first, second) = (a.firstSeen.flatMap { $0.isDated ? $0 : nil }, b.firstSeen.flatMap { $0.isDated ? $0 : nil })
      if first != second {
        guard let first, let second else { return first != nil }
        return first < second
      }
      return a.id < b.id
    }
  }
}
