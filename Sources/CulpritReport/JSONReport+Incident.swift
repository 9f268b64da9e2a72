package import CulpritDiagnosis
package import CulpritJSON
import CulpritSignals

extension JSONReport {
  package static func value(_ incident: Incident) -> JSONValue {
    .fields(
      ("id", .string(incident.id)), ("deployment", .optional(incident.deployment)),
      ("cause", .string(incident.cause.rawValue)), ("subcause", .optional(incident.subcause)),
      ("confidence", .probability(incident.confidence)),
      ("subcause_confidence", incident.subcauseConfidence.map { .probability($0) } ?? .null), ("provider", .optional(incident.provider)),
      ("variable", .optional(incident.variable)), ("status", .optional(incident.status)),
      ("count", .integer(incident.count)), ("first_seen", .time(incident.firstSeen)),
      ("last_seen", .time(incident.lastSeen)), ("recovered", .bool(incident.recovered)),
      ("processes", .list(incident.processes, value)), ("healthy", .list(incident.healthy, value)),
      ("relayed_by", .list(incident.relayedBy, value)), ("chain", .list(incident.chain, value)),
      ("chain_omitted", .integer(incident.chainOmitted)),
      ("evidence", .list(incident.evidence, value)), ("alternatives", .list(incident.alternatives, value)),
      ("question", incident.question.map(value) ?? .null), ("fix", incident.fix.map(value) ?? .null))
  }

  private static func value(_ member: Incident.Member) -> JSONValue {
    .fields(
      ("id", .string(member.id)), ("pid", .optional(member.pid)), ("service", .optional(member.service)),
      ("name", .optional(member.name)), ("entrypoint", .optional(member.entrypoint)),
      ("count", .integer(member.count)), ("first_seen", .time(member.firstSeen)),
      ("last_seen", .time(member.lastSeen)), ("last_success", lastSuccess(of: member)))
  }

  /// A time, `yes` where the log tells no time, `never`, or null where it does not tell.
  private static func lastSuccess(of member: Incident.Member) -> JSONValue {
    switch member.lastSuccess {
    case nil: .null
    case .never: .string("never")
    case .at(let time): .string(time?.description ?? "yes")
    }
  }

  private static func value(_ link: ChainLink) -> JSONValue {
    .fields(
      ("id", .integer(link.id)), ("parent", .optional(link.parent)), ("type", .string(link.type)),
      ("message", .string(link.message.description)), ("relation", .string(link.relation)),
      ("status", .optional(link.status)), ("code", .optional(link.code)),
      ("request_id", .optional(link.requestID)), ("frame", link.frame.map(value) ?? .null),
      ("verdict", .bool(link.isVerdict)))
  }

  private static func value(_ frame: ChainLink.Frame) -> JSONValue {
    .fields(
      ("file", .string(frame.file)), ("line", .optional(frame.line)), ("function", .optional(frame.function)))
  }

  private static func value(_ evidence: Evidence) -> JSONValue {
    .fields(
      ("signal", .string(evidence.signal)), ("pattern", .optional(evidence.pattern)),
      ("process", .optional(evidence.process)), ("supports", .bool(evidence.supports)),
      ("weight", .rounded(evidence.weight)), ("reason", evidence.reason == .empty ? .null : .string(evidence.reason.description)),
      ("source", .string(evidence.place.source)),
      ("line", .integer(evidence.place.line)), ("offset", .integer(evidence.place.offset)),
      ("text", .string(evidence.text.description)))
  }

  private static func value(_ alternative: Incident.Alternative) -> JSONValue {
    .fields(
      ("cause", .string(alternative.cause.rawValue)), ("subcause", .optional(alternative.subcause)),
      ("confidence", .probability(alternative.confidence)), ("objection", .optional(alternative.objection)))
  }

  private static func value(_ question: Incident.Question) -> JSONValue {
    .fields(("text", .string(question.text)), ("probe", .optional(question.probe)))
  }

  private static func value(_ fix: Incident.Fix) -> JSONValue {
    let snippet = fix.snippet.map {
      JSONValue.fields(("language", .string($0.language)), ("code", .string($0.code)))
    }
    return .fields(
      ("summary", .string(fix.summary)), ("steps", .list(fix.steps) { .string($0) }),
      ("snippet", snippet ?? .null), ("verify", .optional(fix.verify)))
  }
}
