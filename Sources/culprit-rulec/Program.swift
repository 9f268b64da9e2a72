import CulpritRuleFiles
import CulpritRules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes the built-in rules from the folder `Patterns`, or checks both. For developers of Culprit only.
@main
struct Program {
  static func main() {
    guard let arguments = Arguments(CommandLine.arguments.dropFirst()) else {
      printError(Arguments.usage)
      exit(2)
    }
    do throws(RuleFileError) {
      let loaded = try RuleLoader.load(RuleFolder.files(in: arguments.folder))
      try finish(loaded, arguments)
      try record(arguments)
      print(summary(of: loaded))
    } catch {
      printError(error.description)
      let count = error.problems.count
      printError("\(count) \(count == 1 ? "problem" : "problems")")
      exit(1)
    }
  }

  private static func finish(_ loaded: LoadedRules, _ arguments: Arguments) throws(RuleFileError) {
    if let output = arguments.output { try write(BuiltInSource.text(of: loaded.rules), to: output, arguments) }
    if let notes = arguments.notes { try write(BuiltInSource.text(of: loaded.notes), to: notes, arguments) }
  }

  private static func write(_ source: String, to file: String, _ arguments: Arguments) throws(RuleFileError) {
    let old = TextFile.contents(of: file)
    if arguments.isCheck {
      guard old != source else { return }
      throw problem("is not what \(arguments.folder) says; run 'make rules'", in: file)
    }
    // A file that did not change keeps its date, so that nothing is built again.
    guard old == source || TextFile.save(source, as: file) else {
      throw problem("cannot be written; check the folder and its permissions", in: file)
    }
  }

  private static func record(_ arguments: Arguments) throws(RuleFileError) {
    guard let file = arguments.record else { return }
    let lines = try MutationCheck(RuleFolder.files(in: arguments.folder)).linesToRecord()
    guard TextFile.save(lines.map { $0.text + "\n" }.joined(), as: file) else {
      throw problem("cannot be written; check the folder and its permissions", in: file)
    }
  }

  private static func problem(_ message: String, in file: String) -> RuleFileError {
    RuleFileError(problems: [
      RuleFileProblem(file: file, place: FilePlace(line: 1, column: 1), message: message)
    ])
  }

  private static func summary(of loaded: LoadedRules) -> String {
    let rules = loaded.rules
    return
      "\(rules.providers.count) providers, \(rules.patterns.count) patterns, \(rules.formats.count) formats, "
      + "\(rules.causes.count) subcauses, \(rules.probes.count) probes, \(rules.anchors.count) anchors; "
      + "\(loaded.examples.count) examples, \(loaded.nearMisses.count) near misses, \(loaded.samples.count) samples"
  }

  private static func printError(_ text: String) {
    TextFile.writeAll(text + "\n", to: 2)
  }
}
