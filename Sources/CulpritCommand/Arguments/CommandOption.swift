import CulpritReport

/// An option of the command: the one place that says how it is written, what it means and what it does.
struct CommandOption: Sendable {
  /// Without its dashes.
  let name: String
  /// A single letter that means the same.
  let letter: Character?
  /// What stands behind it, as the help names it; nil for an option without a value.
  let value: Value?
  let help: String
  /// Takes the value over; empty for an option without one.
  let apply: @Sendable (inout Arguments, String) throws(UsageProblem) -> Void

  enum Value: Hashable, Sendable {
    case text(String)
    case folder(String)
    case choice([String])
    case number(String)

    var placeholder: String {
      switch self {
      case .text(let name), .folder(let name), .number(let name): name
      case .choice(let words): words.joined(separator: "|")
      }
    }
  }

  private init(
    _ name: String, letter: Character? = nil, _ value: Value? = nil, help: String,
    apply: @escaping @Sendable (inout Arguments, String) throws(UsageProblem) -> Void
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.help = help
    self.apply = apply
  }
}

extension CommandOption {
  /// All options, in the order of the help text.
  static let all: [CommandOption] = [
    CommandOption(
      "format", .choice(ReportFormat.allCases.map(\.rawValue)),
      help: "how to print the result: for people, as one JSON document, as one JSON event a line"
    ) { arguments, word in arguments.format = ReportFormat(rawValue: word) ?? .text },
    CommandOption(
      "separate", help: "take every PATH for a deployment of its own, whose processes are not compared"
    ) { arguments, _ in arguments.separatesPaths = true },
    CommandOption(
      "patterns", .folder("DIR"), help: "use the rule files in DIR too; may be given again"
    ) { arguments, folder in arguments.patternFolders.append(folder) },
    CommandOption(
      "jobs", .number("CORES"), help: "read with so many cores at most (default: all); the answer is the same"
    ) { arguments, number in arguments.jobs = Int(number) },
    CommandOption(
      "stdin-name", .text("NAME"), help: "what a report calls standard input (default: -)"
    ) { arguments, name in arguments.standardInputName = name },
    CommandOption(
      "color", .choice(Arguments.Colour.allCases.map(\.rawValue)),
      help: "colours: in a terminal without NO_COLOR, always, never"
    ) { arguments, word in arguments.colour = Arguments.Colour(rawValue: word) ?? .auto },
    CommandOption(
      "width", .number("COLUMNS"), help: "of the text (default: that of the terminal, or 80)"
    ) { arguments, number in arguments.width = Int(number) },
    CommandOption(
      "completions", .choice(Arguments.Shell.allCases.map(\.rawValue)),
      help: "print what makes a shell complete options and paths"
    ) { arguments, word in
      if let shell = Arguments.Shell(rawValue: word) { arguments.action = .completions(shell) }
    },
    CommandOption("man", help: "print the manual page") { arguments, _ in arguments.action = .manual },
    CommandOption("version", help: "print the version") { arguments, _ in arguments.action = .version },
    CommandOption("help", letter: "h", help: "print this") { arguments, _ in arguments.action = .help },
  ]
}
