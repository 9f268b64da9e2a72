import CulpritIntake
import CulpritRules
import CulpritSignals

/// What a report lists beside incidents: processes, neighbours, the unexplained.
struct Summaries {
  let scene: Scene
  let names: ProcessNames
  let lineNumbers: LineNumbers
  let signals: [SignalDefinition]

  private var remedies: [SignalName: String?] {
    Dictionary(signals.map { ($0.name, $0.remedy) }, uniquingKeysWith: { first, _ in first })
  }

  /// Those that say or do something of their own; sorted by id.
  func processes() -> [ProcessSummary] {
    scene.processes.map(summary).sorted { $0.id < $1.id }
  }

  private func summary(_ process: Process) -> ProcessSummary {
    var result = ProcessSummary(id: names.id(of: process.key), credentials: credentials(of: process))
    result.host = process.host
    result.container = process.container
    result.service = names.service(of: process)
    result.name = process.name
    result.pid = process.pid
    result.generation = process.generation
    result.thread = process.thread
    result.parent = process.parent.map { names.id(of: $0) }
    result.entrypoint = names.entrypoint(of: process)
    result.boundBy = process.boundBy?.rawValue
    result.firstSeen = LogTime(process.first?.time)
    result.lastSeen = LogTime(process.last?.time)
    return result
  }

  private func credentials(of process: Process) -> [CredentialSummary] {
    let claims = process.claims.map { $0.first[0] }.map { claim in
      var summary = CredentialSummary(
        variable: claim.variable, provider: claim.provider, state: Self.state(of: claim), head: Self.told(claim.fragment?.head),
        tail: Self.told(claim.fragment?.tail), length: claim.fragment?.length, place: lineNumbers.resolve(claim.origin.place))
      summary.isProbed = claim.rank == .probed
      return summary
    }
    let echoes = process.failures.map { $0.first[0] }.compactMap { failure -> CredentialSummary? in
      guard let echo = failure.echo else { return nil }
      return CredentialSummary(
        variable: failure.variable, provider: Self.answerer(of: failure), state: Self.state(of: echo),
        head: Self.told(echo.head), tail: Self.told(echo.tail), length: echo.length, place: lineNumbers.resolve(failure.origin.place))
    }
    return (claims + echoes).sorted { $0.place < $1.place }
  }

  /// Nil where nothing of it is shown.
  private static func told(_ part: String?) -> String? { part.flatMap { $0.isEmpty ? nil : $0 } }

  /// Who echoed the key.
  private static func answerer(of failure: Failure) -> String? {
    failure.answerer.hostProvider ?? failure.answerer.dialect ?? failure.wordings.lazy.compactMap(\.provider).first
  }

  private static func state(of claim: CredentialClaim) -> CredentialSummary.State {
    if let fragment = claim.fragment { return state(of: fragment) }
    switch claim.state {
    case .present: return .present
    case .absent, .undefined: return .absent
    case .empty: return .empty
    }
  }

  private static func state(of fragment: KeyFragment) -> CredentialSummary.State {
    switch fragment.reading {
    case .placeholder, .localDummy: .placeholder
    case .missingValue: .absent
    case .empty: .empty
    default: .present
    }
  }

  /// One entry for each kind, provider, status and process.
  func neighbours(_ found: [(process: Process, provider: String?, tally: Tally<Failure>)]) -> [Neighbour] {
    var entries: [[String]: Neighbour] = [:]
    let remedies = self.remedies
    for item in found {
      let first = item.tally.first[0]
      let kind = first.signal.rawValue
      let id = names.id(of: item.process.key)
      let key = [kind, item.provider ?? "", first.status.map(String.init) ?? "", id]
      let times = LogTime.span(of: [first.origin.time, item.tally.last.origin.time].compactMap { $0 })
      if var entry = entries[key] {
        entry.count += item.tally.count
        let all = [entry.firstSeen, entry.lastSeen, times.first, times.last].compactMap { $0?.timestamp }
        (entry.firstSeen, entry.lastSeen) = LogTime.span(of: all)
        entries[key] = entry
      } else {
        var entry = Neighbour(
          kind: kind, count: item.tally.count, place: lineNumbers.resolve(first.origin.place), text: first.text)
        entry.provider = item.provider
        entry.remedy = remedies[first.signal] ?? nil
        entry.status = first.status
        entry.process = id
        (entry.firstSeen, entry.lastSeen) = times
        entries[key] = entry
      }
    }
    return entries.sorted { a, b in
      a.value.place != b.value.place ? a.value.place < b.value.place : a.key.lexicographicallyPrecedes(b.key)
    }.map(\.value)
  }

  /// One entry a template.
  func unexplained(_ tallies: [Tally<Failure>]) -> [Unexplained] {
    var entries: [String: Unexplained] = [:]
    for tally in tallies {
      let first = tally.first[0]
      if entries[first.template] != nil {
        entries[first.template]?.count += tally.count
      } else {
        entries[first.template] = Unexplained(
          count: tally.count, place: lineNumbers.resolve(first.origin.place), text: first.text)
      }
    }
    return entries.values.sorted { ($0.place, $0.text) < ($1.place, $1.text) }
  }
}
