package import Culprit

/// The files that paths lead to, in the order in which they are named in a report.
///
/// Folders give their files at every depth, sorted by name; a file that two paths lead to stands here once.
/// Files of a rotated set are one source, the oldest first.
package struct SourceList: Sendable {
  /// A file to read, or a stream.
  package struct Entry: Hashable, Sendable {
    /// What opens it; nil for standard input.
    package var path: String?
    /// What a report calls it.
    package var name: String
    /// In bytes, when it was found; 0 for streams.
    package var size: Int
    package var isStream: Bool
    /// The source that it belongs to: itself, or that of its rotated set.
    package var source: String
    /// Offset of the source at which it begins.
    package var begin = 0

    init(path: String?, name: String, size: Int, isStream: Bool) {
      self.path = path
      self.name = name
      self.size = size
      self.isStream = isStream
      source = name
    }
  }

  package private(set) var entries: [Entry] = []
  /// What was found and is not read, with the reason.
  package private(set) var skipped: [Report.Skipped] = []
  private var seen: Set<FileStatus.Identity> = []
  private let selection: Selection

  /// - Parameters:
  ///   - folder: where relative paths begin, and what their names leave out; nil: the current one.
  ///   - standardInputName: what a report calls standard input, which is the path `-`.
  ///   - selection: of the files that folders and patterns lead to; a path that is named is always read.
  package init(
    paths: [String], in folder: String? = nil, standardInputName: String = "-",
    selection: Selection = Selection()
  ) {
    self.selection = selection
    for path in paths {
      if path == "-" {
        entries.append(Entry(path: nil, name: standardInputName, size: 0, isStream: true))
      } else {
        add(argument: path, in: folder)
      }
    }
    if entries.isEmpty, skipped.isEmpty, selection != Selection() {
      // A slip in a pattern must not look like logs without failures.
      for path in paths { skip(path, .missing, "no file in it is called as --include and --exclude ask") }
    }
    joinRotated()
  }

  /// Nested deeper than this, folders are named as skipped.
  private static let depthLimit = 64

  /// A path; or where there is none of that name, all that it means as a pattern.
  private mutating func add(argument path: String, in folder: String?) {
    let full = folder.map { "\($0)/\(path)" } ?? path
    guard Glob.isPattern(path), (try? FileStatus(path: full)) == nil else {
      return add(full, named: path, depth: 0)
    }
    let names = PathPattern(path, in: folder).names()
    if names.isEmpty { skip(path, .missing, "no file or folder has such a name") }
    for name in names { add(folder.map { "\($0)/\(name)" } ?? name, named: name, depth: 0) }
  }

  private mutating func add(_ path: String, named name: String, depth: Int) {
    do {
      let status = try FileStatus(path: path)
      if status.kind == .stream {
        guard depth == 0 else { return skip(name, .notText, "is no file: a pipe, a socket or a device") }
      } else if !seen.insert(status.identity).inserted {
        return
      }
      switch status.kind {
      case .folder: try addFolder(path, named: name, depth: depth)
      case .regular: entries.append(Entry(path: path, name: name, size: status.size, isStream: false))
      case .stream: entries.append(Entry(path: path, name: name, size: 0, isStream: true))
      }
    } catch {
      skip(name, error.isMissing ? .missing : .unreadable, error.text)
    }
  }

  private mutating func addFolder(_ path: String, named name: String, depth: Int) throws(SystemError) {
    guard depth < Self.depthLimit else { return skip(name, .limit, "lies \(depth) folders deep") }
    let separator = path.hasSuffix("/") ? "" : "/"
    for member in try Folder.names(in: path) {
      let (memberPath, memberName) = (path + separator + member, name + separator + member)
      if DockerFolder.isDescription(memberPath) {
        continue
      } else if member.hasPrefix(".") {
        skip(memberName, .notText, "is hidden; name it to have it read")
      } else if isWanted(memberPath, named: memberName) {
        add(memberPath, named: memberName, depth: depth + 1)
      }
    }
  }

  /// Folders are gone through whatever they are called, but for those that are excluded by name.
  private func isWanted(_ path: String, named name: String) -> Bool {
    if selection.takes(name) { return true }
    guard !selection.excluded.contains(where: { $0.matches(name) }) else { return false }
    return (try? FileStatus(path: path).kind) == .folder
  }

  /// Makes one source of the files of each rotated set.
  private mutating func joinRotated() {
    var sets: [String: [(name: RotatedName, index: Int)]] = [:]
    for (index, entry) in entries.enumerated() where !entry.isStream {
      if let name = RotatedName(entry.name) { sets[name.current, default: []].append((name, index)) }
    }
    for (current, rotated) in sets {
      let newest = entries.firstIndex { $0.name == current && !$0.isStream }
      guard rotated.count + (newest == nil ? 0 : 1) > 1 else { continue }
      let order = rotated.sorted { RotatedName.isOlder($0.name, $1.name) }.map(\.index)
      for (slot, index) in (order + (newest.map { [$0] } ?? [])).enumerated() {
        entries[index].source = current
        entries[index].begin = FileSlot.begin(slot)
      }
    }
  }

  private mutating func skip(_ name: String, _ reason: Report.Skipped.Reason, _ detail: String) {
    skipped.append(Report.Skipped(source: name, offset: nil, bytes: nil, reason: reason, detail: detail))
  }
}
