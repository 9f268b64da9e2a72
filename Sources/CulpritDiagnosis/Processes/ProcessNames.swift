import CulpritIntake
import CulpritRules
import CulpritSignals

/// Ids, services and entrypoints of processes, as a report names them.
struct ProcessNames {
  private let ids: [Process.Key: String]
  /// Scripts that were announced, by the family of their process.
  private let scripts: [String: Set<String>]
  /// Scripts of the deployment by their names without folder and ending; nil where two are called so.
  private let namesakes: [String: String?]
  /// What programs call themselves in a source, where all do alike.
  private let programs: [String: String?]

  init(_ processes: [Process]) {
    var ids: [Process.Key: String] = [:]
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    for process in processes.sorted(by: { $0.key < $1.key }) {
      let base = [process.family, process.pid.map(String.init) ?? "?"].joined(separator: "#")
      var id = base
      while taken.contains(id) {
        numbers[base, default: 1] += 1
        id = "\(base)~\(numbers[base, default: 2])"
      }
      taken.insert(id)
      ids[process.key] = id
    }
    self.ids = ids
    var scripts: [String: Set<String>] = [:]
    var namesakes: [String: String?] = [:]
    var programs: [String: String?] = [:]
    for process in processes {
      // A runner that started a script is called by the script.
      let files = process.scripts.filter(Self.isScript)
      if !process.scripts.isEmpty { scripts[process.family, default: []].formUnion(files.isEmpty ? process.scripts : files) }
      for script in process.scripts where Self.isScript(script) {
        let known = namesakes[Self.stem(of: script)] ?? script
        namesakes[Self.stem(of: script)] = known.map(Binder.baseName) == Binder.baseName(script) ? known : .some(nil)
      }
      guard let program = Self.called(process) else { continue }
      for source in process.ownSources { programs[source] = (programs[source] ?? program) == program ? program : .some(nil) }
    }
    (self.scripts, self.namesakes, self.programs) = (scripts, namesakes, programs)
  }

  func id(of key: Process.Key) -> String { ids[key] ?? "?" }

  /// Service as the envelope names it, else the program's name, else that of its source.
  func service(of process: Process) -> String? { process.family }

  /// The script or module that the process was started from, by its own word, a command line or the first frame of
  /// a module load; nil where only files in which it failed are known.
  func startedFrom(_ process: Process) -> String? {
    let failures = process.failures.map { $0.first[0] } + process.bareChains.map { $0.first[0] }
    if let script = process.scripts.first(where: Self.isScript) { return Self.file(of: script, in: failures) ?? script }
    if let name = process.service ?? process.name, Self.hasEnding(name) { return name }
    // Node prints ten frames: the outermost of them need not be where it began.
    let scripts = failures.lazy.compactMap(\.entryScript).filter { script in !["js", "ts"].contains { script.hasSuffix($0) } }
    return namesake(of: process) ?? scripts.first
  }

  /// First that is known: banner or command line, module-load frame, that of its service, outermost application
  /// frame of a failure.
  func entrypoint(of process: Process) -> String? {
    let failures = process.failures.map { $0.first[0] } + process.bareChains.map { $0.first[0] }
    if let script = process.scripts.first(where: Self.isScript) { return Self.file(of: script, in: failures) ?? script }
    if let name = process.service ?? process.name, Self.hasEnding(name) { return name }
    if let script = namesake(of: process) { return script }
    if let load = failures.compactMap(\.moduleLoad).first { return load.importer ?? load.module }
    let own = failures.compactMap { $0.scripts.first }.first
    let family = scripts[process.family] ?? []
    // A source that several programs share makes them no family.
    let isFamily = process.service != nil || process.name != nil || process.parent != nil || own == nil
    if process.pid != nil, isFamily, family.count == 1, let script = family.first { return script }
    // In the log of the runner that started it the runner speaks.
    let sources = process.runnersName == nil ? process.ownSources : []
    let beside = sources.sorted().lazy.compactMap { programs[$0].flatMap { $0 } }.first
    let called = Self.called(process) ?? (process.pid == nil ? nil : beside)
    return own ?? (family.count == 1 ? family.first : nil) ?? process.scripts.first ?? Self.bannerFile(of: process) ?? called
      ?? Self.server(of: failures) ?? Self.crate(of: process) ?? process.name
  }

  /// The module whose logger printed the banner: glog's header names files with their ending, and modules where Python
  /// prints it.
  private static func bannerFile(of process: Process) -> String? {
    let banners = process.announcements.lazy.filter { $0.first[0].subject == .itself }.map { $0.first[0].origin.writer }
    guard let file = banners.filter({ $0.format == "klog" }).compactMap(\.logger).first, !file.hasPrefix("_") else { return nil }
    return file.utf8.contains(UInt8(ascii: ".")) ? file : file + ".py"
  }

  /// The only script of the deployment that is called as the process is: `/srv/app/nightly.py` of `nightly[4312]`.
  private func namesake(of process: Process) -> String? {
    [process.service, process.name].lazy.compactMap { name in name.flatMap { namesakes[$0] }.flatMap { $0 } }.first
  }

  /// What a process calls its program as it starts.
  private static func called(_ process: Process) -> String? {
    process.announcements.lazy.compactMap { $0.first[0].subject == .itself ? $0.first[0].program : nil }.first
  }

  /// A runner whose own logger told the failure: what it runs nobody named.
  private static func server(of failures: [Failure]) -> String? {
    failures.lazy.compactMap { servers[$0.origin.writer.format] }.first
  }

  /// By the format that only they print.
  private static let servers = [
    "puma": "puma", "puma-error": "puma", "sidekiq": "sidekiq", "sidekiq-json": "sidekiq", "celery": "celery", "dramatiq": "dramatiq", "taskiq": "taskiq",
    "gunicorn": "gunicorn", "resque": "resque", "delayed-job": "delayed_job",
  ]

  /// Rust's loggers are named after modules: the first part is the crate, and the program unless it is a library's.
  private static func crate(of process: Process) -> String? {
    let failures = (process.failures + process.bareChains).map { $0.first[0].origin.writer }
    let others = process.announcements.map { $0.first[0].origin.writer } + process.work.map { $0.first[0].origin.writer }
    return (failures + others).lazy.compactMap { writer -> String? in
      guard ["rust-tracing", "env-logger", "tracing-json"].contains(writer.format), let logger = writer.logger else { return nil }
      return logger.split(separator: ":").first.map(String.init)
    }.first { !crates.contains($0) }
  }

  /// Crates of clients, servers and runtimes that log under their own name.
  private static let crates: Set<String> = [
    "hyper", "hyper_util", "reqwest", "h2", "h3", "rustls", "tokio", "tokio_util", "tower", "tower_http", "axum", "actix_web", "actix_server", "actix_http",
    "warp", "rocket", "tonic", "sqlx", "sea_orm", "diesel", "redis", "lapin", "rdkafka", "async_openai", "rig", "rig_core", "genai", "ollama_rs", "tracing",
    "log", "opentelemetry", "opentelemetry_sdk", "opentelemetry_otlp", "kube", "kube_client", "aws_config", "aws_smithy_runtime", "aws_sdk_bedrockruntime",
    "poem", "salvo", "ureq", "isahc", "surf", "tungstenite", "tokio_tungstenite", "mio", "want", "lambda_runtime", "apalis", "sqlx_core", "backoff", "panic",
  ]

  private static func stem(of script: String) -> String {
    let name = Binder.baseName(script)
    return hasEnding(name) ? String(name.prefix { $0 != "." }) : name
  }

  /// The file of a module that was run by its name, where a stack shows it: `shop/web.py` of `shop.web:app`.
  private static func file(of script: String, in failures: [Failure]) -> String? {
    guard !script.contains("/"), !hasEnding(script), let module = script.split(separator: ":").first else { return nil }
    let path = module.replacing(".", with: "/") + ".py"
    return failures.lazy.flatMap(\.scripts).first { $0 == path || $0.hasSuffix("/" + path) }
  }

  /// A file, not the name of an application or module.
  private static func isScript(_ text: String) -> Bool { hasEnding(text) || text.contains { "/.:".contains($0) } }

  private static func hasEnding(_ text: String) -> Bool {
    [".py", ".js", ".ts", ".mjs", ".cjs", ".mts", ".rb", ".ru", ".php", ".jar"].contains { text.hasSuffix($0) }
  }
}
