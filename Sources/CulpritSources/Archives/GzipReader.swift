import CZlib
import Culprit

/// Unpacks a gzip file, or several one behind the other, up to the very byte where it breaks off.
///
/// libarchive unpacks gzip in blocks of 64 KiB and drops the one in which a break is: of a log that is shorter,
/// or was being packed when its machine died, that is all. Checksums are left alone, which are a tenth of the
/// time: a break shows in the codes, and the length tells of what does not.
///
/// `unsafe` here hands zlib the memory of two buffers, for the time of a call, together with their sizes
/// (zlib.h, `inflate`); the stream keeps its address, as zlib wants it, until `deinit`.
@safe
final class GzipReader {
  private let input: ByteInput
  private let budget: UnpackBudget
  private let stream: UnsafeMutablePointer<z_stream>
  private var packed = [UInt8](repeating: 0, count: 128 << 10)
  /// Of `packed`: what was read and not unpacked.
  private var unread = 0..<0
  /// What makes an end to it once the bytes before it were given.
  private var problem: SourceProblem?
  private var isAtEnd = false
  /// Inside of a file, behind its header.
  private var isInFile = false
  /// Bytes so far; `file` of the one that is being unpacked.
  private var counts = (packed: 0, unpacked: 0, file: 0)

  init(of input: ByteInput, within budget: UnpackBudget) throws(SourceProblem) {
    self.input = input
    self.budget = budget
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // A window of 32 KiB, and nothing around it.
    let result = unsafe inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { throw SourceProblem(.unreadable, "no memory to unpack it") }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Puts the next bytes at the start of the buffer and gives their number; 0 at the end.
  ///
  /// What stands before a break comes first, the reason with the next call.
  func read(into buffer: inout [UInt8]) throws(SourceProblem) -> Int {
    var count = 0
    do throws(SourceProblem) {
      while count < buffer.count && !isAtEnd && problem == nil {
        if !isInFile { try readHeader() }
        // zlib may hold back some bytes when all are read that it made them of.
        let more = try inflate(into: &buffer, from: count)
        count += more
        counts.file += more
        if more == 0 && unread.isEmpty && isInFile { try refill() }
      }
    } catch {
      problem = error
    }
    if count == 0, let problem { throw problem }
    counts.unpacked += count
    try budget.check(unpacked: counts.unpacked, packed: counts.packed)
    return count
  }

  /// Unpacks behind an offset of the buffer and gives the number of bytes.
  private func inflate(into buffer: inout [UInt8], from offset: Int) throws(SourceProblem) -> Int {
    let room = buffer.count - offset
    let given = unread
    let result = unsafe buffer.withUnsafeMutableBufferPointer { output in
      unsafe packed.withUnsafeMutableBufferPointer { input in
        unsafe stream.pointee.next_in = unsafe input.baseAddress.map { unsafe $0 + given.lowerBound }
        unsafe stream.pointee.avail_in = UInt32(given.count)
        unsafe stream.pointee.next_out = unsafe output.baseAddress.map { unsafe $0 + offset }
        unsafe stream.pointee.avail_out = UInt32(room)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    unread = unsafe given.upperBound - Int(stream.pointee.avail_in)..<given.upperBound
    let count = unsafe room - Int(stream.pointee.avail_out)
    switch result {
    // A lack of room or of bytes is no error: there will be more.
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: try readTrailer(after: counts.file + count)
    default:
      let text = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
      problem = SourceProblem(.corrupt, "cannot be unpacked: \(text ?? "zlib's error \(result)")")
    }
    return count
  }

  // MARK: what stands around the codes (RFC 1952)

  private func refill() throws(SourceProblem) {
    let count = try input.next(into: &packed)
    unread = 0..<count
    counts.packed += count
    if count == 0 { throw SourceProblem(.truncated, "ends in the middle of its packed data") }
  }

  private func nextByte() throws(SourceProblem) -> UInt8 {
    if unread.isEmpty { try refill() }
    let byte = packed[unread.lowerBound]
    unread = unread.dropFirst()
    return byte
  }

  /// Two bytes, the lower one first.
  private func nextWord() throws(SourceProblem) -> Int {
    let low = try nextByte()
    return try Int(low) | Int(nextByte()) << 8
  }

  private func readHeader() throws(SourceProblem) {
    guard try nextWord() == 0x8B1F, try nextByte() == 8 else {
      throw SourceProblem(.corrupt, "cannot be unpacked: packed in an unknown way")
    }
    let flags = try nextByte()
    for _ in 0..<6 { _ = try nextByte() }
    if flags & 0x04 != 0 { for _ in 0..<(try nextWord()) { _ = try nextByte() } }
    // Name and comment end with a zero.
    for flag: UInt8 in [0x08, 0x10] where flags & flag != 0 { while try nextByte() != 0 {} }
    if flags & 0x02 != 0 { _ = try nextWord() }
    isInFile = true
    counts.file = 0
  }

  /// Another gzip file may stand behind one that has ended; anything else there is no part of it.
  private func readTrailer(after size: Int) throws(SourceProblem) {
    isInFile = false
    do throws(SourceProblem) {
      for _ in 0..<4 { _ = try nextByte() }
      let told = try nextWord() | nextWord() << 16
      if told != size & 0xFFFF_FFFF { problem = SourceProblem(.corrupt, "is not as long as its packed data says") }
    } catch {
      // All of its bytes are there.
      problem = error
    }
    guard problem == nil else { return }
    if unread.isEmpty { try? refill() }
    let isFollowed = !unread.isEmpty && packed[unread.lowerBound] == 0x1F
    guard isFollowed, unsafe inflateReset(stream) == Z_OK else { return isAtEnd = true }
  }
}
