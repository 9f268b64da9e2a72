/// The words, letters and numbers by which formats name a level.
enum LevelWord {
  /// Of a whole word in any case; nil for other words.
  static func level(_ word: some StringProtocol) -> Level? {
    guard word.utf8.count <= 13 else { return nil }
    return words[String(decoding: word.utf8.lazy.map(\.lowered), as: UTF8.self)]
  }

  private static let words: [String: Level] = {
    let lists: [(Level, String)] = [
      (.trace, "trace trc trac trce finest finer silly verbose vrb blat"),
      (.debug, "debug dbg debu dbug debg fine config"),
      (.info, "info inf information informational log success http default notset"),
      (.notice, "notice"),
      (.warning, "warn warning wrn"),
      (.error, "error err erro severe eror failure fail"),
      (.fatal, "fatal ftl fata critical crit crt alert emerg emergency panic pani dpanic pnc"),
    ]
    var words: [String: Level] = [:]
    for (level, list) in lists {
      for word in list.split(separator: " ") { words[String(word)] = level }
    }
    return words
  }()

  /// Of one letter, as glog, NestJS and Ruby print it.
  static func level(letter: some StringProtocol) -> Level? {
    switch letter {
    case "T", "V": .trace
    case "D": .debug
    case "I": .info
    case "N": .notice
    case "W": .warning
    case "E": .error
    case "F", "C": .fatal
    default: nil
    }
  }

  /// Of pino and bunyan: 10 to 60; monolog: 100 to 600; syslog's 0 to 7 are `syslog(_:)`.
  static func level(number: Int) -> Level? {
    switch number {
    case 10: .trace
    case 20, 100: .debug
    case 30, 200: .info
    case 250: .notice
    case 40, 300: .warning
    case 50, 400: .error
    case 60, 500, 550, 600: .fatal
    default: nil
    }
  }

  /// Of a syslog severity or a journald `PRIORITY`.
  static func syslog(_ severity: Int) -> Level? {
    switch severity {
    case 0...2: .fatal
    case 3: .error
    case 4: .warning
    case 5: .notice
    case 6: .info
    case 7: .debug
    default: nil
    }
  }

  /// Whatever a level group or field holds: word, letter or number, in brackets or with a colon.
  static func any(_ text: some StringProtocol) -> Level? {
    var bytes = Substring(text).utf8[...]
    while let last = bytes.last, "]:) ".utf8.contains(last) { bytes.removeLast() }
    while let first = bytes.first, "[( ".utf8.contains(first) { bytes.removeFirst() }
    let trimmed = Substring(bytes)
    if let level = level(trimmed) { return level }
    if trimmed.utf8.count == 1, let level = level(letter: trimmed) { return level }
    return Int(trimmed).flatMap(level(number:))
  }
}
