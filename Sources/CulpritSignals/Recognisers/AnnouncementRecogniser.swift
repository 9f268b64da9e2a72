package import CulpritIntake
import CulpritJSON
import CulpritRegex

/// Finds what processes say of themselves and of others: pid, script, model and endpoint slots.
package struct AnnouncementRecogniser: Sendable {
  private let lexicon: Lexicon
  private let redactor: Redactor

  package init(lexicon: Lexicon, redactor: Redactor) {
    self.lexicon = lexicon
    self.redactor = redactor
  }

  /// At most one a record; nil where it names neither pid nor script nor slot.
  package func announcement(in text: RecordText, record: Record, origin: Origin) -> Announcement? {
    let line = text.text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    guard line.utf8.count < 2_000, record.panelTitle == nil else { return nil }
    let structure = record.structure
    let pidMatch = Self.pid.firstMatch(in: line)
    let told = pidMatch.flatMap { $0["pid"] }.flatMap { Int($0) }
    let named = told == nil ? nil : ChildPid.named(in: line, by: origin.writer)
    let isParents = told != nil && Self.parentSpeaks.matches(line)
    let own = named == nil && !isParents ? told : nil
    let child = own == nil ? named ?? ChildPid.find(in: line, structure: structure) : nil
    let command = structure == nil ? CommandLine.read(line) : nil
    let isStart = Self.start.matches(line)
    let spoken = own ?? child ?? command?.pid ?? (isStart ? ProgramBanner.pid(in: line, by: origin.writer) : nil)
    let found = structuredScript(structure) ?? command?.script ?? Self.script(in: line) ?? (isStart ? mainClass(of: origin.writer) : nil)
    let script = found.flatMap { Self.isOfLibrary($0) ? nil : $0 }
    let pid = spoken ?? script.flatMap { Self.pid(besideNameOf: $0, in: line) ?? (isStart ? Self.pid(inBracketsOf: line) : nil) }
    let slots = slots(in: line, structure: structure)
    let addresses = record.level ?? .info < .error ? addresses(in: line, structure: structure) : []
    let hosts = (isStart || pid != nil || script != nil ? hosts(in: line) : []) + addresses
    let isSetUp = !slots.isEmpty && (isStart || Self.setting.matches(line))
    let isBegun = isStart || structure != nil || command != nil || Self.commandLine.matches(line) || script != nil && Self.labelled.matches(line)
    let isBanner = isStart || pid != nil
    let banner = isBanner ? Self.banner.firstMatch(in: line) ?? (pid == nil ? nil : Self.verbFirst.firstMatch(in: line)) : nil
    let program = banner?["name"].flatMap { Self.common.contains($0.lowercased()) ? nil : $0 } ?? ProgramBanner.package(in: line)
    let isProgram = pid == nil && ProgramBanner.isOwn(program, in: line, of: record, by: origin.writer)
    let isOwn = pid != nil || (script != nil && isBegun) || isSetUp || isProgram
    guard isOwn || !addresses.isEmpty else { return nil }
    var result = Announcement(
      origin: origin, subject: subject(line, pid: pid, child: child ?? (own == nil ? command?.pid : nil), writer: origin.writer),
      text: redactor.redact(line, limit: 300))
    result.pid = pid
    result.script = script.map { redactor.redactedString(Self.cleaned($0)) }
    result.parentPid = Self.parent.firstMatch(in: line)?["pid"].flatMap { Int($0) }
    result.program = program.map { redactor.redactedString($0) }
    result.slots = slots
    result.hosts = hosts
    // Whom it asks is told at any moment.
    result.isStart = (isOwn && isStart) || script != nil
    return result
  }

  /// A file of a library is no program's: a line of a stack was told by itself.
  private static func isOfLibrary(_ script: String) -> Bool {
    ["site-packages/", "dist-packages/", "/lib/python"].contains { script.containsBytes($0) }
  }

  /// `loom 4312 weaving with loom.mjs`: a program's own name, and a number that can be nothing but its pid.
  private static func pid(besideNameOf script: String, in line: String) -> Int? {
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3, (3...7).contains(words[1].utf8.count), let number = Int(words[1]), number < 1 << 22 else { return nil }
    let file = script.split(separator: "/").last ?? ""
    guard let ending = file.lastIndex(of: "."), file[..<ending].lowercased() == words[0].lowercased() else { return nil }
    return number
  }

  /// `digest.rb ready (4312)`: a number alone in brackets, in a line that says what starts.
  private static func pid(inBracketsOf line: String) -> Int? {
    guard let pid = bracketed.firstMatch(in: line)?["pid"].flatMap({ Int($0) }), !ports.contains(pid) else { return nil }
    return pid
  }

  private static let bracketed = CompiledPattern.constant(#"(?<![\w.\])])[(\[](?<pid>[1-9]\d{2,6})[)\]](?![\w(])"#)
  private static let ports: Set<Int> = [443, 3000, 3001, 4000, 5000, 5173, 8000, 8001, 8080, 8081, 8443, 8501, 8888, 9000, 9090]
  /// Says by a name of its own what was started.
  private static let labelled = CompiledPattern.constant(
    #"(?<![A-Za-z])(?:entry[ _-]?point|entry|(?:sys\.|process\.|os\.)?argv0?|__main__|__file__|main[ _-](?:program|module|script|file)|script|executable)["']?\s*[=:]"#,
    [.ignoresCase])

  /// The class that logs in the main thread, or a source file that a logger names, is where a program starts.
  private func mainClass(of writer: Writer) -> String? {
    guard let logger = writer.logger, let last = logger.split(separator: ".").last else { return nil }
    if logger.hasPrefix("main.") || logger.containsBytes("/main.go") { return logger }
    guard Frame.isApplication(file: "", function: logger) || logger.containsBytes("/") else { return nil }
    let isClass = logger.containsBytes(".") && last.first?.isUppercase ?? false && !logger.containsBytes("/") && !logger.containsBytes(" ")
    return isClass && (writer.thread == "main" || writer.thread == nil) ? logger : nil
  }

  private func subject(_ line: String, pid: Int?, child: Int?, writer: Writer) -> Announcement.Subject {
    guard let pid else { return .itself }
    if Self.ended.matches(line) { return writer.pid == pid ? .itself : .ended }
    if let own = writer.pid { return own == pid ? .itself : .another }
    return child != nil || Self.spawned.matches(line) ? .another : .itself
  }

  private func structuredScript(_ structure: JSONValue?) -> String? {
    guard let structure else { return nil }
    if let caller = structure["caller"]?.string, let file = caller.split(separator: ":").first, file.hasSuffix("/main.go") {
      return String(file)
    }
    for name in ["entrypoint", "entry", "script", "argv0", "main", "bin", "binary", "exe", "file", "cmd", "command", "process.command"] {
      // `php artisan queue:work`, `python -m shelf.digest`: what is run stands among the first words.
      let text = structure[name]?.string ?? ""
      if let script = CommandLine.read(text)?.script { return script }
      let words = text.split(separator: " ").prefix(3).map(String.init).filter { !CommandLine.isInterpreter($0) }
      if let script = words.first(where: { Self.path.matches($0) || $0 == "artisan" }) { return script }
    }
    if let attributes = structure["resource"]?["attributes"], let script = structuredScript(attributes) { return script }
    let arguments = structure["argv"] ?? structure["process"]?["args"] ?? structure["process.command_args"]
    // Some print the script alone: `process.argv[1]`.
    let argv = arguments?.elements?.compactMap(\.string) ?? [arguments?.string].compactMap { $0 }
    return CommandLine.script(ofArguments: argv) ?? argv.first { Self.path.matches($0) && !CommandLine.isInterpreter($0) }
  }

  /// Providers of the models, endpoints and client slots that a start banner names.
  private func slots(in line: String, structure: JSONValue?) -> [String] {
    var found: [String] = []
    for match in Self.slot.allMatches(in: line, limit: 8) {
      let value = match["value"] ?? ""
      for token in value.split(whereSeparator: { ", '\"[]()".contains($0) }).prefix(8) {
        let name = String(token)
        let provider = lexicon.provider(ofModel: name.split(separator: "/").last.map(String.init) ?? name)
        let named = lexicon.providers(amongWords: Identifier.words(of: name)).first
        if let provider = name.containsBytes("/") || name.containsBytes(":") ? named ?? provider : provider ?? named,
          !found.contains(provider)
        {
          found.append(provider)
        }
      }
    }
    return found
  }

  private func hosts(in line: String) -> [String] {
    Self.url.allMatches(in: line, limit: 4).compactMap { $0["host"]?.lowercased() }
  }

  /// Hosts of providers that the line calls an address of its own: `base_url=https://api.groq.com/openai/v1`,
  /// `requests go to api.deepseek.com`.
  private func addresses(in line: String, structure: JSONValue?) -> [String] {
    var found = (structure?.members ?? []).prefix(60).compactMap { member -> String? in
      guard let value = member.value.string, Self.mayBeAddress(value), Self.addressField.matches(member.name) else { return nil }
      return Self.host.firstMatch(in: value)?["host"]
    }
    if Self.mayBeAddress(line) { found += Self.address.allMatches(in: line, limit: 4).compactMap { $0["host"] } }
    return found.map { $0.lowercased() }.filter { lexicon.provider(ofHost: $0) != nil }
  }

  private static func mayBeAddress(_ text: String) -> Bool { text.containsBytes("://") || text.containsBytes("api.") }

  package static func script(in line: String) -> String? {
    let found = [namedScript, bareScript, program].lazy.compactMap { $0.firstMatch(in: line)?["script"] }
    return found.first { !CommandLine.isInterpreter($0) }
  }

  /// Without `file://`, quotes and closing brackets.
  private static func cleaned(_ script: String) -> String {
    var text = script
    if text.hasPrefix("file://") { text = String(text.dropFirst(7)) }
    while let last = text.last, ",;:)\"'".contains(last) { text.removeLast() }
    return text
  }

  private static let pid = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_])(?:p?pid|PID|[Pp]rocess(?:[\s_-]?(?:id|ID|Id))?|proc)["']?(?:\(\))?\s*(?:[=:]\s*|\s+(?:is\s+|was\s+|number\s+)?|\s*[\[(#]\s*)["']?[#]?(?<pid>\d{1,7})(?![\w.\-:/])
      | (?<![A-Za-z0-9])getpid(?:\(\))?\s*[=:]\s*(?<pid>\d{1,7})(?![\w.\-:/])
      | (?:[Ss]tarted|[Ff]inished)\s+(?:server|parent|reloader|worker|child)\s+process\s+\[(?<pid>\d{1,7})\]
      | (?:worker|Worker)\s+\((?:pid:)?(?<pid>\d{2,7})\)
      | ^p=(?<pid>\d{3,7})\s
      | (?<!\w)\$\$\s?=\s?(?<pid>\d{2,7})(?![\w.])
      | (?<![A-Za-z])I(?:'m|\ am)\s+(?:pid\s+|process\s+)?[#]?(?<pid>\d{3,7})(?![\w.\-:/%])
      | ^\W{0,3}(?:[\w.\-]{1,40}\s)?(?:primary|master|supervisor|parent)\s+(?<pid>\d{3,7})(?=\s)
      | ^(?:\[[^\]]{1,60}\]\s*|[\w.\-]{1,40}:\s+){0,3}(?:now\s+|is\s+)?(?:up|alive|ready|online|awake|here|running|listening|born)
        (?:\s+and\s+running)?\s+(?:as|under|in|with)\s+[#]?(?<pid>\d{3,7})(?![\w.\-:/%])
      """#, [.extended])
  /// `parent 4300 started child 4312`: the number that comes first is the speaker's.
  private static let parentSpeaks = CompiledPattern.constant(
    #"^\W{0,3}(?:parent|master|primary|supervisor)\s+\d{2,7}\s+(?:started|forked|spawned|launched)\s.{0,60}?\d{2,7}"#)
  private static let parent = CompiledPattern.constant(#"(?<![A-Za-z])(?:ppid|parent(?:[ _]pid)?|(?:child|forked|spawned|started|launched)\s+(?:of|from|by))["']?\s*[=:( ]\s*(?:pid\s+)?(?<pid>\d{2,7}|1)(?![\w.\-:/])"#)
  private static let start = CompiledPattern.constant(
    #"(?<![A-Za-z])(?:start(?:ed|ing|s|up)?|up|ready|listening|boot(?:ed|ing)?|running|runs|run|online|launched|spawned|forked|begin(?:s|ning)?|init(?:ialized|ialised)?|execut(?:ing|ed)|connected|waiting|serving|hello|awake|opened)(?![A-Za-z])"#,
    [.ignoresCase])
  /// The verb comes before what was started; behind it, it speaks of its own subject. Who is only starting
  /// something knows no pid but its own.
  private static let spawned = CompiledPattern.constant(
    #"^(?:\[[^\]]*\]\s*|[\w.\-]+:\s+)*(?:(?:started|forked|forking|spawned|spawning|launched|respawned|created)\s+(?!as\b|at\b|on\b|with\b|up\b|pid\b|from\b|by\b|in\b|under\b|via\b|using\b|successfully\b|\()\S|(?:starting|launching)\s+(?:a\s+|the\s+|new\s+){0,2}(?:child|sub-?process)\b)|(?<![A-Za-z])(?:parent|master|primary|supervisor)\s+\d{2,7}\s+(?:started|forked|spawned|launched)\s"#,
    [.ignoresCase])
  private static let ended = CompiledPattern.constant(
    #"(?<![A-Za-z])(?:exit(?:ed|s|ing)?|ended|killed|died|terminated|stopped|gone|finished\s+(?:server\s+)?process|exit\s+(?:code|status)|left\s+with|quit|crashed|reaped)(?![A-Za-z])"#,
    [.ignoresCase])
  /// A program's name at the start of its banner; an identifier, and no sentence.
  private static let banner = CompiledPattern.constant(
    #"^\W{0,4}(?<name>(?!(?i:start|boot|launch|running|spawn|fork|listen|init)\w{0,6}\s)[A-Za-z][\w.\-]{2,40})(?:/[\w.\-]{1,40})?,?\s+(?:v?\d[\w.\-]*\s+)?(?:\([^)]{1,60}\)\s+)?(?:[a-z][\w\-]{1,20}\s+(?=pid\s*[=:]))?(?:up|start|started|starting|ready|online|listening|running|boot|booted|booting|is\s+(?:up|ready|running)|pid\s*[=: ])(?![A-Za-z])"#)
  /// `starting digestd version=1.4.2 pid=4312`, `Starting DigestApplication using Java 17 with PID 4312`.
  private static let verbFirst = CompiledPattern.constant(
    #"^\W{0,4}(?:[Ss]tarting|[Ss]tarted|[Bb]ooting|[Ll]aunching)\s+(?:up\s+)?(?<name>[A-Za-z][\w.\-]{2,60}?)(?=[,;]|\s+(?:v?\d|version|using\s+Java|with\s+(?:pid|PID)|\(?pid|\(?PID|process\s)|$)"#)
  /// Names of parts that every program has.
  private static let common: Set<String> = [
    "server", "worker", "app", "application", "process", "service", "system", "main", "http", "https", "listener", "consumer", "scheduler", "thread", "pool", "job",
    "task", "the", "all", "now", "web", "api", "we", "we're", "already", "currently", "master", "primary", "child", "parent", "queue", "cluster", "node", "python",
    "container", "database", "redis", "workers", "up", "still", "health", "metrics", "debug", "info", "not", "was", "successfully", "server_started", "my",
  ]
  private static let path = CompiledPattern.constant(#"^\S*[\w\-]+\.(?:py|js|mjs|cjs|ts|mts|rb|php|jar|sh|ex|exs)$|^/\S+/(?:bin|dist|app)/[\w\-]+$"#)
  private static let namedScript = CompiledPattern.constant(
    #"(?<![A-Za-z])(?:entry(?:point)?|script|argv0|args|argv|main|module|bin|binary|exe|cmd|command|exec|node|python3?|bun|tsx)["']?(?:\s*[=:]\s*|\s+)[\["']{0,2}(?<script>(?:file://)?[\w./@\-]*[\w\-]+(?:\.(?:py|js|mjs|cjs|ts|mts|rb|php|jar|sh|ex|exs)(?![\w.])|(?<=/)[\w\-]+(?=[\s"',;\]]|$)))"#,
    [.ignoresCase])
  private static let bareScript = CompiledPattern.constant(
    #"(?<![\w./\-@])\[?(?<script>(?:file://)?(?:[\w.@\-]*/)*[\w\-.]*[\w\-]\.(?:py|js|mjs|cjs|ts|mts|rb|php|jar)|[\w\-]+/main\.go(?=:\d)|(?<![/\w])main\.go(?![:\w]))(?![\w./(]|:\d+:)"#)
  /// The path of a program without an ending, where programs are kept: `/srv/shop/dist/worker`, `/usr/local/bin/shopd`;
  /// shells, interpreters and what starts others are none.
  private static let program = CompiledPattern.constant(
    #"(?<![\w./:\-@])(?<script>/(?:[\w.@\-]+/){0,6}(?:bin|sbin|dist|build|app|cmd|release|debug)/"#
      + #"(?!(?:(?:ba|da|a|z|k|fi)?sh|env|sudo|tini|dumb-init|python[\d.]*|node|ruby|php|java|npm|npx|yarn|pnpm|bun|deno|uv|poetry|pipenv|bundle)(?![\w.\-]))[\w\-]+)(?![\w./:\-?=])"#)
  /// The line is a script with its arguments, as a program prints that begins.
  private static let commandLine = CompiledPattern.constant(
    #"^(?:\[[^\]]{1,40}\]\s*)?(?:\$\s+|>\s+)?/?(?:[\w.@\-]+/)+[\w\-.]+\.(?:py|js|mjs|cjs|ts|mts|rb|php|jar)(?:\s+[\w.\-=/]+){0,8}\s*$"#)
  private static let setting = CompiledPattern.constant(#"(?i)(?<![A-Za-z])(?:(?:model|provider|llm|backend|engine|vendor|brain|chat)s?["']?\s*[=:]|(?:model|llm|provider|backend)\s+(?=[a-z]{3,20}[/:][a-z]|[a-z]{3,12}-[\w.\-]*\d)|(?:chat|language)\s+model\s|(?:agents?|llm|models?)\s+(?:\w+\s+){0,2}(?:through|via|on|by)\s)"#)
  private static let slot = CompiledPattern.constant(
    #"(?<![A-Za-z])(?:(?:chat|llm|ai|language|default|primary|main)[ _\-](?:models?|provider|vendor|engine|backend)|models?|provider|vendor|llm|brain|chat(?:[ _]model)?|embeddings?(?:[ _]model)?|engine|backend|argv|using|through|via)["']?\s*(?:[=:]\s*|\s+)(?<value>\[[^\]]{2,200}\]|["']?[A-Za-z][\w./:@\-]{2,60})"#,
    [.ignoresCase])
  private static let addressField = CompiledPattern.constant(
    #"(?i)^(?:[a-z]+[_\-.]?)?(?:base[_\-]?(?:url|uri|path)|end[_\-]?point(?:[_\-]?url)?|api[_\-]?(?:base|host|url|root|server)|upstream|gateway|llm[_\-]?(?:url|host|server))$"#)
  private static let host = CompiledPattern.constant(#"^(?:https?://)?(?:[^/@\s]*@)?(?<host>[A-Za-z0-9.\-]+\.[A-Za-z]{2,})(?=[:/]|$)"#)
  /// The word for an address, and the host not far behind it.
  private static let address = CompiledPattern.constant(
    #"""
      (?:base[ _\-]?ur[li]|end-?point|api[ _\-]?(?:base|host|url|root)|upstream|gateway|(?:requests|calls|traffic|completions|prompts)\s+(?:\w+\s+)?(?:to|via|through|against))
      [^\n.]{0,24}?(?<![A-Za-z0-9.\-])(?:https?://)?(?<host>[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,})(?![A-Za-z0-9\-])
      """#, [.ignoresCase, .extended])
  private static let url = CompiledPattern.constant(#"https?://(?<host>[A-Za-z0-9.\-]+\.[a-z]{2,})"#)
}
