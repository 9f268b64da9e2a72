import Culprit
import CulpritReport
import CulpritSources
import CulpritRules

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
    case file(String)
    case choice([String])
    /// A whole number in a range, of something: `columns`.
    case number(String, ClosedRange<Int>, of: String)
    /// Bytes, also as `64M` or `2G`.
    case size(String)

    var placeholder: String {
      switch self {
      case .text(let name), .folder(let name), .file(let name), .number(let name, _, _), .size(let name): name
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
      "include", .text("GLOB"), help: "read only such files of folders and archives; may be given again"
    ) { arguments, glob in arguments.reading.selection.included.append(Glob(glob)) },
    CommandOption(
      "exclude", .text("GLOB"), help: "leave such files of folders and archives out; may be given again"
    ) { arguments, glob in arguments.reading.selection.excluded.append(Glob(glob)) },
    CommandOption(
      "since", .text("TIME"), help: "count failures from then on only: 2026-11-23, 2026-11-23T05:48, or 2h (ago)"
    ) { arguments, time throws(UsageProblem) in arguments.since = try LogMoment(option: "--since", time) },
    CommandOption(
      "until", .text("TIME"), help: "leave out what is later than that"
    ) { arguments, time throws(UsageProblem) in arguments.until = try LogMoment(option: "--until", time) },
    CommandOption(
      "patterns", .folder("DIR"), help: "use the rule files in DIR too; may be given again"
    ) { arguments, folder in arguments.patternFolders.append(folder) },
    CommandOption(
      "jobs", .number("CORES", 1...1024, of: "cores"),
      help: "read with so many cores at most (default: all); the answer is the same"
    ) { arguments, number in arguments.reading.jobs = Int(number) },
    CommandOption(
      "variable", .text("NAME"), help: "with 'probe': look at this variable; may be given again"
    ) { arguments, name throws(UsageProblem) in
      guard ProbeRule.isVariable(name) else {
        throw UsageProblem(message: "'\(name)' is no name of a variable; capitals, digits and '_' make one")
      }
      arguments.variables.append(name)
    },
    CommandOption(
      "stdin-name", .text("NAME"), help: "what a report calls standard input (default: -)"
    ) { arguments, name in arguments.standardInputName = name },
    CommandOption(
      "color", .choice(Arguments.Colour.allCases.map(\.rawValue)),
      help: "colours: in a terminal without NO_COLOR, always, never"
    ) { arguments, word in arguments.colour = Arguments.Colour(rawValue: word) ?? .auto },
    CommandOption(
      "width", .number("COLUMNS", 1...10_000, of: "columns"),
      help: "of the text (default: that of the terminal, or 80)"
    ) { arguments, number in arguments.width = Int(number) },
    CommandOption(
      "state", .file("FILE"), help: "follow: keep there how far it is, and go on from there after a crash"
    ) { arguments, file in arguments.stateFile = file },
    CommandOption(
      "max-expansion", .number("TIMES", 1...1_000_000, of: "times"),
      help: "what a packed file may unpack to, in its own size (default: 500)"
    ) { arguments, number in arguments.reading.limits.expansion = Int(number) ?? 1 },
    CommandOption(
      "max-unpacked", .size("BYTES"), help: "what all archives may unpack to (default: 256G)"
    ) { arguments, text in arguments.reading.limits.total = ByteSize(text)?.bytes ?? 0 },
    CommandOption(
      "max-members", .number("N", 1...1_000_000_000, of: "files"),
      help: "files that all archives may have (default: 1000000)"
    ) { arguments, number in arguments.reading.limits.members = Int(number) ?? 1 },
    CommandOption(
      "max-depth", .number("N", 1...64, of: "archives"),
      help: "archives in archives (default: 4); 1 opens none in another"
    ) { arguments, number in arguments.reading.limits.depth = Int(number) ?? 1 },
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
