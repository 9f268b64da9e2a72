import Culprit

/// One file of a followed log: the one that is written now, or one that was rotated away.
final class LogFile {
  /// Nil where it has to be found again: after a start from a state, or when the path's file was emptied.
  private(set) var handle: FileHandle?
  /// Bytes of a file that was packed after it was rotated; they come once, from its beginning.
  private var unpacked: ByteInput?
  /// Nothing is written to it any more: a copy, or packed.
  private(set) var isFinal = false
  /// Nothing was left at the last look.
  private(set) var isAtEnd = false
  /// When it last gave something, by the steady clock.
  private(set) var lastRead: Int64 = 0
  private(set) var mark: FileMark
  private(set) var rolling: RollingFile
  /// The last bytes that were read, at most those of a mark's tail.
  private var lastBytes: [UInt8] = []
  /// The first bytes, as far as a mark's head goes.
  private var firstBytes: [UInt8] = []
  /// Bytes that were read, and told of, before this program started.
  private let readBefore: Int
  /// Offset of the next unpacked byte.
  private var unpackedOffset = 0

  init(_ found: RotatedFiles.Candidate, rolling: RollingFile) {
    self.rolling = rolling
    readBefore = 0
    mark = FileMark(identity: found.status.identity, offset: 0, tail: .init(), head: .init(), modified: 0)
    lastRead = Machine.steadyClock
    attach(found)
  }

  /// A file that an earlier program has read as far as `mark` says; to be attached when it is found.
  init(mark: FileMark, rolling: RollingFile) {
    self.mark = mark
    self.rolling = rolling
    readBefore = mark.offset
  }

  /// Nothing was read of it, now or earlier: its mark tells nothing.
  var isUntouched: Bool { mark.offset == 0 && rolling.end == 0 }
  var isAttached: Bool { handle != nil || unpacked != nil }
  /// All that is there was read.
  var canBeClosed: Bool { isAttached && hasCaughtUp && isAtEnd }
  /// It has no name any more; where it cannot be asked it has one.
  var isDeleted: Bool { (try? handle?.descriptor.status().isDeleted) ?? false }

  /// What an earlier program has read was read again, as far as it was not settled.
  var hasCaughtUp: Bool { rolling.end >= readBefore }

  enum Outcome: Hashable, Sendable {
    /// Nothing new.
    case atEnd
    case read(Int)
    /// What was read before does not stand there any more: the file was emptied, and perhaps written anew.
    case replaced
    /// The new bytes do not count: another file may come before this one.
    case overtaken
  }

  /// What is to be done with bytes that were read.
  enum Admission: Hashable, Sendable {
    case counts
    /// They are looked at again, at the earliest with the next look.
    case later
    case overtaken
  }

  /// Takes what is new, at most the size of the block.
  ///
  /// - Parameter admit: asked when the new bytes are there and before they count.
  func readMore(
    into analyzer: inout Analyzer, block: inout [UInt8], admit: (Span<UInt8>) -> Admission
  ) -> Outcome {
    if let unpacked { return readMore(of: unpacked, into: &analyzer, block: &block) }
    guard let handle, let status = try? handle.descriptor.status() else { return .atEnd }
    guard status.size >= rolling.end else { return .replaced }
    // A file that was emptied and filled to the same size has been written to.
    guard status.size > rolling.end || status.modified != mark.modified else {
      isAtEnd = true
      return .atEnd
    }
    let count = (try? handle.descriptor.read(into: &block, at: rolling.end)) ?? 0
    guard isUnchanged else { return .replaced }
    switch admit(block.span.extracting(..<count)) {
    case .counts: break
    case .later:
      isAtEnd = true
      return .atEnd
    case .overtaken: return .overtaken
    }
    mark.modified = count == 0 ? status.modified : 0
    isAtEnd = count == 0
    guard count > 0 else { return .atEnd }
    take(block.span.extracting(..<count), into: &analyzer)
    return .read(count)
  }

  private func readMore(
    of unpacked: ByteInput, into analyzer: inout Analyzer, block: inout [UInt8]
  ) -> Outcome {
    while let count = try? unpacked.next(into: &block), count > 0 {
      defer { unpackedOffset += count }
      let known = min(count, max(0, rolling.end - unpackedOffset))
      guard known < count else { continue }
      take(block.span.extracting(known..<count), into: &analyzer)
      return .read(count - known)
    }
    isAtEnd = true
    return .atEnd
  }

  private func take(_ bytes: Span<UInt8>, into analyzer: inout Analyzer) {
    if rolling.end == firstBytes.count {
      for index in 0..<min(bytes.count, FileMark.Tail.size - firstBytes.count) { firstBytes.append(bytes[index]) }
      if firstBytes.count > mark.head.count { mark.head = FileMark.Tail(firstBytes) }
    }
    rolling.feed(bytes, into: &analyzer)
    lastRead = Machine.steadyClock
    let kept = FileMark.Tail.size
    if bytes.count < kept { lastBytes = Array(lastBytes.suffix(kept - bytes.count)) } else { lastBytes = [] }
    for index in max(0, bytes.count - kept)..<bytes.count { lastBytes.append(bytes[index]) }
    guard rolling.end >= mark.offset else { return }
    mark.offset = rolling.end
    mark.tail = FileMark.Tail(lastBytes)
  }

  /// The last bytes that were read still stand where they stood: read after the new ones, this says that
  /// those are the continuation.
  var isUnchanged: Bool {
    guard !lastBytes.isEmpty, let handle else { return true }
    return handle.bytes(lastBytes.count, before: rolling.end) == lastBytes
  }

  /// Goes on reading in a file that was found to be this one: a copy, or the same after a new start.
  func attach(_ found: RotatedFiles.Candidate) {
    isFinal = found.isPacked || !found.isCurrent && found.status.identity != mark.identity
    mark.identity = found.status.identity
    mark.modified = 0
    if found.isPacked {
      unpacked = found.unpacked()
      unpackedOffset = 0
    } else {
      handle = found.handle
    }
  }

  /// Lets go of a file that is not the one any more.
  func detach() {
    handle = nil
    unpacked = nil
  }

  /// Reads no more of it; all that was read is settled then.
  func close(in analyzer: inout Analyzer) {
    rolling.close(in: &analyzer)
    detach()
  }
}

/// An open file that several may look at.
final class FileHandle {
  let descriptor: FileDescriptor

  init(_ path: String) throws(SystemError) {
    descriptor = try FileDescriptor.open(path)
  }

  /// So many bytes that end at an offset; fewer where they are not all there.
  func bytes(_ count: Int, before end: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let read = (try? descriptor.read(into: &buffer, at: end - count)) ?? 0
    return Array(buffer.prefix(read))
  }

  /// So many first bytes of this file are those of another one, as far as its first and last ones show.
  func begins(_ other: FileHandle, with count: Int) -> Bool {
    let looked = min(count, 4096)
    let (first, last) = (bytes(looked, before: looked), bytes(looked, before: count))
    guard first.count == looked && last.count == looked else { return false }
    return other.bytes(looked, before: looked) == first && other.bytes(looked, before: count) == last
  }
}
