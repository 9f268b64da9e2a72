import CulpritIntake

/// Reads what a command runs, where a line echoes one: `+ exec python -m shop.nightly`, `> node dist/worker`,
/// `Starting process with command `python worker.py``, `└─4312 /usr/bin/python3 /srv/app/worker.py`.
struct CommandLine {
  /// Script, module, archive or application, as a person would name the program.
  var script: String
  /// Where the line puts one before the command, as `ps` and `systemctl status` do.
  var pid: Int?

  /// nil where the line is no command, or one that prepares (`pip install`, `manage.py migrate`).
  static func read(_ line: String) -> CommandLine? {
    // Cheap: most lines name no interpreter.
    guard line.utf8.count < 1_000, holdsLauncher(line) else { return nil }
    let words = words(of: line)
    // cargo: `     Running `target/debug/worker --once``
    if words.count > 1, words[0] == "Running", words[1].hasPrefix("target/") { return CommandLine(script: words[1]) }
    guard let start = words.prefix(leadLimit).firstIndex(where: { isLauncher($0) }),
      words[..<start].allSatisfy({ isLead($0) }) || isProcessTable(words[..<start])
    else { return nil }
    guard let script = script(of: Array(words[start...].prefix(40))) else { return nil }
    return CommandLine(script: script, pid: pid(in: Array(words[..<start])))
  }

  /// What the arguments of a process run: `["/usr/bin/node", "/srv/app/worker.js"]`.
  static func script(ofArguments arguments: [String]) -> String? {
    guard let first = arguments.first else { return nil }
    return isLauncher(first) ? script(of: arguments) : nil
  }

  /// `/usr/bin/python3`, `node`: what runs programs, and is none itself.
  static func isInterpreter(_ path: String) -> Bool {
    let name = baseName(path)
    return interpreters.contains(name) || wrappers.contains(name)
  }

  // MARK: - Words

  private static let leadLimit = 14

  private static func words(of line: String) -> [String] {
    let separators: Set<Character> = [" ", "\t", "\"", "'", "`", ",", "[", "]", "(", ")", "{", "}"]
    return line.split(maxSplits: 60, whereSeparator: { separators.contains($0) }).map(String.init)
  }

  /// Folders and a version's number left away: `python` of `/usr/bin/python3.11`.
  private static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name.hasPrefix("python") || name.hasPrefix("ruby") || name.hasPrefix("php") else { return name }
    let letters = name.prefix { $0.isLetter }
    return name.dropFirst(letters.count).allSatisfy { $0.isNumber || $0 == "." } ? String(letters) : name
  }

  private static func isLauncher(_ word: String) -> Bool {
    let name = baseName(word)
    return interpreters.contains(name) || wrappers.contains(name) || servers.contains(name)
  }

  private static func holdsLauncher(_ line: String) -> Bool { launcherIndex.holdsLiteral(line) }

  /// Shortest common parts of the names: `node`, `pyth`, `unic`.
  private static let launcherIndex = LiteralIndex(
    literals: [
      "python", "node", "bunx", "bun run", "bun src", "bun --", "deno ", "ruby", "php ", "java", "perl", "tsx ", "gunicorn", "uvicorn", "hypercorn", "daphne",
      "celery", "dramatiq", "sidekiq", "puma", "streamlit", "huey_", "poetry run", "uv run", "npx ", "exec ", "dotnet ", "granian", "taskiq", "waitress", "arq ",
      "bun index", "bun worker", "bun start", "target/",
    ].map { ($0, 0) })

  private static let interpreters: Set<String> = [
    "python", "node", "nodejs", "bun", "bunx", "deno", "ruby", "php", "java", "perl", "tsx", "ts-node", "ts-node-dev", "ts-node-esm",
    "tsnd", "nodemon", "dotnet",
  ]
  /// What starts another program, named behind it.
  private static let wrappers: Set<String> = [
    "exec", "nohup", "env", "npx", "dumb-init", "tini", "catatonit", "sudo", "poetry", "uv", "pipenv", "bundle", "setsid", "nice", "time",
    "docker-entrypoint.sh", "gosu", "su-exec", "chpst", "stdbuf", "dotenv", "dotenvx", "doppler", "cross-env", "env-cmd", "opentelemetry-instrument",
    "ddtrace-run", "newrelic-admin",
  ]
  /// Programs that serve or run an application that is named behind them.
  private static let servers: Set<String> = [
    "gunicorn", "uvicorn", "hypercorn", "daphne", "granian", "waitress-serve", "celery", "dramatiq", "sidekiq", "puma", "streamlit", "huey_consumer",
    "huey_consumer.py", "arq", "rq", "taskiq",
  ]

  // MARK: - Before the command

  /// Prompts, verbs and what runners write before a command.
  private static func isLead(_ word: String) -> Bool {
    let bare = word.lowercased().drop { !$0.isLetter && !$0.isNumber }
    let name = String(bare.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
    // A prompt, a branch of a tree, a pid.
    if name.isEmpty || name.allSatisfy(\.isNumber) { return true }
    if word.hasSuffix("$") || word.hasSuffix("#") || word.hasSuffix(">") || word.hasSuffix("%") { return true }
    // A variable of its environment, a path of a workspace before its prompt.
    if let equals = word.firstIndex(of: "="), word[..<equals].allSatisfy({ $0.isLetter || $0 == "_" || $0.isNumber }) { return true }
    return leads.contains(name)
  }

  private static let leads: Set<String> = [
    "run", "running", "runs", "exec", "executing", "execute", "start", "starting", "started", "launch", "launching", "spawn", "spawning", "command",
    "cmd", "cmdline", "process", "with", "the", "as", "to", "preparing", "entrypoint", "args", "argv", "process.argv", "sys.argv", "execstart", "deploy", "root",
    "container", "worker", "web", "server", "app", "service", "using", "line", "command-line", "startup", "main", "now", "shell", "script", "child", "daemon", "by", "under", "launched", "boot", "booting", "info", "debug", "notice",
  ]

  /// `app  4312  1  0 10:00 ?  00:00:01 python3 …`, `app 4312 0.1 2.0 …`.
  private static func isProcessTable(_ words: ArraySlice<String>) -> Bool {
    guard words.count >= 5, let user = words.first, user.first?.isLetter == true else { return false }
    let numbers = words.dropFirst().filter { $0.allSatisfy { $0.isNumber || ".:-%".contains($0) } }
    return Int(words[words.startIndex + 1]) != nil && numbers.count >= 4
  }

  private static func pid(in words: [String]) -> Int? {
    if isProcessTable(words[...]) { return Int(words[1]) }
    guard let last = words.last else { return nil }
    let digits = String(last.drop { !$0.isNumber })
    guard (2...7).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      last.utf8.count == digits.utf8.count || last.hasPrefix("└") || last.hasPrefix("├")
    else { return nil }
    return Int(digits)
  }

  // MARK: - The command

  private static func script(of words: [String]) -> String? {
    var rest = words[...]
    for _ in 0..<6 {
      guard let word = rest.first else { return nil }
      let name = baseName(word)
      rest = rest.dropFirst()
      if wrappers.contains(name) {
        rest = rest.drop { $0.hasPrefix("-") || $0 == "run" || $0 == "--" || $0.contains("=") || $0 == "run-program" }
        // What it starts may be no interpreter: `exec /app/worker`, `docker-entrypoint.sh node …`.
        guard let next = rest.first, !isLauncher(next) else { continue }
        return next.contains("/") && !isPreparation(Array(rest.prefix(3))) ? next : nil
      }
      if name == "python", rest.first == "-m", let module = rest.dropFirst().first, servers.contains(module) {
        rest = rest.dropFirst()
        continue
      }
      guard !isPreparation(Array(rest.prefix(4))) else { return nil }
      return servers.contains(name) ? application(of: name, Array(rest)) : program(of: name, Array(rest))
    }
    return nil
  }

  /// `shop.web:app` of gunicorn; celery and its like are called by their own name.
  private static func application(of server: String, _ arguments: [String]) -> String? {
    let named = arguments.first { word in
      let parts = word.split(separator: ":")
      return parts.count == 2 && !word.hasPrefix("-") && !word.contains("/") && !word.contains("=") && parts.allSatisfy { part in
        part.first.map { $0.isLetter || $0 == "_" } ?? false && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      }
    }
    if server == "streamlit" { return arguments.first { $0.hasSuffix(".py") } }
    if ["celery", "dramatiq", "sidekiq", "rq", "arq", "taskiq", "huey_consumer", "huey_consumer.py"].contains(server) { return server }
    return named
  }

  private static func program(of interpreter: String, _ arguments: [String]) -> String? {
    var rest = arguments[...]
    while let word = rest.first {
      rest = rest.dropFirst()
      switch word {
      case "-m" where interpreter == "python": return rest.first.flatMap { isModule($0) ? $0 : nil }
      case "-jar" where interpreter == "java": return rest.first
      case "-c", "-e", "-p", "--eval", "--print", "--version", "-V", "--check": return nil
      case "-x" where interpreter == "nodemon", "--exec": continue
      case "-r", "--require", "--import", "--loader", "--experimental-loader", "-W", "-X", "--tsconfig", "-P", "--project", "--watch", "-cp", "-classpath", "--env-file",
        "--conditions", "--signal", "--ext", "--inspect-port":
        // Some have a value, `--watch` of nodemon too; node's own has none.
        if word == "--watch", interpreter != "nodemon" { continue }
        rest = rest.dropFirst()
      case "run", "watch", "start", "exec", "task": continue
      default:
        if word.hasPrefix("-") { continue }
        if interpreter == "nodemon", isLauncher(word) { return program(of: baseName(word), Array(rest)) }
        return isProgram(word, interpreter) ? word : nil
      }
    }
    return nil
  }

  private static func isModule(_ word: String) -> Bool {
    guard let first = word.first, first.isLetter || first == "_" else { return false }
    return word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } && !preparations.contains(word)
  }

  /// A path, or a name with an ending: any other word is one of a sentence.
  private static func isProgram(_ word: String, _ interpreter: String) -> Bool {
    let name = word.split(separator: "/").last.map(String.init) ?? word
    guard word.utf8.count < 200, word.allSatisfy({ $0.isLetter || $0.isNumber || "_-./@:+~".contains($0) }) else { return false }
    if interpreter == "java" { return name.contains(".") && name.split(separator: ".").last?.first?.isUppercase == true }
    if interpreter == "php", name == "artisan" { return true }
    if endings.contains(where: { name.hasSuffix($0) }) { return true }
    return word.contains("/") && !name.isEmpty && !name.contains(".") && !word.contains("://")
  }

  private static let endings = [".py", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".tsx", ".jsx", ".rb", ".php", ".pl", ".jar", ".dll", ".ru", ".pyz"]

  // MARK: - What is done before a program runs

  private static func isPreparation(_ words: [String]) -> Bool {
    words.contains { word in
      let name = word.split(separator: "/").last.map(String.init) ?? word
      return preparations.contains(name)
    }
  }

  private static let preparations: Set<String> = [
    "pip", "venv", "ensurepip", "install", "migrate", "makemigrations", "collectstatic", "compilemessages", "createsuperuser", "alembic", "prisma", "build",
    "compile", "test", "tests", "pytest", "unittest", "jest", "vitest", "lint", "eslint", "tsc", "webpack", "webpack.js", "generate", "seed", "db:migrate", "db:seed",
    "assets:precompile", "typeorm", "knex", "sequelize", "--version", "-V", "--help", "json.tool", "http.server", "compileall", "config:cache", "route:cache", "key:generate", "audit",
  ]
}
