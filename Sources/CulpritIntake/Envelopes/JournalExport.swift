/// `journalctl -o export`: an entry is a run of `FIELD=value` lines, ended by an empty one.
///
/// Not an `Envelope`, since an entry spans lines. https://systemd.io/JOURNAL_EXPORT_FORMATS/
/// Fields in the binary form (a name, a length, bytes) belong to messages of several lines and are left
/// out.
struct JournalExport: Sendable {
  private var fields: [String: String] = [:]
  /// Of the entry's first line; nil outside of an entry.
  private var start: Place?
  private static let fieldLimit = 200

  /// An entry has begun.
  var isOpen: Bool { start != nil }

  /// What a line did.
  enum Step {
    /// It is none of an entry.
    case other
    case taken
    case entry(PeeledLine, Place)
  }

  mutating func take(_ text: String, at place: Place, reference: CalendarDay) -> Step {
    guard let start else {
      // Of an entry that was not read from its beginning.
      if text.hasPrefix("MESSAGE=") { return .entry(PeeledLine(text: String(text.dropFirst("MESSAGE=".count))), place) }
      guard text.hasPrefix("__CURSOR=") else { return .other }
      start = place
      return .taken
    }
    if text.isEmpty { return finish(start, reference) }
    if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), fields.count < Self.fieldLimit {
      fields[String(text[..<equals])] = String(text[text.utf8.index(after: equals)...])
    }
    return .taken
  }

  private mutating func finish(_ place: Place, _ reference: CalendarDay) -> Step {
    defer { self = JournalExport() }
    var peeled = PeeledLine(text: fields["MESSAGE"] ?? "")
    peeled.origin.host = fields["_HOSTNAME"]
    peeled.origin.program = fields["SYSLOG_IDENTIFIER"] ?? fields["_COMM"]
    peeled.origin.pid = (fields["_PID"] ?? fields["SYSLOG_PID"]).flatMap { Int($0) }
    peeled.origin.service = fields["_SYSTEMD_UNIT"].map(JournalJSONEnvelope.unit)
    let reading = fields["__REALTIME_TIMESTAMP"].flatMap { TimestampParser(reference: reference).parse($0) }
    peeled.time = reading?.time
    peeled.day = reading?.day
    if fields["_TRANSPORT"] != "stdout" {
      peeled.level = fields["PRIORITY"].flatMap { Int($0) }.flatMap(LevelWord.syslog)
    }
    return .entry(peeled, place)
  }
}
