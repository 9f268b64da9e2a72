package import CulpritIntake

extension RecordFacts {
  /// Which words of a line count: bit `i` where the record's facts hold word `i`. What no fact holds may
  /// change from record to record, and the records still tell the same.
  package func counting(_ fields: LayoutFields) -> UInt32 {
    let words = tellingWords
    var counting: UInt32 = 0
    for (index, text) in fields.texts.prefix(32).enumerated() {
      if words.contains(where: { Self.tells($0, text) }) { counting |= 1 << UInt32(index) }
    }
    return counting
  }

  /// A fact holds the word, or, as of a key, its end.
  private static func tells(_ fact: String, _ word: String) -> Bool {
    fact.containsBytes(word) || word.utf8.first == UInt8(ascii: "0") && Int(word).map { "\($0)" == fact } == true
      || fact.utf8.count >= 4 && word.utf8.count >= 8 && word.hasSuffix(fact)
  }

  /// All that facts are told apart by.
  private var tellingWords: [String] {
    var words = Self.words(of: origin.writer) + origin.numbers.map { String($0.value) }
    for failure in failures + (bareChain.map { [$0] } ?? []) { words += Self.words(of: failure) }
    for claim in claims {
      words += [claim.variable, claim.provider, claim.subject].compactMap(\.self)
      if let fragment = claim.fragment { words += Self.words(of: fragment) }
    }
    for request in requests { words += [request.host, request.status.map { String($0) } ?? ""] }
    for said in announcements {
      words += [said.pid, said.parentPid].compactMap(\.self).map { String($0) }
      words += [said.script, said.service, said.thread].compactMap(\.self) + said.slots + said.hosts
    }
    for event in runtimeEvents { words += [event.variable, event.subject].compactMap(\.self) }
    return words.filter { !$0.isEmpty }
  }

  private static func words(of writer: Writer) -> [String] {
    let names = [writer.host, writer.container, writer.service, writer.program, writer.thread, writer.logger]
    let pids = [writer.pid, writer.outerPid].compactMap(\.self).map { String($0) }
    return names.compactMap(\.self) + pids + writer.constants.map(\.value)
  }

  private static func words(of failure: Failure) -> [String] {
    var words = [failure.code, failure.variable, failure.answerer.host, failure.answerer.model].compactMap(\.self)
    words += failure.status.map { [String($0)] } ?? []
    if let echo = failure.echo { words += Self.words(of: echo) }
    return words + failure.scripts + failure.path
  }

  private static func words(of fragment: KeyFragment) -> [String] {
    [fragment.head, fragment.tail, fragment.length.map { String($0) } ?? ""]
  }
}
