import CulpritDiagnosis
import CulpritRules
import Foundation
import Testing

/// Every snippet of `Patterns/causes`, filled in, is read by its own language's checker where that is at hand.
@Suite struct SnippetTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var rule: CauseRule
    var fix: CauseRule.Fix
    var language: String
    var code: String
    var testDescription: String { "\(rule.subcause) \(fix.conditions.sorted { $0.key < $1.key }) \(language)" }
  }

  /// With the names of a log, and with what stands for names that were not plain.
  static let samples = ProbeRunner.rules.causes.flatMap { rule in
    rule.fixes.flatMap { fix -> [Sample] in
      guard let snippet = fix.snippet else { return [] }
      let names = [
        PlainNames(variable: "OPENAI_API_KEY", entrypoint: "/srv/app/worker.js", service: "worker-1", misnomer: "OPENAI_KEY", peer: "web"),
        PlainNames(variable: "a`id`", entrypoint: "x.js; curl x | sh", service: "a\"b\nc"),
      ]
      return names.map {
        Sample(rule: rule, fix: fix, language: snippet.language, code: FixTemplate.filled(snippet.code, $0.pasted))
      }
    }
  }

  /// Program, arguments before the file, and the ending that it wants.
  private static let checkers: [String: (words: [String], file: String)] = [
    "js": (["node", "--check"], "snippet.mjs"), "python": (["python3", "-m", "py_compile"], "snippet.py"),
    "go": (["gofmt", "-e", "-l"], "snippet.go"), "ruby": (["ruby", "-c"], "snippet.rb"), "php": (["php", "-l"], "snippet.php"),
    "sh": (["bash", "-n"], "snippet.sh"),
    "yaml": (["ruby", "-ryaml", "-e", "YAML.load_file(ARGV[0]).is_a?(Hash) or abort"], "snippet.yaml"),
    "ini": (["python3", "-c", "import configparser, sys; configparser.RawConfigParser().read_file(open(sys.argv[1]))"], "snippet.ini"),
  ]

  @Test("every snippet is read by its own language's checker", arguments: samples)
  func isRead(_ sample: Sample) throws {
    let checker = try #require(Self.checkers[sample.language], "no checker for \(sample.language)")
    guard ProbeRunner.isInstalled(checker.words[0]) else { return }
    try ProbeRunner.inFolder { folder in
      let file = folder.appending(path: checker.file)
      try Data(sample.code.utf8).write(to: file)
      let run = try ProbeRunner.run(checker.words + [file.path()], in: folder)
      #expect(run.code == 0, "\(run.output)\n\(sample.code)")
      if sample.language == "go" { #expect(run.output == "", "gofmt would change it") }
    }
  }

  @Test("nothing that has to be filled in is left in a fix", arguments: ProbeRunner.rules.causes.map(\.subcause))
  func isFilled(_ subcause: String) throws {
    let rule = try #require(ProbeRunner.rules.causes.first { $0.subcause == subcause })
    let names = PlainNames(variable: nil, entrypoint: nil, service: nil).pasted.merging(["provider": "P", "other": "O"]) { $1 }
    for fix in rule.fixes {
      let texts = [fix.summary, fix.verify ?? ""] + fix.steps + [fix.snippet?.code ?? ""]
      for text in texts.map({ FixTemplate.filled($0, names) }) {
        #expect(!text.contains(#/\{[a-z_]+\}/#), "\(text)")
      }
      #expect(fix.verify != nil, "\(fix.summary)")
    }
  }

  /// Commands of the steps and of what shows that it helped are read by a shell.
  @Test(
    "every command in a fix is read by a shell", .enabled(if: ProbeRunner.isInstalled("bash")),
    arguments: ProbeRunner.rules.causes.map(\.subcause))
  func commandsAreRead(_ subcause: String) throws {
    let rule = try #require(ProbeRunner.rules.causes.first { $0.subcause == subcause })
    let names = PlainNames(variable: "OPENAI_API_KEY", entrypoint: "worker.js", service: "worker").pasted
    try ProbeRunner.inFolder { folder in
      for text in rule.fixes.compactMap(\.verify) {
        let command = text.split(separator: "`", omittingEmptySubsequences: false).dropFirst().first.map(String.init) ?? ""
        let file = folder.appending(path: "command.sh")
        try Data((FixTemplate.filled(command, names) + "\n").utf8).write(to: file)
        let run = try ProbeRunner.run(["bash", "-n", file.path()], in: folder)
        #expect(run.code == 0, "\(run.output)\n\(command)")
      }
    }
  }

  @Test("a check that shows presence never prints a value", .enabled(if: ProbeRunner.isInstalled("bash")))
  func presenceOnly() throws {
    let secret = "sk-proj-" + String(repeating: "Zq9", count: 40)
    try ProbeRunner.inFolder { folder in
      for verify in ProbeRunner.rules.causes.flatMap(\.fixes).compactMap(\.verify) {
        // What runs inside of a container runs here in a shell of its own.
        guard let inner = verify.firstMatch(of: #/sh -c '([^']*)'/#)?.1 else { continue }
        let names = PlainNames(variable: "OPENAI_API_KEY", entrypoint: "worker.js", service: "worker").pasted
        let command = FixTemplate.filled(String(inner), names)
        let run = try ProbeRunner.run(["sh", "-c", command], in: folder, environment: ["OPENAI_API_KEY": secret])
        #expect(run.code == 0 && !run.output.contains("Zq9"), "\(command)")
        #expect(!run.output.isEmpty)
      }
    }
  }

  @Test("probes that fixes name are there")
  func probesAreThere() {
    #expect(Set(ProbeRunner.rules.probes.map(\.id)) == Runtimes.probed)
  }
}
