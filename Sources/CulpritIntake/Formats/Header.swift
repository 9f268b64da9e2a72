import CulpritJSON
import CulpritRegex

/// What the beginning of a line says of the record that begins there.
struct Header: Sendable {
  /// Id of the format, as reports count it.
  var format: String
  var time: Timestamp?
  var level: Level?
  var pid: Int?
  var thread: String?
  var logger: String?
  var program: String?
  var host: String?
  var service: String?
  var constants: [Writer.Constant] = []
  /// UTF-8 offset at which the message begins, and what of the head before it was read; of a structured line 0.
  var end = 0
  var claimed: [Range<Int>] = []
  /// Integers at fixed places that nothing else claims, left to right.
  var numbers: [HeadNumber] = []
  /// Letters and digits folded, punctuation kept.
  var shape: String = ""
  /// Blanks that were taken for the header's before the message, where a level may be padded.
  var padding = 0
  /// What stands behind it, as printed; of a structured line its message and stack fields.
  var message: String
  /// The whole object of a structured line.
  var structure: JSONValue?
  /// The structure is the line itself, and the message one of its fields.
  var isWholeLine = false
  /// Day of its time, where it prints one.
  var day: CalendarDay?

  init(format: String, message: String) {
    self.format = format
    self.message = message
  }
}

extension Header {
  /// Reads the numbers of the head and of what the message begins with, where no pid is known.
  mutating func readNumbers(of text: String) {
    guard pid == nil, !isWholeLine else { return }
    let lead = HeadLead.lead(of: text, from: end, isHeaded: true)
    pid = lead?.pid
    guard pid == nil else { return }
    let upTo = lead?.end ?? end
    // rich leaves out a time that is that of the row above: a number behind its columns stands at one place.
    if format == "rich" {
      numbers = HeadNumberReader.numbers(of: text.slice(end..<text.utf8.count), upTo: upTo - end)
    } else {
      numbers = HeadNumberReader.numbers(of: text, upTo: upTo, claimed: claimed)
    }
    if let tail = HeadNumberReader.tail(of: text) { numbers.append(tail) }
  }

  /// Letters to `a`, digits to `0`, runs of each collapsed; blanks collapsed; at most 80 characters.
  static func shape(of text: some StringProtocol) -> String {
    var shape: [UInt8] = []
    for byte in text.utf8.prefix(240) {
      let folded: UInt8
      if byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: "_") {
        folded = UInt8(ascii: "a")
      } else if byte.isDigit {
        folded = UInt8(ascii: "0")
      } else {
        folded = byte.isBlank ? 0x20 : byte
      }
      let isRun = folded == UInt8(ascii: "a") || folded == UInt8(ascii: "0") || folded == 0x20
      if isRun, shape.last == folded { continue }
      shape.append(folded)
      if shape.count == 80 { break }
    }
    while shape.last == 0x20 { shape.removeLast() }
    return String(decoding: shape, as: UTF8.self)
  }
}
