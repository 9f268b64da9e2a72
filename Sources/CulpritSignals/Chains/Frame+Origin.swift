import CulpritIntake

extension Frame {
  static func isApplication(file: String, function: String?) -> Bool {
    if outsideIndex.holdsLiteral(file) { return false }
    if outsideStarts.contains(where: { file.begins($0) }) { return false }
    // Python's own modules on Windows; an application's `lib` is spelled otherwise, or is not Python's.
    if file.hasSuffix(".py"), file.contains("\\Lib\\") || file.contains("/Lib/") { return false }
    guard let function else { return !file.isEmpty }
    // The JVM and .NET name no folder: their packages tell.
    let isManaged = !file.containsBytes("/") && !file.containsBytes("\\") && function.containsBytes(".")
    return !isManaged || !packages.contains { function.begins($0) }
  }

  /// Where package managers, runtimes and build tools keep what nobody of the team wrote.
  private static let outside = [
    "node_modules/", "node_modules\\", "site-packages/", "dist-packages/", "/lib/python",
    "vendor/", "/pkg/mod/", "/usr/local/go/", "/usr/lib/", "/usr/local/lib/", "/usr/share/php/",
    "/rustc/", ".cargo/registry/", "/gems/", "/rubygems", "/.venv/", "/.venvs/", "/.pyenv/",
    "/runtime/src/", "/_work/1/s/src/", "/.yarn/", "/.pnpm/", "webpack/bootstrap",
  ]
  private static let outsideIndex = LiteralIndex(literals: outside.map { ($0, 0) })
  private static let outsideStarts = [
    "node:", "bun:", "deno:", "ext:", "internal/", "<", "native", "async_hooks",
    "[internal function]", "/go/src/runtime/", "Native Method", "Unknown Source",
  ]
  /// Packages of runtimes and of the servers, pools and clients that stand in nearly every stack.
  private static let packages = [
    "java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.", "kotlin.", "kotlinx.", "scala.",
    "groovy.", "clojure.", "org.springframework.", "org.apache.", "org.eclipse.", "org.hibernate.",
    "org.jboss.", "io.netty.", "io.undertow.", "io.vertx.", "io.quarkus.", "io.micronaut.",
    "reactor.", "rx.", "io.reactivex.", "okhttp3.", "retrofit2.", "com.google.", "com.fasterxml.",
    "com.rabbitmq.", "com.openai.", "com.anthropic.", "com.azure.", "software.amazon.",
    "com.amazonaws.", "dev.langchain4j.", "akka.", "org.slf4j.", "ch.qos.logback.", "System.",
    "Microsoft.", "Azure.", "OpenAI.", "Anthropic.", "Polly.", "Newtonsoft.", "Grpc.",
  ]

  /// Runs as a module is loaded: top level of a file, or the runtime's loader.
  package var isModuleLoad: Bool {
    if file.begins("<frozen importlib") || file.begins("node:internal/modules/") { return true }
    guard let function else { return false }
    return Self.loaders.contains { function.begins($0) } || function.ends(".<clinit>")
      || function == "<main>"
      || function.begins("<top (required)>") || function.begins("block in <top") || function == "main.init"
  }

  private static let loaders = [
    "<module>", "Object.<anonymous>", "Module._compile", "Module._load", "Module.load",
    "Module.require", "ModuleJob.run", "ModuleLoader.import", "<clinit>", "static {...}",
    "Function.executeUserEntryPoint", "module code", "init.0",
  ]
}
