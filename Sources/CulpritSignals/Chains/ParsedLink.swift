package import CulpritIntake

/// One error of a chain as a record prints it, before redaction.
package struct ParsedLink: Hashable, Sendable {
  package enum Relation: String, Hashable, Sendable {
    case outermost, cause, during, wrapped, suppressed, grouped
  }

  /// Index in the chain's links of the link that this one hangs on; nil for the outermost.
  package var parent: Int?
  /// As printed, without module path (`AuthenticationError`); the bracketed one of two names.
  package var type: String
  /// As printed, with module path (`openai.AuthenticationError`), to tell whose class it is.
  package var qualifiedType: String
  /// As printed, whole, also over several lines; empty where none was printed.
  package var message: String
  package var relation: Relation
  /// Own properties printed with it (`status: 401`, `code: 'invalid_api_key'`), nested ones by path
  /// (`error.code`, `headers.x-request-id`).
  package var properties: [String: String]
  /// Stack frames in the order of the call: outermost first.
  package var frames: [Frame]
  /// Of the line of its head.
  package var place: Place

  package init(
    parent: Int?, type: String, qualifiedType: String, message: String, relation: Relation,
    properties: [String: String] = [:], frames: [Frame] = [], place: Place
  ) {
    self.parent = parent
    self.type = type
    self.qualifiedType = qualifiedType
    self.message = message
    self.relation = relation
    self.properties = properties
    self.frames = frames
    self.place = place
  }
}

/// A stack frame as printed.
package struct Frame: Hashable, Sendable {
  package var file: String
  package var line: Int?
  package var function: String?
  /// Code of the application: no library, runtime or generated code.
  package let isApplication: Bool

  package init(file: String, line: Int?, function: String?) {
    self.file = file
    self.line = line
    self.function = function
    isApplication = Self.isApplication(file: file, function: function)
  }
}
