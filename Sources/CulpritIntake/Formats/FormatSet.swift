import CulpritRegex
package import CulpritRules

/// The header formats of the rules, compiled at first use.
///
/// One pattern tells which format a line has, so that a line costs two matches, however many formats there are.
package struct FormatSet: Sendable {
  private let formats: [CompiledFormat]
  private let dispatcher: CompiledPattern?

  /// In order of precedence. A format whose pattern does not compile is left out: the loader has refused it before.
  package init(_ formats: [HeaderFormat]) {
    let compiled = formats.compactMap(CompiledFormat.init)
    let choices = compiled.enumerated().map { "(?=\(Self.withoutNames($1.regex)))(?<f\($0)>)" }
    self.formats = compiled
    dispatcher = choices.isEmpty ? nil : try? CompiledPattern("^(?:" + choices.joined(separator: "|") + ")")
  }

  /// The header that `text` begins with, if it is of a known format.
  func header(of text: String, reference: CalendarDay) -> Header? {
    guard let match = dispatcher?.firstMatch(in: text) else { return nil }
    for (index, format) in formats.enumerated() where match.range("f\(index)") != nil {
      return format.header(of: text, reference: reference)
    }
    return nil
  }

  /// The pattern with its named groups made plain ones that capture nothing, so that names stay unique.
  private static func withoutNames(_ regex: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(regex.utf8)
    var position = 0
    while position < bytes.count {
      let rest = bytes[position...]
      if rest.starts(with: "(?<".utf8), let next = rest.dropFirst(3).first, next.isLetter || next == UInt8(ascii: "_"),
        let close = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        result += Array("(?:".utf8)
        position = close + 1
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// A header format with its compiled pattern.
struct CompiledFormat: Sendable {
  let id: String
  let regex: String
  private let pattern: CompiledPattern

  init?(_ format: HeaderFormat) {
    guard let pattern = try? CompiledPattern(format.regex, options: .anchored) else { return nil }
    id = format.id
    regex = format.regex
    self.pattern = pattern
  }

  func header(of text: String, reference: CalendarDay) -> Header? {
    guard let match = pattern.firstMatch(in: text) else { return nil }
    let end = match.range.upperBound
    var header = Header(format: id, message: text.slice(end..<text.utf8.count))
    if let time = match["time"] {
      let reading = TimestampParser(reference: reference).parse(time)
      header.time = reading?.time
      header.day = reading?.day
    }
    header.level = match["level"].flatMap { LevelWord.any($0) }
    header.pid = match["pid"].flatMap { Int($0) }
    header.thread = match["thread"]?.filled
    header.logger = match["logger"]?.filled
    header.program = match["program"]?.filled
    header.host = match["host"]?.filled
    header.service = match["service"]?.filled
    let printed = text.slice(0..<end)
    header.shape = Header.shape(of: printed)
    header.columns = HeaderColumns.integers(of: text, header: 0..<end, claimed: Self.groups.compactMap { match.range($0) })
    return header
  }

  private static let groups = ["time", "level", "pid", "thread", "logger", "program", "host", "service"]
}

extension String {
  /// Without blanks at its ends; nil if nothing is left.
  var filled: String? {
    let trimmed = self.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Without ASCII blanks and tabs at its ends.
  var trimmed: String {
    var bytes = utf8[...]
    while let first = bytes.first, first.isBlank { bytes.removeFirst() }
    while let last = bytes.last, last.isBlank || last == 0x0D || last == 0x0A { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
