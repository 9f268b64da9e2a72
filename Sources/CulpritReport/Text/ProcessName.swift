import CulpritDiagnosis

/// How a person calls a process: by service, program, container or entrypoint.
enum ProcessName {
  /// `worker`, with its thread where it is one's part: `worker [poll-3]`.
  static func short(_ member: Incident.Member, _ summary: ProcessSummary?) -> String {
    let file = member.entrypoint.map { String($0.split(separator: "/").last ?? Substring($0)) }
    let name = member.service ?? summary?.container ?? file ?? member.name ?? summary?.host
    return (name ?? "a process") + (summary?.thread.map { " [\($0)]" } ?? "")
  }

  /// `worker (pid 4312, dist/worker.js)`.
  static func full(_ member: Incident.Member, _ summary: ProcessSummary? = nil) -> String {
    let details = [member.pid.map { "pid \($0)" }, member.entrypoint].compactMap(\.self)
    return short(member, summary) + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  /// `worker (pid 4312)`.
  static func brief(_ member: Incident.Member) -> String {
    short(member, nil) + (member.pid.map { " (pid \($0))" } ?? "")
  }

  /// The first two of several in words, and how many more there are.
  static func list(_ members: [Incident.Member], _ summaries: [String: ProcessSummary]) -> String {
    let names = members.prefix(2).map { full($0, summaries[$0.id]) }
    let more = members.count - names.count
    guard more > 0 else { return names.joined(separator: " and ") }
    return names.joined(separator: ", ") + " and \(more) more"
  }
}
