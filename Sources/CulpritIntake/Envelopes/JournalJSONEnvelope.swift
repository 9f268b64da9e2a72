import CulpritJSON

/// `journalctl -o json`: one object a line, fields in capitals, a message as text or as an array of bytes.
///
/// https://systemd.io/JOURNAL_EXPORT_FORMATS/
enum JournalJSONEnvelope: Envelope {
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let object = line.object, let message = object["MESSAGE"],
      object["__REALTIME_TIMESTAMP"] != nil || object["_HOSTNAME"] != nil || object["__CURSOR"] != nil
    else { return nil }
    guard let text = text(of: message) else { return nil }
    var peeled = PeeledLine(text: text)
    peeled.origin.host = object["_HOSTNAME"]?.string
    peeled.origin.program = object["SYSLOG_IDENTIFIER"]?.string ?? object["_COMM"]?.string
    peeled.origin.pid = object["_PID"]?.integer ?? object["SYSLOG_PID"]?.integer
    peeled.origin.service = (object["_SYSTEMD_UNIT"] ?? object["UNIT"])?.string.map(unit)
    peeled.origin.container = object["CONTAINER_NAME"]?.string ?? object["CONTAINER_ID"]?.string
    let stamp = object["_SOURCE_REALTIME_TIMESTAMP"] ?? object["__REALTIME_TIMESTAMP"]
    let reading = stamp?.string.flatMap { TimestampParser(reference: line.reference).parse($0) }
    peeled.time = reading?.time
    peeled.day = reading?.day
    // A unit's plain output always has priority 6: it says nothing of the line.
    if object["_TRANSPORT"]?.string != "stdout" {
      peeled.level = object["PRIORITY"]?.integer.flatMap(LevelWord.syslog)
    }
    return peeled
  }

  /// `worker-b.service` is the unit `worker-b`.
  static func unit(_ name: String) -> String {
    name.hasSuffix(".service") ? String(name.dropLast(".service".count)) : name
  }

  private static func text(of message: JSONValue) -> String? {
    if let text = message.string { return text }
    guard let elements = message.elements else { return nil }
    return String(decoding: elements.compactMap { $0.integer.flatMap(UInt8.init(exactly:)) }, as: UTF8.self)
  }
}
