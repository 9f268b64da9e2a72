import Culprit

/// Bytes in order, of a file, a pipe or a member of an archive; one can look at its beginning.
final class ByteInput {
  private let refill: (inout [UInt8]) throws(SourceProblem) -> Int
  /// Goes to an offset; nil where the bytes come only once.
  private let mover: ((Int) -> Void)?
  /// Read to be looked at, and not yet given away.
  private var head: [UInt8]
  private var givenOfHead = 0
  private var isAtEnd = false
  /// Why nothing follows what was looked at.
  private var failure: SourceProblem?
  /// In bytes; nil where nobody knows before the end.
  let size: Int?
  /// Somebody else writes it: a pipe, a terminal or a socket.
  private(set) var isStream = false

  /// - Parameters:
  ///   - head: bytes that were read before.
  ///   - mover: makes `refill` go on at another offset.
  ///   - refill: puts the next bytes at the start of the buffer and gives their number, 0 at the end.
  init(
    head: [UInt8] = [], size: Int? = nil, mover: ((Int) -> Void)? = nil,
    refill: @escaping (inout [UInt8]) throws(SourceProblem) -> Int
  ) {
    self.head = head
    self.size = size
    self.mover = mover
    self.refill = refill
  }

  var canMove: Bool { mover != nil }

  /// Goes to an offset of the file, counted from the first byte that was there; false where it cannot.
  func move(to offset: Int) -> Bool {
    guard let mover else { return false }
    head = []
    givenOfHead = 0
    isAtEnd = false
    failure = nil
    mover(offset)
    return true
  }

  /// A pipe, a terminal or a socket, of which some bytes were read before.
  convenience init(stream: consuming FileDescriptor, after head: [UInt8]) {
    let stream = SharedDescriptor(stream)
    self.init(head: head) { (buffer) throws(SourceProblem) in
      do throws(SystemError) {
        return try stream.descriptor.read(into: &buffer)
      } catch {
        throw SourceProblem(error)
      }
    }
    isStream = true
  }

  /// Some bytes of a regular file; what is appended while they are read is not read.
  ///
  /// - Parameters:
  ///   - range: its end is that of the file as it was found, or before; an empty one stands for all of a
  ///     file of which the system knows no size, as in /proc.
  ///   - progress: is told how much was read.
  convenience init(file: consuming FileDescriptor, range: Range<Int>, progress: ReadingProgress? = nil) {
    let file = SharedDescriptor(file)
    var offset = range.lowerBound
    let mover: (Int) -> Void = { offset = range.lowerBound + $0 }
    self.init(size: range.isEmpty ? nil : range.count, mover: mover) { (buffer) throws(SourceProblem) in
      guard range.isEmpty || offset < range.upperBound else { return 0 }
      let count: Int
      do throws(SystemError) {
        count = try file.descriptor.read(into: &buffer, at: offset)
      } catch {
        throw SourceProblem(error)
      }
      if count == 0 && offset < range.upperBound {
        throw SourceProblem(.truncated, "became shorter while it was read")
      }
      let kept = range.isEmpty ? count : min(count, range.upperBound - offset)
      offset += kept
      progress?.add(kept)
      return kept
    }
  }

  /// The first bytes: at most so many, fewer only where there are no more, or a break. To be called before `next`.
  ///
  /// - Throws: where nothing stands before a break; else `next` does, behind what stands there.
  func peek(_ count: Int) throws(SourceProblem) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    while head.count < count && !isAtEnd && failure == nil {
      do throws(SourceProblem) {
        let read = try refill(&buffer)
        head.append(contentsOf: buffer.prefix(read))
        isAtEnd = read == 0
      } catch {
        guard !head.isEmpty else { throw error }
        failure = error
      }
    }
    return head
  }

  /// Puts the next bytes at the start of the buffer and gives their number; 0 at the end.
  func next(into buffer: inout [UInt8]) throws(SourceProblem) -> Int {
    if givenOfHead < head.count {
      let count = min(buffer.count, head.count - givenOfHead)
      buffer.replaceSubrange(0..<count, with: head[givenOfHead..<givenOfHead + count])
      givenOfHead += count
      if givenOfHead == head.count { head = []; givenOfHead = 0 }
      return count
    }
    if let failure { throw failure }
    if isAtEnd { return 0 }
    let count = try refill(&buffer)
    isAtEnd = count == 0
    return count
  }
}

/// A descriptor that a closure keeps open.
private final class SharedDescriptor {
  let descriptor: FileDescriptor

  init(_ descriptor: consuming FileDescriptor) {
    self.descriptor = descriptor
  }
}
