import CulpritRegex
package import CulpritRules
import Synchronization

/// The header formats of the rules, compiled at first use.
///
/// One pattern tells which format a line has, so that a line costs two matches, however many formats
/// there are.
package struct FormatSet: Sendable {
  private let formats: [LazyFormat]
  private let dispatcher: CompiledPattern?
  /// Of each format, the dispatcher's group that took part where the line has it.
  private let markers: [Int]

  /// In order of precedence. A format whose pattern does not compile is left out: the loader has refused
  /// it before.
  package init(_ formats: [HeaderFormat]) {
    var formats = formats
    var dispatcher = Self.dispatcher(of: formats)
    if dispatcher == nil {
      formats.removeAll { CompiledFormat($0) == nil }
      dispatcher = Self.dispatcher(of: formats)
    }
    self.formats = formats.map(LazyFormat.init)
    self.dispatcher = dispatcher
    markers = formats.indices.map { dispatcher?.groups["f\($0)"]?.first ?? 0 }
  }

  private static func dispatcher(of formats: [HeaderFormat]) -> CompiledPattern? {
    guard !formats.isEmpty else { return nil }
    let choices = formats.enumerated().map { "(?=\(withoutNames($1.regex)))(?<f\($0)>)" }
    return try? CompiledPattern("^(?:" + choices.joined(separator: "|") + ")")
  }

  /// The header that `text` begins with, if it is of a known format.
  func header(of text: String, reference: CalendarDay) -> Header? {
    guard let match = dispatcher?.firstMatch(in: text) else { return nil }
    for index in markers.indices where match.range(markers[index]) != nil {
      return formats[index].compiled?.header(of: text, reference: reference)
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
      if bytes[position] == UInt8(ascii: "("), rest.starts(with: "(?<".utf8), let next = rest.dropFirst(3).first,
        next.isLetter || next == UInt8(ascii: "_"),
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

/// A header format whose pattern is compiled when a line first has it: most logs have two or three.
private final class LazyFormat: Sendable {
  private let format: HeaderFormat
  private let made = Mutex<CompiledFormat?>(nil)

  init(_ format: HeaderFormat) {
    self.format = format
  }

  var compiled: CompiledFormat? {
    made.withLock { made in
      if made == nil { made = CompiledFormat(format) }
      return made
    }
  }
}

/// A header format with its compiled pattern.
struct CompiledFormat: Sendable {
  let id: String
  let regex: String
  private let pattern: CompiledPattern
  /// Group numbers of the fields, in the order of `Field`; several where a name stands in several branches.
  private let groups: [[Int]]

  private enum Field: String, CaseIterable {
    case time, level, pid, thread, logger, program, host, service
  }

  init?(_ format: HeaderFormat) {
    guard let pattern = try? CompiledPattern(format.regex, options: .anchored) else { return nil }
    id = format.id
    regex = format.regex
    self.pattern = pattern
    groups = Field.allCases.map { pattern.groups[$0.rawValue] ?? [] }
  }

  func header(of text: String, reference: CalendarDay) -> Header? {
    guard let match = pattern.firstMatch(in: text) else { return nil }
    let end = match.range.upperBound
    let ranges = groups.map { numbers in numbers.lazy.compactMap { match.range($0) }.first }
    func value(_ field: Int) -> String? { ranges[field].map { text.slice($0) } }
    var header = Header(format: id, message: text.slice(end..<text.utf8.count))
    if let time = value(0) {
      let reading = TimestampParser(reference: reference).parse(time)
      header.time = reading?.time
      header.day = reading?.day
    }
    header.level = value(1).flatMap { LevelWord.any($0) }
    header.pid = value(2).flatMap { Int($0) }
    header.thread = value(3)?.filled
    header.logger = value(4)?.filled
    header.program = value(5)?.filled
    header.host = value(6)?.filled
    header.service = value(7)?.filled
    header.shape = Header.shape(of: text.slice(0..<end))
    header.end = end
    header.claimed = ranges.prefix(3).compactMap(\.self)
    return header
  }
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
