/// The closed list of subcauses, each under its cause.
enum Subcause: String, CaseIterable, Comparable {
  case absent, empty, placeholder, mangled, misnamed
  case readTooEarly = "read-too-early"
  case notInherited = "not-inherited"
  case secretScope = "secret-scope"
  case foreignKey = "foreign-key"
  case wrongClient = "wrong-client"
  case wrongEndpoint = "wrong-endpoint"
  case rotated, revoked, expired, rejected

  var cause: Incident.Cause {
    switch self {
    case .absent, .empty, .placeholder, .mangled, .misnamed, .readTooEarly, .notInherited, .secretScope: .missingEnv
    case .foreignKey, .wrongClient, .wrongEndpoint: .wrongProvider
    case .rotated, .revoked, .expired, .rejected: .staleCredential
    }
  }

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
