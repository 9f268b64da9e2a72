/// Goes back through the files of a log, newest first, to the first that was read before: those before it are
/// new, and files that were renamed, copied or packed are found where they are now.
struct RotationSearch {
  /// Files that were read before, under whatever name they are found.
  private(set) var found: [(file: LogFile, candidate: RotatedFiles.Candidate)] = []
  /// Newest first.
  private(set) var unread: [RotatedFiles.Candidate] = []
  /// At the first look: the newest file that was rotated before.
  private(set) var uninteresting: RotatedFiles.Candidate?
  private(set) var isOver = false

  private let touched: [LogFile]
  private let finished: [FileMark]
  private let lastCheck: Int64
  /// Files that were read and are not found yet.
  private var missing: [LogFile]
  private var hasMetKnown = false
  /// Of the file that the path leads to.
  private var current: FileStatus.Identity?

  /// - Parameter lastCheck: wall clock when the log's files were last known; 0 at the first look.
  init(files: [LogFile], finished: [FileMark], lastCheck: Int64) {
    touched = files.filter { !$0.isUntouched }
    self.finished = finished
    self.lastCheck = lastCheck
    missing = touched.filter { !$0.isAttached }
  }

  mutating func visit(_ candidate: RotatedFiles.Candidate) {
    if candidate.isCurrent { current = candidate.status.identity }
    guard lastCheck > 0 else { return visitFirst(candidate) }
    if let file = touched.last(where: { candidate.isFile(of: $0.mark) }) {
      hasMetKnown = true
      if !file.isAttached { note(candidate, as: file) }
    } else if let file = touched.last(where: { isEarlyCopy(candidate, of: $0.mark) }) {
      // All of it was read where it was copied from; there it is no more.
      hasMetKnown = true
      missing.removeAll { $0 === file }
    } else if finished.contains(where: { candidate.isFile(of: $0) || isEarlyCopy(candidate, of: $0) }) {
      hasMetKnown = true
    } else if !hasMetKnown {
      unread.append(candidate)
    } else {
      // A file of which little was read may be an older one than that which was found; two in a row are enough.
      isOver = missing.isEmpty
      return
    }
    isOver = hasMetKnown && missing.isEmpty && !found.contains { $0.file.mark.isWeak }
  }

  /// A file that is emptied later keeps its identity, and its copy has another.
  private func isEarlyCopy(_ candidate: RotatedFiles.Candidate, of mark: FileMark) -> Bool {
    mark.identity == current && candidate.isEarlyCopy(of: mark)
  }

  private mutating func note(_ candidate: RotatedFiles.Candidate, as file: LogFile) {
    guard let index = found.firstIndex(where: { $0.file === file }) else {
      found.append((file, candidate))
      missing.removeAll { $0 === file }
      return
    }
    // Newer files may begin with the same; the copy of one that is not emptied yet does so too.
    let newer = found[index].candidate
    guard file.mark.isWeak, !candidate.handle.begins(newer.handle, with: candidate.status.size) else { return }
    unread.append(newer)
    found[index].candidate = candidate
  }

  /// What was rotated before the first look is of no interest.
  private mutating func visitFirst(_ candidate: RotatedFiles.Candidate) {
    if candidate.isCurrent { unread.append(candidate) } else { uninteresting = candidate }
    isOver = !candidate.isCurrent
  }

  /// There are no more.
  mutating func end() {
    guard !hasMetKnown, lastCheck > 0 else { return }
    // Nothing that was read is left: only what was written since the last look is new.
    unread.removeAll { !$0.isCurrent && $0.status.modified < lastCheck - 2_000_000_000 }
  }

  func hasMet(_ identity: FileStatus.Identity) -> Bool {
    unread.contains { $0.status.identity == identity } || found.contains { $0.candidate.status.identity == identity }
  }
}
