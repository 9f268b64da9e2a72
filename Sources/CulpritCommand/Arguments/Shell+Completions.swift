extension Arguments.Shell {
  /// A script for this shell that completes the command's options, their values, and paths.
  var completions: String {
    switch self {
    case .bash: Self.forBash
    case .zsh: Self.forZsh
    case .fish: Self.forFish
    }
  }

  private static var forBash: String {
    let values = CommandOption.all.compactMap { option -> String? in
      guard let answer = option.bashValues else { return nil }
      return "    --\(option.name)) COMPREPLY=(\(answer)); return ;;"
    }
    let words = CommandOption.all.map { "--" + $0.name }.joined(separator: " ")
    return """
      _culprit() {
        local word=${COMP_WORDS[COMP_CWORD]}
        case ${COMP_WORDS[COMP_CWORD-1]} in
      \(values.joined(separator: "\n"))
        esac
        if [[ $word == -* ]]; then
          COMPREPLY=($(compgen -W '\(words)' -- "$word"))
        else
          COMPREPLY=($(compgen -f -- "$word"))
        fi
      }
      complete -o filenames -F _culprit culprit

      """
  }

  private static var forZsh: String {
    let options = CommandOption.all.map { option in
      let help = option.help.filter { !"[]':".contains($0) }
      let value = option.zshValue.map { ":\($0)" } ?? ""
      return "  '--\(option.name)[\(help)]\(value)' \\"
    }
    return """
      #compdef culprit
      _arguments \\
      \(options.joined(separator: "\n"))
        '*:path:_files'

      """
  }

  private static var forFish: String {
    CommandOption.all.map { option in
      let help = option.help.filter { $0 != "'" }
      let letter = option.letter.map { " -s \($0)" } ?? ""
      return "complete -c culprit -l \(option.name)\(letter)\(option.fishValue) -d '\(help)'\n"
    }.joined()
  }
}

extension CommandOption {
  fileprivate var bashValues: String? {
    switch value {
    case .choice(let words): "$(compgen -W '\(words.joined(separator: " "))' -- \"$word\")"
    case .folder: "$(compgen -d -- \"$word\")"
    case .file: "$(compgen -f -- \"$word\")"
    case .text, .number, .size: ""
    case nil: nil
    }
  }

  fileprivate var zshValue: String? {
    switch value {
    case .choice(let words): "\(name):(\(words.joined(separator: " ")))"
    case .folder(let placeholder): "\(placeholder):_files -/"
    case .file(let placeholder): "\(placeholder):_files"
    case .text(let placeholder), .number(let placeholder, _, of: _), .size(let placeholder): "\(placeholder):"
    case nil: nil
    }
  }

  fileprivate var fishValue: String {
    switch value {
    case .choice(let words): " -x -a '\(words.joined(separator: " "))'"
    case .folder: " -x -a '(__fish_complete_directories)'"
    case .file: " -r"
    case .text, .number, .size: " -x"
    case nil: ""
    }
  }
}
