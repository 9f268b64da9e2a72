import CulpritIntake
import CulpritRegex

/// Reads out of frames whether a client was made while modules were loaded, and which scripts took part.
enum ModuleLoadReader {
  /// nil where no frame of a link runs at the top level of a module.
  static func moduleLoad(in links: [ParsedLink]) -> ModuleLoad? {
    for link in links.reversed() {
      let application = link.frames.filter { $0.isApplication && !$0.file.isEmpty }
      guard let nearest = application.last else { continue }
      // The innermost link with frames of the application decides: what wraps it was thrown elsewhere.
      guard isTopLevel(nearest, in: link.frames) else { return nil }
      let others = application.filter { $0.file != nearest.file && isTopLevel($0, in: link.frames) }
      let isDeep = link.frames.contains { $0.file.containsBytes("importlib") } || !others.isEmpty
      return ModuleLoad(module: nearest.file, importer: others.first?.file, isImported: isDeep)
    }
    return nil
  }

  /// A frame of a module's own top level: Python's `<module>`, CommonJS' `Object.<anonymous>`, an ES module's
  /// frame without a function under the loader.
  private static func isTopLevel(_ frame: Frame, in frames: [Frame]) -> Bool {
    if frame.isModuleLoad { return true }
    let hasLoader = frames.contains { $0.file.containsBytes("internal/modules") || ($0.function ?? "").containsBytes("ModuleJob") }
    return (frame.function ?? "").isEmpty && hasLoader
  }

  /// Files of the application's frames of the outermost link that has some, outermost first, each once.
  static func scripts(in links: [ParsedLink]) -> [String] {
    var scripts = [threadScript(in: links)].compactMap { $0 }
    for link in links {
      let named = link.frames.filter { $0.isApplication && !$0.file.isEmpty }.map(script)
      for script in named where !scripts.contains(script) { scripts.append(script) }
      if !named.isEmpty { break }
    }
    return Array(scripts.prefix(12))
  }

  /// The file whose top level the outermost frame of the outermost link runs; nil where a function called it.
  static func entryScript(in links: [ParsedLink]) -> String? {
    guard let frames = links.first(where: { !$0.frames.isEmpty })?.frames,
      let outermost = frames.first(where: { $0.isApplication && !$0.file.isEmpty })
    else { return nil }
    let names = ["<module>", "<anonymous>", "Object.<anonymous>", "<main>", ""]
    let name = outermost.function.map { $0.hasPrefix("async ") ? String($0.dropFirst(6)) : $0 } ?? ""
    return names.contains(name) ? outermost.file : nil
  }

  /// A class where files say less than it does: `io.acme.Main` of `Main.java`.
  private static func script(of frame: Frame) -> String {
    guard frame.file.hasSuffix(".java") || frame.file.hasSuffix(".kt"), let function = frame.function else { return frame.file }
    let parts = function.split(separator: ".").map(String.init)
    guard let end = parts.firstIndex(where: { $0.first?.isUppercase ?? false }) else { return frame.file }
    let name = parts[end].split(separator: "$").first.map(String.init) ?? parts[end]
    return (parts[..<end] + [name]).joined(separator: ".")
  }

  /// The script of a pool's thread or child: the outermost frame of the application inside the pool's own.
  static func threadScript(in links: [ParsedLink]) -> String? {
    guard let frames = links.last(where: { !$0.frames.isEmpty })?.frames,
      let pool = frames.firstIndex(where: { isPool($0.file) })
    else { return nil }
    return frames[pool...].first { $0.isApplication && !$0.file.isEmpty }?.file
  }

  /// Whether a frame of a library stands in a file that embeds, remembers or retrieves.
  static func isOfDefaultClient(_ links: [ParsedLink]) -> Bool {
    links.contains { link in
      link.frames.contains { frame in !frame.isApplication && defaultFile.matches(frame.file) }
    }
  }

  private static let defaultFile = CompiledPattern.constant(
    #"(?:-packages|node_modules)/.{0,200}(?:embed|memory|vector_?stores?|chroma|mem0|knowledge|retriev|rerank|faiss)"#, [.ignoresCase])

  /// Whether the stack begins where `multiprocessing` starts a child.
  static func isInChild(_ links: [ParsedLink]) -> Bool {
    links.contains { link in
      link.frames.prefix(4).contains { frame in
        frame.function == "_bootstrap" && (frame.file.containsBytes("multiprocessing/") || frame.file.containsBytes("billiard/"))
      }
    }
  }

  private static func isPool(_ file: String) -> Bool {
    guard file.containsBytes("node_modules/") else { return false }
    return ["piscina/", "tinypool/", "workerpool/", "jest-worker/", "threads/", "child-processor"].contains { file.containsBytes($0) }
  }
}
