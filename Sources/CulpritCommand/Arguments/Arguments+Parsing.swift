import CulpritRuleFiles

extension Arguments {
  /// - Parameter words: without the name of the program.
  init(parsing words: [String]) throws(UsageProblem) {
    var rest = words[...]
    var areOptionsOver = false
    while let word = rest.popFirst() {
      if areOptionsOver || word == "-" || !word.hasPrefix("-") {
        paths.append(word)
      } else if word == "--" {
        areOptionsOver = true
      } else {
        try take(word, valuesFrom: &rest)
      }
    }
    if paths.first == "patterns" && !areOptionsOver { try takePatternsCommand() }
    if paths.first == "explain" && !areOptionsOver { try takeExplainCommand() }
    if paths.first == "follow" && !areOptionsOver { try takeFollowCommand() }
    if stateFile != nil && action == .analyse {
      throw UsageProblem(message: "'--state' is for following files: 'culprit follow --state FILE PATH...'")
    }
    if paths.first == "probe" && !areOptionsOver { try takeProbeCommand() }
    if case .probe = action { return }
    if !variables.isEmpty { throw UsageProblem(message: "'--variable' belongs to 'culprit probe RUNTIME'") }
  }

  private mutating func take(
    _ word: String, valuesFrom rest: inout ArraySlice<String>
  ) throws(UsageProblem) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let option = try Self.option(parts[0])
    guard let value = option.value else {
      guard parts.count == 1 else { throw UsageProblem(message: "option '\(parts[0])' takes no value") }
      return try option.apply(&self, "")
    }
    guard let text = parts.count == 2 ? parts[1] : rest.popFirst() else {
      throw UsageProblem(message: "option '\(parts[0])' needs a value: \(parts[0]) \(value.placeholder)")
    }
    try Self.check(text, for: value, of: parts[0])
    try option.apply(&self, text)
  }

  private static func option(_ word: String) throws(UsageProblem) -> CommandOption {
    let known = CommandOption.all.first { option in
      word == "--" + option.name || option.letter.map { word == "-\($0)" } ?? false
    }
    if let known { return known }
    let names = CommandOption.all.map { "--" + $0.name }
    let meant = probablyMeant(word, among: names).map { "did you mean '\($0)'?" }
    throw UsageProblem(message: "unknown option '\(word)'; \(meant ?? "see 'culprit --help'")")
  }

  private static func check(
    _ text: String, for value: CommandOption.Value, of option: String
  ) throws(UsageProblem) {
    switch value {
    case .text, .folder, .file:
      guard !text.isEmpty else {
        throw UsageProblem(message: "option '\(option)' needs a value that is not empty")
      }
    case .choice(let words) where !words.contains(text):
      let remedy = remedy(for: text, among: words, called: "values of \(option)")
      throw UsageProblem(message: "unknown value '\(text)' of '\(option)'\(remedy)")
    case .choice: break
    case .number(_, let range, of: let unit):
      guard let number = Int(text), range.contains(number) else {
        throw UsageProblem(
          message: "'\(text)' is no value of '\(option)'; give a number of \(unit) from \(range.lowerBound) "
            + "to \(range.upperBound)")
      }
    case .size:
      guard ByteSize(text) != nil else {
        throw UsageProblem(message: "'\(text)' is no value of '\(option)'; give bytes as 64M or 2G")
      }
    }
  }

  /// `culprit follow PATH...`; a file called `follow` is read as `./follow`.
  private mutating func takeFollowCommand() throws(UsageProblem) {
    paths.removeFirst()
    guard !paths.isEmpty else {
      throw UsageProblem(
        message: "'follow' is a command: 'culprit follow PATH...'; write './follow' to read a file of that name")
    }
    guard !paths.contains("-") else {
      throw UsageProblem(message: "standard input is no file to follow; 'COMMAND | culprit' reads it live")
    }
    guard !separatesPaths else {
      throw UsageProblem(message: "'--separate' is not for following; start one 'culprit follow' for each path")
    }
    if action == .analyse { action = .follow }
  }

  /// `culprit patterns list|show|test|lint|stats`; a file called `patterns` is read as `./patterns`.
  private mutating func takePatternsCommand() throws(UsageProblem) {
    let (verb, rest) = (paths.dropFirst().first, Array(paths.dropFirst(2)))
    let asked: Action? =
      switch (verb, rest.count) {
      case ("list", _): .listPatterns(words: rest)
      case ("show", 1): .showPattern(id: rest[0])
      case ("test", 1): .testPatterns(folder: rest[0])
      case ("lint", 1): .lintPatterns(folder: rest[0])
      case ("stats", 1...): .measurePatterns
      default: nil
      }
    guard let asked else {
      throw UsageProblem(
        message: "'patterns' is a command: 'culprit patterns list [WORD...]', 'show ID', 'test DIR', 'lint DIR' or "
          + "'stats PATH...'; write './patterns' to read a file of that name")
    }
    guard action == .analyse else { return }
    action = asked
    if asked == .measurePatterns { paths = rest }
  }

  /// `culprit explain ID`; a file called `explain` is read as `./explain`.
  private mutating func takeExplainCommand() throws(UsageProblem) {
    guard paths.count == 2 else {
      throw UsageProblem(
        message: "'explain' is a command: 'culprit explain ID', for instance 'culprit explain missing-env/absent'; "
          + "write './explain' to read a file of that name")
    }
    if action == .analyse { action = .explain(name: paths[1]) }
  }

  /// `culprit probe RUNTIME`; a file called `probe` is read as `./probe`.
  private mutating func takeProbeCommand() throws(UsageProblem) {
    guard paths.count == 2 else {
      throw UsageProblem(
        message: "'probe' is a command: 'culprit probe RUNTIME [--variable NAME]', for instance 'culprit probe node'; "
          + "write './probe' to read a file of that name")
    }
    if action == .analyse { action = .probe(runtime: paths[1]) }
  }
}
