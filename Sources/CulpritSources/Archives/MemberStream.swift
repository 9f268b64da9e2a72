import Culprit

/// The members of an archive in order, unpacked on a thread of its own while those before are analysed.
///
/// `@unchecked`: what both threads touch is touched inside of the monitor alone; `archive` belongs to the thread
/// until it has ended, and `finish` waits for that.
final class MemberStream: @unchecked Sendable {
  private let archive: any Unpacker
  private let wants: @Sendable (ArchiveMember) -> Bool
  private let monitor = Monitor()
  private var thread: Thread?

  /// What was unpacked and is not read yet, in order.
  private var unread: [Piece] = []
  /// Blocks to be filled.
  private var free: [[UInt8]] = []
  /// Blocks that may yet be made.
  private var room: Int
  /// Members that were begun: by the thread, and by the reader.
  private var begun = (unpacked: 0, read: 0)
  /// The last member of which nobody wants the rest.
  private var skipped = 0
  /// Nobody wants anything more.
  private var isCancelled = false
  /// The reader has begun a member and not come to its end.
  private var isInMember = false
  /// The reader has found nothing, and waits for some pieces.
  private var isReaderWaiting = false
  /// The thread has found no room, and waits for some.
  private var isThreadWaiting = false
  /// The thread has nothing more to send.
  private var isAtEnd = false

  private enum Piece {
    case member(ArchiveMember)
    /// A block and the number of its bytes.
    case bytes([UInt8], Int)
    /// The end of a member, or why there is no more of it.
    case memberEnd(SourceProblem?)
    /// The end of the archive, or why there is no more of it.
    case end(SourceProblem?)
  }

  enum Pace: Hashable, Sendable {
    /// Unpacks when it is asked to.
    case onDemand
    case ahead
  }

  /// Bytes that are unpacked at once: the size of the buffers that `read` is given.
  static let blockSize = 256 << 10
  /// Where a log begins it is read more closely, which takes as long as unpacking some megabytes.
  private static let blocks = 48
  /// Pieces, or blocks, for which a thread that had none waits. Two threads that wake each other for every block
  /// are put on one core by the system, where another program keeps the second one busy.
  private static let worthWaking = 16
  /// Pieces that are sent ahead: members may be empty.
  private static let most = 1024

  /// - Parameter wants: whether the bytes of a member are asked for; those of others are not unpacked.
  init(_ archive: any Unpacker, pace: Pace, wants: @escaping @Sendable (ArchiveMember) -> Bool) {
    self.archive = archive
    self.wants = wants
    room = Self.blocks
    if pace == .ahead { thread = Thread { self.unpack() } }
  }

  // MARK: the thread

  private func unpack() {
    do throws(SourceProblem) {
      while let member = try archive.nextMember() {
        send(.member(member))
        send(.memberEnd(wants(member) ? unpackMember() : nil))
        if monitor.when({ true }, wakes: { false }, { isCancelled }) { break }
      }
      send(.end(nil))
    } catch {
      send(.end(error))
    }
  }

  /// Gives why there is no more of the member, where that is not its end.
  private func unpackMember() -> SourceProblem? {
    while var block = freeBlock() {
      do throws(SourceProblem) {
        let count = try archive.read(into: &block)
        guard count > 0 else { giveBack(block); return nil }
        send(.bytes(block, count))
      } catch {
        giveBack(block)
        return error
      }
    }
    return nil
  }

  /// Nil where nobody wants it to be filled.
  private func freeBlock() -> [UInt8]? {
    let block = monitor.when({ hasRoom || isUnwanted }, wakes: { false }) { () -> [UInt8]? in
      isThreadWaiting = false
      if isUnwanted { return nil }
      if let block = free.popLast() { return block }
      room -= 1
      return []
    }
    return block.map { $0.isEmpty ? [UInt8](repeating: 0, count: Self.blockSize) : $0 }
  }

  private var hasRoom: Bool {
    let count = free.count + room
    if count == 0 { isThreadWaiting = true }
    return count > 0 && (!isThreadWaiting || count >= Self.worthWaking)
  }

  /// Nobody wants the rest of the member that is being unpacked.
  private var isUnwanted: Bool { isCancelled || skipped == begun.unpacked }

  private func send(_ piece: Piece) {
    monitor.when({ unread.count < Self.most || isCancelled }, wakes: { isReaderWaiting && hasPieces }) {
      if case .member = piece { begun.unpacked += 1 }
      if case .end = piece { isAtEnd = true }
      unread.append(piece)
    }
  }

  private var hasPieces: Bool {
    if unread.isEmpty { isReaderWaiting = true }
    return !unread.isEmpty && (!isReaderWaiting || isAtEnd || unread.count >= Self.worthWaking)
  }

  // MARK: the reader

  /// The next member; nil at the end of the archive.
  func nextMember() throws(SourceProblem) -> ArchiveMember? {
    guard thread != nil else { return try archive.nextMember() }
    while true {
      switch take() {
      case .member(let member):
        isInMember = true
        begun.read += 1
        return member
      case .bytes(let block, _):
        giveBack(block)
        monitor.when({ true }) { skipped = begun.read }
      case .memberEnd: isInMember = false
      case .end(let problem):
        // To be found again by whoever asks once more.
        monitor.when({ true }, wakes: { false }) { unread.insert(.end(problem), at: 0) }
        if let problem { throw problem }
        return nil
      }
    }
  }

  /// Puts the next bytes of the member at the start of the buffer, or exchanges it for one in which they are,
  /// and gives their number; 0 at its end.
  func read(into buffer: inout [UInt8]) throws(SourceProblem) -> Int {
    guard thread != nil else { return try archive.read(into: &buffer) }
    guard isInMember else { return 0 }
    switch take() {
    case .bytes(let block, let count):
      giveBack(buffer)
      buffer = block
      return count
    case .memberEnd(let problem):
      isInMember = false
      if let problem { throw problem }
    // No member begins before the one before has ended.
    case .member, .end: isInMember = false
    }
    return 0
  }

  private func take() -> Piece {
    monitor.when({ hasPieces }, wakes: { unread.count == Self.most / 2 }) {
      isReaderWaiting = false
      return unread.removeFirst()
    }
  }

  private func giveBack(_ block: [UInt8]) {
    monitor.when({ true }, wakes: { isThreadWaiting && hasRoom }) {
      if block.count == Self.blockSize { free.append(block) } else { room += 1 }
    }
  }

  /// Ends the thread, whatever was read: what it reads from belongs to the caller again.
  func finish() {
    monitor.when({ true }) { isCancelled = true }
    thread?.join()
    thread = nil
  }
}
