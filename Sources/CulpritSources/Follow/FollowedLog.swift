import Culprit

/// A log that is followed by its path, through all its rotations: each file of it is read once.
struct FollowedLog {
  /// As it is opened, and what a report calls it.
  let path: String
  /// Oldest first; the last one is written to now. The others were rotated away and may still get lines.
  private(set) var files: [LogFile] = []
  /// Those that are not read any more, newest first: what is older than these was read.
  private(set) var finished: [FileMark] = []
  /// Index of the next file in the log's source.
  private(set) var nextSlot = 0
  /// Wall clock when its files were last known; nanoseconds since 1970.
  private(set) var lastCheck: Int64 = 0
  /// The newest rotated file when all files were known; nil where there was none.
  private var newestRotated: FileStatus.Identity?
  /// A file is not what it was: all have to be looked at.
  private var isInDoubt = true
  /// Half of a line at the beginning of a file counts too: nothing more will come.
  private var isEnding = false
  /// Nanoseconds of a clock that is never set; tests have one of their own.
  var clock: @Sendable () -> Int64 = { Machine.steadyClock }
  /// It is no text: why it is not read.
  private(set) var refusal: SourceProblem?

  init(path: String) {
    self.path = path
  }

  /// Marks that are kept: a rotation between two looks moves some files at once.
  private static let finishedLimit = 16
  /// Rotated files that are kept open although they have been read.
  private static let openLimit = 8
  /// So long after its last line a rotated file is read on, if only because of one process of several that
  /// has not opened the new one yet; in nanoseconds.
  private static let grace: Int64 = 600_000_000_000
  /// The same, of a file that has no name any more: while it is open its bytes fill the disk.
  private static let graceOfDeleted: Int64 = 10_000_000_000

  /// What an earlier program has read is read again, as far as it was not settled.
  var hasCaughtUp: Bool { files.allSatisfy(\.hasCaughtUp) }

  // MARK: state

  init(_ state: FollowState.Log, for analyzer: Analyzer) {
    path = state.path
    finished = state.finished
    nextSlot = state.nextSlot
    lastCheck = state.lastCheck
    files = state.files.map { file in
      let rolling = RollingFile(
        source: state.path, begin: file.begin, settled: file.settled, isUTF16: file.isUTF16, for: analyzer)
      return LogFile(mark: file.mark, rolling: rolling)
    }
  }

  var state: FollowState.Log {
    let files = files.map { file in
      FollowState.File(
        mark: file.mark, begin: file.rolling.begin, settled: file.rolling.settled, isUTF16: file.rolling.isUTF16)
    }
    return FollowState.Log(
      path: path, files: files, finished: finished, nextSlot: nextSlot, lastCheck: lastCheck)
  }

  // MARK: reading

  /// Takes what is new; false where nothing is.
  ///
  /// - Parameter block: its size is what is read at once of each file.
  mutating func poll(into analyzer: inout Analyzer, block: inout [UInt8]) -> Bool {
    guard refusal == nil else { return false }
    if !areFilesKnown { findFiles(in: &analyzer) }
    var hasRead = false
    for index in files.indices where files[index].isAttached {
      let file = files[index]
      let outcome = file.readMore(into: &analyzer, block: &block) { admission(of: $0, of: index) }
      switch outcome {
      case .atEnd: continue
      case .read: hasRead = true
      case .overtaken, .replaced:
        file.detach()
        isInDoubt = true
      }
      // What comes after a file in doubt must not be known before it.
      if !file.isAttached { break }
    }
    if hasRead { lastCheck = Machine.wallClock }
    closeSilent(in: &analyzer)
    return hasRead
  }

  /// Whether new bytes of a file count. It is asked closely only while a file is so short that others may
  /// begin with the same.
  private func admission(of bytes: Span<UInt8>, of index: Int) -> LogFile.Admission {
    let file = files[index]
    guard file.mark.isWeak, file.hasCaughtUp, let current = files.last, let handle = file.handle else { return .counts }
    // Emptied after a copy was made, a file looks as if it had just been filled.
    guard RotatedFiles(of: path).newestRotated == newestRotated else { return .overtaken }
    guard file.isUntouched else { return .counts }
    guard file !== current else { return isEnding || Self.isEnough(bytes) ? .counts : .later }
    // A copy of the current file, which is not emptied yet, is none of its own.
    guard bytes.count > 0 else { return .counts }
    guard let other = current.handle else { return .later }
    if handle.begins(other, with: bytes.count) { return .later }
    return current.isUnchanged ? .counts : .overtaken
  }

  /// A whole line tells a file from others; few bytes of one do not, and a time has the same in all.
  private static func isEnough(_ bytes: Span<UInt8>) -> Bool {
    if bytes.count >= FileMark.Tail.size || bytes.isEmpty { return true }
    for index in 0..<bytes.count where bytes[index] == UInt8(ascii: "\n") { return true }
    return false
  }

  /// Nothing more will be written.
  mutating func end() { isEnding = true }

  /// The path still leads to the file that is read.
  private var areFilesKnown: Bool {
    guard !isInDoubt else { return false }
    let identity = try? FileStatus(path: path).identity
    // Where there is no file of that name there is nothing to find out; those that were renamed are read on.
    return identity == nil || identity == files.last?.mark.identity
  }

  /// Nothing is left to be read or to be found out.
  var isAtEnd: Bool { refusal != nil || areFilesKnown && files.allSatisfy(\.isAtEnd) }

  /// Rotated files that nobody writes to any more are done with.
  private mutating func closeSilent(in analyzer: inout Analyzer) {
    guard files.count > 1 else { return }
    let now = clock()
    var rotated = files.count - 1
    var index = 0
    while index < files.count - 1 {
      let isDone = isOver(index, at: now) || rotated > Self.openLimit
      guard isDone, files[index].canBeClosed else { index += 1; continue }
      finish(index, in: &analyzer)
      rotated -= 1
    }
  }

  /// Nobody writes to a rotated file any more, as far as one can know. While nothing was written to the file
  /// behind it, its writer has not noticed the rotation, however long that takes.
  private func isOver(_ index: Int, at now: Int64) -> Bool {
    let file = files[index]
    if file.isFinal { return true }
    let silence = now - file.lastRead
    if silence > Self.graceOfDeleted && file.isDeleted { return true }
    return silence > Self.grace && !files[index + 1].isUntouched
  }

  /// Rotated files that are open.
  var openRotated: Int { files.dropLast().count(where: \.isAttached) }

  /// When the rotated file that has been silent longest last gave something; the greatest number where there
  /// is none.
  var longestSilent: Int64 { files.dropLast().filter(\.canBeClosed).map(\.lastRead).min() ?? .max }

  /// Reads no more of that file; false where there is none.
  mutating func closeLongestSilent(in analyzer: inout Analyzer) -> Bool {
    let silent = longestSilent
    guard let index = files.dropLast().firstIndex(where: { $0.canBeClosed && $0.lastRead == silent }) else { return false }
    finish(index, in: &analyzer)
    return true
  }

  private mutating func finish(_ index: Int, in analyzer: inout Analyzer) {
    let file = files.remove(at: index)
    file.close(in: &analyzer)
    guard !file.isUntouched else { return }
    finished.insert(file.mark, at: 0)
    if finished.count > Self.finishedLimit { finished.removeLast() }
  }

  // MARK: rotations

  /// Finds the files that were written since the last look: rotated ones that were not read, and the current
  /// one. Changes nothing where a rotation goes on meanwhile.
  private mutating func findFiles(in analyzer: inout Analyzer) {
    isInDoubt = true
    let now = Machine.wallClock
    for file in files where file.isAttached && !file.isUnchanged { file.detach() }
    var rotated = RotatedFiles(of: path)
    let newest = rotated.newestRotated
    var search = RotationSearch(files: files, finished: finished, lastCheck: lastCheck)
    while !search.isOver, let candidate = rotated.next() { search.visit(candidate) }
    search.end()
    guard rotated.areUnchanged else { return }
    if lastCheck == 0, let old = search.uninteresting { finished = [old.mark] }
    for (file, candidate) in search.found { file.attach(candidate) }
    dropLost(in: &analyzer, after: search)
    for candidate in search.unread.reversed() { begin(candidate, in: &analyzer) }
    lastCheck = now
    newestRotated = newest
    isInDoubt = false
  }

  /// Files that were read and are nowhere any more.
  private mutating func dropLost(in analyzer: inout Analyzer, after search: RotationSearch) {
    for index in files.indices.reversed() where !files[index].isAttached || files[index].isUntouched {
      let file = files[index]
      if file.isUntouched {
        // A rotated file that is still empty may yet get what its writer has not written.
        if file.isAttached, index < files.count - 1, !search.hasMet(file.mark.identity) { continue }
        // The place of a file of which nothing was read is free.
        files.remove(at: index).detach()
        if file.rolling.begin == FileSlot.begin(nextSlot - 1) { nextSlot -= 1 }
        continue
      }
      if !file.hasCaughtUp {
        let lost = SourceProblem(
          .missing, "was removed before it was read again; what it said from here on does not count")
        analyzer.skip(lost.skipped(source: path, after: file.rolling.settled))
      }
      finish(index, in: &analyzer)
    }
  }

  private mutating func begin(_ candidate: RotatedFiles.Candidate, in analyzer: inout Analyzer) {
    if files.isEmpty && finished.isEmpty, let problem = candidate.refusal {
      refusal = problem
      return
    }
    let begin = FileSlot.begin(nextSlot)
    if nextSlot > 0 { analyzer.name("\(path) (\(nextSlot + 1))", at: begin, of: path) }
    nextSlot += 1
    files.append(LogFile(candidate, rolling: RollingFile(source: path, begin: begin, for: analyzer)))
  }

  /// Ends it: all that was read is settled.
  mutating func close(in analyzer: inout Analyzer) {
    for file in files { file.close(in: &analyzer) }
    files = []
  }
}

extension RotatedFiles.Candidate {
  /// Why it cannot be followed; nil for text, and for what is still empty.
  fileprivate var refusal: SourceProblem? {
    let head = handle.bytes(TextCheck.headSize, before: TextCheck.headSize)
    if Packing(head: head.span) != .none { return SourceProblem(.notText, "is packed, and cannot be followed") }
    return TextCheck.isText(head.span) ? nil : SourceProblem(.notText, "is no text")
  }
}
