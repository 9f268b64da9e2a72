import CArchive
import Culprit

/// Walks through the members of an archive, or through the one stream of a compressed file, and unpacks them.
///
/// `unsafe` here hands libarchive pointers that live until `deinit` (archive_read(3)), or the memory of a
/// buffer together with its size (archive_read_data(3)).
@safe
final class ArchiveReader: Unpacker {
  private let archive: OpaquePointer
  /// Gives the packed bytes; libarchive keeps a pointer to it.
  private let supply: PackedSupply
  private let budget: UnpackBudget
  private var unpackedBytes = 0
  /// What made an end to it: libarchive gives other reasons when it is asked again.
  private var fatalProblem: SourceProblem?
  /// Where the current member breaks off.
  private var memberProblem: SourceProblem?
  /// What libarchive has unpacked of the member, and nobody has read yet.
  private var unread = UnpackedBlock()
  /// Offset in the member behind `unread`.
  private var memberEnd = 0
  /// One compressed stream, and no archive.
  private var isOneStream = false

  init(of input: ByteInput, within budget: UnpackBudget) throws(SourceProblem) {
    guard let archive = unsafe archive_read_new() else {
      throw SourceProblem(.unreadable, "no memory to unpack it")
    }
    unsafe self.archive = archive
    supply = PackedSupply(input)
    self.budget = budget
    // Only what libarchive reads by itself: for other filters it would start programs.
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_filter_lz4(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_7zip(archive)
    unsafe archive_read_support_format_empty(archive)
    unsafe archive_read_support_format_raw(archive)
    try open()
  }

  deinit {
    unsafe archive_read_free(archive)
  }

  private func open() throws(SourceProblem) {
    // `supply` outlives the archive, which is freed in `deinit`: it is passed without being retained.
    let client = unsafe Unmanaged.passUnretained(supply).toOpaque()
    unsafe archive_read_set_callback_data(archive, client)
    unsafe archive_read_set_read_callback(archive) { _, client, block in
      guard let client = unsafe client, let block = unsafe block else { return -1 }
      let supply = unsafe Unmanaged<PackedSupply>.fromOpaque(client).takeUnretainedValue()
      return unsafe supply.next(block: &block.pointee)
    }
    // With it zip is read by its table of contents, and 7z, which stands at the end, at all.
    if supply.canMove {
      unsafe archive_read_set_seek_callback(archive) { _, client, offset, whence in
        guard let client = unsafe client else { return -1 }
        let supply = unsafe Unmanaged<PackedSupply>.fromOpaque(client).takeUnretainedValue()
        return Int64(supply.move(by: Int(offset), from: whence))
      }
    }
    try check(unsafe archive_read_open1(archive))
  }

  func nextMember() throws(SourceProblem) -> ArchiveMember? {
    // Some versions of libarchive tell of the break again, where nothing else could follow.
    if isOneStream { return nil }
    if let fatalProblem { throw fatalProblem }
    (unread, memberProblem, memberEnd) = (UnpackedBlock(), nil, 0)
    while true {
      var entry: OpaquePointer?
      let result = unsafe archive_read_next_header(archive, &entry)
      if result == ARCHIVE_EOF { return nil }
      if result != ARCHIVE_WARN { try check(result) }
      guard let entry = unsafe entry else { return nil }
      try budget.takeMember()
      isOneStream = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
      let isFile = unsafe isOneStream || archive_entry_filetype(entry) == S_IFREG
      guard unsafe isFile && archive_entry_hardlink(entry) == nil else { continue }
      return ArchiveMember(
        name: isOneStream ? nil : unsafe Self.name(of: entry),
        isEncrypted: unsafe archive_entry_is_data_encrypted(entry) != 0)
    }
  }

  /// libarchive's own archive_read_data(3) would drop what it has copied before it fails.
  func read(into buffer: inout [UInt8]) throws(SourceProblem) -> Int {
    var count = 0
    while count < buffer.count {
      if unread.isEmpty {
        do throws(SourceProblem) {
          guard try readBlock() else { break }
        } catch {
          guard count > 0 else { throw error }
          break
        }
      }
      count += unread.move(into: &buffer, at: count)
    }
    unpackedBytes += count
    try budget.take(bytes: count)
    try budget.check(unpacked: unpackedBytes, packed: supply.most)
    return count
  }

  /// Has libarchive unpack some more; false at the end of the member.
  private func readBlock() throws(SourceProblem) -> Bool {
    if let memberProblem { throw memberProblem }
    while true {
      var (memory, count, offset) = unsafe (UnsafeRawPointer?.none, 0, la_int64_t(0))
      let result = unsafe archive_read_data_block(archive, &memory, &count, &offset)
      if result == ARCHIVE_EOF { return false }
      if result == ARCHIVE_RETRY { continue }
      do throws(SourceProblem) {
        try check(result)
      } catch {
        memberProblem = error
        // The last bytes of a zip's member come together with the news that its checksum is wrong.
        if result == ARCHIVE_FATAL || count == 0 { throw error }
      }
      // The holes of a sparse file are not in its archive.
      unsafe unread = UnpackedBlock(
        hole: max(0, Int(offset) - memberEnd), bytes: UnsafeRawBufferPointer(start: memory, count: count))
      memberEnd = max(memberEnd, Int(offset)) + count
      if !unread.isEmpty { return true }
    }
  }

  private static func name(of entry: OpaquePointer) -> String {
    if let name = unsafe archive_entry_pathname_utf8(entry) { return unsafe String(cString: name) }
    if let name = unsafe archive_entry_pathname(entry) { return unsafe String(cString: name) }
    return "?"
  }

  private func check(_ result: Int32) throws(SourceProblem) {
    guard result != ARCHIVE_OK else { return }
    if let problem = fatalProblem ?? supply.problem { throw problem }
    let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    let problem = SourceProblem(archiveMessage: text ?? "unknown reason")
    if result == ARCHIVE_FATAL { fatalProblem = problem }
    throw problem
  }
}

/// Bytes that libarchive has unpacked, behind a hole of zeros.
///
/// `unsafe` here is memory of libarchive's, valid until its next call (archive_read_data_block(3)); the reader
/// makes that call only when nothing is left of it.
@safe
private struct UnpackedBlock {
  private var hole = 0
  private var bytes = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private var taken = 0

  init() {}

  init(hole: Int, bytes: UnsafeRawBufferPointer) {
    self.hole = hole
    unsafe self.bytes = unsafe bytes
  }

  var isEmpty: Bool { unsafe hole == 0 && taken == bytes.count }

  /// Copies what fits behind an offset of the buffer, and gives the number of bytes.
  mutating func move(into buffer: inout [UInt8], at offset: Int) -> Int {
    let room = buffer.count - offset
    if hole > 0 {
      let count = min(room, hole)
      hole -= count
      buffer.replaceSubrange(offset..<offset + count, with: repeatElement(0, count: count))
      return count
    }
    let count = unsafe min(room, bytes.count - taken)
    unsafe buffer.withUnsafeMutableBytes {
      unsafe UnsafeMutableRawBufferPointer(rebasing: $0[offset...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]))
    }
    taken += count
    return count
  }
}

/// Packed bytes for libarchive, block by block.
///
/// `unsafe` here is one block of memory of this object's own, which libarchive reads until it asks for the
/// next one (archive_read_open(3), "read callback").
@safe
private final class PackedSupply {
  private let input: ByteInput
  private var buffer: [UInt8]
  private let block: UnsafeMutableRawBufferPointer
  /// Why no more bytes came, where that is not the end.
  private(set) var problem: SourceProblem?
  /// Offset of the next block.
  private var position = 0
  /// Bytes of the packed file up to the last that was given.
  private(set) var most = 0

  init(_ input: ByteInput) {
    self.input = input
    // A member of another archive comes in blocks of that size, whatever is asked for.
    let size = input.size.map { max(4096, min(128 << 10, $0)) } ?? MemberStream.blockSize
    buffer = [UInt8](repeating: 0, count: size)
    unsafe block = .allocate(byteCount: size, alignment: 16)
  }

  deinit {
    unsafe block.deallocate()
  }

  var canMove: Bool { input.size != nil && input.canMove }

  /// Goes to an offset as lseek(2) counts it and gives it, counted from the start; -1 where it cannot.
  func move(by offset: Int, from whence: Int32) -> Int {
    guard let size = input.size else { return -1 }
    let begin = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : size
    let (target, isTooFar) = begin.addingReportingOverflow(offset)
    guard !isTooFar, (0...size).contains(target), input.move(to: target) else { return -1 }
    position = target
    return target
  }

  /// Number of bytes of the next block, which `pointer` then shows; 0 at the end, -1 on an error.
  func next(block pointer: inout UnsafeRawPointer?) -> Int {
    do throws(SourceProblem) {
      let count = try input.next(into: &buffer)
      unsafe block.copyBytes(from: buffer.prefix(count))
      unsafe pointer = UnsafeRawPointer(block.baseAddress)
      position += count
      most = max(most, position)
      return count
    } catch {
      problem = error
      return -1
    }
  }
}
