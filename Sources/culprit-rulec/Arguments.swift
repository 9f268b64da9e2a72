/// `culprit-rulec [--check] FOLDER [-o FILE] [--notes FILE]`, or `culprit-rulec FOLDER --record FILE`
struct Arguments {
  var folder: String
  var output: String?
  /// Nothing is written; a file that is not up to date is an error.
  var isCheck = false
  /// Where what rules say to people is written.
  var notes: String?
  /// Where a record of lines that the patterns take is written.
  var record: String?

  static let usage = """
    usage: culprit-rulec FOLDER -o FILE           checks the rules and writes FILE
           culprit-rulec --check FOLDER           checks the rules
           culprit-rulec --check FOLDER -o FILE   checks the rules, and that FILE is up to date
           culprit-rulec … --notes FILE           the same for what rules say to people
           culprit-rulec FOLDER --record FILE     writes lines that hold each part of each pattern
    """

  /// Nil where they cannot be meant.
  init?(_ words: ArraySlice<String>) {
    var folders: [String] = []
    var words = words
    while let word = words.popFirst() {
      switch word {
      case "--check": isCheck = true
      case "-o":
        guard let file = words.popFirst(), output == nil else { return nil }
        output = file
      case "--notes":
        guard let file = words.popFirst(), notes == nil else { return nil }
        notes = file
      case "--record":
        guard let file = words.popFirst(), record == nil else { return nil }
        record = file
      case _ where word.hasPrefix("-"): return nil
      default: folders.append(word)
      }
    }
    guard folders.count == 1, isCheck || output != nil || record != nil else { return nil }
    folder = folders[0]
  }
}
