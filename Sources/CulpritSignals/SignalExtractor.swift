package import CulpritIntake
import CulpritJSON
import CulpritRegex
package import CulpritRules

/// Finds in records what they tell: patterns, the five recognisers, the chain.
package struct SignalExtractor: Sendable {
  private let lexicon: Lexicon
  private let redactor: Redactor
  private let states: StateRecogniser
  private let requests: RequestRecogniser
  private let announcements: AnnouncementRecogniser
  private let failures: FailureBuilder
  private let fragments: KeyFragmentReader
  private let chains = ChainParser()
  private var patterns: PatternMatcher

  /// Patterns are compiled at their first use.
  package init(rules: RuleSet) {
    lexicon = Lexicon(providers: rules.providers)
    redactor = Redactor(providers: rules.providers)
    fragments = KeyFragmentReader(providers: rules.providers, redactor: redactor)
    states = StateRecogniser(lexicon: lexicon, fragments: fragments, redactor: redactor)
    requests = RequestRecogniser(lexicon: lexicon, redactor: redactor)
    announcements = AnnouncementRecogniser(lexicon: lexicon, redactor: redactor)
    failures = FailureBuilder(lexicon: lexicon, redactor: redactor, fragments: fragments)
    patterns = PatternMatcher(patterns: rules.patterns)
  }

  /// What the record tells; costs a search for literals, and a regex only where a literal was found.
  package mutating func facts(of record: Record) -> RecordFacts {
    let text = RecordText(record)
    let origin = Origin(
      place: record.place, writer: redacted(record.writer, in: record.place.source), time: record.time, numbers: record.numbers,
      isUncertain: record.isUncertain || record.panelTitle != nil)
    var facts = RecordFacts(origin: origin)
    facts.level = record.level
    facts.occurrences = record.occurrences
    let found = patterns.matches(in: text.text)
    let told = found.filter { !Self.isRuntime($0.pattern.signal) }
    readFailures(record, text, found: told, into: &facts)
    readRuntime(found.filter { Self.isRuntime($0.pattern.signal) }, text, into: &facts)
    if let request = requests.request(in: text, origin: origin) { facts.requests.append(request) }
    if facts.failures.isEmpty, record.panelTitle == nil {
      facts.claims += states.claims(in: text, structure: record.structure, origin: origin)
    } else if record.panelTitle == nil {
      facts.claims += states.dumpClaims(in: text, origin: origin)
    }
    if facts.failures.isEmpty,
      let announcement = announcements.announcement(in: text, record: record, origin: origin)
    {
      facts.announcements.append(announcement)
    }
    let head = text.line(around: 0)
    if !record.numbers.isEmpty { facts.sentence = StableHash(of: Template.folded(String(head.prefix(160))).utf8).value }
    let speaksOfFailure = !facts.failures.isEmpty || FailureWords.stand(in: head)
    let level = record.level ?? .info
    facts.tellsFailure = speaksOfFailure || level >= .warning
    let isRefused = facts.requests.contains { ($0.status ?? 200) >= 400 }
    // Where nobody set a level, a program logs its work as warnings, for nothing less is printed.
    if !speaksOfFailure, level <= .warning, !isRefused, record.panelTitle == nil { facts.work = work(head, record: record) }
    return facts
  }

  /// Names come from the log, and reach the report.
  private func redacted(_ writer: Writer, in source: String) -> Writer {
    var writer = writer
    // A section's name is the log's; the source's own is the user's.
    if writer.source != source { writer.source = redactor.name(writer.source) }
    writer.host = writer.host.map(redactor.name)
    writer.container = writer.container.map(redactor.name)
    writer.service = writer.service.map(redactor.name)
    writer.program = writer.program.map(redactor.name)
    writer.thread = writer.thread.map(redactor.name)
    writer.logger = writer.logger.map(redactor.name)
    for index in writer.constants.indices { writer.constants[index].value = redactor.name(writer.constants[index].value) }
    return writer
  }

  // MARK: - Failures

  private func readFailures(
    _ record: Record, _ text: RecordText, found: [PatternMatcher.Found], into facts: inout RecordFacts
  ) {
    let lacks = self.lacks(in: text)
    let mayFail = !found.isEmpty || !lacks.isEmpty || GeneralWordings.all.contains { $0.regex.matches(text.text) }
    let isSevere = record.level ?? .info >= .error
    guard mayFail || isSevere || text.text.containsBytes("Error") || text.text.containsBytes("Exception") else { return }
    let chains = self.chains.chains(in: record)
    if mayFail {
      var material = FailureBuilder.Material(record: record, text: text, origin: facts.origin, chains: chains, found: found)
      material.lacks = lacks
      facts.failures = failures.failures(of: material, mentions: &facts.mentions)
    }
    if facts.failures.isEmpty, let chain = chains.max(by: { $0.links.count < $1.links.count }) {
      facts.bareChain = failures.bareFailure(of: chain, text: text, origin: facts.origin, level: record.level)
    }
  }

  /// Variables of providers that the text says are lacking.
  private func lacks(in text: RecordText) -> [(variable: String, offset: Int, start: Int)] {
    guard lexicon.mayHoldVariable(text.text) else { return [] }
    return GeneralWordings.lack.allMatches(in: text.text, limit: 8).compactMap { match in
      guard let variable = match["variable"], let range = match.range("variable"),
        lexicon.provider(ofVariable: variable) != nil, !lexicon.isSetting(variable)
      else { return nil }
      return (variable, range.lowerBound, match.range.lowerBound)
    }
  }

  // MARK: - Runners

  private static func isRuntime(_ signal: SignalName) -> Bool { runtime.contains(signal) }

  private static let runtime: Set<SignalName> = [
    .processAnnounced, .processSpawned, .processExited, .environmentLoaded, .variableBlank, .secretUnavailable,
    .credentialRotated, .variableShadowed, .buildStep, .featureDisabled,
  ]

  private func readRuntime(_ found: [PatternMatcher.Found], _ text: RecordText, into facts: inout RecordFacts) {
    for item in found {
      var origin = facts.origin
      origin.place = text.place(of: item.match.range.lowerBound)
      let line = redactor.redact(text.line(around: item.match.range.lowerBound), limit: 300)
      switch item.pattern.signal {
      case .processAnnounced, .processSpawned, .processExited:
        facts.announcements.append(announcement(of: item, origin: origin, text: line))
      default:
        var event = RuntimeEvent(origin: origin, signal: item.pattern.signal, pattern: item.pattern.id, text: line)
        event.variable = item.values["variable"] ?? item.values["secret"]
        event.subject = item.values["service"].map { redactor.redactedString($0) }
        facts.runtimeEvents.append(event)
      }
    }
  }

  private func announcement(of item: PatternMatcher.Found, origin: Origin, text: RedactedText) -> Announcement {
    let subject: Announcement.Subject =
      switch item.pattern.signal {
      case .processSpawned: .another
      case .processExited: .ended
      default: .itself
      }
    var result = Announcement(origin: origin, subject: subject, text: text)
    result.pid = item.values["pid"].flatMap { Int($0) }
    result.parentPid = item.values["ppid"].flatMap { Int($0) }
    result.script = item.values["script"].map { redactor.redactedString($0) }
    result.service = item.values["service"].map { redactor.redactedString($0) }
    result.pattern = item.pattern.id
    result.isStart = subject != .ended
    return result
  }

  // MARK: - Work

  private func work(_ head: String, record: Record) -> Work? {
    guard head.utf8.count < 1_000, !Self.isFailedAnswer(head) else { return nil }
    let units = Template.units(of: head) + Template.units(ofFields: record.structure)
    let text = redactor.redact(head, limit: 160)
    return Work(template: Template.folded(text.description), text: text, units: units)
  }

  /// An access line of a server that could not do it: `"POST /handover" 503 35`, `"GET /me HTTP/1.1" 401`.
  private static func isFailedAnswer(_ head: String) -> Bool {
    guard head.containsBytes("\" 4") || head.containsBytes("\" 5") else { return false }
    return failedAnswer.matches(head)
  }

  private static let failedAnswer = CompiledPattern.constant(#""(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /[^"\s]{0,300}(?: HTTP/[\d.]{1,3})?" [45]\d\d(?!\d)"#)
}
