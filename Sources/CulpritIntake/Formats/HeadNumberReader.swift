/// Reads the integers of a line's head, as far as they stand where a pid may stand.
///
/// A number stands alone between blanks, brackets or separators (`[4312]`, `| 4312 |`), is joined to a name
/// (`worker:4312`, `worker/4312`, `worker_4312`), or follows a name in its bracket (`[worker-1 4312]`). Parts of
/// versions, addresses, paths with an ending and members of pools (`pool-1-thread-4`) are none.
struct HeadNumberReader {
  private let bytes: [UInt8]
  private let end: Int
  private let claimed: [Range<Int>]
  private var position = 0
  private var fold = StableHash()
  private var lastFold: UInt8 = 0
  /// The word before the byte that stands before the number, and where it begins.
  private var word: Range<Int> = 0..<0
  private var found: [HeadNumber] = []

  /// The numbers in the first `end` bytes of `text`, left to right, at most six; none within `claimed`.
  static func numbers(of text: String, upTo end: Int, claimed: [Range<Int>] = []) -> [HeadNumber] {
    guard text.utf8.prefix(end).contains(where: \.isDigit) else { return [] }
    var reader = HeadNumberReader(text, end, claimed)
    while reader.position < reader.end, reader.found.count < 6 { reader.step() }
    return reader.found
  }

  /// The number in brackets that ends a line: `request failed (4312)`, `request failed [pid 4312]`; four digits at least,
  /// since results and sizes end lines too.
  static func tail(of text: String) -> HeadNumber? {
    let closers: [UInt8: UInt8] = [UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "[")]
    guard let last = text.utf8.last, let opener = closers[last] else { return nil }
    let digits = text.utf8.dropLast().reversed().prefix { $0.isDigit }.count
    guard (4...7).contains(digits), text.utf8.count > digits + 3 else { return nil }
    let before = text.utf8.dropLast(digits + 1)
    guard before.last == opener, before.dropLast().last == 0x20, let value = Int(String(decoding: text.utf8.dropLast().suffix(digits), as: UTF8.self))
    else { return nil }
    // A place of its own, behind all heads; the name says that it does not stand alone.
    var place = StableHash()
    for byte in [opener, UInt8(ascii: "0"), last, UInt8(ascii: "$")] { place.add(byte) }
    return HeadNumber(place: place.value, value: value, name: place.value)
  }

  private init(_ text: String, _ end: Int, _ claimed: [Range<Int>]) {
    bytes = Array(text.utf8.prefix(min(end, Self.limit) + 2))
    self.end = min(end, bytes.count, Self.limit)
    self.claimed = claimed
  }

  private static let limit = 240

  private mutating func step() {
    if let range = claimed.first(where: { $0.contains(position) }) {
      add(UInt8(ascii: "*"))
      position = range.upperBound
      return
    }
    let byte = bytes[position]
    if isWord(byte) {
      readWord()
    } else {
      if byte.isBlank { if lastFold != 0x20 { add(0x20) } } else { add(byte) }
      position += 1
    }
  }

  private mutating func add(_ byte: UInt8) {
    fold.add(byte)
    lastFold = byte
  }

  private mutating func readWord() {
    let start = position
    var stop = start
    while stop < end, isWord(bytes[stop]), !claimed.contains(where: { $0.contains(stop) }) { stop += 1 }
    defer {
      word = start..<stop
      position = stop
    }
    let digits = bytes[start..<stop].reversed().prefix { $0.isDigit }.count
    guard digits > 0 else { return add(UInt8(ascii: "a")) }
    let number = (stop - digits)..<stop
    let isWhole = digits == stop - start
    let isNumber = isWhole ? standsAlone(number) : isJoined(number, from: start)
    if !isWhole { add(UInt8(ascii: "a")) }
    guard isNumber, !isUnit(number, from: start), let value = Int(String(decoding: bytes[number], as: UTF8.self)) else {
      if isWhole { add(UInt8(ascii: "0")) }
      return
    }
    if !isWhole { add(bytes[number.lowerBound - 1]) }
    var place = fold
    place.add(behind(number).isBlank ? 0x20 : behind(number))
    found.append(HeadNumber(place: place.value, value: value, name: name(of: number, from: start)))
    add(UInt8(ascii: "0"))
  }

  private func before(_ number: Range<Int>) -> UInt8 {
    number.lowerBound == 0 ? 0x20 : bytes[number.lowerBound - 1]
  }

  private func behind(_ number: Range<Int>) -> UInt8 {
    number.upperBound < bytes.count ? bytes[number.upperBound] : 0x20
  }

  // MARK: - Places

  private func standsAlone(_ number: Range<Int>) -> Bool {
    guard number.count <= 7, isEnd(number) else { return false }
    let before = before(number)
    switch before {
    case UInt8(ascii: ":"), UInt8(ascii: "@"): return isName(word) && word.upperBound == number.lowerBound - 1
    case UInt8(ascii: "/"): return bytes[word].contains(where: \.isLetter) && !bytes[word].contains(UInt8(ascii: "."))
    default: return before.isBlank || "[](){}<>,|#;~".utf8.contains(before)
    }
  }

  private func isEnd(_ number: Range<Int>) -> Bool {
    let behind = behind(number)
    if behind == UInt8(ascii: ":") {
      // Hours, and lines of files, are followed by more of their kind.
      let next = number.upperBound + 1 < bytes.count ? bytes[number.upperBound + 1] : 0x20
      return !next.isDigit || number.count > 2
    }
    return behind.isBlank || "])}>,|#;/~".utf8.contains(behind)
  }

  /// `worker_4312`, `app-1-4312/`, `p4312`: three digits at least, for members of pools have fewer.
  private func isJoined(_ number: Range<Int>, from start: Int) -> Bool {
    guard (3...7).contains(number.count), isEnd(number) else { return false }
    let rest = bytes[start..<number.lowerBound]
    if rest.count == 1, rest.first.map({ $0.lowered == UInt8(ascii: "p") }) == true { return true }
    guard let joint = rest.last, joint == UInt8(ascii: "-") || joint == UInt8(ascii: "_") || joint == UInt8(ascii: ".") else {
      return false
    }
    let name = rest.dropLast()
    return name.first?.isLetter == true && !(joint == UInt8(ascii: ".") && name.contains(UInt8(ascii: ".")))
  }

  /// A word that may name a program: neither a file nor part of an address.
  private func isName(_ word: Range<Int>) -> Bool {
    guard let first = bytes[word].first, first.isLetter || first == UInt8(ascii: "_"), !bytes[word].contains(UInt8(ascii: "."))
    else { return false }
    let before = word.lowerBound == 0 ? 0x20 : bytes[word.lowerBound - 1]
    return before.isBlank || "[(<{@|,".utf8.contains(before)
  }

  /// The name that the number is joined to, or that stands before it in its bracket.
  private func name(of number: Range<Int>, from start: Int) -> UInt64 {
    if start < number.lowerBound { return StableHash(of: bytes[start..<number.lowerBound]).value }
    let before = before(number)
    let isJoined = ":/#@[(".utf8.contains(before) && word.upperBound == number.lowerBound - 1
    let isInside = before.isBlank && word.upperBound == number.lowerBound - 1 && word.lowerBound > 0
      && "[(<{".utf8.contains(bytes[word.lowerBound - 1])
    guard isJoined || isInside, bytes[word].contains(where: \.isLetter) else { return 0 }
    return StableHash(of: bytes[word]).value
  }

  /// `job 17`, `[conn:4711]`: the number of a piece of work.
  private func isUnit(_ number: Range<Int>, from start: Int) -> Bool {
    let name = start < number.lowerBound ? start..<number.lowerBound : word.upperBound == number.lowerBound - 1 ? word : 0..<0
    let text = String(decoding: bytes[name], as: UTF8.self)
    // `shard-0(24498)` has its number before.
    if name.upperBound < number.lowerBound, before(number) == UInt8(ascii: "("), text.utf8.last?.isDigit == true { return false }
    return Unit.isOne(text) && LevelWord.level(text) == nil
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "$")
  }
}
