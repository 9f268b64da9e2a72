import CulpritDiagnosis

/// What probes saw in processes that no failure of a credential is known of: who has a variable and who lacks it.
struct ProbedText {
  private static let limit = (variables: 8, processes: 12)
  private let processes: [ProcessSummary]

  init(_ processes: [ProcessSummary]) {
    self.processes = processes.filter { $0.credentials.contains(where: \.isProbed) }
  }

  func write(to canvas: inout TextCanvas) {
    guard !processes.isEmpty else { return }
    canvas.gap()
    canvas.line(Fragment("what probes saw", .strong))
    let names = variables
    let held = names.filter { name in processes.contains { has(name, $0) } }
    if held.isEmpty {
      let asked = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
      canvas.paragraph("\(Phrase.count(processes.count, "process")): none has \(asked)", label: [Fragment("  ")])
    }
    for name in held.prefix(Self.limit.variables) { write(name, to: &canvas) }
    if held.count > Self.limit.variables {
      canvas.line(Fragment("  … \(Phrase.count(held.count - Self.limit.variables, "more variable"))", .faint))
    }
  }

  private var variables: [String] {
    var names: [String] = []
    for credential in processes.flatMap(\.credentials) where credential.isProbed {
      if let name = credential.variable, !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func probed(_ name: String, _ process: ProcessSummary) -> CredentialSummary? {
    process.credentials.last { $0.isProbed && $0.variable == name }
  }

  private func has(_ name: String, _ process: ProcessSummary) -> Bool {
    probed(name, process).map { $0.state != .absent } ?? false
  }

  private func write(_ name: String, to canvas: inout TextCanvas) {
    let asked = processes.filter { probed(name, $0) != nil }
    let lacking = asked.filter { !has(name, $0) }.count
    let verdict = lacking == 0
      ? asked.count == 1 ? "is there" : "is there in all \(asked.count) processes"
      : "is there in \(asked.count - lacking) of \(asked.count) processes"
    canvas.paragraph("\(name) \(verdict)", label: [Fragment("  ")])
    for process in asked.prefix(Self.limit.processes) {
      guard let credential = probed(name, process) else { continue }
      let who = (process.service ?? process.name ?? process.id) + (process.pid.map { " (pid \($0))" } ?? "")
      let ends = [credential.head.map { "\($0)…" }, credential.tail.map { "…\($0)" }].compactMap(\.self)
      let shown = ends.isEmpty ? "" : " (\(ends.joined(separator: " ").replacing("… …", with: "…")))"
      canvas.line(
        [Fragment("    "), Fragment("\(credential.state.rawValue)\(shown)  ", credential.state == .present ? .plain : .caution), Fragment(who)],
        right: [Fragment(DisplayText.keepingEnd(DisplayText.cleaned(Phrase.place(credential.place)), width: canvas.width / 3), .faint)])
    }
  }
}
