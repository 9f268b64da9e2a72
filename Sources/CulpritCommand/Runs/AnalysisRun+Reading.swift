import Culprit
import CulpritReport
import CulpritSources

extension AnalysisRun {
  /// All that the paths lead to, as one deployment or as one each.
  func readAll(_ rules: Rules) -> Analyzer {
    let paths = arguments.paths.isEmpty ? ["-"] : arguments.paths
    guard arguments.separatesPaths else { return read(paths, with: Analyzer(rules: rules, options: options())) }
    var whole = Analyzer(rules: rules)
    for path in paths {
      whole.merge(read([path], with: Analyzer(rules: rules, options: options(deployment: path))))
    }
    return whole
  }

  private func options(deployment: String? = nil) -> Options {
    var options = Options(deployment: deployment)
    options.since = arguments.since
    options.until = arguments.until
    return options
  }

  private func read(_ paths: [String], with analyzer: Analyzer) -> Analyzer {
    let list = SourceList(
      paths: paths, standardInputName: arguments.standardInputName, selection: arguments.reading.selection)
    return ProgressLine.during { progress in
      SourceReading.analyze(list, with: analyzer, options: arguments.reading, progress: progress)
    }
  }

  /// Standard input while it is written: events as they come, the report at its end.
  mutating func followInput(_ rules: Rules) -> Report {
    var follower = StreamFollower(
      analyzer: Analyzer(rules: rules, options: options()), name: arguments.standardInputName,
      options: arguments.reading)
    var hasTold = false
    return end(follower.run { tell($0, hasTold: &hasTold) }, hasTold: hasTold)
  }

  /// Files as they are written and rotated.
  mutating func followFiles(_ rules: Rules) throws(UsageProblem) -> Report {
    let analyzer = Analyzer(rules: rules, options: options())
    var follower: FileFollower
    do throws(StateProblem) {
      follower = try FileFollower(
        paths: arguments.paths, with: analyzer, options: arguments.reading, stateFile: arguments.stateFile)
    } catch {
      throw UsageProblem(message: "'\(arguments.stateFile ?? "")' \(error.detail)")
    }
    for missing in SourceList(paths: arguments.paths).skipped where missing.reason == .missing {
      console.note("\(missing.source): not there yet; waiting for it")
    }
    var hasTold = false
    return end(follower.run { tell($0, hasTold: &hasTold) }, hasTold: hasTold)
  }

  private mutating func end(_ analyzer: Analyzer, hasTold: Bool) -> Report {
    var last = analyzer
    let report = last.report()
    if arguments.format == .ndjson {
      // What was told before, perhaps by an earlier run, is not told again.
      for event in last.finish() { tell(event, processes: []) }
      console.print(NDJSONReport.summary(report))
    } else {
      if hasTold && arguments.format == .text { console.print("end of the stream; all of it:\n\n") }
      console.print(arguments.format.render(report, style: style))
    }
    return report
  }

  /// False where nobody hears any more.
  private mutating func tell(_ message: LiveMessage, hasTold: inout Bool) -> Bool {
    switch message {
    case .events(let events, let processes):
      hasTold = true
      for event in events { tell(event, processes: processes) }
    case .report(let report):
      if arguments.format == .ndjson {
        console.print(NDJSONReport.summary(report))
      } else {
        if arguments.format == .text { console.print("so far:\n\n") }
        console.print(arguments.format.render(report, style: style) + "\n")
      }
    }
    return !console.isClosed
  }

  private mutating func tell(_ event: Event, processes: [ProcessSummary]) {
    switch arguments.format {
    case .text: console.print(TextReport.text(event, processes: processes, style: style))
    case .ndjson: console.print(NDJSONReport.line(event))
    case .json: break
    }
  }
}
