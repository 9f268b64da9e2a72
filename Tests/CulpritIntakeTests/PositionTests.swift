import CulpritIntake
import CulpritScan
import Testing

/// What is framed depends on bytes and positions alone.
struct PositionTests {
  static let logs = [
    "python/013-crew-scheduler-other-provider-panels/scheduler.log",
    "python/008-worker-undefined-string-compose-ts/app.log",
    "python/063-lambda-revoked-one-stream/cloudwatch.log",
    "python/027-litellm-openai-absent-ansi/gate.log",
    "node/012-nest-key-with-quotes-ansi/contracts.log",
    "node/068-mastra-gemini-key-in-openai/planner.log",
    "other/019-openai-java-azure-url-with-openai-key/app.log",
    "other/027-sidekiq-one-process-without-key/sidekiq-2.log",
    "other/037-openai-java-pointed-at-anthropic/app.log",
  ]

  @Test("how the bytes are cut when they are fed changes nothing", arguments: logs, [1, 7, 65_536])
  func feeding(_ log: String, _ size: Int) throws {
    let bytes = try Reading.corpus(log)
    let whole = Reading.reading(of: bytes, options: Reading.small)
    let pieces = Reading.reading(of: bytes, options: Reading.small, pieces: size)
    #expect(!whole.records.isEmpty)
    #expect(pieces.records.map(Reading.image) == whole.records.map(Reading.image))
    #expect(pieces.coverage == whole.coverage)
  }

  @Test("lines that are passed over change nothing", arguments: logs, [1_500, 6_000])
  func passingOver(_ log: String, _ size: Int) throws {
    let text = try String(decoding: Reading.corpus(log), as: UTF8.self)
    var options = Reading.small
    options.sampleEvery = 30 << 10
    // Blocks of its lines far apart in lines that nobody wants, some of which are long, or have no end.
    let filler = (0..<300).map { number in
      "2026-11-23 03:00:00 INFO nothing \(number)" + String(repeating: "-", count: number % 97 == 96 ? 5_000 : number % 50)
    }
    var lines: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(200).enumerated() {
      if index % 40 == 0 { lines += filler.dropFirst(index).prefix(150) }
      lines.append(String(line))
    }
    let bytes = Array((lines + filler).joined(separator: "\n").utf8)
    let part = options.cellSize..<(bytes.count / 2 / options.cellSize * options.cellSize)
    for part in [nil, part] {
      var passed = 0
      let fed = Reading.reading(of: bytes, options: options, part: part)
      let skimmed = Reading.reading(of: bytes, options: options, pieces: size, part: part) { passed += $0 }
      #expect(skimmed.records.map(Reading.image) == fed.records.map(Reading.image))
      #expect(skimmed.coverage == fed.coverage)
      #expect(passed > 0)
    }
  }

  @Test("the records of a whole are those of its parts", arguments: logs, [1, 3])
  func parts(_ log: String, _ cells: Int) throws {
    let bytes = try Reading.corpus(log)
    let whole = Reading.reading(of: bytes, options: Reading.small)
    let size = cells * Reading.small.cellSize
    var records: [Record] = []
    var coverage = SourceCoverage()
    for start in stride(from: 0, to: bytes.count, by: size) {
      let end = start + size >= bytes.count ? Int.max : start + size
      let part = Reading.reading(of: bytes, options: Reading.small, part: start..<end)
      records += part.records
      coverage.bytes += part.coverage.bytes
      coverage.lines += part.coverage.lines
      coverage.records += part.coverage.records
      coverage.newlines.merge(part.coverage.newlines) { _, _ in
        Issue.record("a cell has two owners")
        return 0
      }
    }
    #expect(records.map(Reading.image) == whole.records.map(Reading.image))
    #expect(coverage.bytes == whole.coverage.bytes)
    #expect(coverage.lines == whole.coverage.lines)
    #expect(coverage.records == whole.coverage.records)
    #expect(coverage.newlines == whole.coverage.newlines)
  }

  @Test("a part that begins within a line longer than what it is given still owns its pieces")
  func partWithinLine() {
    let line = String(repeating: "x", count: 30_000) + " api_key " + String(repeating: "y", count: 30_000)
    let bytes = Array(("INFO: a\n" + line + "\nINFO: b\n").utf8)
    let whole = Reading.records(of: bytes, options: Reading.small)
    let size = Reading.small.cellSize
    let parts = stride(from: 0, to: bytes.count, by: size).flatMap { start in
      Reading.records(
        of: bytes, options: Reading.small,
        part: start..<(start + size >= bytes.count ? .max : start + size))
    }
    #expect(parts.map(Reading.image) == whole.map(Reading.image))
    #expect(whole.contains { $0.message.containsWord("api_key") })
  }

  @Test("newlines of cells and of places are counted right", arguments: logs)
  func newlines(_ log: String) throws {
    let bytes = try Reading.corpus(log)
    let (records, coverage) = Reading.reading(of: bytes, options: Reading.small)
    let size = Reading.small.cellSize
    for (cell, count) in coverage.newlines {
      let range = cell * size..<min((cell + 1) * size, bytes.count)
      #expect(bytes[range].count { $0 == 0x0A } == count)
    }
    for place in records.flatMap({ [$0.place] + $0.lines.map(\.place) }) {
      let start = place.offset / size * size
      #expect(bytes[start..<place.offset].count { $0 == 0x0A } == place.newlinesInCell)
    }
    #expect(coverage.lines == bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1))
  }

  @Test("lines far from every anchor are not framed, those around one are")
  func stretches() {
    var options = Reading.small
    options.head = 0
    options.sampleEvery = 1 << 40
    var text = ""
    for line in 0..<1_000 {
      text += line == 500 ? "api_key refused\n" : "2026-11-23 03:00:00 INFO line \(line)\n"
    }
    let records = Reading.records(of: Array(text.utf8), options: options)
    let anchor = text.utf8.count / 2
    // The line at offset 0 is a sample.
    let framed = records.dropFirst()
    #expect(framed.contains { $0.message == "api_key refused" })
    #expect(framed.allSatisfy { abs($0.place.offset - anchor) < 2_000 })
    #expect(framed.count > 20)
    #expect(framed.count < 60)
  }

  @Test("a context anchor frames its own line alone")
  func context() {
    var options = Reading.small
    options.head = 0
    options.sampleEvery = 1 << 40
    let filler = String(repeating: "2026-11-23 03:00:00 INFO nothing\n", count: 100)
    let text = filler + "2026-11-23 03:00:01 INFO POST https://api.openai.com/v1/x 200\n" + filler
    let records = Reading.records(of: Array(text.utf8), options: options)
    #expect(records.dropFirst().map(\.message) == ["POST https://api.openai.com/v1/x 200"])
  }

  @Test("a hint frames widely near another hit only, whichever comes first", arguments: [-600, 600, -2_000, 2_000])
  func hints(_ distance: Int) {
    var options = Reading.small
    options.head = 0
    options.sampleEvery = 1 << 40
    let filler = "2026-11-23 03:00:00 INFO nothing\n"
    var lines = [String](repeating: filler, count: 400)
    lines[200] = "2026-11-23 03:00:01 INFO credential\n"
    lines[200 + distance / filler.utf8.count] = "2026-11-23 03:00:01 INFO POST https://api.openai.com/v1 200\n"
    let records = Reading.records(of: Array(lines.joined().utf8), options: options).dropFirst()
    #expect(records.contains { $0.message == "credential" })
    let isNear = abs(distance) < options.hintReach
    #expect((records.count > 25) == isNear, "\(records.count) records")
    #expect(records.count > 5)
  }

  @Test("of lines with names of processes the first of each cell are framed")
  func names() {
    var options = Reading.small
    options.head = 0
    options.sampleEvery = 1 << 40
    options.names = ["tagger.js", "4312"]
    let anchors = options.names.map { Anchor(text: $0, kind: .name) }
    var reader = SourceReader(
      source: "log", plan: ScanPlan(anchors: anchors), formats: Reading.formats, options: options)
    var records: [Record] = []
    let lines = (0..<options.cellSize / 40).map { number in "2026-11-23 03:00:00 INFO pid 4312 and 943129 \(number)\n" }
    let cell: String = lines.joined()
    let text: String = cell + "2026-11-23 03:00:00 INFO tagger.js is up\n" + cell
    reader.feed(Array(text.utf8).span, into: &records)
    reader.finish(into: &records)
    #expect(records.contains { $0.message == "tagger.js is up" })
    #expect((3...8).contains(records.count), "\(records.count) records")
  }

  @Test("live, a failure is framed at once, and its record ends when it has waited")
  func live() {
    var reader = SourceReader(
      source: "live", plan: Reading.plan, formats: Reading.formats, options: Reading.small)
    var records: [Record] = []
    let filler = String(repeating: "2026-11-23 03:00:00 INFO nothing\n", count: 200)
    reader.feed(Array((filler + "2026-11-23 03:00:01 ERROR api_key refused\n").utf8).span, into: &records)
    #expect(records.last?.message == "nothing")
    func time(_ seconds: Double) -> Timestamp {
      Timestamp(nanoseconds: Int64(seconds * 1e9), hasZone: true)
    }
    reader.advance(to: time(100), into: &records)
    reader.advance(to: time(100.4), into: &records)
    #expect(records.last?.message == "nothing")
    reader.advance(to: time(100.5), into: &records)
    #expect(records.last?.message == "api_key refused")
    reader.finish(into: &records)
    #expect(records.count { $0.message == "api_key refused" } == 1)
  }
}

extension String {
  fileprivate func containsWord(_ word: String) -> Bool { split(separator: " ").contains { $0 == word } }
}
