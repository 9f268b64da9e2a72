/// Reads out of frames whether a client was made while modules were loaded, and which scripts took part.
enum ModuleLoadReader {
  /// nil where no frame of a link runs at the top level of a module.
  static func moduleLoad(in links: [ParsedLink]) -> ModuleLoad? {
    for link in links.reversed() {
      let application = link.frames.filter { $0.isApplication && !$0.file.isEmpty }
      guard let nearest = application.last, isTopLevel(nearest, in: link.frames) else { continue }
      let others = application.filter { $0.file != nearest.file && isTopLevel($0, in: link.frames) }
      let isDeep = link.frames.contains { $0.file.contains("importlib") } || !others.isEmpty
      return ModuleLoad(module: nearest.file, importer: others.first?.file, isImported: isDeep)
    }
    return nil
  }

  /// A frame of a module's own top level: Python's `<module>`, CommonJS' `Object.<anonymous>`, an ES module's
  /// frame without a function under the loader.
  private static func isTopLevel(_ frame: Frame, in frames: [Frame]) -> Bool {
    if frame.isModuleLoad { return true }
    let hasLoader = frames.contains { $0.file.contains("internal/modules") || ($0.function ?? "").contains("ModuleJob") }
    return (frame.function ?? "").isEmpty && hasLoader
  }

  /// Files of the application's frames of the outermost link that has some, outermost first, each once.
  static func scripts(in links: [ParsedLink]) -> [String] {
    var scripts: [String] = []
    for link in links {
      for frame in link.frames where frame.isApplication && !frame.file.isEmpty && !scripts.contains(frame.file) {
        scripts.append(frame.file)
      }
      if !scripts.isEmpty { break }
    }
    return Array(scripts.prefix(12))
  }
}
