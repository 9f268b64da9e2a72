import CulpritRegex

/// Finds length, first and last letters of a key in the words of any application: `164-character key`, `key len 56`,
/// `key starts with sk-or`, `last four: 9QzA`, `key #9QzA`.
///
/// Keys are of databases and caches too: the line has to say `api key` or `credential`, or name a provider.
struct KeyPartReader: Sendable {
  let lexicon: Lexicon
  let fragments: KeyFragmentReader

  struct Part {
    var name: CredentialName
    var fragment: KeyFragment
    /// UTF-8 offset in the line.
    var offset: Int
  }

  /// Of one line; costs a regex where a word for keys stands.
  func parts(in line: String) -> [Part] {
    guard line.utf8.count < 1_000, Self.isMeant.matches(line) || lexicon.provider(amongWords: Identifier.words(of: line)) != nil
    else { return [] }
    var length: Int?
    var head: String?
    var tail: String?
    var name: String?
    var offset: Int?
    for match in Self.part.allMatches(in: line, limit: 8) {
      length = length ?? match["length"].flatMap { Int($0) }.flatMap { $0 == 0 || (8...400).contains($0) ? $0 : nil }
      head = head ?? match["head"].flatMap { fragments.isBeginning($0) ? $0 : nil }
      tail = tail ?? match["tail"].flatMap { Self.looksRandom($0) ? $0 : nil }
      name = name ?? match["name"]
      offset = offset ?? match.range.lowerBound
    }
    guard let offset, length != nil || head != nil || tail != nil else { return [] }
    let fragment = head == nil && tail == nil
      ? fragments.fragment(ofLength: length ?? 0) : fragments.fragment(of: (head ?? "") + "..." + (tail ?? ""), statedLength: length)
    let named = name.flatMap { CredentialName($0, lexicon: lexicon) }.flatMap { $0.provider == nil ? nil : $0 }
    let nearby = CredentialName(
      variable: nil, provider: lexicon.provider(amongWords: Identifier.words(of: line)), isMisnomer: false)
    return [Part(name: named ?? nearby, fragment: fragment, offset: offset)]
  }

  /// A digit, or letters of both cases where no word has them: `here` and `None` are no tails.
  private static func looksRandom(_ tail: String) -> Bool {
    tail.utf8.contains { (48...57).contains($0) } || tail.utf8.dropFirst().contains { (65...90).contains($0) } && tail.utf8.contains { (97...122).contains($0) }
  }

  private static let isMeant = CompiledPattern.constant(
    #"(?<![A-Za-z])(?:api[ _-]?key|credentials?)(?![A-Za-z])|_(?:KEY|TOKEN)(?![A-Z])"#, [.ignoresCase])

  private static let part = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9.])(?<length>\d{2,3})[- ](?:char(?:acter)?s?|symbols?|letters?|bytes?)[- ](?:long[- ])?(?:[a-z]+[ ]){0,2}(?:api[ _-]?)?(?:key|secret|credential|token)(?![A-Za-z])
      | (?:len(?:gth)?|size)\s+of\s+(?:the\s+)?(?<name>[A-Za-z][\w\-]*(?:key|secret|credential|token))\s*(?:is|=|:)?\s*(?<length>\d{2,3}|0)(?![\w.])
      | (?<![A-Za-z0-9])(?<name>(?:[A-Za-z0-9]+[_\-])*(?:api[ _-]?)?(?:key|secret|credentials?|token))["'`)\]]?
        (?: [ _\-,(]{0,3}(?:len(?:gth)?|size)\s*[=:]?\s*(?<length>\d{2,3}|0)B?(?![\w.])
          | [ ,(:]{0,3}(?:has[ ]|of[ ])?(?<length>\d{2,3})(?:[ ]?(?:char(?:acter)?s?|symbols?|letters?|bytes?|ch|long)|B|\))(?![A-Za-z])
          | (?:\s+(?:for|of)\s+[A-Za-z]+)?[ _.,(:=\->]{0,4}(?:last[ _]?(?:4|four)|tail|suffix|end(?:s|ing)?(?:[ ](?:in|with|on))?)["']?\s*[=:]?\s*["'`]?(?:\.{2,}|…|\*+)?
            (?<tail>[A-Za-z0-9_\-]{4})(?![A-Za-z0-9_\-])
          | (?:\s+(?:for|of)\s+[A-Za-z]+)?\s*(?:[:=(]|->|→)?\s*(?:\.{2,}|…|\*{1,}|x{4,}|~|[#])(?<tail>[A-Za-z0-9_\-]{4})(?![A-Za-z0-9_\-])
          | [ ]?\((?<tail>[A-Za-z0-9_\-]{4})\)
          | [^\n"'=]{0,40}?(?<![A-Za-z])(?:(?:begin|start)(?:s|ning|ing)?(?:[ ]with)?|prefix(?:ed)?(?:[ ](?:is|with))?|head
              |first[ _-]?(?:\d{1,2}|three|four|five|six|seven|eight)?(?:[ ](?:char(?:acter)?s?|letters?|symbols?))?(?:[ ](?:is|are))?)["']?\s*[=:]?\s*["'`“]?
            (?<head>[A-Za-z0-9_\-]{3,16})(?![A-Za-z0-9]) )
      """#, [.ignoresCase, .extended])
}
