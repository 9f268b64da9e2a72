/// A path with `*`, `?`, `[…]` or `**` in it, for those whose shell did not expand it.
struct PathPattern {
  private let text: String
  /// Where relative paths begin; nil: the current folder.
  private let folder: String?

  init(_ text: String, in folder: String?) {
    self.text = text
    self.folder = folder
  }

  /// Paths that exist, sorted; hidden ones only where the pattern says their dot.
  func names() -> [String] {
    var found = [text.hasPrefix("/") ? "/" : ""]
    for part in text.split(separator: "/") {
      found = found.flatMap { members(of: $0, meantBy: String(part)) }
    }
    return Set(found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func members(of parent: String, meantBy part: String) -> [String] {
    if part == "**" {
      var seen: Set<FileStatus.Identity> = []
      return folders(below: parent, seen: &seen)
    }
    guard Glob.isPattern(part) else {
      let path = Self.joined(parent, part)
      return (try? FileStatus(path: opened(path))) == nil ? [] : [path]
    }
    let pattern = Array(part)
    return contents(of: parent)
      .filter { $0.hasPrefix(".") == part.hasPrefix(".") && Glob.matches(pattern, Array($0)) }
      .map { Self.joined(parent, $0) }
  }

  /// The folder itself and all below it; each once, so that links in a circle end.
  private func folders(below parent: String, seen: inout Set<FileStatus.Identity>) -> [String] {
    guard let status = try? FileStatus(path: opened(parent)), status.kind == .folder,
      seen.insert(status.identity).inserted
    else { return [] }
    var found = [parent]
    for name in contents(of: parent) where !name.hasPrefix(".") {
      found += folders(below: Self.joined(parent, name), seen: &seen)
    }
    return found
  }

  private func contents(of path: String) -> [String] { (try? Folder.names(in: opened(path))) ?? [] }

  private func opened(_ path: String) -> String {
    let path = path.isEmpty ? "." : path
    return folder.map { path.hasPrefix("/") ? path : "\($0)/\(path)" } ?? path
  }

  private static func joined(_ parent: String, _ name: String) -> String {
    parent.isEmpty || parent.hasSuffix("/") ? parent + name : "\(parent)/\(name)"
  }
}
