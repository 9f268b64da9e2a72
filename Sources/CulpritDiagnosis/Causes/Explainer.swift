import CulpritIntake
import CulpritRules
import CulpritSignals

/// Says in one sentence what happened, what would settle it, and what to change.
struct Explainer {
  let rules: [CauseRule]
  let scene: Scene
  let names: ProcessNames

  func explain(_ incident: inout Incident, _ assembly: Assembly) {
    let redactor = Redactor(providers: scene.lexicon.providers)
    let values = values(of: incident, assembly)
    let rule = rules.first { $0.subcause == incident.subcause }
    let sentence = rule.map { Self.filled($0.explanation, values) } ?? Self.filled(Self.undetermined, values)
    incident.explanation = redactor.composed(sentence.replacing(" (\(Self.unknownKey))"))
    incident.question = incident.confidence < 0.8 ? question(assembly, values) : nil
    guard let rule, let fix = rule.fixes.first(where: { Self.holds($0.conditions, values) }) else { return }
    incident.fix = Incident.Fix(
      summary: Self.filled(fix.summary, values), steps: fix.steps.map { Self.filled($0, values) },
      snippet: fix.snippet.map { Incident.Fix.Snippet(language: $0.language, code: Self.filled($0.code, values)) },
      verify: fix.verify.map { Self.filled($0, values) })
  }

  private static let undetermined =
    "{process} fails to authenticate at {provider}; the log does not tell why."

  private func values(of incident: Incident, _ assembly: Assembly) -> [String: String] {
    var values: [String: String] = [:]
    values["process"] = Self.each(incident.processes.map(Self.name))
    // A thread or child lacks what its own process has.
    values["peer"] = incident.healthy.isEmpty ? "its own main thread or parent" : Self.each(incident.healthy.map(Self.name))
    values["variable"] = incident.variable ?? "the credential"
    values["provider"] = incident.provider.flatMap { scene.lexicon.provider(id: $0)?.name } ?? "its provider"
    values["entrypoint"] = incident.processes.compactMap(\.entrypoint).first ?? "its entrypoint"
    values["service"] = incident.processes.compactMap(\.service).first ?? "the service"
    values["host"] = assembly.suspects.flatMap(\.occurrences).compactMap(\.answerer.host).first ?? values["provider"]
    let fragment = assembly.fragment ?? assembly.suspects.flatMap(\.echoes).first
      ?? assembly.examinations.lazy.compactMap { $0.shownFragment?.0 }.first
    values["fragment"] = fragment.map { "\($0.head)…\($0.tail)" }.flatMap { $0 == "…" ? nil : $0 } ?? Self.unknownKey
    let owners = fragment?.fits.filter { $0 != incident.provider } ?? []
    values["other"] = owners.first.flatMap { scene.lexicon.provider(id: $0)?.name } ?? "another provider"
    values["misnomer"] = assembly.examinations.compactMap { $0.misnomer?.variable }.first ?? "another name"
    values["runtime"] = runtime(of: incident, assembly)
    values["runner"] = runner(of: assembly)
    return values
  }

  private static let unknownKey = "key not shown"

  /// One name as it is; of several, `each of …`, so that the verb stays as it is.
  private static func each(_ names: [String]) -> String {
    var distinct: [String] = []
    for name in names where !distinct.contains(name) { distinct.append(name) }
    guard distinct.count > 1 else { return distinct.first ?? "a process" }
    let shown = distinct.prefix(2).joined(separator: distinct.count == 2 ? " and " : ", ")
    return "each of " + (distinct.count == 2 ? shown : "\(shown) and \(distinct.count - 2) more")
  }

  private static func name(_ member: Incident.Member) -> String {
    let name = member.service ?? member.name ?? "a process"
    let details = [member.pid.map { "pid \($0)" }, member.entrypoint].compactMap { $0 }
    return details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))"
  }

  /// By the endings of scripts and frames.
  private func runtime(of incident: Incident, _ assembly: Assembly) -> String {
    let files = incident.processes.compactMap(\.entrypoint) + assembly.suspects.flatMap { $0.occurrences.prefix(3).flatMap(\.scripts) }
    let endings: [(String, [String])] = [
      ("python", [".py"]), ("node", [".js", ".ts", ".mjs", ".cjs", ".mts"]), ("ruby", [".rb"]), ("php", [".php"]), ("go", [".go"]),
      ("java", [".java", ".jar", ".kt"]), ("rust", [".rs"]),
    ]
    for (name, suffixes) in endings where files.contains(where: { file in suffixes.contains { file.hasSuffix($0) } }) { return name }
    return ""
  }

  private func runner(of assembly: Assembly) -> String {
    if assembly.suspects.contains(where: { $0.occurrences.contains(where: \.isInThread) }) { return "worker-threads" }
    let writers = assembly.suspects.flatMap { $0.occurrences.prefix(2).map(\.origin.writer) }
    let patterns = assembly.suspects.flatMap { $0.process.announcements.compactMap { $0.first[0].pattern } }
    if let pattern = patterns.first, let name = pattern.split(separator: ".").first { return String(name) }
    return writers.contains { $0.format == "celery" } ? "celery" : ""
  }

  private func question(_ assembly: Assembly, _ values: [String: String]) -> Incident.Question {
    Incident.Question(
      text: Self.filled(
        "Which value does {process} have in {variable}? Log its presence, length and last four characters as it starts, beside those of a process that works.",
        values),
      probe: nil)
  }

  private static func holds(_ conditions: [String: String], _ values: [String: String]) -> Bool {
    conditions.allSatisfy { values[$0.key] == $0.value }
  }

  // MARK: - Templates

  /// Replaces `{name}` by its value; what is unknown stays out.
  static func filled(_ template: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let close = rest.firstIndex(of: "}") {
      // The innermost brace counts: `${{variable}}` of a shell or a workflow keeps its own.
      guard let open = rest[..<close].lastIndex(of: "{"), let value = values[String(rest[rest.index(after: open)..<close])] else {
        result += rest[...close]
        rest = rest[rest.index(after: close)...]
        continue
      }
      result += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension String {
  /// Without the first occurrence of `part`.
  fileprivate func replacing(_ part: String) -> String {
    guard let at = utf8Index(of: part) else { return self }
    let start = utf8.index(startIndex, offsetBy: at)
    return String(self[..<start]) + String(self[utf8.index(start, offsetBy: part.utf8.count)...])
  }
}
