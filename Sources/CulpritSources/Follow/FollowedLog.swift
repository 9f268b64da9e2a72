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
  /// It is no text: why it is not read.
  private(set) var refusal: SourceProblem?

  init(path: String) {
    self.path = path
  }

  /// Marks that are kept: a rotation between two looks moves some files at once.
  private static let finishedLimit = 16
  /// Rotated files that are kept open although they have been read.
  private static let openLimit = 8
  /// A rotated file that is silent for so long gets no lines any more; in nanoseconds.
  private static let grace: Int64 = 10_000_000_000

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
      let (path, newestRotated) = (path, newestRotated)
      let outcome = file.readMore(into: &analyzer, block: &block) {
        // Before the first bytes of a file count, no other one may have come before it: emptied after a
        // copy was made, it looks as if it had just been filled.
        !file.isUntouched || RotatedFiles(of: path).newestRotated == newestRotated
      }
      switch outcome {
      case .atEnd: break
      case .read: hasRead = true
      case .overtaken: isInDoubt = true
      case .replaced:
        file.detach()
        isInDoubt = true
      }
    }
    if hasRead { lastCheck = Machine.wallClock }
    closeSilent(in: &analyzer)
    return hasRead
  }

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
    let now = Machine.steadyClock
    var rotated = files.count - 1
    var index = 0
    while index < files.count - 1 {
      let file = files[index]
      let isSilent = file.isFinal || now - file.lastRead > Self.grace || rotated > Self.openLimit
      guard file.isAttached, file.hasCaughtUp, isSilent, file.isAtEnd else { index += 1; continue }
      finish(index, in: &analyzer)
      rotated -= 1
    }
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
    var rotated = RotatedFiles(of: path)
    let newest = rotated.newestRotated
    guard let findings = findings(among: &rotated), rotated.areUnchanged else { return }
    for (file, candidate) in findings.found { file.attach(candidate) }
    dropLost(in: &analyzer)
    for candidate in findings.unread.reversed() { begin(candidate, in: &analyzer) }
    lastCheck = now
    newestRotated = newest
    isInDoubt = false
  }

  private struct Findings {
    /// Files that were read before, under whatever name they are found.
    var found: [(LogFile, RotatedFiles.Candidate)] = []
    /// Newest first.
    var unread: [RotatedFiles.Candidate] = []
  }

  /// Goes back from the newest file to the first that was read before; nil where it is too early to tell.
  private func findings(among rotated: inout RotatedFiles) -> Findings? {
    var findings = Findings()
    let touched = files.filter { !$0.isUntouched }
    var missing = touched.filter { !$0.isAttached }.count
    var hasMetKnown = false
    while let candidate = rotated.next() {
      if let file = touched.last(where: { candidate.isFile(of: $0.mark) }) {
        hasMetKnown = true
        guard !file.isAttached else { if missing == 0 { break } else { continue } }
        findings.found.append((file, candidate))
        missing -= 1
      } else if finished.contains(where: { candidate.isFile(of: $0) }) {
        hasMetKnown = true
      } else if !hasMetKnown {
        // At the first start what was rotated before is of no interest.
        if lastCheck > 0 || candidate.isCurrent { findings.unread.append(candidate) }
        if lastCheck == 0 { return findings }
      }
      if hasMetKnown && missing == 0 { break }
    }
    guard !hasMetKnown else { return clean(findings) }
    // Nothing that was read is left: only what was written since the last look is new.
    findings.unread.removeAll { !$0.isCurrent && $0.status.modified < lastCheck - 2_000_000_000 }
    return clean(findings)
  }

  /// Without a copy of the current file that is being made, before that one is emptied; nil while nobody can
  /// tell.
  private func clean(_ findings: Findings) -> Findings? {
    guard findings.unread.count > 1, let current = findings.unread.first, current.isCurrent else {
      return findings
    }
    let copy = findings.unread[1]
    guard !copy.isPacked, copy.status.size == 0 || current.begins(as: copy) else { return findings }
    guard Machine.wallClock - copy.status.modified > 1_000_000_000 else { return nil }
    var findings = findings
    if current.status.size > 0 || copy.status.size == 0 { findings.unread.remove(at: 1) }
    return findings
  }

  /// Files that were read and are nowhere any more.
  private mutating func dropLost(in analyzer: inout Analyzer) {
    for index in files.indices.reversed() where !files[index].isAttached || files[index].isUntouched {
      let file = files[index]
      if file.isUntouched {
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
  /// One of two is the beginning of the other, as far as a look shows.
  fileprivate func begins(as other: RotatedFiles.Candidate) -> Bool {
    let size = min(status.size, other.status.size, 4096)
    guard size > 0 else { return false }
    return bytes(size) == other.bytes(size)
  }

  private func bytes(_ count: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let read = (try? handle.descriptor.read(into: &buffer, at: 0)) ?? 0
    return Array(buffer.prefix(read))
  }

  /// Why it cannot be followed; nil for text, and for what is still empty.
  fileprivate var refusal: SourceProblem? {
    let head = bytes(TextCheck.headSize)
    if Packing(head: head.span) != .none { return SourceProblem(.notText, "is packed, and cannot be followed") }
    return TextCheck.isText(head.span) ? nil : SourceProblem(.notText, "is no text")
  }
}
