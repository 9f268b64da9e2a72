import CulpritRegex

/// What is found out of a line while it is taken.
struct LineNotes {
  /// It is one line of one origin, and nothing of what becomes of it depends on other origins or on times.
  var isPlain = true
  /// It prints a date, so that later times without one are of that day.
  var tellsDay = false
  /// Its envelope has a time.
  var hasOwnTime = false
  /// It was added to an open record.
  var goesOn = false
}

/// Joins the lines of one cell's stretches into records.
///
/// Starts fresh before its cell, so that it is in step where the cell begins, and emits only what begins
/// in the cell.
struct Framer: Sendable {
  /// Offsets of the source at which records that it emits begin.
  let owned: Range<Int>
  private let source: String
  private let recogniser: HeaderRecogniser
  private let options: IntakeOptions

  var lanes: [Origin: Lane] = [:]
  /// Name of the section that a line such as `==> web.log <==` began.
  private(set) var section: String?
  private var export = JournalExport()
  private(set) var reference = CalendarDay(year: 1970, month: 1, day: 1)
  /// Where the last line of the source went: lines without any envelope may go on there.
  var lastOrigin = Origin()
  /// What the line is called that is being taken.
  var mark = LineMark.none
  /// What is found out of the line that is being taken.
  private(set) var notes = LineNotes()
  /// Origins that are kept apart at a time; a log that names more begins anew.
  private static let laneLimit = 512

  init(source: String, owned: Range<Int>, recogniser: HeaderRecogniser, options: IntakeOptions) {
    self.source = source
    self.owned = owned
    self.recogniser = recogniser
    self.options = options
  }

  /// Whether a record that it will emit is still open.
  var holdsOwned: Bool { lanes.values.contains { $0.holds(owned) } }

  // MARK: lines

  /// Takes the next line.
  mutating func add(_ text: String, at place: Place, into records: inout [Record]) {
    if isFull { startOver(into: &records) }
    if let name = Self.sectionName(text) {
      begin(section: name, into: &records)
    } else if let (peeled, start) = peel(text, at: place) {
      accept(peeled, at: start, into: &records)
    }
  }

  /// More origins than are kept apart.
  var isFull: Bool { lanes.count >= Self.laneLimit }

  mutating func startOver(into records: inout [Record]) {
    closeAll(into: &records)
    lanes = [:]
  }

  /// What follows is another file's.
  mutating func begin(section name: String, into records: inout [Record]) {
    guard name != section else { return }
    // Where sections take turns, what one has begun goes on when it has its turn again.
    if !lanes.keys.contains(where: { $0.section == name }) { closeAll(into: &records) }
    section = name
  }

  /// The line without its envelopes, and where its record would begin; nil while pieces of it are missing.
  mutating func peel(_ text: String, at place: Place) -> (PeeledLine, Place)? {
    notes = LineNotes()
    var place = place
    var peeled: PeeledLine
    switch export.take(text, at: place, reference: reference) {
    case .taken: return nil
    case .entry(let entry, let start):
      peeled = Envelopes.peelAll(entry, reference: reference)
      place = start
      notes.isPlain = false
    case .other: peeled = Envelopes.peelAll(text.withoutMark, reference: reference)
    }
    peeled.origin.section = section ?? peeled.origin.section
    peeled.carried?.origin.section = peeled.origin.section
    return join(peeled, place: place)
  }

  mutating func accept(_ peeled: PeeledLine, at place: Place, into records: inout [Record]) {
    reference = peeled.day ?? reference
    notes.tellsDay = peeled.day != nil
    notes.hasOwnTime = peeled.time != nil
    let lines = peeled.text.linesOfText
    if lines.count > 1 { notes.isPlain = false }
    for line in lines.prefix(options.recordLines) { accept(line, peeled, at: place, into: &records) }
  }

  /// Origins whose open records decide what becomes of a line, beside its own.
  func neighbours(of peeled: PeeledLine) -> [Origin] {
    var result: [Origin] = []
    if peeled.origin.isBare, !lastOrigin.isBare { result.append(lastOrigin.untagged) }
    if peeled.origin.stream != nil, peeled.text.utf8.contains(0xE2) {
      result.append(Self.beside(peeled.origin.untagged))
    }
    return result
  }

  private static let outputPattern = CompiledPattern.constant(
    #"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} DEBG '(?<name>[^']{1,100})' (?:stdout|stderr) output:$"#)
  private static let lastLinesPattern = CompiledPattern.constant(#"^(?<name>\S{1,300}\.log) last \d{1,6} lines:$"#)

  /// `==> name <==`, as `tail` and `head` print it before another file; `name.log last 15 lines:` of `pm2 logs`;
  /// `DEBG 'name' stdout output:` of supervisord, with what its program wrote below it.
  static func sectionName(_ text: String) -> String? {
    if text.hasSuffix(" lines:"), let name = lastLinesPattern.firstMatch(in: text)?["name"] { return name }
    if text.hasSuffix(" output:"), let name = outputPattern.firstMatch(in: text)?["name"] { return name }
    guard text.hasPrefix("==> "), text.hasSuffix(" <=="), text.utf8.count > 8 else { return nil }
    return String(text.dropFirst(4).dropLast(4))
  }

  /// Puts the pieces of a runner's cut line together; nil while pieces are missing.
  private mutating func join(_ peeled: PeeledLine, place: Place) -> (PeeledLine, Place)? {
    let key = (peeled.carried?.origin ?? peeled.origin).untagged
    if peeled.isPartial {
      notes.isPlain = false
      lanes[key, default: Lane()].keepPiece(peeled.text, place: place, limit: options.lineBytes)
      return nil
    }
    guard let kept = lanes[key]?.takePieces() else { return (peeled, place) }
    notes.isPlain = false
    var whole = Envelopes.peelAll(kept.text + (peeled.carried?.text ?? peeled.text), reference: reference)
    var origin = peeled.carried?.origin ?? peeled.origin
    origin.add(whole.origin)
    whole.origin = origin
    whole.time = whole.time ?? peeled.time
    whole.level = whole.level ?? peeled.level
    whole.day = whole.day ?? peeled.day
    return (whole, kept.place)
  }

  private mutating func accept(
    _ text: String, _ peeled: PeeledLine, at place: Place, into records: inout [Record], cuts: Int = 0
  ) {
    if cuts < Self.cutLimit, let border = Panel.collision(in: text) {
      notes.isPlain = false
      accept(text.slice(0..<border), peeled, at: place, into: &records, cuts: cuts + 1)
      accept(text.slice(border..<text.utf8.count), peeled, at: place, into: &records, cuts: cuts + 1)
      return
    }
    guard
      let header = recogniser.header(
        of: text, object: cuts == 0 ? peeled.object : nil, reference: reference)
    else {
      continueOrBegin(text, peeled, at: place, into: &records)
      return
    }
    reference = header.day ?? reference
    if header.day != nil { notes.tellsDay = true }
    guard peeled.object == nil,
      let cut = recogniser.secondHeader(in: text, after: header, reference: reference),
      cuts < Self.cutLimit
    else {
      begin(header, peeled, at: place, into: &records)
      return
    }
    notes.isPlain = false
    accept(text.slice(0..<cut), peeled, at: place, into: &records, cuts: Self.cutLimit)
    accept(text.slice(cut..<text.utf8.count), peeled, at: place, into: &records, cuts: cuts + 1)
  }

  /// Records that may stand on one line; more than a few writes never collide.
  private static let cutLimit = 8

  // MARK: records with a header

  private mutating func begin(
    _ header: Header, _ peeled: PeeledLine, at place: Place, into records: inout [Record]
  ) {
    let key = peeled.origin.untagged
    if lanes[key]?.amendLast(header, place: place) == true {
      lanes[key]?.markLast(.none)
      return
    }
    let writer = WriterMaker.writer(header, peeled.origin, source: source, containers: options.containers)
    if goOn(header, peeled, writer: writer, at: place) { return }
    var record = OpenRecord(place: place, writer: writer)
    record.tag = peeled.origin.tag
    record.time = Self.time(header: header.time, envelope: peeled.time)
    record.level = header.level ?? peeled.level
    record.structure = header.structure
    record.numbers = Self.numbers(ofTag: peeled.origin.tag) + header.numbers
    record.padding = header.padding
    if header.format == "rich", header.time == nil {
      record.time = lanes[key]?.lastTime ?? record.time
      notes.isPlain = false
    }
    if header.isWholeLine { record.structuredMessage = header.message }
    // What becomes of the others hangs on their numbers.
    if !record.numbers.isEmpty, lanes[key]?.waitsBeside(record.numbers) == true { notes.isPlain = false }
    addMark(to: &record)
    record.begin(header.message, kind: Self.messageKind(header.message))
    lanes[key, default: Lane()].begin(record, owned: owned, into: &records)
    lastOrigin = peeled.origin
  }

  /// Adds a line to its writer's failure where its header stands before every physical line of it: consoles, web
  /// servers and copies of logs stamp each.
  private mutating func goOn(_ header: Header, _ peeled: PeeledLine, writer: Writer, at place: Place) -> Bool {
    let key = peeled.origin.untagged
    let message = indented(header, in: key)
    let text = message.firstLine
    let kind = LineKind(text)
    // An object is a record of its own, unless it holds nothing but a backtrace: Sidekiq prints it behind its error.
    guard !header.isWholeLine || kind == .frame else { return false }
    guard kind.isPart || kind == .traceback || kind == .errorHead || kind == .other else { return false }
    let line = HeadedLine(writer: writer, level: header.level ?? peeled.level, kind: kind, text: text)
    guard let lane = lanes[key], case let open = lane.headed(line), !open.isEmpty else { return false }
    // Also where the record is another one's: that hangs on the others that are open.
    notes.isPlain = false
    let numbers = Self.numbers(ofTag: peeled.origin.tag) + header.numbers
    guard let index = open.last(where: { !lane.differs(numbers, from: $0) }) else { return false }
    let arrival = LineArrival(
      place: place, time: Self.time(header: header.time, envelope: peeled.time), tag: peeled.origin.tag, mark: .none)
    for (number, line) in message.linesOfText.enumerated() {
      let kind = number == 0 ? kind : LineKind(line)
      guard lanes[key]?.append(line, kind: kind, arrival, to: index, options: options) == true else { return number > 0 }
    }
    lastOrigin = peeled.origin
    notes.goesOn = true
    return true
  }

  /// The message with the blanks before it that pad no header, because the last record of the lane has fewer there.
  private func indented(_ header: Header, in key: Origin) -> String {
    guard header.padding > 0, let padding = lanes[key]?.lastPadding, header.padding > padding else { return header.message }
    return String(repeating: " ", count: header.padding - padding) + header.message
  }

  /// `[worker:4312]`: a tag may hold the pid.
  private static func numbers(ofTag tag: String?) -> [HeadNumber] {
    guard let tag, tag.utf8.contains(where: \.isDigit) else { return [] }
    let text = "[" + tag + "]"
    return HeadNumberReader.numbers(of: text, upTo: text.utf8.count)
  }

  /// Of the text behind a header: an indented message goes on with nothing.
  private static func messageKind(_ message: String) -> LineKind {
    let kind = LineKind(message.firstLine)
    return switch kind {
    case .traceback, .errorHead, .crash: kind
    case .panelTop: kind
    default: .other
    }
  }

  /// The record's own time where it tells its zone, else the runner's, which does.
  private static func time(header: Timestamp?, envelope: Timestamp?) -> Timestamp? {
    guard let header else { return envelope }
    guard let envelope, envelope.hasZone, !header.hasZone else { return header }
    return envelope
  }

  // MARK: lines without a header

  private mutating func continueOrBegin(
    _ text: String, _ peeled: PeeledLine, at place: Place, into records: inout [Record]
  ) {
    let kind = LineKind(text)
    var origin = peeled.origin
    // Untagged lines after a tagged one belong to it, where they cannot stand alone or it waits for them.
    if origin.isEmpty || origin.section == section && origin.isBare, !lastOrigin.isBare,
      kind.isPart || kind == .blank || lanes[lastOrigin.untagged]?.waits(for: kind, text) == true
    {
      origin = lastOrigin
      notes.isPlain = false
    }
    let key = origin.untagged
    let isTagged = peeled.origin.tag != nil
    let arrival = LineArrival(
      place: place, time: peeled.time, tag: isTagged ? origin.tag : nil, mark: notes.isPlain ? mark : .none)
    if lanes[key]?.append(text, kind: kind, arrival, options: options) == true {
      if lastOrigin.untagged != key { lastOrigin = origin }
      notes.goesOn = true
      return
    }
    guard kind != .blank else { return }
    begin(plain: text, kind: kind, peeled, at: place, into: &records)
  }

  private mutating func begin(
    plain text: String, kind: LineKind, _ peeled: PeeledLine, at place: Place, into records: inout [Record]
  ) {
    let key = peeled.origin.untagged
    let writer = WriterMaker.writer(nil, peeled.origin, source: source, containers: options.containers)
    var record = OpenRecord(place: place, writer: writer)
    record.tag = peeled.origin.tag
    record.time = peeled.time
    record.level = peeled.level
    if record.writer.pid == nil {
      let lead = HeadLead.lead(of: text, from: 0, isHeaded: peeled.origin.tag != nil)
      record.writer.pid = lead?.pid
      record.numbers = Self.numbers(ofTag: peeled.origin.tag)
      if let lead { record.numbers += HeadNumberReader.numbers(of: text, upTo: lead.end) }
      if let tail = HeadNumberReader.tail(of: text) { record.numbers.append(tail) }
    }
    // Behind a gap or a cut record a line that goes on with something has lost its beginning.
    record.isUncertain = kind.isPart
    if case .panelTop(let title) = kind {
      record.panelTitle = title
      notes.isPlain = false
      let headers = [lanes[key]?.headed, laneBeside(key)?.headed].compactMap(\.self)
      if let before = headers.max(by: { $0.offset < $1.offset }) {
        record.writer = before.writer
        record.time = record.time ?? lanes[key]?.lastTime
        record.isUncertain = true
      }
    }
    addMark(to: &record)
    record.begin(text, kind: kind)
    lanes[key, default: Lane()].begin(record, owned: owned, into: &records)
    lastOrigin = peeled.origin
  }

  /// A line that does not stand for itself alone has no name.
  private func addMark(to record: inout OpenRecord) {
    record.mark.add(notes.isPlain ? mark : .none)
  }

  /// More of a line that was too long: whose it is does not stand here any more.
  mutating func addPiece(_ text: String, at place: Place, into records: inout [Record]) {
    var record = OpenRecord(
      place: place,
      writer: WriterMaker.writer(nil, Origin(), source: section ?? source, containers: options.containers))
    record.isUncertain = true
    record.isCut = true
    record.mark.add(.none)
    record.begin(text, kind: .other)
    lanes[Origin(), default: Lane()].begin(record, owned: owned, into: &records)
    lastOrigin = Origin()
  }

  /// The lane of the same program's other stream.
  private func laneBeside(_ key: Origin) -> Lane? {
    key.stream == nil ? nil : lanes[Self.beside(key)]
  }

  private static func beside(_ key: Origin) -> Origin {
    var other = key
    other.stream = key.stream == "stdout" ? "stderr" : "stdout"
    return other
  }

  // MARK: closing

  /// Between stretches nothing is known: whatever is open ends.
  mutating func gap(into records: inout [Record]) {
    closeAll(into: &records)
    forgetEntry()
  }

  /// An entry of several lines that has begun is not gone on with.
  mutating func forgetEntry() {
    if export.isOpen { export = JournalExport() }
  }

  /// Ends what is open in one lane.
  mutating func close(lane key: Origin, into records: inout [Record]) {
    lanes[key]?.closeAll(owned: owned, into: &records)
  }

  /// A framer that is to read some lines again, with what one lane knew before them.
  func replaying(_ lane: Lane, of key: Origin, _ place: CellPlace) -> Framer {
    var copy = Framer(source: source, owned: place.owned, recogniser: recogniser, options: options)
    copy.section = key.section
    copy.reference = place.reference
    copy.lanes[key] = lane.untimed
    copy.lastOrigin = key
    return copy
  }

  /// Ends what has been read on for too long behind the cell.
  mutating func cutAll(into records: inout [Record]) {
    for key in lanes.keys { lanes[key]?.markCut() }
    closeAll(into: &records)
  }

  mutating func closeAll(into records: inout [Record]) {
    let start = records.count
    for key in lanes.keys { lanes[key]?.closeAll(owned: owned, into: &records) }
    // A dictionary has no order of its own.
    records[start...].sort { $0.place.offset < $1.place.offset }
  }

  /// Live: closes what has waited without a new line since an earlier call.
  mutating func advance(to now: Timestamp, into records: inout [Record]) {
    let start = records.count
    defer { records[start...].sort { $0.place.offset < $1.place.offset } }
    for key in lanes.keys {
      lanes[key]?.closeIdle(now: now, seconds: options.idleSeconds, owned: owned, into: &records)
    }
  }
}
