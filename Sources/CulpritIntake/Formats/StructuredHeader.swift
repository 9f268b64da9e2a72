import CulpritJSON

/// Reads the fields of a structured line (JSON object or logfmt) by their usual names.
struct StructuredHeader {
  private typealias Found = (name: String, rank: Int, value: JSONValue)
  private let object: JSONValue
  private let members: [JSONValue.Member]
  private let reference: CalendarDay
  /// Fields by role, in the order of their names' ranks.
  private var fields: [FieldNames.Role: [Found]] = [:]

  /// The header of an object; nil where it has none of the usual fields, and so is no log record.
  static func header(of object: JSONValue, format: String?, reference: CalendarDay) -> Header? {
    guard case .object(let members) = object else { return nil }
    let reader = StructuredHeader(object, members, reference: reference)
    let time = reader.time()
    let level = reader.level()
    let message = reader.message()
    guard time != nil || level != nil || message.isNamed else { return nil }
    var header = Header(format: format ?? reader.format, message: message.text)
    header.time = time?.time
    header.day = time?.day
    header.level = level
    header.structure = object
    header.isWholeLine = true
    reader.readWriter(into: &header)
    header.shape = "{" + members.prefix(12).map(\.name).joined(separator: ",") + "}"
    return header
  }

  /// Only what the fields say of the writer.
  static func writerFields(of members: [JSONValue.Member]) -> Header {
    var header = Header(format: "", message: "")
    StructuredHeader(.null, members, reference: CalendarDay(year: 1970, month: 1, day: 1)).readWriter(
      into: &header)
    return header
  }

  private init(_ object: JSONValue, _ members: [JSONValue.Member], reference: CalendarDay) {
    self.object = object
    self.members = members
    self.reference = reference
    collect(members, prefix: "", depth: 0)
    for role in fields.keys { fields[role]?.sort { $0.rank < $1.rank } }
  }

  /// Sorts members into roles; steps only into objects that a name begins with.
  private mutating func collect(_ members: [JSONValue.Member], prefix: String, depth: Int) {
    for member in members.prefix(200) {
      let name = prefix + member.name
      for slot in FieldNames.slots[name] ?? [] {
        fields[slot.role, default: []].append((name, slot.rank, member.value))
      }
      if depth < 3, case .object(let inner) = member.value, FieldNames.parents.contains(name) {
        collect(inner, prefix: name + ".", depth: depth + 1)
      }
    }
  }

  private func first<T>(_ role: FieldNames.Role, _ read: (JSONValue) -> T?) -> T? {
    for field in fields[role] ?? [] {
      if let found = read(field.value) { return found }
    }
    return nil
  }

  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text.filled
    case .number(let text): text
    default: nil
    }
  }

  // MARK: time, level

  private func time() -> TimestampParser.Reading? {
    let parser = TimestampParser(reference: reference)
    return first(.time) { Self.text($0).flatMap { parser.parse($0) } }
  }

  private func level() -> Level? {
    first(.level) { value in
      switch value {
      case .string(let text): LevelWord.any(text)
      // GELF counts as syslog does, pino and monolog in tens and hundreds.
      case .number(let text): Int(text).flatMap { $0 <= 7 ? gelfLevel($0) : LevelWord.level(number: $0) }
      default: nil
      }
    }
  }

  private func gelfLevel(_ severity: Int) -> Level? {
    object["version"] != nil && object["short_message"] != nil ? LevelWord.syslog(severity) : nil
  }

  // MARK: writer

  private func readWriter(into header: inout Header) {
    header.pid = first(.pid, Self.pid) ?? pidWithin()
    header.host = first(.host) { Self.text($0) }.flatMap { $0 == "unknown" ? nil : $0 }
    header.logger = first(.logger) { $0.string?.filled }
    header.thread = first(.thread) { Self.text($0) }
    header.program = first(.program) { $0.string?.filled }
    header.service = first(.service) { $0.string?.filled }
    header.constants = (fields[.constant] ?? []).compactMap { field in
      guard let text = Self.text(field.value), text.utf8.count <= 40 else { return nil }
      return Writer.Constant(name: field.name, value: text)
    }.sorted()
  }

  /// Linux counts pids up to 2^22.
  private static func pid(_ value: JSONValue) -> Int? { value.integer.flatMap { $0 > 0 && $0 <= 1 << 22 ? $0 : nil } }

  /// `{"os": {"pid": 4312}}`: in whatever object it stands, unless that is called after another process.
  private func pidWithin() -> Int? {
    let found = (object.members ?? []).compactMap { member -> Int? in
      guard case .object = member.value, !Self.others.contains(member.name) else { return nil }
      return member.value["pid"].flatMap(Self.pid)
    }
    return found.count == 1 ? found[0] : nil
  }

  private static let others: Set<String> = ["parent", "child", "target", "peer", "spawned", "old", "previous", "killed", "request", "req", "res"]

  // MARK: message

  /// The message field, an error's text that it does not hold, and the text of stack fields.
  private func message() -> (text: String, isNamed: Bool) {
    let head = first(.message) { $0.string.map(\.withoutLastNewlines) }
    var parts = [head].compactMap(\.self)
    if let error = first(.error, { $0.string }), head?.containsText(error) != true { parts.append(error) }
    for field in fields[.stack] ?? [] {
      if let stack = Self.stackText(field.value, depth: 0), !parts.contains(stack) { parts.append(stack) }
    }
    return (parts.joined(separator: "\n"), head != nil)
  }

  private static func stackText(_ value: JSONValue, depth: Int) -> String? {
    switch value {
    case .string(let text): return text.filled
    case .array(let elements) where depth < 2:
      let lines = elements.prefix(400).compactMap { stackText($0, depth: depth + 1) }
      return lines.isEmpty ? nil : lines.joined(separator: "\n")
    default: return nil
    }
  }

  // MARK: format

  /// By the fields that one logger alone writes.
  private var format: String {
    let names = Set(members.lazy.prefix(200).map(\.name))
    func has(_ wanted: String...) -> Bool { wanted.allSatisfy { names.contains($0) } }
    let hasNumberLevel = if case .number? = object["level"] { true } else { false }
    if has("level", "time", "pid", "hostname", "v", "name") { return "bunyan" }
    if hasNumberLevel, has("time", "pid") || has("time", "msg") { return "pino" }
    if has("_meta") { return "tslog" }
    if has("level", "pid", "timestamp", "message", "context") { return "nest-json" }
    if has("event", "level") { return "structlog-json" }
    if has("level_name", "channel", "datetime") { return "monolog-json" }
    if has("@t") { return "serilog" }
    if has("severity") { return "cloud-logging" }
    if has("ecs.version") || has("@timestamp", "log.level") { return "ecs" }
    if has("level", "ts", "caller") || has("level", "ts", "msg") { return "zap" }
    if has("time", "level", "msg") { return "slog-json" }
    if has("ts", "pid", "tid", "lvl") { return "sidekiq-json" }
    if has("level", "timestamp", "target"), has("fields") || has("message") { return "tracing-json" }
    if has("level", "message", "timestamp") { return "winston" }
    return "json"
  }
}
