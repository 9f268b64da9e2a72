extension String {
  /// Whether the bytes of `part`, a short text of the program's own, stand in the text; case-sensitive, no
  /// Unicode equivalence.
  package func containsBytes(_ part: String) -> Bool { utf8Index(of: part) != nil }

  /// UTF-8 offset of the first occurrence of `part` at or behind `start`; nil also where `part` is empty.
  package func utf8Index(of part: String, from start: Int = 0) -> Int? {
    let haystack = utf8Span.span
    let needle = part.utf8Span.span
    guard !needle.isEmpty, haystack.count >= needle.count else { return nil }
    let first = needle[0]
    var at = start
    let last = haystack.count - needle.count
    while at <= last {
      if haystack[at] == first {
        var matched = 1
        while matched < needle.count, haystack[at + matched] == needle[matched] { matched += 1 }
        if matched == needle.count { return at }
      }
      at += 1
    }
    return nil
  }

  /// Whether `part`, which a log may have chosen, occurs, compared as UTF-8 bytes; time is linear in both (Knuth, Morris and Pratt).
  func containsText(_ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty else { return true }
    var fallback = [0]
    var length = 0
    for byte in wanted.dropFirst() {
      while length > 0, byte != wanted[length] { length = fallback[length - 1] }
      if byte == wanted[length] { length += 1 }
      fallback.append(length)
    }
    var matched = 0
    for byte in utf8 {
      while matched > 0, byte != wanted[matched] { matched = fallback[matched - 1] }
      if byte == wanted[matched] { matched += 1 }
      if matched == wanted.count { return true }
    }
    return false
  }

  /// The parts between newlines; one for a text without any.
  var linesOfText: [String] {
    guard utf8.contains(0x0A) else { return [self] }
    return utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// Without a byte order mark at its start.
  var withoutMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
  }

  /// Without line endings at its end.
  var withoutLastNewlines: String {
    guard let last = utf8.last, last == 0x0A || last == 0x0D else { return self }
    var bytes = utf8[...]
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// The text before the first newline.
  var firstLine: String {
    guard let newline = utf8.firstIndex(of: 0x0A) else { return self }
    return String(self[..<newline])
  }
}
