import CulpritReport

/// The manual page, as man(7) sets it; made from the table of options and the list of exit codes.
enum ManualPage {
  static var text: String {
    """
    .TH CULPRIT 1 "" "culprit \(escaped(Report.softwareVersion))"
    .SH NAME
    culprit \\- names the process that is to blame for a credential failure
    .SH SYNOPSIS
    .B culprit
    .RI [ OPTIONS ] " PATH" ...
    .br
    .I command
    .B | culprit
    .RI [ OPTIONS ]
    .br
    .B culprit follow
    .RI [ OPTIONS ] " PATH" ...
    .br
    .B culprit explain
    .I ID
    .br
    .B culprit patterns list
    .RI [ WORD ]...
    .br
    .B culprit patterns show
    .I ID
    .br
    .B culprit patterns test
    .I DIR
    .br
    .B culprit patterns lint
    .I DIR
    .br
    .B culprit patterns stats
    .IR PATH ...
    .br
    .B culprit probe
    .I RUNTIME
    .RB [ \\-\\-variable
    .IR NAME ]...
    .SH DESCRIPTION
    Reads logs (files, folders, archives, or standard input while it is written) and says which process failed
    for a credential, started from which entrypoint, with which chain of errors, for which cause, on what
    evidence, and what to change.
    .PP
    .B culprit explain
    prints a page on what a report names: a cause or subcause (missing-env/absent), a neighbour (quota-exhausted), a
    provider, or the pattern that found a line.
    .PP
    .B culprit patterns lint
    warns of parts of patterns that no example and no near miss needs.
    .PP
    .B culprit probe
    prints a few lines for a runtime (node, python, go, java, ruby, php, bash). Put at the start of a process, they log its
    pid, its entrypoint, and of each variable whether it is there, of which shape and length, and the last four
    characters, never the value. That line is certain evidence when the log is read again.
    .SH OPTIONS
    \(CommandOption.all.map(entry).joined(separator: "\n"))
    .SH EXIT STATUS
    \(ExitCode.allCases.map { ".TP\n.B \($0.rawValue)\n\(escaped($0.meaning))" }.joined(separator: "\n"))

    """
  }

  private static func entry(_ option: CommandOption) -> String {
    let letter = option.letter.map { "\\-\($0), " } ?? ""
    let value = option.value.map { " \\fI\(escaped($0.placeholder))\\fR" } ?? ""
    return ".TP\n\\fB\(letter)\\-\\-\(escaped(option.name))\\fR\(value)\n\(escaped(option.help))"
  }

  /// A hyphen that people may copy, and no line that begins with a control character of roff.
  private static func escaped(_ text: String) -> String {
    let text = text.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
