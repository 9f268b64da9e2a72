/// What `culprit --help` prints; made from the table of options and the list of exit codes.
enum HelpText {
  static let usage = """
    usage: culprit [OPTIONS] PATH...        files, folders, archives; - for a pipe
           COMMAND | culprit [OPTIONS]      live, as long as the command writes
           culprit follow PATH...           live, through rotations; files, folders
           culprit explain ID               what a cause or pattern means, its fix
           culprit patterns list [WORD...]  the patterns; 'show ID' prints one
           culprit patterns test DIR        checks rule files; 'lint' looks for gaps
           culprit patterns stats PATH...   what each rule does on logs, and costs
           culprit probe RUNTIME            lines that log which keys a process has

    """

  static var text: String {
    let options = CommandOption.all.map { option in
      let letter = option.letter.map { "-\($0), " } ?? ""
      let value = option.value.map { " " + $0.placeholder } ?? ""
      return row("\(letter)--\(option.name)\(value)", option.help)
    }
    let codes = ExitCode.allCases.map { row("\($0.rawValue)", $0.meaning, indentedBy: 4) }
    return """
      Names the process that is to blame for a credential failure, from logs alone.

      \(usage)
      options:
      \(options.joined(separator: "\n"))

      exit codes:
      \(codes.joined(separator: "\n"))

      """
  }

  /// A term and what it means, below it where it is long; lines stay within 80 columns.
  private static func row(_ term: String, _ meaning: String, indentedBy indent: Int = 24) -> String {
    let lines = broken(meaning, width: 78 - indent)
    let margin = String(repeating: " ", count: indent)
    let head = "  " + term
    guard head.count < indent, let first = lines.first else {
      return ([head] + lines.map { margin + $0 }).joined(separator: "\n")
    }
    let padding = String(repeating: " ", count: indent - head.count)
    return ([head + padding + first] + lines.dropFirst().map { margin + $0 }).joined(separator: "\n")
  }

  private static func broken(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
