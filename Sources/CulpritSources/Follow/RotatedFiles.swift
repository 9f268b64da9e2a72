/// The files that a log's path and its rotations stand for at one moment, newest first.
struct RotatedFiles {
  private let log: String
  private let paths: [String]
  private var visited: [(path: String, identity: FileStatus.Identity)] = []
  private var index = 0

  struct Candidate {
    var path: String
    var handle: FileHandle
    var status: FileStatus
    var isCurrent: Bool
    var isPacked: Bool
  }

  /// - Parameter path: of the log, whether or not it is there.
  init(of path: String) {
    log = path
    paths = Self.paths(of: path)
  }

  /// A symbolic link leads to where the rotated files are.
  private static func paths(of link: String) -> [String] {
    let path = Folder.resolved(link)
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let names = (try? Folder.names(in: folder.isEmpty ? "." : folder)) ?? []
    let rotated = names.compactMap { name -> (path: String, name: RotatedName)? in
      RotatedName(folder + name, of: path).map { (folder + name, $0) }
    }
    let plain = Set(rotated.filter { !$0.name.isPacked }.map { $0.path })
    // While one is being packed both are there, and the packed one is not whole.
    let whole = rotated.filter { file in
      guard file.name.isPacked, let dot = file.path.lastIndex(of: ".") else { return true }
      return !plain.contains(String(file.path[..<dot]))
    }
    return [path] + whole.sorted { RotatedName.isOlder($1.name, $0.name) }.map(\.path)
  }

  /// The next older one; those that cannot be opened are passed over.
  mutating func next() -> Candidate? {
    while index < paths.count {
      let path = paths[index]
      let isCurrent = index == 0
      index += 1
      guard let handle = try? FileHandle(path), let status = try? handle.descriptor.status(),
        status.kind == .regular
      else { continue }
      visited.append((path, status.identity))
      let isPacked = !isCurrent && RotatedName(path, of: paths[0])?.isPacked ?? false
      return Candidate(path: path, handle: handle, status: status, isCurrent: isCurrent, isPacked: isPacked)
    }
    return nil
  }

  /// Nil where there is none.
  var newestRotated: FileStatus.Identity? {
    paths.count > 1 ? try? FileStatus(path: paths[1]).identity : nil
  }

  /// Every file that was visited has still its name, and no name came or went: no rotation went on meanwhile.
  var areUnchanged: Bool {
    Self.paths(of: log) == paths && visited.allSatisfy { (try? FileStatus(path: $0.path).identity) == $0.identity }
  }
}

extension RotatedFiles.Candidate {
  /// Whether this is the file of which something was read before.
  func isFile(of mark: FileMark) -> Bool {
    guard mark.offset > 0 else { return status.identity == mark.identity }
    if isPacked { return tail(ofUnpacked: mark) == mark.tail }
    guard status.size >= mark.offset, hasHead(of: mark) else { return false }
    let bytes = handle.bytes(mark.tail.count, before: mark.offset)
    return bytes.count == mark.tail.count && FileMark.Tail(bytes) == mark.tail
  }

  /// Whether this was copied from that file before all was written that was read of it there.
  func isEarlyCopy(of mark: FileMark) -> Bool {
    let isOther = !isPacked && !isCurrent && status.identity != mark.identity
    return isOther && mark.head.count > 0 && (mark.head.count..<mark.offset).contains(status.size) && hasHead(of: mark)
  }

  private func hasHead(of mark: FileMark) -> Bool {
    FileMark.Tail(handle.bytes(mark.head.count, before: mark.head.count)) == mark.head
  }

  /// How the file is known by all that it has now: nothing of it is new then.
  var mark: FileMark {
    let size = isPacked ? 0 : status.size
    let known = min(size, FileMark.Tail.size)
    return FileMark(
      identity: status.identity, offset: size, tail: FileMark.Tail(handle.bytes(known, before: size)),
      head: FileMark.Tail(handle.bytes(known, before: known)), modified: status.modified)
  }

  private func tail(ofUnpacked mark: FileMark) -> FileMark.Tail? {
    guard let input = unpacked() else { return nil }
    var block = [UInt8](repeating: 0, count: 64 << 10)
    var offset = 0
    var kept: [UInt8] = []
    while let count = try? input.next(into: &block), count > 0 {
      let wanted = block[..<min(count, mark.offset - offset)]
      kept = Array((kept + wanted.suffix(mark.tail.count)).suffix(mark.tail.count))
      offset += wanted.count
      if offset == mark.offset { return FileMark.Tail(kept) }
    }
    return nil
  }

  /// What was packed; nil where it cannot be read.
  func unpacked() -> ByteInput? {
    guard let file = try? FileDescriptor.open(path) else { return nil }
    let packed = ByteInput(file: file, range: 0..<status.size)
    guard let head = try? packed.peek(Packing.headSize),
      let archive = try? Unpacking.unpacker(
        of: packed, as: Packing(head: head.span), within: UnpackBudget(UnpackLimits())),
      let member = try? archive.nextMember(), member.name == nil
    else { return nil }
    return ByteInput { (buffer) throws(SourceProblem) in try archive.read(into: &buffer) }
  }
}
