extension Record: CustomDebugStringConvertible {
  /// For eyes: place, writer and time on the first line, then the message, at most 40 lines of it.
  package var debugDescription: String {
    var head = "#\(place.offset)+\(place.newlinesInCell) \(writer.debugDescription)"
    if let time { head += " @\(time.nanoseconds / 1_000_000)ms\(time.hasZone ? "Z" : "")" }
    if let level { head += " \(level)" }
    if !numbers.isEmpty { head += " numbers=\(numbers.map(\.value))" }
    if let panelTitle { head += " panel=‹\(panelTitle)›" }
    if structure != nil { head += " structured" }
    if isCut { head += " cut" }
    if isUncertain { head += " uncertain" }
    let body = message.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = body.prefix(40).map { "  | \($0.prefix(200))" }
    let more = body.count > 40 ? ["  … \(body.count - 40) more lines"] : []
    return ([head + " (\(lines.count) lines)"] + shown + more).joined(separator: "\n")
  }
}

extension Writer: CustomDebugStringConvertible {
  /// The fields that are known, `name=value`.
  package var debugDescription: String {
    let fields: [(String, String?)] = [
      ("source", source), ("host", host), ("container", container), ("service", service),
      ("program", program),
      ("pid", pid.map(String.init)), ("outerPid", outerPid.map(String.init)), ("thread", thread),
      ("logger", logger),
      ("format", format), ("shape", shape.isEmpty ? nil : "‹\(shape)›"),
      (
        "constants",
        constants.isEmpty ? nil : constants.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
      ),
    ]
    return fields.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
  }
}
