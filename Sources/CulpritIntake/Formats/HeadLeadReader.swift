/// Reads what a message begins with, byte by byte.
struct HeadLeadReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var current: UInt8 { at(position) }
  func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A sign that stands for a level before the rest, and a bar: `★ `, `✖ `, `🚀 `, `» `; nil without one.
  mutating func skipSign() -> String? {
    let sign = bytes[min(position, bytes.count)...].prefix { $0 >= 0x80 }
    // In UTF-8 a sign has three bytes or four, a variant selector three more.
    guard (2...8).contains(sign.count), at(sign.endIndex).isBlank else { return nil }
    position = sign.endIndex
    while current.isBlank { position += 1 }
    return text(sign.startIndex..<sign.endIndex)
  }

  /// `[worker][4312]`, `[INFO] [4312]`: brackets with names before the one with a number.
  func brackets() -> HeadLead? {
    var reader = self
    for _ in 0..<4 {
      if let lead = reader.bracket() { return lead }
      guard reader.current == UInt8(ascii: "["), let close = bytes[reader.position...].firstIndex(of: UInt8(ascii: "]")),
        (2...40).contains(close - reader.position), !bytes[reader.position..<close].contains(where: { $0.isDigit || $0.isBlank })
      else { return nil }
      reader.position = close + 1
      while reader.current.isBlank { reader.position += 1 }
    }
    return nil
  }

  /// `|4312|`, `~4312~`: a number between two signs that stand for brackets.
  func fenced() -> HeadLead? {
    guard current == UInt8(ascii: "|") || current == UInt8(ascii: "~") else { return nil }
    let digits = bytes[(position + 1)...].prefix { $0.isDigit }
    guard (3...7).contains(digits.count), at(digits.endIndex) == current else { return nil }
    return HeadLead(end: digits.endIndex + 1)
  }

  /// `[4312]`, `(worker 4312)`, `<pid=4312>`.
  func bracket() -> HeadLead? {
    let closers: [UInt8: UInt8] = [0x5B: 0x5D, 0x28: 0x29, 0x3C: 0x3E, 0x7B: 0x7D]
    guard let closer = closers[current], let close = bytes[position...].firstIndex(of: closer), close < position + 48 else {
      return nil
    }
    let inside = text((position + 1)..<close)
    guard inside.utf8.contains(where: \.isDigit), inside.split(separator: " ").count <= (inside.utf8.count < 48 && inside.lowercased().containsBytes("pid") ? 6 : 3), !inside.utf8.contains(UInt8(ascii: "\"")),
      !Unit.isOne(inside)
    else { return nil }
    return HeadLead(end: close + 1, pid: PidLabel.pid(in: inside))
  }

  /// `4312 `, `4312: `, `4312 | `.
  func number(_ isHeaded: Bool) -> HeadLead? {
    let digits = bytes[position...].prefix { $0.isDigit }
    guard (2...7).contains(digits.count) else { return nil }
    let end = digits.endIndex
    var next = end
    while at(next).isBlank { next += 1 }
    // `4312 INFO text`.
    let word = bytes[min(next, bytes.count)...].prefix { $0.isUpper }
    if digits.count > 2, word.count > 2, !at(word.endIndex).isLetter, LevelWord.level(text(word.startIndex..<word.endIndex)) != nil {
      return HeadLead(end: end)
    }
    let isClosed = at(next) == UInt8(ascii: "|") || at(next) == UInt8(ascii: "-") && at(next + 1).isBlank || at(end) == UInt8(ascii: ":") && at(end + 1).isBlank
    // A small number begins a sentence: `12 pages stored`.
    guard isClosed || isHeaded && at(end).isBlank && digits.count > 2 else { return nil }
    return HeadLead(end: end)
  }

  /// `I 4312 `: the letter of a level before it.
  func lettered() -> HeadLead? {
    guard LevelWord.level(letter: text(position..<min(position + 1, bytes.count))) != nil, at(position + 1).isBlank else { return nil }
    var next = position + 1
    while at(next).isBlank { next += 1 }
    let digits = bytes[min(next, bytes.count)...].prefix { $0.isDigit }
    guard (3...7).contains(digits.count), at(digits.endIndex).isBlank else { return nil }
    return HeadLead(end: digits.endIndex)
  }

  /// `worker[4312]`, `worker#4312`, `worker_4312:`, `Worker 4312:`, `pid=4312`.
  func named() -> HeadLead? {
    var name = bytes[position...].prefix { $0.isLetter || $0.isDigit || "_.@-".utf8.contains($0) }
    // `triage@4312: `: no host has a number for a name.
    if let at = name.lastIndex(of: UInt8(ascii: "@")), at + 1 < name.endIndex, name[(at + 1)...].allSatisfy(\.isDigit) { name = name[..<at] }
    guard let first = name.first, first.isLetter, name.count <= 40 else { return nil }
    let joint = at(name.endIndex)
    if joint == UInt8(ascii: "=") || joint == UInt8(ascii: ":") {
      let digits = bytes[min(name.endIndex + 1, bytes.count)...].prefix { $0.isDigit }
      if !digits.isEmpty, at(digits.endIndex).isBlank, let pid = PidLabel.pid(in: text(position..<digits.endIndex)) {
        return HeadLead(end: digits.endIndex, pid: pid)
      }
    }
    if isMember(name) { return HeadLead(end: name.endIndex) }
    if joint == 0x20, let end = secondName(from: name.endIndex + 1) ?? barred(name) ?? bracketed(name) { return HeadLead(end: end) }
    guard "[(#/:@ ".utf8.contains(joint), !Unit.isOne(text(name.startIndex..<name.endIndex)) else { return nil }
    let digits = bytes[min(name.endIndex + 1, bytes.count)...].prefix { $0.isDigit }
    guard (2...7).contains(digits.count) else { return nil }
    var end = digits.endIndex
    if joint == UInt8(ascii: "[") || joint == UInt8(ascii: "(") {
      guard at(end) == UInt8(ascii: "]") || at(end) == UInt8(ascii: ")") else { return nil }
      end += 1
    }
    if joint != 0x20, let end = threadEnd(from: end) { return HeadLead(end: end) }
    // Two words and a number begin many sentences: only a colon makes a head of them.
    guard at(end) == UInt8(ascii: ":") || joint != 0x20 && at(end).isBlank else { return nil }
    if joint == 0x20, text(name.startIndex..<name.endIndex).lowercased() == "pid" {
      return HeadLead(end: end + 1, pid: Int(text(digits.startIndex..<digits.endIndex)))
    }
    return HeadLead(end: end)
  }

  /// `worker-2 (4312) `: a name, and a number of three digits at least in a bracket behind it.
  private func bracketed(_ name: ArraySlice<UInt8>) -> Int? {
    let start = name.endIndex + 1
    let closers: [UInt8: UInt8] = [UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "<"): UInt8(ascii: ">")]
    guard let closer = closers[at(start)], !Unit.isOne(text(name.startIndex..<name.endIndex)) || name.last?.isDigit == true else { return nil }
    let digits = bytes[min(start + 1, bytes.count)...].prefix { $0.isDigit }
    guard (3...7).contains(digits.count), at(digits.endIndex) == closer else { return nil }
    let behind = at(digits.endIndex + 1)
    return behind.isBlank || behind == UInt8(ascii: ":") ? digits.endIndex + 1 : nil
  }

  /// `triage 4312 >> `, `triage 4312> `, `triage 4312 | `: a name, a number of three digits at least, and a sign that sets both apart.
  private func barred(_ name: ArraySlice<UInt8>) -> Int? {
    let digits = bytes[min(name.endIndex + 1, bytes.count)...].prefix { $0.isDigit }
    guard (3...7).contains(digits.count), !Unit.isOne(text(name.startIndex..<name.endIndex)) else { return nil }
    if at(digits.endIndex) == UInt8(ascii: ">"), at(digits.endIndex + 1).isBlank { return digits.endIndex }
    guard at(digits.endIndex).isBlank else { return nil }
    let sign = bytes[(digits.endIndex + 1)...].prefix { !$0.isBlank }
    guard Self.bars.contains(text(sign.startIndex..<sign.endIndex)), at(sign.endIndex).isBlank else { return nil }
    return digits.endIndex
  }

  private static let bars: Set<String> = [">", ">>", ">>>", "|", "||", "»", "›", "→", "::", "-", "--", "–", "—", "•", "·", "│", "=>", "->", "~"]

  /// Behind `fr#4312` in `fr#4312/MainThread `: a thread's name and a blank.
  private func threadEnd(from end: Int) -> Int? {
    guard at(end) == UInt8(ascii: "/") else { return nil }
    let thread = bytes[min(end + 1, bytes.count)...].prefix { $0.isLetter || $0.isDigit || "_-.".utf8.contains($0) }
    guard thread.first?.isLetter == true, thread.count <= 30 else { return nil }
    let behind = at(thread.endIndex)
    return behind.isBlank || behind == UInt8(ascii: ":") && at(thread.endIndex + 1).isBlank ? end : nil
  }

  /// `gull west[4312] `: the program and one of its parts; a blank or colon behind the bracket, three digits at least.
  private func secondName(from start: Int) -> Int? {
    let name = bytes[min(start, bytes.count)...].prefix { $0.isLetter || $0.isDigit || "_.-".utf8.contains($0) }
    guard let first = name.first, first.isLetter, name.count <= 30, at(name.endIndex) == UInt8(ascii: "["),
      !Unit.isOne(text(name.startIndex..<name.endIndex))
    else { return nil }
    let digits = bytes[min(name.endIndex + 1, bytes.count)...].prefix { $0.isDigit }
    guard (3...7).contains(digits.count), at(digits.endIndex) == UInt8(ascii: "]") else { return nil }
    let end = digits.endIndex + 1
    return at(end) == UInt8(ascii: ":") || at(end).isBlank ? end : nil
  }

  /// `worker_4312`, `worker.4312`, before a colon or a blank.
  private func isMember(_ name: ArraySlice<UInt8>) -> Bool {
    let digits = name.reversed().prefix { $0.isDigit }.count
    guard (3...7).contains(digits), name.count > digits + 1 else { return false }
    let joint = name[name.endIndex - digits - 1]
    let isDotted = joint == UInt8(ascii: ".") && digits > 3 && !name.dropLast(digits + 1).contains(UInt8(ascii: "."))
    return (isDotted || joint == UInt8(ascii: "_") || joint == UInt8(ascii: "-")) && (at(name.endIndex) == UInt8(ascii: ":") || at(name.endIndex).isBlank)
  }
}
