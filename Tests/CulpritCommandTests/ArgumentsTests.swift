@testable import CulpritCommand
import CulpritReport
import Testing

@Suite struct ArgumentsTests {
  private func message(_ words: String...) -> String? {
    do throws(UsageProblem) {
      _ = try Arguments(parsing: words)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("values stand behind an option or behind an equals sign")
  func values() throws {
    let spaced = try Arguments(parsing: ["--format", "json", "a.log", "--width", "100"])
    let joined = try Arguments(parsing: ["--format=json", "--width=100", "a.log"])
    #expect(spaced == joined)
    #expect(spaced.format == .json && spaced.width == 100 && spaced.paths == ["a.log"])
  }

  @Test("behind two dashes everything is a path, and one dash is standard input")
  func dashes() throws {
    #expect(try Arguments(parsing: ["-", "--", "--format"]).paths == ["-", "--format"])
  }

  @Test("what is mistyped is told with what was probably meant")
  func mistyped() {
    #expect(message("--fromat", "json") == "unknown option '--fromat'; did you mean '--format'?")
    #expect(message("--format", "jsn") == "unknown value 'jsn' of '--format'; did you mean 'json'?")
    #expect(message("-x") == "unknown option '-x'; see 'culprit --help'")
  }

  @Test("what is missing or too much is told")
  func missing() {
    #expect(message("--patterns") == "option '--patterns' needs a value: --patterns DIR")
    #expect(message("--separate=yes") == "option '--separate' takes no value")
    #expect(message("--width", "wide")?.hasPrefix("'wide' is no value of '--width'") == true)
    #expect(message("patterns", "tset") != nil)
  }

  @Test("patterns test DIR and patterns stats PATH are commands, ./patterns is a path")
  func patternsCommand() throws {
    let stats = try Arguments(parsing: ["patterns", "stats", "a.log", "b.log"])
    #expect(stats.action == .measurePatterns && stats.paths == ["a.log", "b.log"])
    #expect(message("patterns", "stats") != nil)
    #expect(try Arguments(parsing: ["patterns", "test", "rules"]).action == .testPatterns(folder: "rules"))
    #expect(try Arguments(parsing: ["patterns", "lint", "rules"]).action == .lintPatterns(folder: "rules"))
    #expect(try Arguments(parsing: ["patterns", "list"]).action == .listPatterns(words: []))
    #expect(try Arguments(parsing: ["patterns", "show", "a.b"]).action == .showPattern(id: "a.b"))
    #expect(try Arguments(parsing: ["./patterns"]).action == .analyse)
  }

  @Test("explain ID is a command, ./explain is a path")
  func explainCommand() throws {
    #expect(try Arguments(parsing: ["explain", "missing-env"]).action == .explain(name: "missing-env"))
    #expect(message("explain")?.hasPrefix("'explain' is a command") == true)
    #expect(try Arguments(parsing: ["./explain"]).action == .analyse)
  }

  @Test("manual page and completions know every option", arguments: CommandOption.all.map(\.name))
  func generated(_ name: String) {
    let escaped = name.split(separator: "-").joined(separator: "\\-")
    #expect(ManualPage.text.contains("\\-\\-\(escaped)\\fR"))
    #expect(Arguments.Shell.bash.completions.contains("--\(name)"))
    #expect(Arguments.Shell.zsh.completions.contains("'--\(name)["))
    #expect(Arguments.Shell.fish.completions.contains(" -l \(name) "))
  }

  @Test("the help tells every option and every exit code, in 80 columns")
  func help() {
    for option in CommandOption.all { #expect(HelpText.text.contains("--" + option.name)) }
    for code in ExitCode.allCases { #expect(HelpText.text.contains("  \(code.rawValue) ")) }
    #expect(HelpText.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
