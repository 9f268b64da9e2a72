import Culprit
import CulpritReport
import CulpritSources

extension AnalysisRun {
  /// All that the paths lead to, as one deployment or as one each.
  func readAll(_ rules: Rules) -> Analyzer {
    let paths = arguments.paths.isEmpty ? ["-"] : arguments.paths
    guard arguments.separatesPaths else { return read(paths, with: Analyzer(rules: rules)) }
    var whole = Analyzer(rules: rules)
    for path in paths {
      whole.merge(read([path], with: Analyzer(rules: rules, options: Options(deployment: path))))
    }
    return whole
  }

  private func read(_ paths: [String], with analyzer: Analyzer) -> Analyzer {
    let list = SourceList(paths: paths, standardInputName: arguments.standardInputName)
    return SourceReading.analyze(list, with: analyzer, cores: arguments.jobs ?? Machine.coreCount)
  }

  /// Standard input while it is written: events as they come, the report at its end.
  mutating func follow(_ analyzer: Analyzer) -> Report {
    var follower = StreamFollower(analyzer: analyzer, name: arguments.standardInputName)
    var hasTold = false
    var last = follower.run { events, processes in
      hasTold = true
      for event in events { tell(event, processes: processes) }
      return !console.isClosed
    }
    let report = last.report()
    if hasTold && arguments.format == .ndjson {
      for event in last.finish() { tell(event, processes: []) }
      console.print(NDJSONReport.summary(report))
    } else {
      if hasTold && arguments.format == .text { console.print("end of the stream; all of it:\n\n") }
      console.print(arguments.format.render(report, style: style))
    }
    return report
  }

  private mutating func tell(_ event: Event, processes: [ProcessSummary]) {
    switch arguments.format {
    case .text: console.print(TextReport.text(event, processes: processes, style: style))
    case .ndjson: console.print(NDJSONReport.line(event))
    case .json: break
    }
  }
}
