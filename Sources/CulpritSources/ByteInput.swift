import Culprit

/// Bytes to read in order, whether of a file, a pipe or a member of an archive; its beginning can be looked at.
final class ByteInput {
  private let refill: (inout [UInt8]) throws(SourceProblem) -> Int
  /// Read to be looked at, and not yet given away.
  private var head: [UInt8]
  private var givenOfHead = 0
  private var isAtEnd = false
  /// In bytes; nil where nobody knows before the end.
  let size: Int?

  /// - Parameters:
  ///   - head: bytes that were read before.
  ///   - refill: puts the next bytes at the start of the buffer and gives their number, 0 at the end.
  init(
    head: [UInt8] = [], size: Int? = nil, refill: @escaping (inout [UInt8]) throws(SourceProblem) -> Int
  ) {
    self.head = head
    self.size = size
    self.refill = refill
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
  }

  /// A regular file of a size, from its start; what is appended while it is read is not read.
  convenience init(file: consuming FileDescriptor, size: Int) {
    let file = SharedDescriptor(file)
    var offset = 0
    self.init(size: size) { (buffer) throws(SourceProblem) in
      // Files of /proc have no size and yet bytes.
      guard size == 0 || offset < size else { return 0 }
      let count: Int
      do throws(SystemError) {
        count = try file.descriptor.read(into: &buffer, at: offset)
      } catch {
        throw SourceProblem(error)
      }
      let kept = size == 0 ? count : min(count, size - offset)
      offset += kept
      if kept == 0 && offset < size { throw SourceProblem(.truncated, "became shorter while it was read") }
      return kept
    }
  }

  /// The first bytes, at most so many, fewer only where there are no more; nothing must have been read before.
  func peek(_ count: Int) throws(SourceProblem) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    while head.count < count && !isAtEnd {
      let read = try refill(&buffer)
      head.append(contentsOf: buffer.prefix(read))
      isAtEnd = read == 0
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
