import Culprit
import CulpritDiagnosis
import CulpritIntake
import CulpritSignals
import Testing

/// Logs that were made to hurt come to an end, and those who made them are not believed more than others.
@Suite struct HostileLogTests {
  private func report(_ bytes: [UInt8]) -> Report {
    var analyzer = Analyzer(rules: InventedLog.rules)
    analyzer.feed(bytes, from: "hostile.log")
    return analyzer.report()
  }

  private static let failure = InventedLog.line(1, 4121, "job 4 failed: ", level: "ERROR").dropLast() + InventedLog.incorrect(InventedLog.masked)

  @Test("two megabytes of one line are one line, and what follows it is read")
  func oneLine() {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 2 << 20)
    let report = report(line + Array("\n".utf8) + Array(Self.failure.utf8))
    #expect(report.input.lines == 2)
    #expect(report.incidents.map(\.cause) == [.staleCredential])
  }

  @Test("two megabytes of one line full of wordings blame at most a few")
  func oneLineOfWordings() {
    let wording = "invalid_api_key Incorrect API key provided: x OPENAI_API_KEY= "
    let line = String(repeating: wording, count: (2 << 20) / wording.utf8.count)
    #expect(report(Array(line.utf8)).incidents.count < 4)
  }

  @Test("objects of any depth, NULs and bytes that are no UTF-8 hide no failure and make none")
  func odd() {
    let deep = String(repeating: #"{"error":"#, count: 20_000) + "1" + String(repeating: "}", count: 20_000) + "\n"
    let nulls = [UInt8](repeating: 0, count: 10_000) + [10]
    let invalid = (0..<10_000).map { UInt8(128 + $0 % 128) } + [10]
    let noise = Array(deep.utf8) + nulls + invalid
    #expect(report(noise).incidents.isEmpty)
    #expect(report(noise + Array(Self.failure.utf8)).incidents.count == 1)
  }

  @Test("a traceback without an end is cut, and its wordings count once")
  func endless() {
    var text = InventedLog.line(0, 4121, "job 3 failed", level: "ERROR") + "Traceback (most recent call last):\n"
    for number in 0..<20_000 { text += "  File \"/srv/a.py\", line \(number), in f\n    f()\n" }
    text += InventedLog.incorrect(InventedLog.masked)
    #expect(report(Array(text.utf8)).incidents.count <= 1)
  }

  @Test("a hundred thousand occurrences of one fact are one entry of the ledger, kept in part and counted in whole")
  func counted() {
    var tally = Tally(claim(0))
    for number in 1..<100_000 { tally.add(claim(number)) }
    #expect(tally.count == 100_000 && tally.kept.count < 100)
  }

  private func claim(_ number: Int) -> CredentialClaim {
    let place = Place(source: "a.log", offset: number, newlinesInCell: number)
    let origin = Origin(place: place, writer: Writer(source: "a.log", pid: 1), time: nil)
    return CredentialClaim(origin: origin, state: .present, rank: .application, text: .empty)
  }

  @Test("many pids that fail alike are one incident")
  func manyPids() {
    let text = (0..<60).map { InventedLog.line($0 % 60, 5000 + $0, "job \($0) failed: ", level: "ERROR").dropLast() + InventedLog.incorrect(InventedLog.masked) }
    let report = report(Array(text.joined().utf8))
    #expect(report.incidents.count == 1)
    #expect(report.incidents.first?.processes.count == 60)
  }
}
