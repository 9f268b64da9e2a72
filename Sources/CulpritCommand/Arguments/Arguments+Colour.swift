import CulpritSources

extension Arguments {
  /// As asked for; else in a terminal that knows colours, unless the user wants none (https://no-color.org).
  var wantsColour: Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto:
      FileDescriptor.standardOutput.isTerminal && (Machine.environment("NO_COLOR") ?? "").isEmpty
        && Machine.environment("TERM") != "dumb"
    }
  }
}
