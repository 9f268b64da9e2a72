import CulpritDiagnosis
import CulpritReport
import Testing

@Suite struct ReportTests {
  @Test("every sample renders as recorded", arguments: Samples.all.map(\.name), ReportFormat.allCases)
  func rendersAsRecorded(_ name: String, _ format: ReportFormat) throws {
    let report = try #require(Samples.all.first { $0.name == name }?.report)
    try ExpectedFile("\(name).\(format.rawValue)").check(format.render(report))
  }

  @Test("events of a stream render as recorded")
  func rendersEvents() throws {
    let report = Samples.notInherited
    var first = Samples.notInheritedIncident
    first.cause = .undetermined
    first.subcause = nil
    first.confidence = 0.45
    first.healthy = []
    first.count = 1
    var more = Samples.notInheritedIncident
    more.processes.append(Samples.member("queue", "queue", pid: 4400, entrypoint: "dist/queue.js", count: 4))
    more.count = 16
    var growing = more
    growing.count = 99
    let events = [
      Event(kind: .opened, incident: first, previous: nil),
      Event(kind: .updated, incident: Samples.notInheritedIncident, previous: first),
      Event(kind: .updated, incident: more, previous: Samples.notInheritedIncident),
      Event(kind: .updated, incident: growing, previous: more),
      Event(kind: .recovered, incident: growing, previous: more),
      Event(kind: .closed, incident: growing, previous: growing),
    ]
    let text = events.map { TextReport.text($0, processes: report.processes, style: TextStyle()) }.joined()
    try ExpectedFile("events.text").check(text)
    try ExpectedFile("events.ndjson").check(events.map(NDJSONReport.line).joined())
  }

  @Test("no line is wider than asked for, but for code to copy", arguments: [60, 80, 132])
  func keepsWidth(_ width: Int) {
    for (name, report) in Samples.all {
      let text = ReportFormat.text.render(report, style: TextStyle(width: width))
      let code = report.incidents.compactMap(\.fix?.snippet?.code)
      for line in text.split(separator: "\n") where !code.contains(where: { line.contains($0) }) {
        #expect(line.count <= width, "\(name): \(line)")
      }
    }
  }

  @Test("nothing in a log acts on the terminal", arguments: ReportFormat.allCases)
  func cleansText(_ format: ReportFormat) {
    let text = format.render(Samples.hostile)
    let unsafe = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        || (format == .text && (0x202A...0x202E).contains($0.value))
    }
    #expect(unsafe.isEmpty)
  }

  @Test("colours change nothing but colours")
  func colours() {
    for (name, report) in Samples.all {
      let plain = ReportFormat.text.render(report)
      var coloured = ReportFormat.text.render(report, style: TextStyle(colour: .terminal))
      if !report.incidents.isEmpty { #expect(coloured.contains("\u{1B}[1;3"), "\(name)") }
      coloured.replace(#/\u{1B}\[[0-9;]*m/#, with: "")
      #expect(coloured == plain, "\(name)")
    }
  }
}
