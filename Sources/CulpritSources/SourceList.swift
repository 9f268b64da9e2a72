package import Culprit

/// The files that paths lead to, in the order in which they are named in a report.
///
/// Folders give their files at every depth, sorted by name; a file that two paths lead to stands here once.
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
  }

  package private(set) var entries: [Entry] = []
  /// What was found and is not read, with the reason.
  package private(set) var skipped: [Report.Skipped] = []
  private var seen: Set<FileStatus.Identity> = []

  /// - Parameters:
  ///   - folder: where relative paths begin, and what their names leave out; nil: the current one.
  ///   - standardInputName: what a report calls standard input, which is the path `-`.
  package init(paths: [String], in folder: String? = nil, standardInputName: String = "-") {
    for path in paths {
      if path == "-" {
        entries.append(Entry(path: nil, name: standardInputName, size: 0, isStream: true))
      } else {
        add(folder.map { "\($0)/\(path)" } ?? path, named: path, depth: 0)
      }
    }
  }

  /// Nested deeper than this, folders are named as skipped.
  private static let depthLimit = 64

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
      if member.hasPrefix(".") {
        skip(memberName, .notText, "is hidden; name it to have it read")
      } else {
        add(memberPath, named: memberName, depth: depth + 1)
      }
    }
  }

  private mutating func skip(_ name: String, _ reason: Report.Skipped.Reason, _ detail: String) {
    skipped.append(Report.Skipped(source: name, offset: nil, bytes: nil, reason: reason, detail: detail))
  }
}
