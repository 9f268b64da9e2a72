import CulpritIntake
import CulpritRules
import CulpritSignals

/// What conditions of rule files ask for: where it runs, and what is known of the failure.
struct Circumstances {
  let assembly: Assembly
  let incident: Incident
  let scene: Scene

  /// By the names of conditions.
  var values: [String: String] {
    [
      "runtime": runtime, "runner": runner, "framework": framework, "sent": sent, "key": key, "peers": peers, "before": before,
      "claim": claim, "said": said, "near_name": hasMisnomer ? "seen" : "none", "contained": isContained ? "yes" : "no",
    ]
  }

  private var failures: [Failure] { assembly.suspects.flatMap { $0.occurrences.prefix(3) } }
  private var writers: [Writer] { failures.map(\.origin.writer) }

  // MARK: - Where it runs

  private static let endings: [(runtime: String, suffixes: [String])] = [
    ("python", [".py"]), ("node", [".js", ".ts", ".mjs", ".cjs", ".mts", ".tsx", ".jsx"]), ("ruby", [".rb"]), ("php", [".php"]),
    ("go", [".go"]), ("java", [".java", ".jar", ".kt"]), ("rust", [".rs"]),
  ]
  /// Formats of loggers that one runtime has.
  private static let loggers: [(runtime: String, formats: [String])] = [
    ("python", ["python-logging", "loguru", "structlog", "celery", "gunicorn", "uvicorn", "rich", "dramatiq", "lambda-python"]),
    ("node", ["pino", "winston", "nest", "bunyan", "pino-pretty", "log4js", "npm", "node-warning", "consola", "lambda-node"]),
    ("java", ["logback", "spring-boot", "log4j-context", "jul", "quarkus"]), ("go", ["go-log", "logrus", "zap-console", "klog"]),
    ("ruby", ["sidekiq", "ruby-logger", "puma"]), ("php", ["monolog", "php-error-log", "php-message"]),
  ]

  /// By the endings of scripts and frames, else by the format of its log.
  var runtime: String {
    let files = incident.processes.compactMap(\.entrypoint) + failures.flatMap(\.scripts)
      + failures.flatMap { $0.links.compactMap { $0.frame?.file } }
    for (name, suffixes) in Self.endings where files.contains(where: { file in suffixes.contains { file.hasSuffix($0) } }) {
      return name
    }
    let formats = Set(writers.map(\.format))
    return Self.loggers.first { !formats.isDisjoint(with: $0.formats) }?.runtime ?? ""
  }

  /// Of a runner's own lines, of the names that it gives, else of the envelope.
  private var runner: String {
    if assembly.suspects.contains(where: { $0.occurrences.contains(where: \.isInThread) }) { return "worker-threads" }
    let processes = assembly.suspects.map(\.process)
    let patterns = processes.flatMap { process in
      process.announcements.compactMap { $0.first[0].pattern } + scene.events(about: process).map(\.pattern)
    }
    let said = Set(patterns.compactMap { $0.split(separator: ".").first.map(String.init) })
    if let named = Self.runners.first(where: { said.contains($0) }) { return named }
    let formats = Set(writers.map(\.format))
    if formats.contains("celery") { return "celery" }
    if formats.contains("sidekiq") { return "sidekiq" }
    if formats.contains(where: { $0.hasPrefix("lambda") }) { return "lambda" }
    guard writers.contains(where: { $0.container != nil }) else { return "" }
    // One pod with a deployment's name tells where all of them run: a stateful set's `nightly-0` does not.
    let containers = writers.compactMap(\.container) + scene.speakers.compactMap(\.container)
    if containers.contains(where: Self.isPod) { return "kubernetes" }
    return writers.contains(where: Self.isOfCompose) ? "docker-compose" : "container"
  }

  /// Files of `Patterns/runners` that name a runner, the most telling first.
  private static let runners = [
    "pm2", "lambda", "github-actions", "celery", "kubernetes", "docker-compose", "supervisord", "gunicorn", "systemd",
  ]

  /// `worker-1` of the service `worker`, in version 1 `worker_1`.
  private static func isOfCompose(_ writer: Writer) -> Bool {
    guard let container = writer.container, let service = writer.service, container.hasPrefix(service) else { return false }
    let rest = container.dropFirst(service.count)
    return rest.count > 1 && "-_".contains(rest.first ?? " ") && rest.dropFirst().allSatisfy(\.isNumber)
  }

  /// `chat-b-5c4d8b7f9-zz7lw`: as a deployment names its pods; behind an underscore stands the namespace.
  private static func isPod(_ container: String) -> Bool {
    let parts = container.prefix { $0 != "_" }.split(separator: "-")
    guard parts.count >= 3, let last = parts.last, last.count == 5 else { return false }
    return (8...10).contains(parts[parts.count - 2].count) && parts[parts.count - 2].allSatisfy { $0.isNumber || $0.isLowercase }
  }

  /// Parts of paths, types and patterns that tell a framework.
  private static let frameworks: [(name: String, signs: [String])] = [
    ("nest", ["@nestjs", "nest.", ".service.", ".controller.", ".module."]), ("next", ["next.", ".next/"]), ("bullmq", ["bullmq"]), ("rabbitmq", ["amqplib", "pika", "amqp"]),
    ("crewai", ["crewai", "crew."]), ("langchain", ["langchain"]),
  ]

  private var framework: String {
    if incident.provider == "azure-openai" { return "azure" }
    let links = failures.flatMap(\.links)
    // Step by step: as one expression it is beyond what Swift 6.2 checks in reasonable time.
    var words: [String] = links.compactMap { $0.frame?.file }
    words += links.map(\.type) + failures.flatMap(\.scripts)
    words += writers.map { $0.format + "." }
    words += failures.flatMap { $0.wordings.compactMap(\.pattern) }
    for suspect in assembly.suspects {
      words += suspect.process.announcements.compactMap { $0.first[0].pattern }
    }
    let lower = words.map { $0.lowercased() }
    return Self.frameworks.first { entry in lower.contains { word in entry.signs.contains { word.containsBytes($0) } } }?.name ?? ""
  }

  // MARK: - What is known of the failure

  private var sent: String { assembly.suspects.contains { !$0.refusals.isEmpty } ? "yes" : "no" }

  private var shownKey: KeyFragment? {
    assembly.fragment ?? assembly.suspects.flatMap(\.echoes).first ?? assembly.examinations.lazy.compactMap { $0.shownFragment?.0 }.first
  }

  private var key: String {
    guard let shown = shownKey else { return "hidden" }
    switch shown.reading {
    case .placeholder, .localDummy: return "placeholder"
    case .missingValue: return "missing"
    case .empty: return "empty"
    case .mangled: return "mangled"
    case .unreadable: return "hidden"
    case .key(let fits):
      guard let provider = incident.provider, !fits.isEmpty else { return "hidden" }
      // Four last letters fit nearly everybody's keys.
      if fits.contains(provider) { return shown.head.isEmpty && shown.length == nil ? "hidden" : "right" }
      return "foreign"
    }
  }

  private var peers: String {
    guard !incident.healthy.isEmpty else { return "none" }
    return incident.healthy.contains { $0.lastSuccess != nil && $0.lastSuccess != .never } ? "works" : "has"
  }

  private var before: String {
    let hasWorked = assembly.suspects.contains { suspect in
      scene.successes(of: suspect.process, at: suspect.provider).contains { Order.isBefore($0.origin, suspect.first.origin) ?? false }
    }
    return hasWorked ? "worked" : "unknown"
  }

  private var claim: String {
    if assembly.examinations.contains(where: { $0.presence != nil }) { return "present" }
    if assembly.examinations.contains(where: { $0.blank != nil }) { return "empty" }
    return assembly.examinations.contains { $0.lack != nil } ? "absent" : "none"
  }

  private var said: String {
    let signals = Set(assembly.suspects.flatMap { $0.failures.map { $0.first[0].signal } })
    if signals.contains(.credentialRevoked) { return "revoked" }
    if signals.contains(.credentialExpired) { return "expired" }
    if signals.contains(.credentialMalformed) { return "malformed" }
    return signals.contains(.endpointMismatch) ? "mismatch" : "none"
  }

  private var hasMisnomer: Bool { assembly.examinations.contains { $0.misnomer != nil } }

  private var isContained: Bool { writers.contains { $0.container != nil } }
}
