/// Unpacks an archive, member after member, or the one stream of a packed file.
protocol Unpacker: AnyObject {
  /// The next file of the archive; nil at its end. Folders, links and devices are passed over.
  ///
  /// - Throws: also where a break in a member before made an end to the archive.
  func nextMember() throws(SourceProblem) -> ArchiveMember?

  /// Puts the next bytes of the member at the start of the buffer and gives their number; 0 at its end.
  ///
  /// What stands before a break comes first, the reason with the next call.
  func read(into buffer: inout [UInt8]) throws(SourceProblem) -> Int
}

/// A file of an archive.
struct ArchiveMember {
  /// Path in the archive; nil where the file is one compressed stream and no archive.
  var name: String?
  var isEncrypted: Bool
}

/// Finds who unpacks what.
enum Unpacking {
  /// - Parameter packing: what the first bytes of the input say.
  static func unpacker(
    of input: ByteInput, as packing: Packing, within budget: UnpackBudget
  ) throws(SourceProblem) -> any Unpacker {
    guard packing == .gzip else { return try ArchiveReader(of: input, within: budget) }
    let gzip = try GzipReader(of: input, within: budget)
    let unpacked = ByteInput { (buffer) throws(SourceProblem) in try gzip.read(into: &buffer) }
    let head = try unpacked.peek(Packing.headSize)
    // A tar without files is all zeros.
    let isTar = Packing(head: head.span) == .tar || head.count == Packing.headSize && head.allSatisfy { $0 == 0 }
    return isTar ? try ArchiveReader(of: unpacked, within: budget) : PackedStream(unpacked, within: budget)
  }
}

/// The one stream of a packed file, as an archive of one member without a name.
private final class PackedStream: Unpacker {
  private let unpacked: ByteInput
  private let budget: UnpackBudget
  private var hasBegun = false

  init(_ unpacked: ByteInput, within budget: UnpackBudget) {
    self.unpacked = unpacked
    self.budget = budget
  }

  func nextMember() throws(SourceProblem) -> ArchiveMember? {
    if hasBegun { return nil }
    hasBegun = true
    try budget.takeMember()
    return ArchiveMember(name: nil, isEncrypted: false)
  }

  func read(into buffer: inout [UInt8]) throws(SourceProblem) -> Int {
    let count = try unpacked.next(into: &buffer)
    try budget.take(bytes: count)
    return count
  }
}
