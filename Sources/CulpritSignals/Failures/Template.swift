import CulpritIntake
import CulpritJSON

/// Folds what changes from one record to the next, so that records of one kind look alike.
package enum Template {
  /// Runs of digits become `0`, hexadecimal ids `#`, quoted texts `'…'`.
  package static func folded(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var word: [UInt8] = []
    func isWord(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
    }
    func flush() {
      let digits = word.count { (48...57).contains($0) }
      let isHexadecimal = word.count >= 8 && digits >= 2 && word.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || $0 == 45 }
      if isHexadecimal {
        result.append(UInt8(ascii: "#"))
      } else {
        var inDigits = false
        for byte in word {
          let isDigit = (48...57).contains(byte)
          if !isDigit { result.append(byte) } else if !inDigits { result.append(UInt8(ascii: "0")) }
          inDigits = isDigit
        }
      }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if isWord(byte) { word.append(byte) } else {
        flush()
        result.append(byte)
      }
    }
    flush()
    return String(decoding: result, as: UTF8.self)
  }

  /// The words before numbers and ids of a line: its units of work (`job 17`, `ticket T-4`, `orderId=12`).
  package static func units(of line: String) -> [String] {
    // By bytes, until a word may be one: every line that is work comes here.
    let words = line.utf8.split(whereSeparator: isSeparator).prefix(40)
    var units: [String] = []
    for bytes in words where bytes.contains(UInt8(ascii: "-")) && bytes.contains(where: mayBeNumber) {
      let word = Substring(bytes)
      // `INV-2026-1181`, `vid-12`: an id that carries its noun.
      guard let dash = word.firstIndex(of: "-"), word[..<dash].count >= 2, isNoun(word[..<dash], before: word[dash...].dropFirst())
      else { continue }
      let noun = word[..<dash].lowercased()
      if !units.contains(noun) { units.append(noun) }
    }
    for (word, bytes) in zip(words, words.dropFirst()) where bytes.contains(where: mayBeNumber) {
      let next = Substring(bytes)
      guard let first = next.first, first.isNumber || first.isUppercase || first == "#" else { continue }
      let letters = Identifier.words(of: String(Substring(word))).filter { !["id", "no", "nr"].contains($0) }
      guard let last = letters.last, last.allSatisfy(\.isLetter), last.count > 2, !quantities.contains(last) else { continue }
      guard next.contains(where: \.isNumber), !units.contains(last) else { continue }
      units.append(last)
    }
    return units
  }

  /// A digit, or a byte of a letter beyond ASCII, among which there are others.
  private static func mayBeNumber(_ byte: UInt8) -> Bool { (48...57).contains(byte) || byte >= 128 }

  /// Capitals before any number; small letters only where nothing but a number follows, and no member of a pool.
  private static func isNoun(_ letters: Substring, before rest: Substring) -> Bool {
    guard rest.first?.isNumber ?? false else { return false }
    if letters.allSatisfy(\.isUppercase) { return true }
    return letters.count > 2 && letters.allSatisfy { $0.isLetter && $0.isLowercase } && rest.allSatisfy(\.isNumber)
      && !quantities.contains(String(letters)) && !members.contains(String(letters))
  }

  /// What is counted, but is no work: parts of programs, and names of models.
  private static let members: Set<String> = ["pool", "shard", "task", "slot", "queue", "web", "app", "api", "gpt", "utf", "claude", "node", "host", "pod"]

  /// Blanks, brackets, quotes and what stands between a name and its value.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x3A, 0x3D, 0x2C, 0x3B, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x27, 0x23: true
    default: false
    }
  }

  /// Names of fields that hold an id: `jobId`, `ticket: "T-48214"`.
  static func units(ofFields structure: JSONValue?) -> [String] {
    var units: [String] = []
    for member in (structure?.members ?? []).prefix(40) {
      let words = Identifier.words(of: member.name)
      let isID = words.count > 1 && words.last == "id"
      let value = member.value.string ?? member.value.integer.map { String($0) } ?? ""
      let holdsID = words.count == 1 && value.utf8.count < 40 && value.contains(where: \.isNumber) && !value.containsBytes(" ")
      guard isID || holdsID, let noun = words.first, noun.count > 2, !quantities.contains(noun), !times.contains(noun) else { continue }
      units.append(noun)
    }
    return units
  }

  private static let times: Set<String> = ["timestamp", "date", "hostname", "host", "level", "name", "service", "version", "request", "trace", "span", "url", "msg", "message", "ts", "logger", "caller", "level", "addr", "path", "method", "pid", "bytes", "score", "elapsed", "usage", "total", "limit", "offset", "page", "model", "length", "len", "chars", "day", "year", "hour"]
  private static let quantities: Set<String> = [
    "port", "pid", "after", "for", "with", "took", "status", "code", "attempt", "http", "version", "node", "line", "chars", "tokens",
    "retry", "time", "size", "count", "duration", "the", "and", "process", "worker", "thread", "from", "took", "error",
  ]
}
