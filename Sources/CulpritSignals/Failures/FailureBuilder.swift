package import CulpritIntake
import CulpritRegex
import CulpritRules

/// Makes failures of what a record shows: its chains, the wordings found in it, who answered, what was echoed.
package struct FailureBuilder: Sendable {
  private let lexicon: Lexicon
  private let redactor: Redactor
  private let fragments: KeyFragmentReader
  private let answerers: AnswererReader

  package init(lexicon: Lexicon, redactor: Redactor, fragments: KeyFragmentReader) {
    self.lexicon = lexicon
    self.redactor = redactor
    self.fragments = fragments
    answerers = AnswererReader(lexicon: lexicon)
  }

  /// What the builder is given of one record.
  package struct Material: Sendable {
    package var record: Record
    package var text: RecordText
    package var origin: Origin
    package var chains: [ParsedChain]
    /// Patterns of credentials and neighbours that stand in the text, statements and mentions alike.
    package var found: [PatternMatcher.Found]
    /// Where an application or a runtime says that a variable lacks: the name, its offset, and that of the sentence.
    package var lacks: [(variable: String, offset: Int, start: Int)] = []

    package init(
      record: Record, text: RecordText, origin: Origin, chains: [ParsedChain], found: [PatternMatcher.Found]
    ) {
      self.record = record
      self.text = text
      self.origin = origin
      self.chains = chains
      self.found = found
    }
  }

  /// A wording with what its pattern read out of the text.
  struct Reading {
    var wording: Wording
    var range: Range<Int>
    var values: [String: String]
    /// Where its sentence begins, if that is before it: a name in quotes is no quotation.
    var start: Int?
  }

  /// One failure for each chain, or each branch of a group, that carries a verdict of its own; without chains
  /// one for the record where a wording is stated in it.
  ///
  /// `mentions` gets the templates of wordings that are only quoted.
  package func failures(of material: Material, mentions: inout [String]) -> [Failure] {
    let mention = MentionRule(record: material.record, text: material.text.text, chains: material.chains)
    let all = self.readings(of: material)
    let readings = all.filter { reading in
      mention.isStatement(reading.range) || reading.start.map { mention.isStatement($0..<reading.range.lowerBound) } ?? false
    }
    for reading in all where reading.wording.rank > .bareStatus && mention.isQuoted(reading.range) {
      mentions.append(template(of: material.text.text.slice(reading.range)))
    }
    guard !readings.isEmpty else { return [] }
    var failures: [Failure] = []
    for chain in material.chains {
      for branch in Branch.branches(of: chain) {
        let own = readings.filter { branch.holds(material.text.text.slice($0.range)) }
        guard !own.isEmpty else { continue }
        failures.append(failure(material, branch: branch, readings: own))
      }
    }
    if failures.isEmpty {
      // The chain prints names, the text beside it the wording: they belong together.
      let whole = material.chains.max { $0.links.count < $1.links.count }.map { Branch(whole: $0) }
      failures = [failure(material, branch: whole, readings: readings)]
    }
    return Self.distinct(failures)
  }

  /// A failure that says nothing of credentials: its types, its frames, and who is named.
  package func bareFailure(of chain: ParsedChain, text: RecordText, origin: Origin, level: Level?) -> Failure? {
    guard let outermost = chain.links.first else { return nil }
    var redacted = chain
    redacted.links = chain.links.map(withRedactedFrames)
    let branch = Branch(whole: redacted)
    var result = Failure(
      origin: origin, wordings: [], text: redactor.redact(outermost.qualifiedType + ": " + outermost.message, limit: 300),
      template: Template.folded(outermost.qualifiedType + ": " + String(outermost.message.prefix(120))))
    result.level = level
    result.answerer = answerers.answerer(in: text.text, links: branch.links, wordings: [])
    result.links = branch.links.map { link(of: $0) }
    result.omittedLinks = chain.omitted
    result.verdict = Self.innermost(of: chain.links)
    result.moduleLoad = ModuleLoadReader.moduleLoad(in: branch.links)
    result.scripts = ModuleLoadReader.scripts(in: branch.links)
    result.entryScript = ModuleLoadReader.entryScript(in: branch.links)
    result.isInThread = ModuleLoadReader.threadScript(in: branch.links) != nil
    result.isInChild = ModuleLoadReader.isInChild(branch.links)
    result.isOfDefaultClient = ModuleLoadReader.isOfDefaultClient(branch.links)
    result.isFatal = chain.isFatal
    result.values = HeadValues.values(of: text.line(around: 0)) + HeadValues.namedPids(in: text.text)
    return result
  }

  // MARK: - Wordings

  private func readings(of material: Material) -> [Reading] {
    var readings = material.found.map { found in
      var wording = Wording(
        signal: found.pattern.signal, rank: Self.rank(of: found.pattern.signal),
        place: material.text.place(of: found.match.range.lowerBound))
      wording.pattern = found.pattern.id
      wording.provider = provider(of: found)
      wording.sdk = found.pattern.sdk
      wording.isAmbiguous = found.pattern.isAmbiguous
      return Reading(wording: wording, range: found.match.range, values: found.values)
    }
    for lack in material.lacks {
      var wording = Wording(signal: .credentialAbsent, rank: .notSent, place: material.text.place(of: lack.offset))
      wording.provider = lexicon.provider(ofVariable: lack.variable)
      wording.isAmbiguous = false
      let range = lack.offset..<(lack.offset + lack.variable.utf8.count)
      readings.append(Reading(wording: wording, range: range, values: ["variable": lack.variable], start: lack.start))
    }
    for kind in GeneralWordings.all {
      guard let match = kind.regex.firstMatch(in: material.text.text) else { continue }
      var wording = Wording(
        signal: kind.signal, rank: kind.rank, place: material.text.place(of: match.range.lowerBound))
      if let word = match["provider_word"] {
        // Whoever has no provider's word lacks another system's key.
        guard let provider = lexicon.provider(amongWords: Identifier.words(of: word)) else { continue }
        wording.provider = provider
        wording.isAmbiguous = false
      }
      readings.append(Reading(wording: wording, range: match.range, values: match.values))
    }
    return readings
  }

  private func provider(of found: PatternMatcher.Found) -> String? {
    if let provider = found.pattern.provider { return provider }
    if let variable = found.values["variable"], let provider = lexicon.provider(ofVariable: variable) { return provider }
    guard let word = found.values["provider_word"] else { return nil }
    return lexicon.provider(amongWords: Identifier.words(of: word))
  }

  private static func rank(of signal: SignalName) -> Wording.Rank {
    switch signal {
    case .credentialAbsent, .credentialBlank: .library
    case .credentialNotSent: .notSent
    // A wrapper calls any failure so.
    case .authenticationFailed, .serverError, .network: .code
    default: .sentence
    }
  }

  // MARK: - One failure

  private func failure(_ material: Material, branch: Branch?, readings: [Reading]) -> Failure {
    let text = material.text.text
    let chosen = choose(readings, branch: branch, text: text)
    let best = chosen[0]
    let scope = branch.map { $0.isWhole ? text : $0.text } ?? text
    let line = material.text.line(around: best.range.lowerBound)
    var origin = material.origin
    if let branch, !branch.isWhole, let place = branch.links.first(where: { $0.relation == .grouped })?.place ?? branch.links.first?.place { origin.place = place }
    var result = Failure(
      origin: origin, wordings: chosen.map(\.wording), text: excerpt(line, around: text.slice(best.range)),
      template: template(of: text.slice(best.range)))
    result.level = material.record.level
    result.answerer = answerers.answerer(in: scope, links: branch?.links ?? [], wordings: result.wordings)
    readValues(of: chosen, text: scope, into: &result)
    attach(branch, best: best, text: text, to: &result)
    result.isFatal = material.chains.contains(where: \.isFatal)
    result.units = Self.units(of: material, branch: branch, line: line)
    let head = material.text.line(around: 0)
    result.values = HeadValues.values(of: head) + HeadValues.namedPids(in: text)
    result.head = redactor.redact(head, limit: 160)
    result.isHandled = isHandled(material, best: best, branch: branch)
    result.isCarried = Self.carriers.contains { material.text.text.containsBytes($0) }
    result.answerer.variableProvider = result.variable.flatMap { lexicon.provider(ofVariable: $0) }
    return result
  }

  /// Strongest first. The innermost link decides between sentences; where a later error with a verdict of its
  /// own was raised while another was handled, the later one ends the chain and counts.
  private func choose(_ readings: [Reading], branch: Branch?, text: String) -> [Reading] {
    let links = branch?.links ?? []
    let placed = readings.map { reading -> (reading: Reading, depth: Int) in
      let wording = text.slice(reading.range)
      return (reading, links.indices.last { links[$0].holds(wording) } ?? -1)
    }
    func isHandled(_ item: (reading: Reading, depth: Int)) -> Bool {
      guard let branch, item.depth > 0, let ending = branch.endOfHandling(item.depth, of: text.slice(item.reading.range))
      else { return false }
      return placed.contains { $0.depth >= 0 && $0.depth <= ending && Self.endsChain($0.reading.wording) }
    }
    let ranked = placed.map { (item: $0, isHandled: isHandled($0)) }
    return ranked.sorted { a, b in
      if a.isHandled != b.isHandled { return b.isHandled }
      let (first, second) = (a.item.reading, b.item.reading)
      if first.wording.rank != second.wording.rank { return first.wording.rank > second.wording.rank }
      if first.wording.isAmbiguous != second.wording.isAmbiguous { return !first.wording.isAmbiguous }
      if a.item.depth != b.item.depth { return a.item.depth > b.item.depth }
      return Self.specificity(first) > Self.specificity(second)
    }.map(\.item.reading)
  }

  /// A verdict, not the name that a wrapper gives to any failure.
  private static func endsChain(_ wording: Wording) -> Bool {
    let names: Set<SignalName> = [.serverError, .network, .authenticationFailed]
    return wording.rank >= .sentence && !names.contains(wording.signal)
  }

  /// What is said more exactly wins: an expired key over a refused one, a longer match over a shorter one.
  private static func specificity(_ reading: Reading) -> Int {
    let exact: Set<SignalName> = [
      .credentialRevoked, .credentialExpired, .endpointMismatch, .permissionDenied, .quotaExhausted,
    ]
    return (exact.contains(reading.wording.signal) ? 10_000 : 0) + reading.range.count
      + (reading.values["echo"] == nil ? 0 : 5_000)
  }

  private func template(of wording: String) -> String {
    Template.folded(redactor.redact(wording, limit: 200).description)
  }

  /// Whether the text ends with it, or its line ends within the mask: of a mask's length nothing is known then.
  private static func isCut(_ echo: String, in text: String) -> Bool {
    text.hasSuffix(echo) || echo.hasSuffix("*") && text.containsBytes(echo + "\n")
  }

  private func readValues(of readings: [Reading], text: String, into failure: inout Failure) {
    let same = readings.filter { $0.wording.rank == readings[0].wording.rank || $0.values["echo"] != nil }
    failure.variable = same.compactMap { $0.values["variable"] }.first { !lexicon.isSetting($0) }
    if let echo = readings.compactMap({ $0.values["echo"] }).first {
      failure.echo = Self.isCut(echo, in: text) ? fragments.fragment(cut: echo) : fragments.fragment(echoed: echo)
    }
    failure.status = readings.compactMap { $0.values["status"] }.compactMap { Int($0) }.first ?? Self.status(in: text)
    failure.code = readings.compactMap { $0.values["code"] }.first
    failure.requestID = Self.requestID.firstMatch(in: text)?["id"].map { redactor.redactedString($0) }
  }

  private static func status(in text: String) -> Int? {
    guard let match = statusCode.firstMatch(in: text) else { return nil }
    return (1...9).compactMap { match[$0] }.compactMap { Int($0) }.first
  }

  private func attach(_ branch: Branch?, best: Reading, text: String, to failure: inout Failure) {
    guard let branch else { return }
    let links = branch.links.map(withRedactedFrames)
    let wording = text.slice(best.range)
    let verdict = links.indices.last { links[$0].holds(wording) } ?? Self.innermost(of: links)
    failure.verdict = verdict.map { branch.indices[$0] }
    failure.links = branch.chain.links.map { link(of: $0) }
    failure.omittedLinks = branch.chain.omitted
    if failure.links.indices.contains(failure.verdict ?? -1), let verdict = failure.verdict {
      if failure.links[verdict].status == nil { failure.links[verdict].status = failure.status }
      failure.status = failure.links[verdict].status ?? failure.status
    }
    failure.moduleLoad = ModuleLoadReader.moduleLoad(in: links)
    failure.scripts = ModuleLoadReader.scripts(in: links)
    failure.entryScript = ModuleLoadReader.entryScript(in: links)
    failure.isInThread = ModuleLoadReader.threadScript(in: links) != nil
    failure.isInChild = ModuleLoadReader.isInChild(links)
    failure.isOfDefaultClient = ModuleLoadReader.isOfDefaultClient(links)
  }

  /// Where nothing tells which error carries the verdict: the end of the way along first children.
  private static func innermost(of links: [ParsedLink]) -> Int? {
    guard !links.isEmpty else { return nil }
    var last = 0
    for index in links.indices where links[index].parent == last { last = index }
    return last
  }

  /// Paths and names of functions come from the log, and reach the report as entrypoints.
  private func withRedactedFrames(_ parsed: ParsedLink) -> ParsedLink {
    var link = parsed
    for index in link.frames.indices {
      link.frames[index].file = redactor.name(link.frames[index].file)
      link.frames[index].function = link.frames[index].function.map(redactor.name)
    }
    return link
  }

  private func link(of parsed: ParsedLink) -> Link {
    let status = ["status", "statusCode", "status_code", "response.status", "code"].lazy
      .compactMap { parsed.properties[$0] }.compactMap { Int($0) }.first { (100..<600).contains($0) }
    let code = ["error.code", "code", "error.error.code", "error.type", "reason"].lazy
      .compactMap { parsed.properties[$0] }.first { Int($0) == nil && $0.utf8.count < 64 && !$0.containsBytes(" ") }
    let request = ["request_id", "requestID", "requestId", "error.request_id", "headers.x-request-id"].lazy
      .compactMap { parsed.properties[$0] }.first
    let frame = parsed.frames.last { $0.isApplication } ?? parsed.frames.last
    return Link(
      parent: parsed.parent, type: redactor.redactedString(parsed.type), message: redactor.redact(parsed.message, limit: 600),
      relation: parsed.relation, status: status ?? Self.status(in: parsed.message), code: code.map { redactor.redactedString($0) },
      requestID: request.map { redactor.redactedString($0) },
      frame: frame.map { Frame(file: redactor.name($0.file), line: $0.line, function: $0.function.map(redactor.name)) },
      place: parsed.place)
  }

  /// What pools print of errors that their workers had: `multiprocessing`, `concurrent.futures`, Ray.
  private static let carriers = ["RemoteTraceback", "RayTaskError"]

  /// A warning that goes on, or a branch that another verdict ended.
  private func isHandled(_ material: Material, best: Reading, branch: Branch?) -> Bool {
    let line = material.text.line(around: best.range.lowerBound)
    if let level = material.record.level, level >= .error { return false }
    if branch != nil, material.record.level == nil { return false }
    if FailureWords.retry(in: line) { return best.wording.rank < .sentence }
    if FailureWords.goOn(in: line) { return true }
    let isTold = FailureWords.stand(in: line) || FailureWords.stand(in: material.text.line(around: 0))
    return material.record.level == .warning && branch == nil && !isTold
  }

  /// Of the record's first line, its outermost error, its fields, and the beginning of the verdict's line.
  private static func units(of material: Material, branch: Branch?, line: String) -> [String] {
    let head = material.text.line(around: 0)
    let outermost = branch?.links.first?.message ?? ""
    return Template.units(of: String(head.prefix(400))) + Template.units(of: String(outermost.prefix(400)))
      + Template.units(ofFields: material.record.structure) + Template.units(of: String(line.prefix(120)))
  }

  /// Up to 400 bytes around the wording: a line of JSON may be long. Redacted before it is cut, for a cut within a
  /// secret would hide what it is.
  private func excerpt(_ line: String, around wording: String) -> RedactedText {
    guard line.utf8.count > 400 else { return redactor.redact(line) }
    let whole = redactor.redact(line, limit: 20_000).description
    let told = redactor.redact(wording, limit: 200).description
    let at = whole.utf8Index(of: String(told.prefix(40))) ?? 0
    let start = whole.scalarBorder(before: max(0, at - 80))
    let end = whole.scalarBorder(before: min(whole.utf8.count, at + max(told.utf8.count, 40) + 200))
    let shown = (start > 0 ? "…" : "") + whole.slice(start..<end) + (end < whole.utf8.count ? "…" : "")
    return redactor.composed(shown)
  }

  /// One failure printed twice in a record (header and traceback) is one: the fuller is kept.
  private static func distinct(_ failures: [Failure]) -> [Failure] {
    var kept: [Failure] = []
    for failure in failures {
      if let same = kept.firstIndex(where: { $0.template == failure.template && $0.echo == failure.echo && $0.answerer.hostProvider == failure.answerer.hostProvider }) {
        if failure.links.count > kept[same].links.count { kept[same] = failure }
      } else {
        kept.append(failure)
      }
    }
    return kept
  }

  private static let requestID = CompiledPattern.constant(
    #"(?i)(?:request[-_ ]?id|req_id|x-request-id)["']?\s*[:=]?\s*["']?(?<id>[A-Za-z0-9_\-]{8,64})|(?<id2>req_[A-Za-z0-9]{8,40})"#)
  private static let statusCode = CompiledPattern.constant(
    #"""
      (?:Error\ code:\s*(\d{3})|(?i:status(?:[ _]?code)?)["']?\s*(?:[:=]|is|of)?\s*["']?(\d{3})(?!\d)|HTTP(?:/[\d.]+)?["']?\s+(\d{3})(?!\d)
      |(?<![\d.:\-])(4\d\d|5\d\d)\s+(?:Client\ Error|Server\ Error|Unauthorized|Forbidden|Bad\ Request|Not\ Found|Too\ Many\ Requests|INVALID_ARGUMENT|PERMISSION_DENIED|UNAUTHENTICATED|status\ code)
      |"code":\s*(\d{3})(?!\d)|:\s(4\d\d|5\d\d)\s(?=["{A-Z])|^(4\d\d|5\d\d)\s(?=["{A-Z])|\((4\d\d|5\d\d)\)
      |(?<![\w.])(?!(?:Line|Row|Page|Port|Step|Job|Item|Day|Part|Room|Lane|Order|Task|Batch|Chunk)\ )[A-Z][A-Za-z]{2,20}\ (4\d\d|5\d\d):\ )
      """#, [.extended, .multiline])
}
