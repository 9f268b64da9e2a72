import CulpritJSON
import CulpritScan

/// A record whose lines are still coming.
struct OpenRecord: Sendable {
  /// What the next lines are expected to be.
  enum Expectation: Hashable, Sendable {
    case nothing
    /// Inside of a Python traceback: ends with a line at column 0, the error.
    case traceback
    /// Code was shown, or a cause announced: an error's head follows.
    case head
    /// The last line ended with an opening bracket.
    case bracketBody
    /// Go's listing of goroutines after a panic.
    case goroutines
    /// Inside of a box.
    case panel
  }

  var place: Place
  var writer: Writer
  var tag: String?
  var time: Timestamp?
  var level: Level?
  var structure: JSONValue?
  var numbers: [HeadNumber] = []
  /// Blanks between its header and its message that may pad the header.
  var padding = 0
  var panelTitle: String?
  var isCut = false
  var isUncertain = false
  /// Of a structured record, its decoded message; else nil, and the lines are the message.
  var structuredMessage: String?
  private(set) var lines: [Record.Line] = []
  private(set) var bytes = 0
  private(set) var expectation = Expectation.nothing
  /// Says or shows an error.
  private(set) var isError = false
  private(set) var hasFrames = false
  /// The line before names an error.
  private var isBelowHead = false
  /// The last lines are an error's head, and what may be more of its message.
  private var isInMessage = false
  private(set) var lastWasBlank = false
  /// Its last box is a traceback: the error stands below it.
  private var holdsStackPanel = false
  /// Its last box is one error of a group.
  private var holdsBranch = false
  /// Nothing goes on with it: a box was closed, a runtime said good-bye.
  private(set) var isEnded = false
  /// `3 validation errors for Settings`: names of fields follow at column 0.
  private var announcesFields = false
  /// Rust's causes stand below their announcement, indented: what begins at column 0 is somebody else's.
  private var listsCauses = false
  /// Blank lines that count only if something follows.
  private var blanks: [Place] = []
  private var continuationStart = 0
  /// When the caller's clock saw it without a new line; nil until then.
  var waitingSince: Timestamp?
  /// Lines of its lane since its own last line.
  var linesSinceOwn = 0
  /// Of its lines so far.
  var mark = RecordMark()

  init(place: Place, writer: Writer) {
    self.place = place
    self.writer = writer
  }

  // MARK: lines

  /// The first lines: text behind the header, or the decoded message.
  mutating func begin(_ text: String, kind: LineKind) {
    for part in text.linesOfText { add(Record.Line(place: place, text: part)) }
    continuationStart = lines.count
    let saysError = level.map { $0 >= .warning } ?? ErrorWords.occur(in: text)
    isError = saysError || Self.announcesCrash(text)
    follow(kind, text)
    if kind == .errorHead || kind == .crash || kind == .traceback { isError = true }
  }

  mutating func append(_ text: String, kind: LineKind, place: Place) {
    waitingSince = nil
    linesSinceOwn = 0
    if kind == .blank {
      if blanks.count < 200 { blanks.append(place) }
      lastWasBlank = true
      return
    }
    for blank in blanks { add(Record.Line(place: blank, text: "")) }
    blanks = []
    lastWasBlank = false
    add(Record.Line(place: place, text: text))
    follow(kind, text)
  }

  private mutating func add(_ line: Record.Line) {
    if !announcesFields {
      announcesFields = String(decoding: line.text.utf8.prefix(200), as: UTF8.self).containsBytes(
        "validation error")
    }
    lines.append(line)
    bytes += line.text.utf8.count + 1
  }

  /// `Process SpawnProcess-1:`, below which `multiprocessing` prints the traceback of a child.
  private static func announcesCrash(_ text: String) -> Bool {
    text.hasPrefix("Process ") && text.hasSuffix(":") && text.utf8.count < 80
  }

  // MARK: expectation

  private mutating func follow(_ kind: LineKind, _ text: String) {
    defer {
      isBelowHead = kind == .errorHead
      // Rows of stars look like symbols of Go.
      isInMessage = kind == .errorHead || isInMessage && (kind == .other || !text.utf8.contains(where: \.isLetter))
    }
    switch kind {
    case .traceback:
      isError = true
      expectation = .traceback
    case .panelTop(let title):
      expectation = .panel
      holdsStackPanel = Self.isStack(title)
      holdsBranch = Self.isBranch(title)
      if holdsStackPanel { isError = true }
    case .panelBottom:
      expectation = holdsStackPanel ? .head : .nothing
      if holdsBranch { expectation = .nothing }
      isEnded = !holdsStackPanel && !holdsBranch
    case .panelRow, .blank: break
    case .cause:
      isError = true
      // Ray prints a whole error with frames of its own below.
      if text == "Original exception:" { hasFrames = false }
      // `Caused by: X: text` is the head itself; `During handling of …` and `[previous exception]`
      // announce one.
      expectation = text.contains(": ") && !text.hasPrefix("[") ? .nothing : .head
    case .location, .excerpt, .caret:
      if expectation != .traceback { expectation = .head }
    case .frame:
      hasFrames = true
      isEnded = LineKind.endsProcess(text)
      if Self.isRubyHead(text) {
        isError = true
        expectation = .head
      }
    case .crash:
      isError = true
      let isGo = text.hasPrefix("panic: ") || text.hasPrefix("fatal error: ")
      // `thread 'main' panicked at src/main.rs:7:5:` says why on the next line.
      expectation = isGo ? .goroutines : text.hasSuffix(":") ? .head : .nothing
    case .errorHead, .other: endStructure(text, kind)
    case .indented, .closer:
      if looksLikeFrame(text) {
        // Ray and others print frames below the outer error: the inner one stands below them.
        if !hasFrames, expectation == .nothing, isBelowHead, text.trimmed.hasPrefix("File \"") { expectation = .traceback }
        hasFrames = true
        if expectation == .head { expectation = .nothing }
      }
      if expectation == .head, lines.count > 1, lines[lines.count - 2].text == "Caused by:" { listsCauses = true }
      if expectation == .bracketBody, kind == .closer { expectation = .nothing }
    }
  }

  private mutating func endStructure(_ text: String, _ kind: LineKind) {
    if kind == .errorHead { isError = true }
    guard expectation != .goroutines, expectation != .panel else { return }
    if expectation == .traceback { hasFrames = true }
    if kind == .errorHead, text.hasPrefix("error: Uncaught ") {
      // Deno shows the code of the throw below it.
      expectation = .head
      return
    }
    let last = text.utf8.last
    expectation =
      last == UInt8(ascii: "{") || last == UInt8(ascii: "[") || last == UInt8(ascii: "(")
      ? .bracketBody : .nothing
  }

  private func looksLikeFrame(_ text: String) -> Bool {
    let trimmed = text.trimmed
    return trimmed.hasPrefix("at ") || trimmed.hasPrefix("File \"") || trimmed.hasPrefix("• ")
      || trimmed.hasPrefix("#") || trimmed.hasPrefix("from ") && trimmed.containsBytes(":in ")
  }

  /// `ask.rb:7:in 'ask': message (Type)`: further lines of the message stand below it, then the backtrace. A
  /// script's top level has none.
  private static func isRubyHead(_ text: String) -> Bool {
    text.hasSuffix(")") && text.containsBytes("': ") && !text.containsBytes("<main>") && !text.hasPrefix("from ")
  }

  /// Tells a failure under a header, in the line before, and shows nothing of it yet.
  var awaitsTraceback: Bool { isError && !hasFrames && lines.count == 1 && linesSinceOwn == 0 && !isEnded && writer.format != "plain" }

  /// Whether a line without a header goes on with this record.
  func continues(with kind: LineKind, _ text: String) -> Bool {
    if isEnded { return kind == .blank }
    return switch kind {
    case .blank: true
    case .panelTop(let title):
      panelTitle == nil && isError && (!hasFrames && Self.isStack(title) || Self.isBranch(title))
    case .location, .crash: false
    // loguru draws the values of a line of code below it.
    case .panelRow: expectation == .panel || expectation == .traceback && text.utf8.first == UInt8(ascii: " ")
    case .panelBottom: expectation == .panel
    case .frame: expectation == .nothing ? isError : expectation != .panel
    case .cause, .closer, .caret, .indented: expectation != .panel
    case .excerpt:
      expectation == .head || (isError && lastWasBlank && writer.shape.isEmpty && text != lines.first?.text)
    case .traceback:
      // In the margin of a group it goes on with the group.
      expectation == .head || expectation == .traceback || isError && (!hasFrames || text.trimmed.hasPrefix("| "))
    case .errorHead:
      if listsCauses {
        false
      } else if expectation != .nothing && expectation != .panel {
        true
      }
      // Bun's heads stand below code; elsewhere `error: ` begins what a command says.
      else {
        !text.hasPrefix("error: ") && isError && (!hasFrames || lastWasBlank)
      }
    case .other: continuesWithText(text)
    }
  }

  private static func isStack(_ title: String) -> Bool { title.hasPrefix("Traceback") }

  /// rich draws each error of a group in a box of its own.
  private static func isBranch(_ title: String) -> Bool { title.hasPrefix("Sub-exception #") }

  /// Whether the text goes on with the message of an error below its frames, under a header: a sentence without a number, for
  /// whoever prints what it does without a header names numbers, or anything where the message has not begun.
  private func continuesMessage(_ text: String) -> Bool {
    guard isInMessage, hasFrames, !lastWasBlank, !writer.shape.isEmpty, let last = lines.last?.text else { return false }
    // Some frame their words by rows of stars.
    let isInRows = last.hasSuffix("***") && lines.suffix(40).count { $0.text == last } % 2 == 1
    if last.hasSuffix(": ") || isInRows { return true }
    guard let first = text.utf8.first, first.isUpper || first == UInt8(ascii: "*"), text.utf8.count < 300 else { return false }
    return !text.utf8.contains(where: \.isDigit) && (text.utf8.count { $0 == 0x20 } > 2 || text.utf8.allSatisfy { $0 == first })
  }

  private func continuesWithText(_ text: String) -> Bool {
    switch expectation {
    case .traceback, .goroutines, .bracketBody: return true
    case .head: return !listsCauses
    case .panel: return false
    case .nothing:
      if isError, lastWasBlank, !hasFrames { return true }
      // rich wraps at its width and leaves the blank: the error below a box goes on.
      if holdsStackPanel, lines.last?.text.utf8.last == UInt8(ascii: " ") { return true }
      // The body of an answer, behind what announces it.
      if isError, text == "{" || text == "[", lines.last?.text.utf8.last == UInt8(ascii: ":") { return true }
      if continuesMessage(text) { return true }
      return announcesFields && ErrorWords.isFieldPath(text)
    }
  }

  /// Whether other writers' lines may stand between its own.
  var isExpecting: Bool { expectation != .nothing }

  /// Takes over a header's second line: `java.util.logging` puts level and message below time and class.
  mutating func amend(_ level: Level?, _ text: String, place: Place) {
    self.level = level ?? self.level
    isError = self.level.map { $0 >= .warning } ?? isError
    lines = []
    add(Record.Line(place: place, text: text))
    waitingSince = nil
  }

  // MARK: end

  func finished() -> Record {
    var record = assembled()
    record.shape = shape
    record.fields = mark.fields
    if writer.format == "plain", lines.first?.text == "{" { record.readObject() }
    if writer.format == "rich", panelTitle == nil {
      for index in record.lines.indices {
        record.lines[index].text = RichColumns.withoutPlace(record.lines[index].text)
      }
      let traceback = record.lines.firstIndex { $0.text.trimmed.hasPrefix("Traceback (most recent call last)") }
      RichColumns.dedent(&record.lines, from: traceback ?? record.lines.endIndex)
      let rows = record.lines.prefix(traceback ?? record.lines.endIndex)
      let sentence = RichColumns.unfolded(rows.map { Panel.withoutBorders($0.text) })
      record.message = ([sentence] + record.lines.dropFirst(rows.count).map(\.text)).joined(separator: "\n")
    }
    return record
  }

  /// Equal for records that tell the same; nil where they cannot be compared. A limit depends on times.
  var shape: UInt64? {
    mark.isShapeless || isCut ? nil : mixed(mark.hash, isUncertain ? 1 : 2)
  }

  private func assembled() -> Record {
    var record = Record(
      place: place, writer: writer, time: time, level: level, message: message, lines: lines,
      structure: structure,
      panelTitle: panelTitle, numbers: numbers, isCut: isCut, isUncertain: isUncertain)
    if record.lines.isEmpty { record.lines = [Record.Line(place: place, text: "")] }
    return record
  }

  private var message: String {
    if panelTitle != nil {
      return Panel.unfolded(lines.filter { !Panel.isBorder($0.text) }.map { Panel.content(of: $0.text) })
    }
    guard let structuredMessage else { return lines.map(\.text).joined(separator: "\n") }
    let rest = lines.dropFirst(continuationStart).map(\.text)
    return ([structuredMessage] + rest).joined(separator: "\n")
  }
}

/// Words that tell an error where a record names no level.
enum ErrorWords {
  private static let plan = ScanPlan(
    anchors: [
      "error", "exception", "fail", "traceback", "panic", "fatal", "crash", "unhandled", "uncaught",
    ]
    .map { Anchor(text: $0, kind: .context) })

  /// Whether one stands in the first bytes of a text.
  static func occur(in text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(400))
    var hits: [Hit] = []
    _ = plan.scan(bytes.span, in: 0..<bytes.count, into: &hits)
    return !hits.isEmpty
  }

  /// `model_settings.openai_api_key`: a path of names and nothing else.
  static func isFieldPath(_ text: String) -> Bool {
    text.utf8.count <= 120
      && text.utf8.allSatisfy {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-")
      }
  }
}
