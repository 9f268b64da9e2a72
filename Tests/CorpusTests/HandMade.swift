import CulpritLab
import Foundation

/// Labels and reports written by hand, as JSON, to try the counting on.
enum HandMade {
  static func label(_ json: String) throws -> Label {
    try JSONDecoder().decode(Label.self, from: Data(json.utf8))
  }

  static func answer(_ incidents: String...) throws -> Answer {
    let json = "{\"incidents\": [\(incidents.joined(separator: ", "))]}"
    return try JSONDecoder().decode(Answer.self, from: Data(json.utf8))
  }

  /// An incident of a report; `fields` are further members, as JSON, which win over the defaults.
  static func incident(_ cause: String, confidence: Double = 0.9, _ fields: String = "") throws -> String {
    var members: [String: Any] = [
      "cause": cause, "confidence": confidence, "processes": [Any](), "chain": [Any](), "evidence": [Any](),
      "alternatives": [Any](),
    ]
    if let own = try JSONSerialization.jsonObject(with: Data("{\(fields)}".utf8)) as? [String: Any] {
      members.merge(own) { $1 }
    }
    return String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
  }

  static func score(_ answer: Answer, to label: Label, exitCode: Int? = nil) -> CaseScore {
    CaseJudge.score(answer, exitCode: exitCode, to: label, named: "area/case")
  }
}

extension CaseScore {
  /// `right/wanted`, or nil where it was not asked.
  func asked(_ metric: Metric) -> String? {
    counts[metric].map { "\($0.right)/\($0.wanted)" }
  }
}
